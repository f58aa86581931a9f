import { authenticate } from '../auth/authenticate.js';
import type { EmbedVerifier } from '../auth/embed-token.js';
import { endSession, startSession, touchSession } from '../auth/sessions.js';
import type { Config } from '../config.js';
import type { Actor, Context, ReadContext } from '../context.js';
import type { AnyReply, Call, Endpoint } from '../endpoint.js';
import type { Ports } from '../ports.js';
import { ProblemError } from '../problem.js';
import { noteActivity } from '../services/activity.js';

import { readJson } from './body.js';
import { requireMatch } from './conditional.js';
import { claimKey, keepAnswer, parseKey, releaseClaim, fingerprint, type Claim } from './idempotency.js';
import { parseBody, parseParams, parseQuery } from './parse.js';
import { checkAccountIdForm, checkRelation, checkShownAccountForm, type Checked } from './relation.js';
import { answerOf, type Answer } from './respond.js';

/** What every call shares. */
export interface Kernel {
  ports: Ports;
  config: Config;
  verify: EmbedVerifier;
}

/** A request that has reached its endpoint. */
export interface Arrival {
  request: Request;
  params: Readonly<Record<string, string>>;
  requestId: string;
  ip: string | null;
}

interface Parsed extends Checked {
  query: unknown;
  body: unknown;
  key: string | undefined;
}

/** Runs one call in the order of R93: form, authentication, then everything that looks at rows. */
export async function run(kernel: Kernel, endpoint: Endpoint, arrival: Arrival): Promise<Answer> {
  const { ports, config } = kernel;
  const parsed = await checkForm(kernel, endpoint, arrival);
  const now = ports.clock.now();
  const { store } = ports;
  const actor = await authenticate(parsed.headers, kernel.verify, store.read, config, now);
  if (!actor && endpoint.access !== 'public') throw new ProblemError('unauthenticated');
  if (actor?.session) await touchSession(store, actor.session, now);
  const context = contextOf(kernel, arrival, actor, now);
  const answer =
    endpoint.method === 'GET'
      ? await runHandler(kernel, endpoint, context, parsed, undefined)
      : await runWrite(kernel, endpoint, context, parsed);
  const accountId = parsed.params['accountId'];
  if (actor && accountId !== undefined) await noteActivity(ports, actor, accountId, now);
  return answer;
}

/** Step 1 of R93: everything that can be said without knowing who is asking. */
async function checkForm(kernel: Kernel, endpoint: Endpoint, { request, params }: Arrival): Promise<Parsed> {
  const { headers } = request;
  const ids = parseParams(params);
  const query = parseQuery(new URL(request.url), endpoint.query);
  if (endpoint.method !== 'GET') checkShownAccountForm(headers);
  const raw = endpoint.body ? await readJson(request, kernel.config, kernel.ports.scheduler) : undefined;
  checkAccountIdForm(raw);
  const body = endpoint.body && parseBody(raw, endpoint.body);
  const key = endpoint.idempotent ? parseKey(headers.get('idempotency-key')) : undefined;
  return { params: ids, query, raw, body, headers, key };
}

function contextOf(
  { ports, config }: Kernel,
  { requestId, ip }: Arrival,
  actor: Actor | null,
  now: Date,
): ReadContext<Actor | null> {
  const { store, random, log } = ports;
  return { db: store.read, now, random, config, requestId, log, ip, actor };
}

/** A write with a key does its work once, and tells its first answer again (R35). */
async function runWrite(
  kernel: Kernel,
  endpoint: Endpoint,
  context: ReadContext<Actor | null>,
  parsed: Parsed,
): Promise<Answer> {
  if (parsed.key === undefined) return runTransaction(kernel, endpoint, context, parsed);
  const path = pathOf(endpoint, parsed.params);
  const who = context.actor?.user.id ?? 'anonymous';
  const claimed = await claimKey(kernel.ports, {
    scope: `${who} ${parsed.params['accountId'] ?? ''}`,
    key: parsed.key,
    hash: fingerprint(endpoint.method, path, parsed.raw),
  });
  if ('status' in claimed) {
    const { status, headers, body, sessionUserId } = claimed;
    const cookies = sessionUserId === null ? [] : await resumeSession(kernel, context, sessionUserId, parsed);
    return { status, headers, body, cookies };
  }
  try {
    return await runTransaction(kernel, endpoint, context, parsed, claimed);
  } catch (error) {
    await releaseClaim(kernel.ports, claimed);
    throw error;
  }
}

/** The repeat of a call that signed somebody in signs them in again: the first cookie may never have arrived. */
async function resumeSession(
  { ports }: Kernel,
  context: ReadContext<Actor | null>,
  userId: string,
  { headers }: Parsed,
): Promise<string[]> {
  return ports.store.transaction(async (tx) => {
    const user = await tx.users.get(userId);
    if (user?.status !== 'active') return [];
    return [await startSession({ ...context, db: tx, tx }, user, { userAgent: headers.get('user-agent') })];
  });
}

async function runTransaction(
  kernel: Kernel,
  endpoint: Endpoint,
  context: ReadContext<Actor | null>,
  parsed: Parsed,
  claim?: Claim,
): Promise<Answer> {
  const { params, query, body, headers } = parsed;
  const { ports } = kernel;
  // What `prepare` gets has the shape the endpoint declared; the kernel itself cannot know it.
  const prepareCall = { context, params, query, body, ports, headers } as Parameters<Endpoint['prepare']>[0];
  const prepared = await endpoint.prepare(prepareCall);
  const outcome = await ports.store.transaction(async (tx) => {
    const inside: Context<Actor | null> = { ...context, db: tx, tx };
    const answer = await runHandler(kernel, endpoint, inside, parsed, prepared).catch(keepReturned);
    if (answer instanceof KeptProblem) {
      if (claim) await tx.idempotencyKeys.remove({ id: claim.id });
    } else if (claim) {
      const { status, headers: kept, body: text, sessionUserId = null } = answer;
      await keepAnswer(inside, claim, { status, headers: kept, body: text, sessionUserId });
    }
    return answer;
  });
  if (outcome instanceof KeptProblem) throw outcome.problem;
  return outcome;
}

/** A refusal that keeps what its transaction wrote, such as a counted try. */
class KeptProblem extends Error {
  constructor(readonly problem: ProblemError) {
    super(problem.message);
  }
}

function keepReturned(error: unknown): KeptProblem {
  if (error instanceof KeptProblem) return error;
  throw error;
}

async function runHandler(
  kernel: Kernel,
  endpoint: Endpoint,
  context: ReadContext<Actor | null>,
  parsed: Parsed,
  prepared: unknown,
): Promise<Answer> {
  const { params, query, body, headers } = parsed;
  const access = context.actor
    ? await checkRelation(endpoint, { ...context, actor: context.actor }, parsed)
    : undefined;
  const call: Call = {
    // Writes of the kernel pass a context with `tx`; the endpoint's types say which one it gets.
    context: context as Call['context'],
    params,
    query,
    body,
    access: access as Call['access'],
    prepared,
    ports: kernel.ports,
    headers,
    match: (version, current) => requireMatch(headers, version, current),
  };
  const reply = await endpoint.handle(call);
  if (!(reply instanceof ProblemError)) return finishReply(context, reply, headers);
  throw endpoint.method === 'GET' ? reply : new KeptProblem(reply);
}

async function finishReply(
  context: ReadContext<Actor | null>,
  reply: AnyReply,
  headers: Headers,
): Promise<Answer> {
  const answer: Answer = {
    ...answerOf(reply.status, reply.body, reply.version),
    cookies: [...(reply.cookies ?? [])],
  };
  if (reply.location !== undefined) answer.headers['Location'] = `/v1${reply.location}`;
  if (reply.session === undefined) return answer;
  const inside = context as Context<Actor | null>;
  if (reply.session === 'end') {
    answer.cookies.push(await endSession(inside));
  } else {
    const { start: user, deviceId } = reply.session;
    answer.sessionUserId = user.id;
    answer.cookies.push(await startSession(inside, user, { userAgent: headers.get('user-agent'), deviceId }));
  }
  return answer;
}

function pathOf(endpoint: Endpoint, params: Readonly<Record<string, string>>): string {
  return endpoint.path.replace(/:(\w+)/g, (_all, name: string) => params[name] ?? '');
}
