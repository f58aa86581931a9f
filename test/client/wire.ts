import { createClient, type CcClient, type ClientOptions } from '../../src/client/index.js';
import { problems, type ProblemSlug } from '../../src/domain/index.js';
import type { Problem } from '../../src/client/wire/index.js';
import { FakeClock } from '../support/fake-clock.js';

export const base = 'https://crew.test/v1';
export const accountId = 'acc_0000000000000000000001';

/** An answer in JSON. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', 'x-request-id': 'req_test', ...headers },
  });
}

/** A refusal as the backend words it. */
export function problem(
  slug: ProblemSlug,
  extras: Partial<Problem> = {},
  headers: Record<string, string> = {},
): Response {
  const { status, codes } = problems[slug];
  const body = {
    type: `/problems/${slug}`,
    code: codes[0],
    title: slug,
    status,
    instance: 'req_problem',
    ...extras,
  };
  return json(body, status, { 'content-type': 'application/problem+json', ...headers });
}

export type Answer = Response | Error | 'silence';

/** A backend of one function; it remembers what was asked. */
export class Wire {
  readonly requests: Request[] = [];
  readonly bodies: unknown[] = [];
  readonly #answer: (request: Request, number: number) => Answer | Promise<Answer>;

  constructor(answer: ((request: Request, number: number) => Answer | Promise<Answer>) | Answer[]) {
    this.#answer = Array.isArray(answer)
      ? (_, number) => answer[number - 1] ?? new Error(`no answer prepared for request ${number}`)
      : answer;
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    this.requests.push(request);
    const number = this.requests.length;
    const text = await request.clone().text();
    this.bodies[number - 1] = text ? JSON.parse(text) : undefined;
    const answer = await this.#answer(request, number);
    if (answer instanceof Error) throw answer;
    return answer === 'silence' ? new Promise<never>(() => undefined) : answer;
  };

  /** Resolves once the first request has left: the code of some calls is loaded before, which takes real time. */
  async started(): Promise<void> {
    while (this.requests.length === 0) await new Promise((done) => setImmediate(done));
  }

  header(number: number, name: string): string | null {
    const request = this.requests[number - 1];
    if (!request) throw new Error(`there was no request ${number}`);
    return request.headers.get(name);
  }
}

export const networkError = () => new TypeError('fetch failed');

export interface Bench {
  wire: Wire;
  clock: FakeClock;
  client: CcClient;
  /** Every fact told so far, by name. */
  told: string[];
}

/** A client over a wire, on a clock that a test moves; jitter is as long as it can be unless told otherwise. */
export function bench(
  answer: ConstructorParameters<typeof Wire>[0],
  options: Partial<ClientOptions> = {},
  jitter = 255,
): Bench {
  const wire = new Wire(answer);
  const clock = new FakeClock();
  const told: string[] = [];
  const random = { bytes: (count: number) => new Uint8Array(count).fill(jitter) };
  const client = createClient({ baseUrl: base, fetch: wire.fetch, clock, random, ...options });
  client.subscribe('*', (_, type) => told.push(type));
  return { wire, clock, client, told };
}

/** What a promise came to, without throwing. */
export async function outcome<T>(promise: Promise<T>): Promise<{ value: T } | { error: unknown }> {
  return promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
}
