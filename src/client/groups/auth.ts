import type { CallOptions, CallTable, WriteOptions } from '../call.js';
import { decodeNothing, decodeOne } from '../decode.js';
import type { CcError } from '../errors.js';
import type {
  ChallengeAnswer,
  PasswordReset,
  PasswordResetDone,
  SignedIn,
  SignIn,
  SignInPending,
} from '../wire/index.js';

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
  /** Mails a link to a new password, if there is such a login; the answer is the same if not (P18). */
  resetPassword(username: string, options?: CallOptions): Promise<void>;
  /** Sets a new password with the token of that link. Second factors stay, every session ends. */
  completeReset(reset: PasswordReset, options?: CallOptions): Promise<PasswordResetDone>;
  /** Changes the own password after a fresh proof; every other browser is signed out (R68). */
  changePassword(password: string, options?: WriteOptions): Promise<void>;
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
  resetPassword: {
    to: 'POST auth/password-resets',
    with: 'username',
    gives: decodeNothing,
    open: true,
    kind: 'once',
  },
  completeReset: {
    to: 'POST auth/password-resets/complete',
    with: 'body',
    gives: decodeOne<PasswordResetDone>('username'),
    open: true,
    kind: 'once',
  },
  changePassword: { to: 'PUT me/password', with: 'password', gives: decodeNothing },
  signOut: {
    to: 'DELETE auth/sessions/current',
    gives: () => null,
    open: true,
    recover: nobody,
    fact: () => ['signed-out', { reason: 'requested' }],
  },
};
