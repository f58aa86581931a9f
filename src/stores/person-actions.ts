import { atom } from 'nanostores';
import {
  isCcError,
  type CcError,
  type Invitation,
  type Member,
  type PersonAccessItem,
} from '../client/index.js';
import { localError } from '../client/errors.js';
import { limits, type RoleId } from '../domain/index.js';
import type { StoreContext } from './scope.js';

/** What is going on with one access of a person. */
export type AccessState =
  | { readonly state: 'busy'; readonly roleId?: string }
  /** The role is changed; Undo writes the old one for a while (R94). */
  | {
      readonly state: 'saved';
      readonly item: PersonAccessItem;
      readonly roleId: string;
      readonly version: number;
    }
  | { readonly state: 'failed'; readonly error: CcError };

/** Name of a direct access, over all accounts. */
export const accessId = ({ membershipId, invitationId }: PersonAccessItem): string =>
  membershipId ?? invitationId ?? '';

/** Changing and ending single accesses of one person, on whichever account they are. */
export function createPersonActions({ client, clock, signal, onDispose }: StoreContext) {
  let states: ReadonlyMap<string, AccessState> = new Map();
  const $states = atom(states);
  const timers = new Map<string, () => void>();

  function show(id: string, state: AccessState | undefined): void {
    timers.get(id)?.();
    timers.delete(id);
    const next = new Map(states);
    if (state) next.set(id, state);
    else next.delete(id);
    $states.set((states = next));
  }

  const endUndoLater = (id: string) =>
    timers.set(
      id,
      clock.after(limits.roleUndoSeconds * 1000, () => show(id, undefined)),
    );

  async function act<Result>(
    id: string,
    roleId: string | undefined,
    send: () => Promise<Result>,
  ): Promise<Result> {
    if (states.get(id)?.state === 'busy') throw localError('aborted');
    show(id, { state: 'busy', roleId });
    try {
      const result = await send();
      show(id, undefined);
      return result;
    } catch (error) {
      const silent = isCcError(error, 'aborted');
      show(id, silent ? undefined : { state: 'failed', error: error as CcError });
      throw error;
    }
  }

  const write = (item: PersonAccessItem, version: number, roleId: RoleId): Promise<Member | Invitation> => {
    const to = { id: accessId(item), version };
    return item.kind === 'invitation'
      ? client.invitations.update(item.account.id, to, { roleId }, { signal })
      : client.members.setRole(item.account.id, to, roleId, { signal });
  };

  onDispose(() => {
    for (const cancel of timers.values()) cancel();
  });

  return {
    /** By `accessId`; what is at rest has no entry. */
    $states,
    async setRole(item: PersonAccessItem, roleId: string): Promise<Member | Invitation> {
      const id = accessId(item);
      const saved = await act(id, roleId, () => write(item, item.version ?? 0, roleId as RoleId));
      show(id, { state: 'saved', item, roleId, version: saved.version });
      endUndoLater(id);
      return saved;
    },
    /** Writes the old role over the new version. */
    async undo(id: string): Promise<Member | Invitation> {
      const state = states.get(id);
      if (state?.state !== 'saved') throw localError('not-found');
      const { item, version } = state;
      return act(id, item.roleId, () => write(item, version, item.roleId as RoleId));
    },
    /** Keeps Undo while it has focus; afterwards its time starts anew. */
    hold(id: string, held: boolean): void {
      if (states.get(id)?.state !== 'saved') return;
      timers.get(id)?.();
      if (!held) endUndoLater(id);
    },
    /** Removes a role, or cancels an invitation; there is no undo (R94). */
    end(item: PersonAccessItem): Promise<void> {
      const to = { id: accessId(item), version: item.version ?? 0 };
      const { id: accountId } = item.account;
      return act(to.id, undefined, () =>
        item.kind === 'invitation'
          ? client.invitations.revoke(accountId, to, { signal })
          : client.members.remove(accountId, to, { signal }),
      );
    },
  };
}

export type PersonActions = ReturnType<typeof createPersonActions>;
