import { Hono, type Context as HonoContext } from 'hono';
import { isId } from '../src/domain/index.js';
import { createEmbedVerifier } from './auth/embed-token.js';
import type { Config } from './config.js';
import type { Endpoint } from './endpoint.js';
import { answerPlanChange, planChangePath } from './host/plan-change.js';
import { checkHost, checkWriteOrigin, preflight } from './kernel/origin.js';
import { answerOfProblem, type Answer } from './kernel/respond.js';
import { run, type Kernel } from './kernel/run.js';
import { callerAddress, finish, requestIdOf } from './kernel/transport.js';
import { problemOfViolation } from './kernel/unique.js';
import { createOpenApi } from './openapi/document.js';
import { Live } from './live/live.js';
import type { Ports } from './ports.js';
import { ProblemError } from './problem.js';
import { endpoints } from './routes/index.js';
import { StoreUnavailable, UniqueViolation } from './stores/port.js';

/** The backend: a pure function from request to response over its ports. */
export interface App {
  /**
   * `peer` is the address of whoever connected, where the surroundings know it. `keepCookie` gets every
   * `Set-Cookie` as well: a page that runs the backend itself may not read that header.
   */
  fetch(request: Request, peer?: string | null, keepCookie?: KeepCookie): Promise<Response>;
  readonly endpoints: readonly Endpoint[];
  /** Ends the streams that are open; their readers come back to another process. */
  stop(): void;
}

export type KeepCookie = (cookie: string) => void;

type Env = { Bindings: { requestId: string; peer: string | null; keepCookie: KeepCookie | undefined } };

/** Puts the endpoints behind one router. Nothing runs until a request comes. */
export function createApp(ports: Ports, config: Config): App {
  const live = new Live(ports);
  const kernel: Kernel = { ports, config, verify: createEmbedVerifier(config.embed), live };
  const router = new Hono<Env>();
  router.get('/healthz', (c) => c.json({ status: 'ok' }));
  router.get('/readyz', async (c) => {
    await ports.store.ping();
    return c.json({ status: 'ready' });
  });
  const document = createOpenApi(endpoints, config);
  router.get('/v1/openapi.json', (c) => c.json(document));
  if (config.hostKey !== null) {
    router.put(planChangePath, async (c) =>
      c.json(await answerPlanChange(ports, config, c.req.raw, c.req.param('accountId') ?? '')),
    );
  }
  for (const endpoint of endpoints) {
    router.on(endpoint.method, `/v1${endpoint.path}`, (c) => answer(kernel, endpoint, c));
  }
  router.notFound((c) => {
    throw unknownPath(new URL(c.req.url).pathname);
  });
  router.onError((error, c) => responseOf(answerOfProblem(problemOf(error, ports, c), c.env.requestId)));
  return {
    endpoints,
    stop: () => live.stop(),
    async fetch(request, peer = null, keepCookie = undefined) {
      const requestId = requestIdOf(request, ports.random);
      const response = await guarded(request, requestId, () =>
        router.fetch(request, { requestId, peer, keepCookie }),
      );
      return finish(request, response, requestId, config);
    },
  };

  /** What holds for every path: the host, the question before a cross-origin call, the origin of a write. */
  async function guarded(
    request: Request,
    requestId: string,
    go: () => Response | Promise<Response>,
  ): Promise<Response> {
    try {
      const { pathname } = new URL(request.url);
      if (pathname !== '/healthz' && pathname !== '/readyz') checkHost(request, config);
      if (request.method === 'OPTIONS') return preflight(request, config);
      if (request.method !== 'GET' && request.method !== 'HEAD') checkWriteOrigin(request, config);
      return await go();
    } catch (error) {
      if (error instanceof ProblemError) return responseOf(answerOfProblem(error, requestId));
      throw error;
    }
  }
}

async function answer(kernel: Kernel, endpoint: Endpoint, c: HonoContext<Env>): Promise<Response> {
  const { requestId, peer, keepCookie } = c.env;
  const given = await run(kernel, endpoint, {
    request: c.req.raw,
    params: c.req.param(),
    requestId,
    ip: callerAddress(c.req.raw, peer, kernel.config),
  });
  if (keepCookie) given.cookies.forEach(keepCookie);
  return responseOf(given);
}

/** An address below an account whose id is malformed says so (AC rows); any other is unknown. */
function unknownPath(pathname: string): ProblemError {
  const [, accountId, after] = /^\/v1\/accounts\/([^/]*)(\/.*)?$/.exec(pathname) ?? [];
  const malformed = accountId !== undefined && (!isId('account', accountId) || after?.startsWith('//'));
  return malformed
    ? new ProblemError('malformed-request', { code: 'account_id_malformed' })
    : new ProblemError('not-found');
}

/** Every failure has an answer that says no more than it should; the log says the rest. */
function problemOf(error: unknown, { log }: Ports, c: HonoContext<Env>): ProblemError {
  if (error instanceof ProblemError) return error;
  const violation = error instanceof UniqueViolation ? problemOfViolation(error) : undefined;
  if (violation) return violation;
  const { requestId } = c.env;
  if (error instanceof StoreUnavailable) log.warn('store-unavailable', { requestId });
  else log.error('unexpected', { requestId, error: error instanceof Error ? error.stack : String(error) });
  return new ProblemError('unavailable', { retryAfter: 2 });
}

function responseOf({ status, headers, body, stream, cookies }: Answer): Response {
  const response = new Response(stream ?? body, { status, headers });
  for (const cookie of cookies) response.headers.append('Set-Cookie', cookie);
  return response;
}
