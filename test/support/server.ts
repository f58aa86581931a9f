import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Problem } from '../../src/client/wire/index.js';
import { createApp, type App } from '../../server/app.js';
import { createConfig, type Config } from '../../server/config.js';
import type { Log, Mail, PasswordHash, Ports, Random } from '../../server/ports.js';
import { accountIdOf, demoPassword, scenarioOf, seed, userIdOf } from '../../server/scenarios/index.js';
import type { Scenario, ScenarioName } from '../../server/scenarios/index.js';
import type { Store } from '../../server/stores/port.js';
import { Canaries } from './canaries.js';
import { TestClock } from './clock.js';
import { Contract, Description } from './contract.js';
import { openTestStore } from './store.js';

export interface TestOptions {
  /** What is in the store; `null` leaves it empty. */
  scenario?: ScenarioName | Scenario | null;
  config?: Parameters<typeof createConfig>[0];
  /** A store to use instead of a new one, such as that of another server. */
  store?: Store;
  ports?: Partial<Ports>;
}

/** What a call sends besides method and path. */
export interface Sent {
  body?: unknown;
  headers?: Record<string, string>;
  /** Sent as it is, in place of JSON. */
  raw?: BodyInit;
  /** Fresh for each call unless given; null leaves it out. */
  key?: string | null;
  peer?: string;
}

/** An answer, read and compared with the contract. */
export interface Answered {
  status: number;
  headers: Headers;
  text: string;
  /** The body as this type; tests know what they asked for. */
  json<T = Record<string, unknown>>(): T;
  problem(): Problem;
}

/** Somebody who calls the backend, with or without a session. */
export interface Caller {
  send(method: string, path: string, sent?: Sent): Promise<Answered>;
  get(path: string, sent?: Sent): Promise<Answered>;
  post(path: string, body?: unknown, sent?: Sent): Promise<Answered>;
  put(path: string, body?: unknown, sent?: Sent): Promise<Answered>;
  /** Reads the resource for its ETag first, unless the call brings an `If-Match` of its own. */
  patch(path: string, body?: unknown, sent?: Sent): Promise<Answered>;
  del(path: string, sent?: Sent): Promise<Answered>;
  /** `Cookie` header, empty without a session. */
  cookie(): string;
}

export interface TestServer {
  app: App;
  store: Store;
  ports: Ports;
  config: Config;
  clock: TestClock;
  contract: Contract;
  /** Secrets that went through; none of them may be in `logs`. */
  canaries: Canaries;
  mails: Mail[];
  logs: string[];
  anonymous(): Caller;
  /** Signs in with the demo password. */
  as(username: string): Promise<Caller>;
  /** Calls with these headers and no cookie. */
  withHeaders(headers: Record<string, string>): Caller;
  close(): Promise<void>;
}

export { accountIdOf, demoPassword, userIdOf };

/** A backend in this process, on the store of the test run, with a clock that stands still. */
export async function startServer(options: TestOptions = {}): Promise<TestServer> {
  const store = options.store ?? (await openTestStore());
  const clock = new TestClock();
  const mails: Mail[] = [];
  const logs: string[] = [];
  const ports: Ports = {
    store,
    clock,
    random: seededRandom(),
    passwordHash: quickHash,
    mail: { send: async (mail) => void mails.push(mail) },
    scheduler: clock,
    log: logInto(logs),
    ...options.ports,
  };
  const { scenario = 'northwind' } = options;
  const chosen = typeof scenario === 'string' ? scenarioOf(scenario) : (scenario ?? undefined);
  const config = createConfig({ identityPolicy: chosen?.identityPolicy, ...options.config });
  if (chosen) await seed(store, chosen, { clock, passwordHash: quickHash });
  const product = createApp(ports, config);
  const contract = new Contract(await describe(product, config.publicUrl));
  const canaries = new Canaries();
  const app = watched(product, contract, canaries);
  const callerWith = (headers: Record<string, string>) =>
    createCaller(app, config.publicUrl, { contract, canaries }, headers);
  return {
    ...{ app, store, ports, config, clock, contract, canaries, mails, logs },
    anonymous: () => callerWith({}),
    withHeaders: callerWith,
    async as(username) {
      const caller = callerWith({});
      const answer = await caller.post('/auth/sessions', { username, password: demoPassword });
      assert.equal(answer.status, 201, `${username} signs in: ${answer.text}`);
      return caller;
    },
    async close() {
      await store.close();
      for (const { text } of mails) canaries.mailed(text);
      canaries.check(logs);
    },
  };
}

/** The same app, whose every answer is compared with the contract, whoever asked. */
function watched(app: App, contract: Contract, canaries: Canaries): App {
  return {
    ...app,
    async fetch(request, ...more) {
      const response = await app.fetch(request, ...more);
      for (const line of response.headers.getSetCookie()) canaries.cookie(line);
      const { method } = request;
      // A stream has no end, and neither of these methods has an answer of its own in the document.
      if (isStream(response) || method === 'HEAD' || method === 'OPTIONS') return response;
      const text = await response.clone().text();
      const { status, headers } = response;
      contract.check({ method, pathname: new URL(request.url).pathname, status, headers, text });
      if (text.startsWith('{')) canaries.told(JSON.parse(text));
      return response;
    },
  };
}

const isStream = ({ headers }: Response): boolean =>
  headers.get('content-type')?.startsWith('text/event-stream') ?? false;

let description: Promise<Description> | undefined;

/** Once for a process: what differs from backend to backend is no more than its name and address. */
function describe(app: App, origin: string): Promise<Description> {
  return (description ??= app
    .fetch(new Request(`${origin}/v1/openapi.json`))
    .then(async (answer) => new Description((await answer.json()) as never)));
}

let keys = 0;

function createCaller(
  app: App,
  origin: string,
  { contract, canaries }: Pick<TestServer, 'contract' | 'canaries'>,
  always: Record<string, string>,
): Caller {
  const jar = new Map<string, string>();
  const cookie = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

  async function send(method: string, path: string, sent: Sent = {}): Promise<Answered> {
    const headers = new Headers(always);
    if (jar.size > 0) headers.set('cookie', cookie());
    const hasBody = sent.raw !== undefined || sent.body !== undefined;
    if (hasBody) headers.set('content-type', 'application/json');
    if (method === 'POST' && sent.key !== null)
      headers.set('idempotency-key', sent.key ?? `"test-${String((keys += 1))}"`);
    for (const [name, value] of Object.entries(sent.headers ?? {})) headers.set(name, value);
    const url =
      path.startsWith('/v1') || path.startsWith('/healthz') || path.startsWith('/readyz')
        ? path
        : `/v1${path}`;
    const init: RequestInit & { duplex?: 'half' } = { method, headers, duplex: 'half' };
    if (hasBody) init.body = sent.raw ?? JSON.stringify(sent.body);
    canaries.sent(sent.body);
    const response = await app.fetch(new Request(origin + url, init), sent.peer ?? '192.0.2.1');
    const text = await textOf(response);
    keepCookies(response.headers);
    const { pathname } = new URL(origin + url);
    if (isStream(response))
      contract.check({ method, pathname, status: response.status, headers: response.headers, text });
    const json = <T>() => JSON.parse(text) as T;
    return { status: response.status, headers: response.headers, text, json, problem: () => json<Problem>() };
  }

  function keepCookies(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const split = pair.indexOf('=');
      if (/max-age=0(;|$)/i.test(line)) jar.delete(pair.slice(0, split));
      else jar.set(pair.slice(0, split), pair.slice(split + 1));
    }
  }

  async function conditional(method: string, path: string, sent: Sent): Promise<Answered> {
    if (sent.headers && 'if-match' in sent.headers) return send(method, path, sent);
    const now = await send('GET', path);
    const tag = now.headers.get('etag') ?? '"v0"';
    return send(method, path, { ...sent, headers: { 'if-match': tag, ...sent.headers } });
  }

  return {
    send,
    cookie,
    get: (path, sent) => send('GET', path, sent),
    post: (path, body = {}, sent = {}) => send('POST', path, { body, ...sent }),
    put: (path, body = {}, sent = {}) => send('PUT', path, { body, ...sent }),
    patch: (path, body = {}, sent = {}) => conditional('PATCH', path, { body, ...sent }),
    del: (path, sent = {}) => conditional('DELETE', path, sent),
  };
}

/** The body, or the first chunk of a stream, which has no end. */
async function textOf(response: Response): Promise<string> {
  if (!isStream(response)) return response.text();
  const reader = response.body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return new TextDecoder().decode(first?.value);
}

/** One way, and quick: what is tested here is not the hashing. */
const quickHash: PasswordHash = {
  hash: async (password) => `test:${createHash('sha256').update(password).digest('hex')}`,
  verify: async (password, hash) => hash === (await quickHash.hash(password)),
};

/** The same bytes every time. */
function seededRandom(state = 0x2545f491): Random {
  return {
    bytes(count) {
      const bytes = new Uint8Array(count);
      for (let index = 0; index < count; index += 1) {
        state ^= state << 13;
        state ^= state >>> 17;
        state ^= state << 5;
        bytes[index] = state & 0xff;
      }
      return bytes;
    },
  };
}

function logInto(lines: string[]): Log {
  const write = (level: string) => (event: string, fields?: object) => {
    lines.push(JSON.stringify({ level, event, ...fields }));
  };
  return { info: write('info'), warn: write('warn'), error: write('error') };
}
