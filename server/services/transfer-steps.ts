import type { TransferState } from '../../src/domain/index.js';
import type { MailTemplates } from '../mail/templates.js';
import type { Actor, Context } from '../context.js';
import type { Row } from '../stores/schema.js';
import { recordAudit } from './audit.js';
import { usersUrl } from './links-in-mail.js';
import { enqueueMail } from './mailing.js';
import { shownName } from './people.js';

type Transfer = Row<'ownershipTransfers'>;
type Step = Extract<keyof MailTemplates, `ownership_${string}`>;

/** The two people of a transfer, as they are now. */
export async function peopleOf(
  { db }: Pick<Context, 'db'>,
  { fromMembershipId, toMembershipId }: Transfer,
): Promise<{ from: Row<'users'> | undefined; to: Row<'users'> | undefined }> {
  const personOf = async (membershipId: string) => {
    const membership = await db.memberships.get(membershipId);
    return membership && (await db.users.get(membership.userId));
  };
  return { from: await personOf(fromMembershipId), to: await personOf(toMembershipId) };
}

/** R57: both people get mail at each step. */
export async function tellBoth(
  context: Context<Actor | null>,
  template: Step,
  transfer: Transfer,
): Promise<void> {
  const account = await context.tx.accounts.get(transfer.accountId);
  const { from, to } = await peopleOf(context, transfer);
  if (!account || !from || !to) return;
  const { expiresAt } = transfer;
  const names = { accountName: account.name, ownerName: shownName(from), memberName: shownName(to) };
  for (const [user, you] of [[from, 'owner'] as const, [to, 'member'] as const]) {
    if (user.status !== 'active') continue;
    await enqueueMail(context, {
      template,
      to: user.email,
      locale: user.locale,
      data: { ...names, you, expiresAt, url: usersUrl(context.config, account.id) },
    });
  }
}

/** Writes a step of a transfer into the account's history. */
export async function auditTransfer(
  context: Context<Actor | null>,
  transfer: Transfer,
  step: 'started' | 'accepted' | 'cancelled' | 'expired',
): Promise<void> {
  const { accountId, id, version, fromMembershipId, toMembershipId, state } = transfer;
  await recordAudit(context, {
    accountId,
    action: `transfer.${step}`,
    targetType: 'transfer',
    targetId: id,
    targetVersion: version,
    before: step === 'started' ? null : { state: 'pending' },
    after: { state, fromMembershipId, toMembershipId },
  });
}

/** Ends a pending transfer without a change of roles, and tells both people. */
export async function endTransfer(
  context: Context<Actor | null>,
  { id }: Transfer,
  state: Extract<TransferState, 'cancelled' | 'expired'>,
): Promise<void> {
  const ended = await context.tx.ownershipTransfers.update(id, {
    state,
    decidedAt: context.now.toISOString(),
  });
  if (!ended) return;
  await auditTransfer(context, ended, state);
  await tellBoth(context, `ownership_${state}`, ended);
}

/** Nobody waits for a member who is gone, or on an account that is closed. */
export async function cancelTransfers(
  context: Context<Actor | null>,
  where: { toMembershipId: string } | { accountId: string },
): Promise<void> {
  const pending = await context.tx.ownershipTransfers.find({
    where: { ...where, state: 'pending' },
    lock: 'update',
  });
  for (const transfer of pending) await endTransfer(context, transfer, 'cancelled');
}
