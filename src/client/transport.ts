import type { KyInstance } from 'ky';
import { createBudget, type Budget } from './budget.js';
import type { Call, Send } from './call.js';
import type { Clock } from './clock.js';
import { CcError, isCcError, localError } from './errors.js';
import type { Fact } from './facts.js';
import type { RetryLimits } from './limits.js';
import type { Diagnostic } from './options.js';
import { fraction, intentKey, type Random } from './random.js';
import { readResponse } from './response.js';
import { retryDelay } from './retry.js';
import type { Tokens } from './tokens.js';

export interface TransportParts {
  readonly http: KyInstance;
  readonly headers: () => HeadersInit | Promise<HeadersInit>;
  readonly tokens: Tokens;
  readonly emit: (fact: Fact) => void;
  readonly clock: Clock;
  readonly random: Random;
  readonly limits: RetryLimits;
  /** The account shown where a call names none. */
  readonly accountId: string | undefined;
  readonly onDiagnostic: (diagnostic: Diagnostic) => void;
}

/** What one call has been through. */
interface Course {
  readonly budget: Budget;
  /** Goes along with every request of the call (R35). */
  readonly key: string | undefined;
  readonly identity: AbortSignal;
  /** The token sent last; undefined while there was none. */
  token?: string | null;
  renewed: boolean;
  requests: number;
}

/** Carries out calls: identity, time limits, retries; then tells what became true. */
export function createTransport(parts: TransportParts): Send {
  const { http, tokens, clock, random, limits, onDiagnostic } = parts;
  const reported = new Set<string>();

  const request = async <T>(call: Call<T>, course: Course): Promise<T> => {
    const { budget, identity } = course;
    // A retry must not go out under the name of whoever signed in meanwhile.
    identity.throwIfAborted();
    course.token = undefined;
    const token = await budget.run(limits.totalMs, tokens.current);
    course.token = token;
    const result = await budget.run(limits.attemptMs, async (signal) => {
      const headers = new Headers(await parts.headers());
      for (const [name, value] of ownHeaders(call, course)) if (value) headers.set(name, value);
      course.requests++;
      const { method, query, body } = call;
      const path = call.path.map(segment).join('/');
      const response = await http(path, { method, headers, searchParams: query, json: body, signal });
      return readResponse(response, call.spec.gives, clock.now(), (count) => {
        if (!reported.has(call.action)) onDiagnostic({ type: 'items-skipped', action: call.action, count });
        reported.add(call.action);
      });
    });
    if (!call.spec.open) tokens.accepted(token);
    return result;
  };

  const ownHeaders = <T>({ method, version, spec, options, accountId }: Call<T>, { token, key }: Course) =>
    [
      ['accept', 'application/json, application/problem+json'],
      ['authorization', token && `Bearer ${token}`],
      ['idempotency-key', key],
      ['if-match', version !== undefined && `"${version}"`],
      [
        'cc-account',
        method !== 'GET' && !spec.open && (options.shownAccountId ?? accountId ?? parts.accountId),
      ],
    ] as const;

  /** After a refusal of the identity: is there another token to try with? */
  const renew = async <T>({ spec }: Call<T>, course: Course, { kind }: CcError, last: boolean) => {
    const { token, identity, budget } = course;
    const stepUp = kind === 'step-up-required';
    const nobody = token === undefined || (spec.open && token === null);
    if (nobody || (!stepUp && kind !== 'unauthenticated')) return false;
    identity.throwIfAborted();
    if (!last) {
      const next = await budget.run(limits.totalMs, () => tokens.renew(token, stepUp));
      if (next !== token) return (course.renewed = true);
    }
    if (!stepUp && (course.renewed || !last)) tokens.expire(identity);
    return false;
  };

  const persist = async <T>(call: Call<T>, course: Course): Promise<T> => {
    for (let number = 1; ; number++) {
      try {
        return await request(call, course);
      } catch (thrown) {
        const error = asCcError(thrown);
        if (await renew(call, course, error, number >= limits.attempts)) continue;
        const { repeatable } = call;
        const delay = retryDelay({ number, error, repeatable, fraction: fraction(random) }, limits);
        if (delay === undefined || delay >= course.budget.left()) throw error;
        await course.budget.pause(delay);
      }
    }
  };

  const tell = (fact: Fact | undefined) => {
    if (fact?.[0] === 'signed-out') tokens.forget();
    if (fact) parts.emit(fact);
  };

  return async (call) => {
    const { action, method, keyed, options, accountId, spec } = call;
    const started = clock.now().getTime();
    const course: Course = {
      budget: createBudget(clock, limits.totalMs, options.signal),
      key: keyed ? (options.idempotencyKey ?? intentKey(random)) : undefined,
      identity: tokens.identity(),
      renewed: false,
      requests: 0,
    };
    let error: CcError | undefined;
    try {
      const result = await persist(call, course).catch((thrown: unknown) => {
        error = asCcError(thrown);
        const answer = spec.recover?.(error);
        if (answer === undefined) throw error;
        return answer;
      });
      tell(call.fact(result));
      return result;
    } catch (thrown) {
      if (error && error.kind !== 'aborted') tell(['failure', { action, accountId, error }]);
      throw thrown;
    } finally {
      const ms = clock.now().getTime() - started;
      const { code, requestId } = error ?? {};
      onDiagnostic({ type: 'call', action, method, ms, requests: course.requests, code, requestId });
    }
  };
}

/** A part of the address. What could climb out of its place, such as `..`, never leaves the page. */
function segment(part: string): string {
  if (/^[\w-]+$/.test(part)) return part;
  throw new CcError({ kind: 'malformed-request', code: 'account_id_malformed' });
}

/** Whatever fetch threw: without an answer it is the way that failed. */
function asCcError(thrown: unknown): CcError {
  return isCcError(thrown) ? (thrown as CcError) : localError('offline', { cause: thrown });
}
