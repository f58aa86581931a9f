import { startSession } from '../auth/sessions.js';
import type { Actor, Context, ReadContext } from '../context.js';
import type { Endpoint } from '../endpoint.js';
import type { Ports } from '../ports.js';
import { ProblemError } from '../problem.js';
import { requireRelation } from '../services/access.js';
import type { Parsed } from './form.js';
import { runHandler } from './handler.js';
import {
  claimKey,
  fingerprint,
  keepAnswer,
  releaseClaim,
  type Claim,
  type StoredAnswer,
} from './idempotency.js';
import type { Answer } from './respond.js';

/** A write with a key does its work once, and tells its first answer again (R35). */
export async function runWrite(
  ports: Ports,
  endpoint: Endpoint,
  context: ReadContext<Actor | null>,
  parsed: Parsed,
): Promise<Answer> {
  if (parsed.key === undefined) return runTransaction(ports, endpoint, context, parsed);
  const who = context.actor?.user.id ?? 'anonymous';
  const path = endpoint.path.replace(/:(\w+)/g, (_all, name: string) => parsed.params[name] ?? '');
  const claimed = await claimKey(ports, {
    scope: `${who} ${parsed.params['accountId'] ?? ''}`,
    key: parsed.key,
    hash: fingerprint(endpoint.method, path, parsed.raw),
  });
  if ('status' in claimed) {
    await stillRelated(endpoint, context, parsed);
    return tellAgain(ports, context, parsed, claimed);
  }
  try {
    return await runTransaction(ports, endpoint, context, parsed, claimed);
  } catch (error) {
    await releaseClaim(ports, claimed);
    throw error;
  }
}

/** An account that has gone out of reach is not found, whatever was answered while it was in reach (AC-006). */
async function stillRelated(
  { access }: Endpoint,
  { actor, ...context }: ReadContext<Actor | null>,
  { params }: Parsed,
): Promise<void> {
  const accountId = params['accountId'];
  if (typeof access !== 'object' || !actor || accountId === undefined) return;
  await requireRelation({ ...context, actor }, accountId);
}

/** The repeat of a call that signed somebody in signs them in again: the first cookie may never have arrived. */
async function tellAgain(
  { store }: Ports,
  context: ReadContext<Actor | null>,
  parsed: Parsed,
  { status, headers, body, sessionUserId }: StoredAnswer,
): Promise<Answer> {
  const answer: Answer = { status, headers, body, cookies: [] };
  if (sessionUserId === null) return answer;
  const userAgent = parsed.headers.get('user-agent');
  return store.transaction(async (tx) => {
    const user = await tx.users.get(sessionUserId);
    if (user?.status !== 'active') return answer;
    // Telling it again proves nothing anew.
    const how = { userAgent, authenticatedAt: context.actor?.authenticatedAt };
    return { ...answer, cookies: [await startSession({ ...context, db: tx, tx }, user, how)] };
  });
}

/** One transaction for relation, decision, change, audit and remembered answer: all of it, or nothing. */
async function runTransaction(
  ports: Ports,
  endpoint: Endpoint,
  context: ReadContext<Actor | null>,
  parsed: Parsed,
  claim?: Claim,
): Promise<Answer> {
  const { params, query, body, headers } = parsed;
  // What `prepare` gets has the shape the endpoint declared; the kernel itself cannot know it.
  const prepareCall = { context, params, query, body, ports, headers } as Parameters<Endpoint['prepare']>[0];
  const prepared = await endpoint.prepare(prepareCall);
  const outcome = await ports.store
    .transaction(async (tx) => {
      const inside: Context<Actor | null> = { ...context, db: tx, tx };
      const answer = await runHandler(ports, endpoint, inside, parsed, prepared);
      if (claim) await settle(inside, claim, answer);
      return answer;
    })
    .catch(async (error: unknown) => {
      if (!(error instanceof ProblemError)) await abandon(ports, endpoint, context, prepared);
      throw error;
    });
  // Thrown only now: the transaction has kept what a refusal must remember, such as a counted try.
  if (outcome instanceof ProblemError) throw outcome;
  return outcome;
}

/** The fault itself is what the caller hears of; a store that is away cannot take anything back either. */
async function abandon(
  { store, log }: Ports,
  endpoint: Endpoint,
  context: ReadContext<Actor | null>,
  prepared: unknown,
): Promise<void> {
  try {
    await store.transaction((tx) => endpoint.abandon({ ...context, db: tx, tx }, prepared));
  } catch {
    log.warn('not-abandoned', { requestId: context.requestId });
  }
}

async function settle(
  context: Context<Actor | null>,
  claim: Claim,
  answer: Answer | ProblemError,
): Promise<void> {
  if (answer instanceof ProblemError) {
    await context.tx.idempotencyKeys.remove({ id: claim.id });
    return;
  }
  const { status, headers, body, sessionUserId = null } = answer;
  await keepAnswer(context, claim, { status, headers, body, sessionUserId });
}
