import type { KyInstance } from 'ky';
import { createBudget } from './budget.js';
import type { Call, Send } from './call.js';
import { pageClock } from './clock.js';
import { isCcError, localError, type CcError } from './errors.js';
import type { Fact } from './facts.js';
import type { RetryLimits } from './limits.js';
import type { ClientOptions } from './options.js';
import { fraction, intentKey, pageRandom } from './random.js';
import { readResponse } from './response.js';
import { retryDelay } from './retry.js';
import { createShown } from './shown.js';
import type { Tokens } from './tokens.js';

export interface TransportParts extends Pick<ClientOptions, 'clock' | 'headers' | 'onDiagnostic' | 'random'> {
  readonly http: KyInstance;
  readonly tokens: Tokens;
  readonly emit: (fact: Fact) => void;
  readonly limits: RetryLimits;
}

/** Carries out calls: identity, time limits, retries; then tells what became true. */
export function createTransport(parts: TransportParts): Send {
  const { http, tokens, limits, emit, onDiagnostic, clock = pageClock, random = pageRandom } = parts;
  const reported = new Set<string>();
  const shown = createShown();

  return async <T>(call: Call<T>) => {
    const { action, method, options, accountId, spec, version } = call;
    const started = clock.now().getTime();
    const budget = createBudget(clock, limits.totalMs, options.signal);
    const identity = tokens.identity();
    // One key for all requests of the call (R35).
    const key = call.keyed && (options.idempotencyKey ?? intentKey(random));
    // The token sent last; undefined while there was none.
    let token: string | null | undefined;
    let renewed = false;
    let requests = 0;
    let error: CcError | undefined;

    const headers = async () => {
      const extra = parts.headers;
      const all = new Headers(typeof extra === 'function' ? await extra() : extra);
      const set = (name: string, value: string | false | null | undefined) => value && all.set(name, value);
      set('accept', 'application/json');
      for (const name in call.stream) set(name, call.stream[name]);
      set('authorization', token && `Bearer ${token}`);
      set('idempotency-key', key);
      set('if-match', version !== undefined && `"v${version}"`);
      if (method !== 'GET' && !spec.open) {
        set('cc-account', options.shownAccountId ?? shown.for(accountId));
      }
      return all;
    };

    const skipped = (count: number) => {
      if (!reported.has(action)) onDiagnostic?.({ type: 'items-skipped', action, count });
      reported.add(action);
    };

    const request = async () => {
      // A retry must not go out under the name of whoever signed in meanwhile.
      identity.throwIfAborted();
      token = undefined;
      token = await budget.run(limits.totalMs, tokens.current);
      const result = await budget.run(limits.attemptMs, async (signal) => {
        const init = {
          method,
          headers: await headers(),
          searchParams: call.query,
          json: call.body,
          signal: call.stream ? options.signal : signal,
        };
        requests++;
        const response = await http(call.path.map(segment).join('/'), init);
        if (call.stream && response.ok) return response as T;
        return readResponse(response, spec.gives, clock.now(), skipped);
      });
      error = undefined;
      if (!spec.open) tokens.accepted(token);
      return result;
    };

    /** After a refusal of the identity: is there another token to try with? */
    const renew = async ({ kind }: CcError) => {
      const stepUp = kind === 'step-up-required';
      const sent = token;
      const nobody = sent === undefined || (spec.open && sent === null);
      if (nobody || (!stepUp && kind !== 'unauthenticated')) return false;
      identity.throwIfAborted();
      const again = renewed && !stepUp;
      const next = again ? sent : await budget.run(limits.totalMs, () => tokens.renew(sent, stepUp));
      if (stepUp) return next !== sent;
      renewed = true;
      if (next === sent) tokens.expire(identity);
      return next !== sent;
    };

    const persist = async () => {
      for (let number = 1; ; number++) {
        try {
          return await request();
        } catch (thrown) {
          error = asCcError(thrown);
          if ((await renew(error)) && number < limits.attempts) continue;
          const attempt = { number, error, repeatable: call.repeatable, fraction: fraction(random) };
          const delay = retryDelay(attempt, limits);
          if (delay === undefined || delay >= budget.left()) throw error;
          await budget.pause(delay);
        }
      }
    };

    let result: T | undefined;
    try {
      result = await persist();
    } catch (thrown) {
      error = asCcError(thrown);
      result = spec.recover?.(error);
      if (result === undefined) {
        if (error.kind !== 'aborted' && !call.stream) emit(['failure', { action, accountId, error }]);
        throw error;
      }
    } finally {
      const ms = clock.now().getTime() - started;
      onDiagnostic?.({ type: 'call', action, method, ms, requests, error });
    }
    const fact = call.fact(result as T);
    shown.learn(action, result);
    if (fact?.[0] === 'signed-out') {
      tokens.forget();
      shown.forget();
    }
    if (fact) emit(fact);
    return result as T;
  };
}

/** A part of the address. What could climb out of its place, such as `..`, never leaves the page. */
function segment(part: string): string {
  if (/^[\w-]+$/.test(part)) return part;
  throw localError('malformed-request', { code: 'account_id_malformed' });
}

/** Whatever fetch threw: without an answer it is the way that failed. */
function asCcError(thrown: unknown): CcError {
  return isCcError(thrown) ? (thrown as CcError) : localError('offline', { cause: thrown });
}
