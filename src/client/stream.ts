import type { EventSourceMessage } from 'eventsource-parser';
import type { Send } from './call.js';
import type { Clock } from './clock.js';
import { isCcError } from './errors.js';
import type { FactStream } from './facts.js';
import type { LiveState, StreamOptions } from './groups/audit.js';
import { fraction, type Random } from './random.js';
import type { AccountChange } from './wire/index.js';

export interface StreamParts {
  readonly send: Send;
  readonly facts: FactStream;
  readonly clock: Clock;
  readonly random: Random;
}

/** Without a sign of life for so long the stream counts as broken; the backend gives one every 15 s. */
const silentMs = 45_000;
const firstPauseMs = 1_000;
const longestPauseMs = 30_000;
/** While there is no stream, everything is read again so often. */
const pollMs = 30_000;

/** After these there is nothing to come back for, until somebody signs in or asks again. */
const ended = ['unauthenticated', 'forbidden', 'not-found', 'link-pending', 'mfa-enrolment-required'];

/**
 * Follows an account until `signal` aborts. Each change becomes a `live.changed` fact, also one that this client itself
 * has made: whoever listens compares versions. A stream that breaks is taken up where it was, after pauses that grow;
 * until then everything is told to be read again from time to time.
 */
export async function follow(
  { send, facts, clock, random }: StreamParts,
  accountId: string,
  { onState, resume = {} }: StreamOptions,
  signal: AbortSignal,
): Promise<void> {
  let state: LiveState | undefined;
  const show = (next: LiveState) => {
    if (next !== state && !signal.aborted) onState?.((state = next));
  };
  let told = clock.now().getTime();
  const tell = (change: AccountChange) => {
    told = clock.now().getTime();
    facts.emit(['live.changed', { accountId, ...change }]);
  };
  const everything = () => tell({ kind: 'everything', id: accountId, version: 0 });

  for (let failures = 0; !signal.aborted;) {
    const attempt = new AbortController();
    const stop = () => attempt.abort();
    signal.addEventListener('abort', stop);
    try {
      const answer = await open(attempt.signal);
      for await (const { id, event, data } of eventsOf(answer, clock, attempt.signal)) {
        failures = 0;
        show('live');
        if (event === 'change') tell(JSON.parse(data) as AccountChange);
        if (event === 'reset') everything();
        resume.lastEventId = id ?? resume.lastEventId;
      }
    } catch (error) {
      if (isCcError(error) && ended.includes(error.kind)) return show('off');
    } finally {
      signal.removeEventListener('abort', stop);
      stop();
    }
    failures += 1;
    // One break is mended at once, and nobody needs to know.
    if (failures > 1 || state !== 'live') show('polling');
    const pause = fraction(random) * Math.min(longestPauseMs, firstPauseMs * 2 ** failures);
    await wait(clock, pause, signal);
    if (!signal.aborted && failures > 1 && clock.now().getTime() - told >= pollMs) everything();
  }

  function open(attempt: AbortSignal): Promise<Response> {
    const { lastEventId } = resume;
    return send<Response>({
      spec: { gives: (value) => value as Response },
      action: 'audit.stream',
      method: 'GET',
      path: ['accounts', accountId, 'events'],
      accountId,
      keyed: false,
      repeatable: false,
      options: { signal: attempt },
      stream: { accept: 'text/event-stream', ...(lastEventId && { 'last-event-id': lastEventId }) },
      fact: () => undefined,
    });
  }
}

/** The events of an answer; ends with it, and throws when it goes silent. */
async function* eventsOf(
  { headers, body }: Response,
  clock: Clock,
  signal: AbortSignal,
): AsyncGenerator<EventSourceMessage> {
  if (!body || !headers.get('content-type')?.startsWith('text/event-stream'))
    throw new TypeError('not a stream of events');
  const { createParser } = await import('eventsource-parser');
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const events: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (event) => events.push(event) });
  const cancel = () => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', cancel);
  try {
    for (;;) {
      let silent = false;
      const stop = clock.after(silentMs, () => {
        silent = true;
        cancel();
      });
      const { done, value } = await reader.read().finally(stop);
      if (silent) throw new TypeError('silent');
      if (done) return;
      parser.feed(decoder.decode(value, { stream: true }));
      yield* events.splice(0);
    }
  } finally {
    signal.removeEventListener('abort', cancel);
    cancel();
  }
}

function wait(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const cancel = clock.after(ms, resolve);
    signal.addEventListener('abort', () => {
      cancel();
      resolve();
    });
  });
}
