import { checkIdempotencyKey, limits, problemOf } from '../../src/domain/index.js';
import type { Actor, Context } from '../context.js';
import type { Ports } from '../ports.js';
import { ProblemError } from '../problem.js';
import { newId } from '../services/new-id.js';
import { seal, unseal } from '../services/sealing.js';
import { sha256Hex } from '../services/secrets.js';
import { UniqueViolation } from '../stores/port.js';
import type { Row } from '../stores/schema.js';

/** A claim nobody finished in this time belongs to a process that died. */
const leaseSeconds = 60;

/** The key without its quotes (R35, HD rows). */
export function parseKey(header: string | null): string {
  const key = checkIdempotencyKey(header);
  if (key.ok) return key.value;
  throw new ProblemError(problemOf(key.code) ?? 'idempotency-key-malformed', { code: key.code });
}

/** Fingerprint of what was asked: the same key may not ask for something else. */
export function fingerprint(method: string, path: string, body: unknown): string {
  return sha256Hex(`${method} ${path}\n${JSON.stringify(body ?? null)}`);
}

/** An answer that was given and may be given again. */
export interface StoredAnswer {
  status: number;
  headers: Record<string, string>;
  body: string | null;
  /** The person whose session the answer started; the cookie itself is not kept. */
  sessionUserId: string | null;
}

/** The right to do the work of one key once. */
export interface Claim {
  id: string;
  lease: string;
  /** What the answer is sealed with, so that the rows alone tell no link that it holds. */
  secret: string;
}

interface Asked {
  /** Keys are shared by nobody: one person, one account (HD-005). */
  scope: string;
  key: string;
  hash: string;
}

/**
 * Takes the key, or finds the answer it was given before. The claim commits at once, so that a second call
 * learns that the first is still running; the work itself commits together with its answer (`keepAnswer`).
 */
export async function claimKey(ports: Ports, asked: Asked): Promise<Claim | StoredAnswer> {
  const now = ports.clock.now();
  const lease = new Date(now.getTime() + leaseSeconds * 1000).toISOString();
  const id = newId(ports.random, 'idempotencyKey');
  const secret = `${asked.scope}\n${asked.key}`;
  // The key itself is not kept: it opens the answer.
  const named = { scope: asked.scope, key: sha256Hex(secret) };
  // Mixed with the key, so that what was asked cannot be guessed from the rows either.
  const requestHash = sha256Hex(`${secret}\n${asked.hash}`);
  const fresh = { requestHash, status: null, headers: null, body: null, expiresAt: lease };
  try {
    await ports.store.transaction(async (tx) => {
      const row = { id, ...named, createdAt: now.toISOString(), ...fresh };
      await tx.idempotencyKeys.insert(row);
    });
    return { id, lease, secret };
  } catch (error) {
    if (!(error instanceof UniqueViolation)) throw error;
  }
  return ports.store.transaction(async (tx) => {
    const row = await tx.idempotencyKeys.first(named, { lock: true });
    if (!row) throw new ProblemError('idempotency-in-progress', { retryAfter: 1 });
    if (row.expiresAt <= now.toISOString()) {
      await tx.idempotencyKeys.update(row.id, { ...fresh, createdAt: now.toISOString() });
      return { id: row.id, lease, secret };
    }
    return answerOf(row, requestHash, secret);
  });
}

function answerOf(row: Row<'idempotencyKeys'>, hash: string, secret: string): StoredAnswer {
  if (row.requestHash !== hash) throw new ProblemError('idempotency-key-reused');
  if (row.status === null) throw new ProblemError('idempotency-in-progress', { retryAfter: 1 });
  const kept = row.headers as { headers: Record<string, string>; sessionUserId: string | null };
  return { status: row.status, body: row.body === null ? null : unseal(row.body, secret), ...kept };
}

/** Keeps the answer for 24 h, in the transaction of the work. A claim that was taken over undoes the work. */
export async function keepAnswer(
  { tx, now, random }: Context<Actor | null>,
  claim: Claim,
  answer: StoredAnswer,
): Promise<void> {
  const { status, headers, sessionUserId } = answer;
  const body = answer.body === null ? null : seal(answer.body, claim.secret, random);
  const expiresAt = new Date(now.getTime() + limits.idempotencyKeepSeconds * 1000).toISOString();
  const kept = await tx.idempotencyKeys.updateWhere(
    { id: claim.id, status: null, expiresAt: claim.lease },
    { status, body, headers: { headers, sessionUserId }, expiresAt },
  );
  if (kept === 0) throw new ProblemError('idempotency-in-progress', { retryAfter: 1 });
}

/** A refused call did nothing, so the key is free for the corrected state of affairs. */
export async function releaseClaim(ports: Ports, claim: Claim): Promise<void> {
  await ports.store.transaction(async (tx) => {
    await tx.idempotencyKeys.remove({ id: claim.id, status: null, expiresAt: claim.lease });
  });
}
