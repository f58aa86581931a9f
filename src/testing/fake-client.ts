import type { CcClient, CcFacts, FactType, Invitation, Member } from '../client/index.js';
import type { Call, Send } from '../client/call.js';
import { pageClock } from '../client/clock.js';
import { clientOver } from '../client/client.js';
import { isCcError, localError, type CcError } from '../client/errors.js';
import { pageRandom } from '../client/random.js';
import { createFacts, type Fact } from '../client/facts.js';
import { aClient, aMe, aMember, anAccount, idOf, someCapabilities, storyTime } from './builders.js';
import { factorHandlers } from './fake-client-factors.js';
import { invitationHandlers } from './fake-client-invitations.js';
import { jobHandlers } from './fake-client-jobs.js';
import { linkHandlers } from './fake-client-links.js';
import { memberHandlers } from './fake-client-members.js';
import { ownerHandlers } from './fake-client-owners.js';
import { peopleHandlers } from './fake-client-people.js';
import { viewerHandlers } from './fake-client-viewer.js';
import { type AnyCall, type FakeAccount, type FakePartnership, type FakeWorld } from './fake-client-world.js';

export interface FakeClientOptions {
  /** A partner account and one client when absent. */
  accounts?: readonly FakeAccount[];
  /** Their owners when absent. */
  members?: readonly Member[];
  invitations?: readonly Invitation[];
  /** User id of whoever is signed in: the owner of the partner account when absent, null is nobody. */
  viewer?: string | null;
  now?: () => Date;
  /** Answers of your own, by group and call: `{ 'invitations.create': () => { throw aFailure('offline') } }`. */
  calls?: Readonly<Record<string, (call: AnyCall) => unknown>>;
}

/** A client with a small backend in memory, for tests of a host's own code. */
export interface FakeClient extends CcClient {
  /** Every call so far, such as `members.setRole`. */
  readonly made: readonly string[];
  /** Tells a fact, as another part of the page would. */
  tell<Type extends FactType>(type: Type, detail: CcFacts[Type]): void;
  /** The same backend as somebody else sees it; null is nobody. */
  as(viewer: string | null): FakeClient;
}

/**
 * Answers by the rules of the product, without a network: roles, seats, versions, states. One suite of tests runs
 * against it and against the real client over the real backend, so that it does not lie.
 */
export function createFakeClient(options: FakeClientOptions = {}): FakeClient {
  const accounts = options.accounts ?? [anAccount(), { ...aClient(), seatLimit: 3 }];
  const owner = { username: 'maya.okafor', displayName: 'Maya Okafor', roleId: 'account_owner' };
  const clientOwner = {
    username: 'harbourlane.owner',
    displayName: 'Rosa Lane',
    email: 'owner@harbourlane.test',
  };
  const members = options.members ?? [
    aMember(owner),
    aMember({ ...clientOwner, accountId: aClient().id, roleId: 'account_owner' }),
  ];
  let names = 0;
  return clientOf(
    {
      accounts: new Map(accounts.map((account) => [account.id, account])),
      members: new Map(members.map((member) => [member.id, member])),
      invitations: new Map((options.invitations ?? []).map((invitation) => [invitation.id, invitation])),
      links: [],
      partnerships: new Map(accounts.flatMap((account) => partnershipOf(account))),
      codes: new Map(),
      jobs: new Map(),
      transfers: new Map(),
      closed: new Map(),
      viewer: options.viewer === undefined ? idOf('usr', aMe().username) : options.viewer,
      now: options.now ?? (() => new Date(storyTime)),
      next: () => `new${(names += 1)}`,
    },
    new Map(),
    options.calls ?? {},
  );
}

/** A client of a partner account is linked with it. */
function partnershipOf({ id, name, parent, relationship }: FakeAccount): [string, FakePartnership][] {
  if (!parent) return [];
  const since = new Date(Date.parse(storyTime) - 90 * 24 * 60 * 60 * 1000).toISOString();
  const link: FakePartnership = {
    id: `lnk_${id.slice('acc_'.length)}`,
    parent,
    child: { id, name },
    ...{ initiatedBy: 'parent', state: 'active', relationship: relationship ?? 'managed', maxRole: null },
    ...{ note: null, reason: null, requestedBy: null, decidedBy: null, reminders: 0 },
    ...{ createdAt: since, expiresAt: since, activatedAt: since, endedAt: null, endReason: null, version: 1 },
  };
  return [[link.id, link]];
}

/** The groups of a client, without what is a function or a value itself. */
type Groups = {
  [
    Name in keyof CcClient as CcClient[Name] extends ((...given: never) => unknown) | string | undefined
      ? never
      : Name
  ]: CcClient[Name];
};

/** Made of calls of its own group. */
type Composed = 'invitations.createMany';

/** Every call that a client can make: one without an answer here does not compile. */
type FakeCall =
  | 'capabilities.get'
  | Exclude<{ [Name in keyof Groups]: `${Name}.${keyof Groups[Name] & string}` }[keyof Groups], Composed>;

interface Kept {
  readonly asked: string;
  readonly result: unknown;
}

function clientOf(
  world: FakeWorld,
  kept: Map<string, Kept>,
  own: NonNullable<FakeClientOptions['calls']>,
): FakeClient {
  const facts = createFacts();
  const made: string[] = [];
  const answers = {
    'capabilities.get': () => someCapabilities(),
    // Nobody else changes anything here; `tell` does.
    'audit.stream': () => {
      throw localError('not-found', { status: 404 });
    },
    ...viewerHandlers(world),
    ...memberHandlers(world),
    ...invitationHandlers(world),
    ...linkHandlers(world),
    ...factorHandlers(world),
    ...peopleHandlers(world),
    ...jobHandlers(world),
    ...ownerHandlers(world),
  } satisfies Record<FakeCall, (call: AnyCall) => unknown>;
  const handlers: Readonly<Record<string, (call: AnyCall) => unknown>> = { ...answers, ...own };

  /** The first answer again for the same key, a refusal for the same key with something else (R35). */
  async function once(call: AnyCall, run: () => Promise<unknown>): Promise<unknown> {
    const key = call.keyed ? call.options.idempotencyKey : undefined;
    if (key === undefined) return run();
    const asked = JSON.stringify([call.action, call.path, call.body]);
    const before = kept.get(key);
    if (before && before.asked !== asked) throw localError('idempotency-key-reused', { status: 422 });
    const result = before ? before.result : await run();
    kept.set(key, { asked, result });
    return result;
  }

  async function answer(call: AnyCall): Promise<unknown> {
    const { signal } = call.options;
    const handler = handlers[call.action];
    if (!handler)
      throw new Error(`The fake client has no answer for ${call.action}: give it one in \`calls\`.`);
    const gone = new Promise<never>((_, failed) => {
      const stop = () => failed(localError('aborted', { cause: signal?.reason }));
      if (signal?.aborted) stop();
      else signal?.addEventListener('abort', stop, { once: true });
    });
    return Promise.race([
      gone,
      Promise.resolve().then(() => (signal?.aborted ? gone : once(call, async () => handler(call)))),
    ]);
  }

  const send: Send = async <T>(call: Call<T>): Promise<T> => {
    made.push(call.action);
    const tell = (fact: Fact | undefined) => fact && facts.emit(fact);
    try {
      const given = await answer(call as AnyCall);
      // What comes over a wire is never the same object twice.
      const result = structuredClone(given) as T;
      tell(call.fact(result));
      return result;
    } catch (thrown) {
      if (!isCcError(thrown)) throw thrown;
      const error = thrown as CcError;
      const result = call.spec.recover?.(error);
      if (result === undefined) {
        const { action, accountId } = call;
        if (error.kind !== 'aborted') tell(['failure', { action, accountId, error }]);
        throw error;
      }
      tell(call.fact(result));
      return result;
    }
  };

  return {
    ...clientOver({ send, facts, clock: pageClock, random: pageRandom }, undefined),
    made,
    tell: (type, detail) => facts.emit([type, detail] as unknown as Fact),
    as: (viewer) => clientOf(Object.assign(Object.create(world) as FakeWorld, { viewer }), kept, own),
  };
}
