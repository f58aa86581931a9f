import { localError, type CcError } from './errors.js';

/** Why a token is needed: none yet, the last one worked before, it never worked, or a fresh proof is asked. */
export type TokenReason = 'first' | 'expired' | 'refused' | 'step-up';

/**
 * Brings a token of the host's backend; null means cookies. It has to settle: calls wait for it within their own
 * time. `signal` aborts when the person signs out.
 */
export type GetToken = (need: {
  reason: TokenReason;
  signal: AbortSignal;
}) => Promise<string | null> | string | null;

/** Knows who calls. One `getToken` serves all concurrent needs, and the newest token always wins. */
export interface Tokens {
  /** Aborts, with the error to throw, when the person is gone: what is under way belongs to nobody then (N06). */
  identity(): AbortSignal;
  /** The token to send; asked for at the first need, not before. */
  current(): Promise<string | null>;
  /** A token in place of a refused one, or one with a fresh proof. The same one back means there is no other. */
  renew(refused: string | null, stepUp: boolean): Promise<string | null>;
  /** The backend knows who calls. */
  accepted(token: string | null): void;
  /** The backend no longer knows who called under this identity; said once until somebody is known again (N05). */
  expire(identity: AbortSignal): void;
  /** Drops the token, and the answers of all questions still open. */
  forget(reason?: CcError): void;
}

export function createTokens(getToken: GetToken | undefined, onExpired: () => void): Tokens {
  const unknown = getToken ? undefined : null;
  let person = new AbortController();
  let token: string | null | undefined = unknown;
  // One question at a time for each kind of need: any token, or one with a fresh proof.
  let running: Partial<Record<'any' | 'fresh', Promise<string | null>>> = {};
  let worked = false;
  let signedOut = false;
  let asked = 0;
  let newest = 0;

  const bring = async (reason: TokenReason) => {
    const number = ++asked;
    const { signal } = person;
    const answer = await Promise.race([
      Promise.resolve({ reason, signal })
        .then(getToken)
        .catch((cause: unknown) => {
          const error = tokenError(cause);
          if (error.status === 401) tokens.expire(signal);
          throw error;
        }),
      new Promise<never>((_, failed) => {
        signal.addEventListener('abort', () => failed(signal.reason));
      }),
    ]);
    if (number > newest) {
      newest = number;
      token = (answer as string | null | undefined) ?? null;
      worked = false;
    }
    return token ?? null;
  };

  const ask = (reason: TokenReason) => {
    const questions = running;
    const need = reason === 'step-up' ? 'fresh' : 'any';
    return (questions[need] ??= bring(reason).finally(() => (questions[need] = undefined)));
  };

  const tokens: Tokens = {
    identity: () => person.signal,

    current: async () => (token === undefined ? ask('first') : token),

    renew: async (refused, stepUp) => {
      if (!getToken) return refused;
      if (!stepUp && token !== undefined && token !== refused) return token;
      return ask(stepUp ? 'step-up' : worked ? 'expired' : 'refused');
    },

    accepted(sent) {
      worked ||= sent === token;
      signedOut = false;
    },

    expire(identity) {
      if (identity.aborted) return;
      tokens.forget(localError('unauthenticated', { status: 401 }));
      if (!signedOut) onExpired();
      signedOut = true;
    },

    forget(reason = localError('aborted')) {
      person.abort(reason);
      person = new AbortController();
      running = {};
      token = unknown;
      worked = false;
    },
  };
  return tokens;
}

/** Why the host's `getToken` failed: nobody is signed in there, no way there, or anything else. */
function tokenError(cause: unknown): CcError {
  const { status, response } = (cause ?? {}) as { status?: number; response?: { status?: number } };
  const answered = status ?? response?.status;
  const kind = answered === 401 ? 'unauthenticated' : cause instanceof TypeError ? 'offline' : 'unavailable';
  return localError(kind, { status: answered, cause });
}
