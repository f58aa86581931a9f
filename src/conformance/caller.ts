import type { Problem } from '../client/wire/index.js';
import { Absent, Broken } from './verdict.js';

/** What a call sends besides method and path. */
export interface Sent {
  body?: unknown;
  /** A body as it is, in place of JSON. */
  raw?: string;
  headers?: Record<string, string>;
  /** Idempotency key without quotes: fresh for each POST unless given, null for none. */
  key?: string | null;
}

/** An answer that has been read. */
export interface Answer {
  /** `POST /accounts/…`, for messages. */
  call: string;
  status: number;
  headers: Headers;
  text: string;
  json<T>(): T;
}

/** Calls the backend under test as one person. */
export interface Caller {
  send(method: string, path: string, sent?: Sent): Promise<Answer>;
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown, sent?: Sent): Promise<Answer>;
  /** With the `If-Match` of what `GET` of the same path answers now. */
  change(method: 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<Answer>;
  /** True when the person is known by a cookie. */
  readonly byCookie: boolean;
}

/** Unlike any other of this or another run. */
export function fresh(): string {
  return [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(36)).join('');
}

export function createCaller(
  baseUrl: string,
  always: Readonly<Record<string, string>>,
  fetchIt: typeof fetch,
): Caller {
  async function send(method: string, path: string, sent: Sent = {}): Promise<Answer> {
    const headers = new Headers(always);
    const body = sent.raw ?? (sent.body === undefined ? undefined : JSON.stringify(sent.body));
    if (body !== undefined) headers.set('Content-Type', 'application/json');
    if (method === 'POST' && sent.key !== null) headers.set('Idempotency-Key', `"${sent.key ?? fresh()}"`);
    for (const [name, value] of Object.entries(sent.headers ?? {})) headers.set(name, value);
    const response = await fetchIt(baseUrl + path, { method, headers, ...(body !== undefined && { body }) });
    const text = await response.text();
    const call = `${method} ${path}`;
    if (response.status === 405 || response.status === 501) throw new Absent(`${call} is not offered`);
    const json = <T>(): T => parsed(call, text) as T;
    return { call, status: response.status, headers: response.headers, text, json };
  }

  return {
    send,
    get: (path) => send('GET', path),
    post: (path, body = {}, sent = {}) => send('POST', path, { body, ...sent }),
    async change(method, path, body) {
      const tag = (await send('GET', path)).headers.get('etag') ?? '"none"';
      return send(method, path, { headers: { 'If-Match': tag }, ...(body === undefined ? {} : { body }) });
    },
    byCookie: Object.keys(always).some((name) => name.toLowerCase() === 'cookie'),
  };
}

function parsed(call: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Broken(`${call} answers no JSON: ${text.slice(0, 200)}`);
  }
}

/** Says what is wrong unless it holds. */
export function expect(holds: boolean, complaint: string): asserts holds {
  if (!holds) throw new Broken(complaint);
}

/** The body of an answer with this status; anything else breaks the rule. */
export function expectStatus<T = unknown>(answer: Answer, status: number): T {
  expect(
    answer.status === status,
    `${answer.call} answers ${answer.status}, not ${status}: ${answer.text.slice(0, 300)}`,
  );
  return (answer.text === '' ? undefined : answer.json()) as T;
}

/** The problem of a refusal of this status and kind, and, where one is named, this exact reason. */
export function expectProblem(answer: Answer, status: number, slug: string, code?: string): Problem {
  const problem = expectStatus<Problem>(answer, status);
  expect(
    problem.type === `/problems/${slug}`,
    `${answer.call} answers ${problem.type}, not /problems/${slug}`,
  );
  if (code !== undefined)
    expect(problem.code === code, `${answer.call} gives the reason ${problem.code}, not ${code}`);
  return problem;
}
