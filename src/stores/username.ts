import { isCcError, type Invitation, type Me, type UsernameAnswer } from '../client/index.js';
import type { StoreContext } from './scope.js';

/** What takes a username out of the way: checks of names, the invite that waits for one, one's own name (R49–R53). */
export function createUsernameStore({ client, accountId, signal }: StoreContext) {
  return {
    /** Is it free for whoever is signed in, or for somebody they invite? */
    check: (username: string): Promise<UsernameAnswer> =>
      client.invitations.checkUsername({ username }, { signal }),
    /** An invite that waits (R53). */
    held: (invitationId: string): Promise<Invitation> =>
      client.invitations.get(accountId, invitationId, { signal }),
    /** Sends it, if the name is free by now. */
    release: (invitationId: string): Promise<Invitation> =>
      client.invitations.resend(accountId, invitationId, { signal }),
    /** Takes it back, to invite with another name or address. */
    revoke: (invitation: Invitation): Promise<void> =>
      client.invitations.revoke(accountId, invitation, { signal }),
    me: (): Promise<Me> => client.me.get({ signal }),
    /** Changes one's own username; a repeat after a lost answer finds it done (U04). */
    async rename(me: Me, username: string): Promise<Me> {
      try {
        return await client.me.update(me, { username }, { signal });
      } catch (error) {
        const current = isCcError(error, 'stale-version')
          ? (error.facts.current as Me | undefined)
          : undefined;
        if (current?.username === username) return current;
        throw error;
      }
    },
  };
}

export type UsernameStore = ReturnType<typeof createUsernameStore>;
