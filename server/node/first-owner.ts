import {
  addSeconds,
  emailKey,
  foldForSearch,
  limits,
  roleDefinitions,
  usernameKey,
} from '../../src/domain/index.js';
import type { Config } from '../config.js';
import type { Context } from '../context.js';
import type { Ports } from '../ports.js';
import { recordAudit } from '../services/audit.js';
import { resetPasswordUrl } from '../services/links-in-mail.js';
import { enqueueMail } from '../services/mailing.js';
import { newId } from '../services/new-id.js';
import { personColumns } from '../services/people.js';
import { hashSecret, newSecret } from '../services/secrets.js';
import { systemContext } from '../services/system-context.js';
import type { Row } from '../stores/schema.js';

/** Who begins on an empty database, and the name of their partner account. */
export interface FirstOwner {
  address: string;
  accountName: string;
}

/**
 * Gives an empty database its first partner account and owner. There is no password to know: a link to choose one is
 * mailed to the address, and a new one at a later start until it was used. Of several processes one does it, and a
 * database with accounts of its own is left alone.
 */
export async function beginWith(
  { address, accountName }: FirstOwner,
  ports: Pick<Ports, 'store' | 'clock' | 'random' | 'log'>,
  config: Config,
): Promise<'made' | 'mailed-again' | 'left-alone'> {
  return ports.store.transaction(async (tx) => {
    const context = systemContext(tx, ports, config);
    await tx.hold('first-owner');
    if ((await tx.accounts.count()) === 0) {
      const owner = await makeOwner(context, address, accountName);
      await mailLink(context, owner, accountName);
      return 'made';
    }
    const owner = await tx.users.first({ usernameKey: usernameKey(address), passwordHash: null });
    const at = context.now.toISOString();
    const open = owner && (await tx.passwordResets.count({ userId: owner.id, expiresAt: { gt: at } })) > 0;
    if (!owner || open) return 'left-alone';
    await mailLink(context, owner, accountName);
    return 'mailed-again';
  });
}

async function makeOwner(context: Context<null>, address: string, name: string): Promise<Row<'users'>> {
  const { tx, now, random, config } = context;
  const createdAt = now.toISOString();
  const [accountId, userId, membershipId] = [
    newId(random, 'account'),
    newId(random, 'user'),
    newId(random, 'membership'),
  ];
  const [user] = await tx.users.insert({
    ...{ id: userId, externalId: null, createdAt, version: 1 },
    accountId: config.identityPolicy === 'per_account' ? accountId : null,
    ...{ username: address, usernameKey: usernameKey(address), displayName: null, locale: 'en' },
    // Whoever runs the deployment vouches for it, and the link goes nowhere else.
    ...{ email: address, emailKey: emailKey(address), emailVerifiedAt: createdAt },
    ...{ status: 'active', passwordHash: null, passwordSetAt: null, currentAccountId: null },
    ...{ mfaActive: false, enrolVersion: 0 },
  });
  if (!user) throw new Error('The store returned no row for an insert');
  await tx.accounts.insert({
    ...{ id: accountId, kind: 'parent', name, nameKey: foldForSearch(name), status: 'active' },
    ...{ planId: null, parentId: null, relationship: null, singleBilling: false, mfaPolicy: 'encouraged' },
    linkCode: newSecret(random)
      .replace(/[^A-Za-z0-9]/g, '')
      .slice(0, limits.linkCodeChars)
      .toUpperCase(),
    ...{ ownerMembershipId: membershipId, closedAt: null, createdAt, version: 1 },
  });
  await tx.memberships.insert({
    ...{ id: membershipId, userId, accountId, status: 'active', gate: 'none', source: 'owner_setup' },
    ...{ roleId: 'account_owner', roleOrder: roleDefinitions.account_owner.order, invitedBy: null },
    ...{ suspendedAt: null, suspendedBy: null, removedAt: null, createdAt, lastActiveAt: null, version: 1 },
    ...personColumns(user),
  });
  const target = { accountId, targetType: 'account', targetId: accountId, targetVersion: 1 };
  await recordAudit(context, { ...target, action: 'account.created', after: { name, ownerUserId: userId } });
  return user;
}

async function mailLink(
  context: Context<null>,
  { id, email, username }: Row<'users'>,
  accountName: string,
): Promise<void> {
  const { tx, now, random, config } = context;
  const token = newSecret(random, 'ccr_');
  await tx.passwordResets.insert({
    ...{ id: newId(random, 'passwordReset'), userId: id, usedAt: null, createdAt: now.toISOString() },
    tokenHash: hashSecret('password-reset', token),
    expiresAt: addSeconds(now, limits.firstOwnerSeconds).toISOString(),
  });
  const data = {
    username,
    accountName,
    url: resetPasswordUrl(config, token),
    hours: limits.firstOwnerSeconds / 3600,
  };
  await enqueueMail(context, { template: 'first_owner', to: email, locale: 'en', data });
}
