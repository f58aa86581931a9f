import type { SignedIn } from '../../client/index.js';
import type { SessionState } from '../../stores/session.js';

/** A store keeps a refusal beside its state; whoever waits for the act wants it thrown. */
export function settled<State extends object>(state: State): State {
  if ('error' in state && state.error instanceof Error) throw state.error;
  return state;
}

export function sessionOf(state: SessionState): SignedIn {
  if (state.step === 'signed-in' && state.session) return state.session;
  throw new DOMException('Another attempt is on its way', 'AbortError');
}
