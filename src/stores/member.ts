import { atom } from 'nanostores';
import { isCcError, type CcError, type Member } from '../client/index.js';
import { localError } from '../client/errors.js';
import type { Loadable } from './loadable.js';
import type { StoreContext } from './scope.js';

/** Members of an account one by one, by the id of their membership, as long as somebody looks at them. */
export function createMemberStore(context: StoreContext) {
  const { client, accountId, signal, onDispose } = context;
  let shown: ReadonlyMap<string, Loadable<Member>> = new Map();
  const $members = atom(shown);
  const watched = new Map<string, { count: number; asked: number }>();

  function put(id: string, next: Loadable<Member> | undefined): void {
    const all = new Map(shown);
    if (next) all.set(id, next);
    else all.delete(id);
    $members.set((shown = all));
  }

  async function load(id: string): Promise<void> {
    const watch = watched.get(id);
    if (!watch) return;
    const own = (watch.asked += 1);
    const current = () => watched.get(id) === watch && watch.asked === own && !signal.aborted;
    put(id, { state: 'loading', data: shown.get(id)?.data });
    try {
      const member = await client.members.get(accountId, id, { signal });
      if (current()) put(id, { state: 'ready', data: newer(shown.get(id)?.data, member) });
    } catch (error) {
      if (current()) put(id, { state: 'failed', data: shown.get(id)?.data, error: error as CcError });
    }
  }

  const refresh = async () => {
    await Promise.all([...watched.keys()].map(load));
  };

  /** A row never goes back to a version older than the one shown. */
  function adopt(member: Member): void {
    if (watched.has(member.id)) {
      put(member.id, { state: 'ready', data: newer(shown.get(member.id)?.data, member) });
    }
  }

  function gone(id: string): void {
    const { data } = shown.get(id) ?? {};
    if (watched.has(id)) put(id, { state: 'failed', data, error: localError('not-found') });
  }

  const about = <Detail extends { accountId?: string | undefined }>(react: (detail: Detail) => unknown) => {
    return (detail: Detail) => {
      if (detail.accountId === accountId) void react(detail);
    };
  };
  const releases = [
    client.subscribe(
      'member.changed',
      about(({ value }) => adopt(value)),
    ),
    client.subscribe(
      'member.removed',
      about(({ id }) => gone(id)),
    ),
    // Both roles have changed.
    client.subscribe('ownership.transferred', about(refresh)),
    client.subscribe(
      'live.changed',
      about(({ kind, id, version }) => {
        if (kind === 'everything') return refresh();
        const known = shown.get(id)?.data;
        return kind === 'member' && (known?.version ?? -1) < version ? load(id) : undefined;
      }),
    ),
    client.subscribe('signed-in', () => void refresh()),
  ];
  onDispose(() => {
    for (const release of releases) release();
    watched.clear();
  });

  return {
    $members,
    refresh,
    adopt,
    /** Loads a member and keeps them up to date; answers the function that ends it. */
    watch(id: string): () => void {
      const watch = watched.get(id) ?? { count: 0, asked: 0 };
      watched.set(id, watch);
      watch.count += 1;
      if (watch.count === 1) void load(id);
      return () => {
        watch.count -= 1;
        if (watch.count > 0 || watched.get(id) !== watch) return;
        watched.delete(id);
        put(id, undefined);
      };
    },
    /** Is the member gone, as far as is known? */
    isGone(id: string): boolean {
      const known = shown.get(id);
      return known?.state === 'failed' && isCcError(known.error, 'not-found');
    },
  };
}

export type MemberStore = ReturnType<typeof createMemberStore>;

function newer(known: Member | undefined, member: Member): Member {
  return known && known.version > member.version ? known : member;
}
