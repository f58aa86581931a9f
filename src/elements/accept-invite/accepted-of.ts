import type { InvitationAccepted } from '../../client/index.js';
import type { AcceptanceState } from '../../stores/acceptance.js';

/** What an acceptance led to; a press during another one led to nothing. */
export function acceptedOf(state: AcceptanceState): InvitationAccepted {
  if (state.step === 'accepted') return state.accepted;
  throw new DOMException('Another attempt is on its way', 'AbortError');
}
