import { atom } from 'nanostores';
import { isCcError, type CcFacts } from '../client/index.js';
import { createAccountStore } from './account.js';
import { createLiveStore } from './live.js';
import { createRosterStore } from './roster.js';
import type { StoreContext } from './scope.js';
import { createSeatsStore } from './seats.js';
import { createViewerStore } from './viewer.js';

type Change = CcFacts['live.changed'];

/** Changes that come together are looked at together. */
const togetherMs = 250;

/**
 * Brings into the roster what somebody else changed. A row that is shown is renewed in its place; what would add, move
 * or take away rows waits while the person works on them, and is counted in `$waiting`.
 */
export function createRosterLiveStore(context: StoreContext) {
  const { client, accountId, clock, signal, onDispose, use } = context;
  const roster = use(createRosterStore);
  const live = use(createLiveStore);
  const $waiting = atom(0);
  let gone: ReadonlySet<string> = new Set();
  const $gone = atom(gone);
  let waiting = 0;
  let held = false;
  /** A notice about places comes and goes above the rows, so it waits like what moves them. */
  let seatsWait = false;
  let heard = new Map<string, Change>();
  /** Up to which version a row is known from what was done here; a row that ended here has no news. */
  const own = new Map<string, number>();
  let cancel: (() => void) | undefined;

  const shownRow = (id: string) => roster.member(id) ?? roster.invitation(id);

  async function apply(): Promise<void> {
    // What was done here has been told with the answer already.
    const news = ({ id, version }: Change) =>
      version === 0
        ? own.get(id) !== Infinity
        : Math.max(shownRow(id)?.version ?? -1, own.get(id) ?? -1) < version;
    const changes = [...heard.values()].filter(news);
    heard = new Map();
    cancel = undefined;
    const about = (...kinds: string[]) => changes.some(({ kind }) => [...kinds, 'everything'].includes(kind));
    seatsWait ||= about('member', 'invitation', 'seats', 'account');
    if (about('account')) void use(createAccountStore).refresh();
    // Only the backend knows whether what changed is one's own role.
    if (about('member')) void use(createViewerStore).refresh();
    const lost: string[] = [];
    const moving = await Promise.all(changes.map((change) => movesRows(change, lost)));
    count(waiting + moving.filter(Boolean).length);
    if (lost.length > 0) $gone.set((gone = new Set([...gone, ...lost])));
    await settle();
  }

  /** Renews the row in its place; true where that is not all. Who is there no longer is added to `lost`. */
  async function movesRows({ kind, id }: Change, lost: string[]): Promise<boolean> {
    if (['seats', 'account', 'transfer', 'link', 'job'].includes(kind)) return false;
    if (!shownRow(id)) return true;
    try {
      if (kind === 'member') roster.adoptMember(await client.members.get(accountId, id, { signal }));
      else {
        const now = await client.invitations.get(accountId, id, { signal });
        if (now.state !== roster.invitation(id)?.state) return true;
        roster.adoptInvitation(now);
      }
      return false;
    } catch (error) {
      if (!isCcError(error, 'not-found')) return false;
      lost.push(id);
      return true;
    }
  }

  const count = (next: number) => $waiting.set((waiting = next));

  /** Shows what waits, unless the person works on the rows. */
  async function settle(): Promise<void> {
    if (held) return;
    if (seatsWait) countSeats();
    if (waiting > 0) await show();
  }

  function countSeats(): void {
    seatsWait = false;
    void use(createSeatsStore).refresh();
  }

  async function show(): Promise<void> {
    count(0);
    $gone.set((gone = new Set()));
    if (seatsWait) countSeats();
    await roster.refresh();
  }

  const release = client.subscribe('live.changed', (change) => {
    if (change.accountId !== accountId) return;
    heard.set(`${change.kind} ${change.id}`, change);
    cancel ??= clock.after(togetherMs, () => void apply());
  });
  const learn = (id: string, version = Infinity) => void own.set(id, version);
  const releases = [
    client.subscribe('invitation.created', ({ id, value }) => learn(id, value.version)),
    client.subscribe('invitation.revoked', ({ id }) => learn(id)),
    client.subscribe('member.removed', ({ id }) => learn(id)),
  ];
  onDispose(() => {
    release();
    for (const forget of releases) forget();
    cancel?.();
  });

  return {
    $state: live.$state,
    /** How many changes are not shown yet. */
    $waiting,
    /** While it is held, no row moves by itself. */
    hold(now: boolean): void {
      held = now;
      void settle();
    },
    /** Shows what waits, because the person asks for it. */
    show,
    /** Rows that are still shown although somebody else has taken them away. */
    $gone,
    /** This row was ended here, by a step that told only of another. */
    ended: (id: string): void => learn(id),
    /** Takes one of them out before the others (R04). */
    drop(id: string): void {
      $gone.set((gone = new Set([...gone].filter((one) => one !== id))));
      count(Math.max(0, waiting - 1));
      roster.drop(id);
    },
    /** Tries to connect at once. */
    retry: live.retry,
  };
}

export type RosterLiveStore = ReturnType<typeof createRosterLiveStore>;
