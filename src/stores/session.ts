import { atom } from 'nanostores';
import type { CcError, ChallengeAnswer, SignedIn, SignIn, SignInPending } from '../client/index.js';
import type { StoreContext } from './scope.js';

/** How far a person is with signing in. `busy` marks a request on its way, `error` the last refusal. */
export type SessionState = (
  | { readonly step: 'unknown' | 'signed-out' }
  /** The password was right, a second proof is needed. */
  | { readonly step: 'challenge'; readonly challenge: SignInPending }
  | { readonly step: 'signed-in'; readonly session: SignedIn | undefined }
) & { readonly busy: boolean; readonly error?: CcError };

type Step = SessionState extends infer State
  ? State extends unknown
    ? Omit<State, 'busy' | 'error'>
    : never
  : never;

/** Signing in and out with the backend's own sign-in, and giving a fresh proof. Keeps no password and no code. */
export function createSessionStore({ client, signal, onDispose }: StoreContext) {
  let state = { step: 'unknown', busy: false } as SessionState;
  const $session = atom(state);
  const show = (step: Step, rest: { busy: boolean; error?: CcError }) =>
    $session.set((state = { ...step, ...rest } as SessionState));

  /** Runs one act at a time; what it answers is the next step. A second press is not a second attempt (I01). */
  async function act(work: () => Promise<Step>): Promise<SessionState> {
    if (state.busy) return state;
    const { busy: _busy, error: _error, ...before } = state;
    show(before as Step, { busy: true });
    try {
      show(await work(), { busy: false });
    } catch (thrown) {
      const error = thrown as CcError;
      // A challenge that ended leads back to the password (C03); a locked factor leaves recovery open (T22).
      const ended = error.kind === 'challenge-ended' || triesAreUsedUp(error);
      if (!signal.aborted) {
        show(ended && before.step === 'challenge' ? { step: 'signed-out' } : (before as Step), {
          busy: false,
          error,
        });
      }
    }
    return state;
  }

  onDispose(
    client.subscribe('signed-out', () => {
      if (!state.busy) show({ step: 'signed-out' }, { busy: false });
    }),
  );

  return {
    $session,
    /** Finds out who is signed in. */
    check: () =>
      act(async () => {
        const session = await client.auth.session({ signal });
        return session ? { step: 'signed-in', session } : { step: 'signed-out' };
      }),
    signIn: (credentials: SignIn) =>
      act(async () => {
        const { status, ...result } = await client.auth.signIn(credentials, { signal });
        return status === 'pending'
          ? { step: 'challenge', challenge: result as SignInPending }
          : { step: 'signed-in', session: result as SignedIn };
      }),
    /** Shows a challenge that somebody else was given, such as a host that signs in itself. */
    ask: (challenge: SignInPending) => {
      show({ step: 'challenge', challenge }, { busy: false });
    },
    /** Back to the password. */
    giveUp: () => {
      show({ step: 'signed-out' }, { busy: false });
    },
    /** Answers the challenge that is open. */
    answer: (proof: ChallengeAnswer) =>
      act(async () => {
        if (state.step !== 'challenge') return state;
        const session = await client.auth.answer(state.challenge.challengeId, proof, { signal });
        return { step: 'signed-in', session };
      }),
    /** Asks for a fresh proof, which a sensitive act needs (R69). */
    stepUp: () => act(async () => ({ step: 'challenge', challenge: await client.auth.stepUp({ signal }) })),
    signOut: () =>
      act(async () => {
        await client.auth.signOut({ signal });
        return { step: 'signed-out' };
      }),
  };
}

function triesAreUsedUp({ facts }: CcError): boolean {
  return (facts as { attemptsLeft?: number } | undefined)?.attemptsLeft === 0;
}

/**
 * Fresh proofs before sensitive acts, apart from the sign-in of the same scope: what is asked here changes nothing
 * about who is signed in there.
 */
export function createProofStore(context: StoreContext): SessionStore {
  return createSessionStore(context);
}

export type SessionStore = ReturnType<typeof createSessionStore>;
