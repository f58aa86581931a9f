import { atom } from 'nanostores';
import { intentKey, type InvitationDraft, type InviteResult, type KeyedDraft } from '../client/index.js';
import type { StoreContext } from './scope.js';

/** How far a batch of invites is. */
export type InviteRun =
  { readonly state: 'idle' } | { readonly state: 'sending'; readonly done: number; readonly total: number };

export type InviteOutcome = InviteResult<KeyedDraft>;

/**
 * Sends invites. One intent, one invite: a second press while a batch runs joins it (I01), and a draft that is sent
 * again unchanged after a lost answer carries its first key, so that the backend answers with the same invite (I02).
 */
export function createInviteStore({ client, accountId, signal }: StoreContext) {
  const $run = atom<InviteRun>({ state: 'idle' });
  const keys = new Map<string, string>();
  let running: Promise<InviteOutcome[]> | undefined;

  function keyed(draft: InvitationDraft): KeyedDraft {
    const intent = JSON.stringify(draft);
    const idempotencyKey = keys.get(intent) ?? intentKey();
    keys.set(intent, idempotencyKey);
    return { draft, idempotencyKey };
  }

  async function run(drafts: readonly InvitationDraft[]): Promise<InviteOutcome[]> {
    const total = drafts.length;
    let done = 0;
    $run.set({ state: 'sending', done, total });
    try {
      return await client.invitations.createMany(accountId, drafts.map(keyed), {
        signal,
        onResult: (result) => {
          // Sent or refused is an answer: the next try is a new intent. Without an answer it is still the same one.
          const answered = result.status === 'created' || (result.error.status ?? 500) < 500;
          if (answered) keys.delete(JSON.stringify(result.entry.draft));
          $run.set({ state: 'sending', done: (done += 1), total });
        },
      });
    } finally {
      running = undefined;
      $run.set({ state: 'idle' });
    }
  }

  return {
    $run,
    /** A result per draft, in their order; rejects only when the scope ends. */
    send: (drafts: readonly InvitationDraft[]): Promise<InviteOutcome[]> => (running ??= run(drafts)),
    /** A fresh copied link of an invitation; it ends only the earlier copied one (R25). */
    link: (invitationId: string) => client.invitations.link(accountId, invitationId, { signal }),
  };
}

export type InviteStore = ReturnType<typeof createInviteStore>;
