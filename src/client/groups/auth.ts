import type { CallOptions, CallTable } from '../call.js';
import { decodeOne } from '../decode.js';
import type { CcError } from '../errors.js';
import type { ChallengeAnswer, SignedIn, SignIn, SignInPending } from '../wire/index.js';

/** `signed-in`, or `pending` until a second factor is given. */
export type SignInResult =
  ({ readonly status: 'signed-in' } & SignedIn) | ({ readonly status: 'pending' } & SignInPending);

/** The backend's own sign-in, for pages without a token of their own. */
export interface AuthGroup {
  signIn(credentials: SignIn, options?: CallOptions): Promise<SignInResult>;
  /** Answers the challenge of a sign-in or of a step-up. */
  answer(challengeId: string, answer: ChallengeAnswer, options?: CallOptions): Promise<SignedIn>;
  /** Starts a fresh proof for a sensitive act (R69). */
  stepUp(options?: CallOptions): Promise<SignInPending>;
  /** Who is signed in here; null is nobody. */
  session(options?: CallOptions): Promise<SignedIn | null>;
  /** Ends the session. Also fulfilled where there was none. */
  signOut(options?: CallOptions): Promise<null>;
}

const session = decodeOne<SignedIn & SignInPending>();
const nobody = ({ kind }: CcError) => (kind === 'unauthenticated' ? null : undefined);

export const authCalls: CallTable<AuthGroup> = {
  signIn: {
    to: 'POST auth/sessions',
    with: 'body',
    gives: (value, skipped) => {
      const answer = session(value, skipped);
      return { ...answer, status: answer.user ? 'signed-in' : 'pending' };
    },
    open: true,
    kind: 'once',
    fact: (result) => (result.status === 'signed-in' ? ['signed-in', { user: result.user }] : undefined),
  },
  answer: {
    to: 'POST auth/challenges/*',
    with: 'body',
    gives: session,
    open: true,
    kind: 'once',
    fact: ({ user }) => ['signed-in', { user }],
  },
  stepUp: { to: 'POST auth/step-ups', gives: session, kind: 'once' },
  session: { to: 'GET auth/sessions/current', gives: session, open: true, recover: nobody },
  signOut: {
    to: 'DELETE auth/sessions/current',
    gives: () => null,
    open: true,
    recover: nobody,
    fact: () => ['signed-out', { reason: 'requested' }],
  },
};
