import { addSeconds, isPast } from '../../src/domain/index.js';
import type { Config } from '../config.js';
import type { Actor, Context } from '../context.js';
import { newId } from '../services/new-id.js';
import { hashSecret, newSecret } from '../services/secrets.js';
import type { Store, Tables } from '../stores/port.js';
import type { Row } from '../stores/schema.js';
import { readCookie, secretCookie, sessionCookie } from './cookies.js';

/** Written at most this often; the idle limit is far longer. */
const touchSeconds = 60;

/** The person whose live session came with this request, or undefined. */
export async function actorOfSession(
  headers: Headers,
  db: Tables,
  config: Config,
  now: Date,
): Promise<Actor | undefined> {
  const token = readCookie(headers, sessionCookie, config);
  if (token === undefined || token === '') return undefined;
  const session = await db.sessions.first({ tokenHash: hashSecret('session', token), kind: 'full' });
  if (!session || hasEnded(session, config, now)) return undefined;
  const user = await db.users.get(session.userId);
  if (user?.status !== 'active') return undefined;
  return { user, session, authenticatedAt: new Date(session.authenticatedAt), accountLimit: null };
}

/** Idle for 30 minutes, or 12 hours old. */
function hasEnded(session: Row<'sessions'>, config: Config, now: Date): boolean {
  const idle = addSeconds(session.lastSeenAt, config.limits.sessionIdleMinutes * 60);
  return isPast(session.expiresAt, now) || isPast(idle, now);
}

/** Notes that the session is in use, without a version and at most once a minute. */
export async function touchSession(store: Store, session: Row<'sessions'>, now: Date): Promise<void> {
  if (!isPast(addSeconds(session.lastSeenAt, touchSeconds), now)) return;
  await store.transaction(async (tx) => {
    await tx.sessions.touch(
      { id: session.id, lastSeenAt: session.lastSeenAt },
      { lastSeenAt: now.toISOString() },
    );
  });
}

/**
 * Starts a session after a complete proof and ends the one the browser had, so that no reference outlives a
 * change of privilege. Returns the cookie; the reference itself is kept nowhere.
 */
export async function startSession(
  context: Context<Actor | null>,
  user: Row<'users'>,
  options: { userAgent: string | null; deviceId?: string | null; authenticatedAt?: Date },
): Promise<string> {
  const { tx, now, random, config, actor } = context;
  const at = now.toISOString();
  if (actor?.session) await tx.sessions.remove({ id: actor.session.id });
  await tx.sessions.remove({ userId: user.id, expiresAt: { lte: at } });
  const token = newSecret(random);
  const life = config.limits.sessionHours * 3600;
  await tx.sessions.insert({
    id: newId(random, 'session'),
    userId: user.id,
    tokenHash: hashSecret('session', token),
    kind: 'full',
    authenticatedAt: (options.authenticatedAt ?? now).toISOString(),
    lastSeenAt: at,
    expiresAt: addSeconds(now, life).toISOString(),
    deviceId: options.deviceId ?? null,
    userAgent: options.userAgent?.slice(0, 400) ?? null,
    createdAt: at,
  });
  return secretCookie(sessionCookie, token, life, config);
}

/** Ends the caller's session; the browser forgets the cookie. */
export async function endSession(context: Context<Actor | null>): Promise<string> {
  if (context.actor?.session) await context.tx.sessions.remove({ id: context.actor.session.id });
  return secretCookie(sessionCookie, null, 0, context.config);
}

/** Ends every session of a person, but the one that acts: after a password change or a lost device (R68). */
export async function endOtherSessions(context: Context<Actor | null>, userId: string): Promise<void> {
  const keep = context.actor?.session?.id;
  await context.tx.sessions.remove({ userId, id: keep === undefined ? undefined : { not: keep } });
}
