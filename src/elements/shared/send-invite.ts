import type { Invitation, InvitationDraft } from '../../client/index.js';
import type { InviteOutcome, InviteStore } from '../../stores/invite.js';
import { perform, tellFailure, type Outcome } from '../base/perform.js';
import { CcInviteSendRequestEvent, CcInviteSentEvent } from './invite-send.events.js';

interface Sending {
  readonly store: InviteStore | undefined;
  readonly accountId: string;
  /** What `cc-error` offers where the backend has refused this one. */
  readonly retry: () => unknown;
}

/** Sends one invite as the dialog does: the same events, and the same store with its keys (I02). */
export async function sendInvite(
  host: EventTarget,
  draft: InvitationDraft,
  { store, accountId, retry }: Sending,
): Promise<Outcome<Invitation | undefined>> {
  const outcome = await perform(
    host,
    new CcInviteSendRequestEvent({ accountId, input: { drafts: [draft] } }),
    ({ drafts }) => store?.send(drafts) ?? Promise.resolve([]),
    (results) =>
      results.flatMap(madeBy).map((invitation) => new CcInviteSentEvent({ accountId, invitation })),
  );
  if (outcome.state !== 'done') return outcome;
  for (const result of outcome.result) {
    if (result.status !== 'failed') continue;
    const silent = !tellFailure(host, result.error, CcInviteSendRequestEvent.type, retry);
    return { state: 'failed', error: result.error, silent };
  }
  return { state: 'done', result: outcome.result.flatMap(madeBy)[0] };
}

/** Never holds the link: whoever has it could try to accept. */
function madeBy(outcome: InviteOutcome): Invitation[] {
  if (outcome.status === 'failed') return [];
  const { url: _, ...invitation } = outcome.invitation;
  return [invitation];
}
