import { addSeconds, capabilitiesOnSelf, isPast, type RoleId } from '../../src/domain/index.js';
import type { MfaForecast, MfaReminder } from '../../src/client/wire/index.js';
import type { Context, ReadContext } from '../context.js';
import type { Row } from '../stores/schema.js';
import type { AccountAccess } from './access.js';
import { spend } from './budgets.js';
import { enqueueMail } from './mailing.js';
import { newId } from './new-id.js';

const day = 24 * 60 * 60;
/** One reminder a day for an account, and no more than this many a day for one person in all their accounts. */
const perAccount = 1;
const perPerson = 3;

const bucketOf = (accountId: string): string => `mfa-reminder:${accountId}`;
const without = (accountId: string) => ({ accountId, status: 'active', mfaActive: false });

/** Whom the policy `required` would stop until they set up a second factor; nothing changes by asking (R70). */
export async function forecastOf(context: ReadContext, access: AccountAccess): Promise<MfaForecast> {
  const { db, actor } = context;
  const { account } = access;
  const mine = { ...without(account.id), userId: actor.user.id };
  return {
    accountId: account.id,
    policy: account.mfaPolicy,
    members: await db.memberships.count({ accountId: account.id, status: 'active' }),
    without: await db.memberships.count(without(account.id)),
    partnerWithout: await partnerPeopleWithout(context, access),
    you: (await db.memberships.count(mine)) > 0,
    remindAt: await remindAt(context, account.id),
  };
}

/** People of the partner account who reach this client, have no factor, and no membership of their own here. */
async function partnerPeopleWithout({ db }: ReadContext, { account, link }: AccountAccess): Promise<number> {
  if (!link) return 0;
  const people = await db.memberships.find({ where: without(link.parentId) });
  const enter = people.filter(({ roleId }) =>
    capabilitiesOnSelf(roleId as RoleId, 'parent').includes('children.access'),
  );
  const here = await db.memberships.find({
    where: { ...without(account.id), userId: { in: enter.map(({ userId }) => userId) } },
  });
  return enter.length - here.length;
}

async function remindAt({ db, now }: ReadContext, accountId: string): Promise<string | null> {
  const last = await db.budgetEvents.first({ bucket: bucketOf(accountId) }, { orderBy: [['at', 'desc']] });
  const next = last && addSeconds(last.at, day);
  return !next || isPast(next, now) ? null : next.toISOString();
}

/** Mails the members without a factor, once a day at most; whoever was reminded often enough is left in peace. */
export async function remindMembers(context: Context, { account }: AccountAccess): Promise<MfaReminder> {
  const { tx, now, actor } = context;
  await spend(context, { bucket: bucketOf(account.id), limit: perAccount, seconds: day });
  const members = await tx.memberships.find({ where: without(account.id), orderBy: [['id', 'asc']] });
  const ids = members.map(({ userId }) => userId).filter((id) => id !== actor.user.id);
  const people = await tx.users.find({ where: { id: { in: ids }, status: 'active' } });
  let sent = 0;
  for (const person of people) sent += (await remind(context, account, person)) ? 1 : 0;
  return { sent, nextAt: addSeconds(now, day).toISOString() };
}

async function remind(
  context: Context,
  account: Row<'accounts'>,
  { id: userId, email, locale }: Row<'users'>,
): Promise<boolean> {
  const { tx, now, random, config } = context;
  const bucket = `mfa-reminded:${userId}`;
  const since = addSeconds(now, -day).toISOString();
  if ((await tx.budgetEvents.count({ bucket, at: { gt: since } })) >= perPerson) return false;
  await tx.budgetEvents.insert({ id: newId(random, 'budgetEvent'), bucket, at: now.toISOString() });
  await enqueueMail(context, {
    template: 'mfa_reminder',
    to: email,
    locale,
    data: {
      accountName: account.name,
      required: account.mfaPolicy === 'required',
      securityUrl: `${config.publicUrl}/security`,
    },
  });
  return true;
}
