import { CcError, localError } from './errors.js';

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
  // One question may run for each kind of need: any token, or one with a fresh proof.
  const running = new Map<boolean, Promise<string | null>>();
  let person = new AbortController();
  let token: string | null | undefined = getToken ? undefined : null;
  let worked = false;
  let signedOut = false;
  let asked = 0;
  let newest = 0;

  const failure = (cause: unknown, identity: AbortSignal) => {
    const { status, response } = (cause ?? {}) as { status?: number; response?: { status?: number } };
    const answered = status ?? response?.status;
    if (answered === 401) {
      tokens.expire(identity);
      return unknownPerson(cause);
    }
    return cause instanceof TypeError
      ? localError('offline', { cause })
      : new CcError({ kind: 'unavailable', code: 'unavailable', status: answered, cause });
  };

  const bring = async (reason: TokenReason) => {
    const number = ++asked;
    const { signal } = person;
    const gone = new Promise<never>((_, failed) => {
      signal.addEventListener('abort', () => failed(signal.reason));
    });
    const own = (async () => getToken?.({ reason, signal }))().catch((cause: unknown) => {
      throw failure(cause, signal);
    });
    const answer = await Promise.race([own, gone]);
    if (number > newest) {
      newest = number;
      token = answer ?? null;
      worked = false;
    }
    return token ?? null;
  };

  const ask = (reason: TokenReason) => {
    const kind = reason === 'step-up';
    const known = running.get(kind);
    if (known) return known;
    const question = bring(reason);
    const done = () => running.get(kind) === question && running.delete(kind);
    running.set(kind, question);
    question.then(done, done);
    return question;
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
      tokens.forget(unknownPerson());
      if (!signedOut) onExpired();
      signedOut = true;
    },

    forget(reason = localError('aborted')) {
      person.abort(reason);
      person = new AbortController();
      running.clear();
      token = getToken ? undefined : null;
      worked = false;
    },
  };
  return tokens;
}

function unknownPerson(cause?: unknown): CcError {
  return new CcError({ kind: 'unauthenticated', code: 'unauthenticated', status: 401, cause });
}
