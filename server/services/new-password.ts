import { checkPassword } from '../../src/domain/index.js';
import { endOtherSessions } from '../auth/sessions.js';
import type { Actor, Context, ReadContext } from '../context.js';
import { fieldProblem } from '../kernel/parse.js';
import type { Row } from '../stores/schema.js';
import { voidDevices } from './devices.js';
import { enqueueMail } from './mailing.js';
import { auditOwnChange } from './me.js';

/**
 * The normalised password, if this person may have it (R51); otherwise the problem of the field. The names of
 * their accounts are words an attacker would try first.
 */
export async function requireGoodPassword(
  { db, config }: ReadContext<Actor | null>,
  user: Row<'users'>,
  password: string,
): Promise<string> {
  const memberships = await db.memberships.find({ where: { userId: user.id, status: { not: 'removed' } } });
  const accounts = await db.accounts.find({
    where: { id: { in: memberships.map(({ accountId }) => accountId) } },
  });
  const { username, email, mfaActive: mfaRequired } = user;
  const about = { mfaRequired, username, email, productName: config.productName };
  for (const accountName of [null, ...accounts.map(({ name }) => name)]) {
    const checked = checkPassword(password, { ...about, accountName });
    if (!checked.ok) throw fieldProblem([{ pointer: '/password', code: checked.code }]);
  }
  return password.normalize('NFC');
}

/**
 * Gives a person another password. Every other session ends, every remembered browser asks again (R68), links to
 * reset it and open challenges stop, and the person is told. Factors stay as they are (P6).
 */
export async function setPassword(
  context: Context<Actor | null>,
  user: Row<'users'>,
  passwordHash: string,
): Promise<Row<'users'>> {
  const { tx, now } = context;
  // First, so that nobody who is about to answer one gets a session or a remembered browser out of it.
  await tx.challenges.remove({ userId: user.id });
  const changed = await tx.users.update(user.id, {
    passwordHash,
    passwordSetAt: now.toISOString(),
    enrolVersion: user.enrolVersion + 1,
  });
  await endOtherSessions(context, user.id);
  await voidDevices(context, user.id);
  await tx.passwordResets.remove({ userId: user.id });
  // Tries with the old password are nobody's concern any more.
  await tx.budgetEvents.remove({ bucket: `sign-in:user:${user.usernameKey}` });
  await auditOwnChange(context, changed ?? user, {}, {}, 'user.password-changed');
  const { email, locale, username } = user;
  await enqueueMail(context, { template: 'password_changed', to: email, locale, data: { username } });
  return changed ?? user;
}
