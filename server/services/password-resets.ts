import { addSeconds, canonicalEmail, emailKey, isPast, limits, usernameKey } from '../../src/domain/index.js';
import type { Actor, Context, ReadContext } from '../context.js';
import { ProblemError } from '../problem.js';
import type { Row } from '../stores/schema.js';
import { spend } from './budgets.js';
import { resetPasswordUrl } from './links-in-mail.js';
import { enqueueMail } from './mailing.js';
import { newId } from './new-id.js';
import { hashSecret, newSecret } from './secrets.js';
import { typedName } from './usernames.js';

/** Logins that one address may be told of at once; more than one only under `per_account`. */
const mostLogins = 5;
const hour = 60 * 60;

/** Stands where there is no such login, so that the same rows are written (P18). It expires as any other. */
const nobody = 'nobody';

/**
 * Mails a link to whoever has this username or this proven address. The answer and the work are the same for a
 * name that nobody has: the outbox alone knows whether a mail leaves (P18, threat 21).
 */
export async function askForReset(context: Context<Actor | null>, typed: string): Promise<void> {
  const text = typedName(typed);
  const key = usernameKey(canonicalEmail(text) ?? text);
  const ip = context.ip ?? 'unknown';
  await spend(context, { bucket: `reset:address:${ip}`, limit: limits.resetsPerAddress, seconds: hour });
  await spend(context, { bucket: `reset:name:${key}`, limit: limits.resetsPerName, seconds: hour });
  const logins = await loginsOf(context, text, key);
  for (const login of logins.length > 0 ? logins : [null]) await mailReset(context, login);
}

/** The login of this name; else those whose proven address it is. Without a password of ours there is none to reset. */
async function loginsOf({ tx }: Context<Actor | null>, text: string, key: string): Promise<Row<'users'>[]> {
  const named = await tx.users.find({ where: { usernameKey: key }, limit: 1 });
  const reachedBy = await tx.users.find({
    where: { emailKey: emailKey(text), status: 'active' },
    orderBy: [['createdAt', 'asc']],
    limit: mostLogins,
  });
  const found = named.length > 0 ? named : reachedBy;
  return found.filter(
    ({ status, passwordHash, emailVerifiedAt }) =>
      status === 'active' && passwordHash !== null && emailVerifiedAt !== null,
  );
}

async function mailReset(context: Context<Actor | null>, login: Row<'users'> | null): Promise<void> {
  const { tx, now, random, config } = context;
  const token = newSecret(random, 'ccr_');
  await tx.passwordResets.insert({
    id: newId(random, 'passwordReset'),
    userId: login?.id ?? nobody,
    tokenHash: hashSecret('password-reset', token),
    expiresAt: addSeconds(now, limits.passwordResetSeconds).toISOString(),
    usedAt: null,
    createdAt: now.toISOString(),
  });
  await enqueueMail(context, {
    template: 'password_reset',
    to: login?.email ?? nobody,
    locale: login?.locale ?? 'en',
    data: {
      username: login?.username ?? nobody,
      url: resetPasswordUrl(config, token),
      minutes: limits.passwordResetSeconds / 60,
    },
    ...(login ? {} : { withheld: true }),
  });
}

/** The login whose password a link resets; a link that is spent, old or unknown has ended, all alike. */
export async function openReset(
  { db, now }: ReadContext<Actor | null>,
  token: string,
  options: { lock?: boolean } = {},
): Promise<Row<'users'>> {
  const where = { tokenHash: hashSecret('password-reset', token), usedAt: null };
  const reset = await db.passwordResets.first(where, options);
  const user = await db.users.get(reset?.userId ?? nobody, options);
  if (!reset || isPast(reset.expiresAt, now) || user?.status !== 'active') {
    throw new ProblemError('challenge-ended', { next: 'Ask for a new link.' });
  }
  return user;
}
