import { emailKey, usernameKey } from '../../src/domain/index.js';
import type { MePatch } from '../../src/client/wire/index.js';
import type { Context } from '../context.js';
import { ProblemError } from '../problem.js';
import type { Row } from '../stores/schema.js';
import { proveAddress, tellOldAddress } from './addresses.js';
import { releaseInvitation } from './invitation-changes.js';
import { enqueueMail } from './mailing.js';
import { auditOwnChange } from './me.js';
import { syncPerson } from './people.js';
import { releaseUsername, requireFreeUsername } from './usernames.js';

type Changes = Partial<
  Pick<
    Row<'users'>,
    'username' | 'usernameKey' | 'email' | 'emailKey' | 'emailVerifiedAt' | 'displayName' | 'locale'
  >
>;

/**
 * Changes one's own name, language, username or address (R52, P17). The caller has locked the row, and has asked for a
 * fresh proof where username or address is named. A returned problem has mailed a code, or counted a try.
 */
export async function changeProfile(
  context: Context,
  user: Row<'users'>,
  patch: MePatch,
): Promise<Row<'users'> | ProblemError> {
  const address = patch.email === user.email ? undefined : patch.email;
  if (address !== undefined) {
    const unproven = await proveAddress(context, address, patch.emailCode);
    if (unproven) return unproven;
  }
  const username = await newUsername(context, user, patch.username, address);
  const changes: Changes = {
    ...(patch.displayName === undefined ? {} : { displayName: patch.displayName }),
    ...(patch.locale === undefined ? {} : { locale: patch.locale }),
    ...(username === undefined ? {} : { username, usernameKey: usernameKey(username) }),
    ...(address === undefined
      ? {}
      : { email: address, emailKey: emailKey(address), emailVerifiedAt: context.now.toISOString() }),
  };
  if (Object.keys(changes).length === 0) return user;
  const changed = await context.tx.users.update(user.id, changes);
  if (!changed) throw new ProblemError('not-found');
  await syncPerson(context, changed);
  if (username !== undefined) await afterRename(context, user, changed);
  if (address !== undefined) await tellOldAddress(context, user, address);
  await auditOwnChange(context, changed, valuesOf(user, changes), valuesOf(changed, changes));
  return changed;
}

/** The free and allowed name, or undefined where it stays. A name that is the old address cannot stay behind (R50). */
async function newUsername(
  context: Context,
  user: Row<'users'>,
  wanted: string | undefined,
  newAddress: string | undefined,
): Promise<string | undefined> {
  const proven = newAddress ?? (user.emailVerifiedAt === null ? null : user.email);
  if (wanted !== undefined) {
    const seeker = { userId: user.id, ownVerifiedEmail: proven };
    const username = await requireFreeUsername(context, wanted, '/username', seeker);
    return username === user.username ? undefined : username;
  }
  const namedByOldAddress = newAddress !== undefined && user.username.includes('@');
  if (!namedByOldAddress || emailKey(newAddress) === user.usernameKey) return undefined;
  const code = 'username_is_foreign_email';
  throw new ProblemError('username-invalid', { code, errors: [{ pointer: '/username', code }] });
}

/** R52, R53: the old name rests or is free, the person is told, and invitations that waited for it leave. */
async function afterRename(context: Context, before: Row<'users'>, after: Row<'users'>): Promise<void> {
  if (before.usernameKey === after.usernameKey) return;
  await releaseUsername(context, before.username);
  await enqueueMail(context, {
    template: 'username_changed',
    to: before.email,
    locale: before.locale,
    data: { oldUsername: before.username, newUsername: after.username },
  });
  const waiting = await context.tx.invitations.find({
    where: { emailKey: before.usernameKey, delivery: 'held', state: 'pending' },
  });
  for (const invitation of waiting) await releaseInvitation(context, invitation);
}

function valuesOf(user: Row<'users'>, changes: Changes): Record<string, unknown> {
  const shown = ['username', 'email', 'displayName', 'locale'] as const;
  return Object.fromEntries(shown.filter((name) => name in changes).map((name) => [name, user[name]]));
}
