import {
  addSeconds,
  can,
  guardTransfer,
  isId,
  limits,
  problemOf,
  rolesAfterTransfer,
  transferState,
  type MembershipStatus,
  type TransferState,
} from '../../src/domain/index.js';
import type { OwnershipTransfer } from '../../src/client/wire/index.js';
import type { Context, ReadContext } from '../context.js';
import { pageOf, type PageAsked, type PageFound } from '../paging.js';
import type { Config } from '../config.js';
import type { Ports } from '../ports.js';
import { ProblemError } from '../problem.js';
import type { Row } from '../stores/schema.js';
import type { AccountAccess } from './access.js';
import { lockMe } from './me.js';
import { changeRole, requireMember } from './members.js';
import { newId } from './new-id.js';
import { requireStepUp } from './step-up.js';
import { systemContext } from './system-context.js';
import { auditTransfer, endTransfer, peopleOf, tellBoth } from './transfer-steps.js';

type Transfer = Row<'ownershipTransfers'>;

/** The state now: an offer that nobody took in time reads as expired (R57). */
const stateOf = ({ state, expiresAt }: Transfer, now: Date): TransferState =>
  transferState({ state: state as TransferState, expiresAt }, now);

/** Transfers of an account, the newest first. Who manages no users sees what was offered to them. */
export async function listTransfers(
  context: ReadContext,
  access: AccountAccess,
  asked: PageAsked,
): Promise<PageFound<OwnershipTransfer>> {
  const own = access.grants.flatMap(({ source, membershipId }) => (source === 'direct' ? membershipId : []));
  const where = {
    accountId: access.account.id,
    toMembershipId: can(access, 'users.manage') ? undefined : { in: own },
  };
  const page = await pageOf(
    context,
    'ownershipTransfers',
    { where, orderBy: [['createdAt', 'desc']] },
    asked,
  );
  const items: OwnershipTransfer[] = [];
  for (const row of page.items) items.push(await wireTransfer(context, row));
  return { ...page, items };
}

export async function wireTransfer(context: ReadContext, transfer: Transfer): Promise<OwnershipTransfer> {
  const { id, accountId, fromMembershipId, toMembershipId, createdAt, expiresAt, decidedAt, version } =
    transfer;
  const { from, to } = await peopleOf(context, transfer);
  const party = (membershipId: string, user: Row<'users'> | undefined) => {
    const { id: userId = '', displayName = null, username = '' } = user ?? {};
    return { membershipId, userId, displayName, username };
  };
  return {
    ...{ id, accountId, createdAt, expiresAt, decidedAt, version },
    from: party(fromMembershipId, from),
    to: party(toMembershipId, to),
    state: stateOf(transfer, context.now),
  };
}

/** One transfer of this account; another account's is as unknown as none. */
export async function getTransfer(
  { db }: Pick<Context, 'db'>,
  accountId: string,
  transferId: string,
): Promise<Transfer> {
  const transfer = await db.ownershipTransfers.get(transferId, { lock: true });
  if (transfer?.accountId !== accountId) throw new ProblemError('not-found');
  return transfer;
}

/** R56: offers the ownership to an active member with a second factor; one offer at a time (R57). */
export async function startTransfer(
  context: Context,
  { account }: AccountAccess,
  toMembershipId: string,
): Promise<Transfer> {
  if (!isId('membership', toMembershipId)) throw new ProblemError('not-found');
  const to = await requireMember(context, account.id, toMembershipId);
  const from = await ownerOf(context, account.id);
  if (to.id === from.id) throw new ProblemError('last-owner');
  const user = await context.tx.users.get(to.userId);
  const answer = guardTransfer({
    // The kernel has asked for `ownership.transfer`, which only owners have.
    actorIsOwner: true,
    transferPending: await isPending(context, account.id),
    target: {
      status: to.status as MembershipStatus,
      mfaActive: user?.mfaActive ?? false,
      isActor: to.userId === context.actor.user.id,
    },
  });
  if (!answer.ok) throw new ProblemError(problemOf(answer.code) ?? 'forbidden', { code: answer.code });
  const at = context.now.toISOString();
  const [transfer] = await context.tx.ownershipTransfers.insert({
    id: newId(context.random, 'transfer'),
    accountId: account.id,
    fromMembershipId: from.id,
    toMembershipId: to.id,
    state: 'pending',
    expiresAt: addSeconds(context.now, limits.transferSeconds).toISOString(),
    createdAt: at,
    decidedAt: null,
    version: 1,
  });
  if (!transfer) throw new Error('The store returned no row for an insert');
  await auditTransfer(context, transfer, 'started');
  await tellBoth(context, 'ownership_started', transfer);
  return transfer;
}

/** Is one under way? One that nobody took in time ends here, if the clean-up has not come by yet. */
async function isPending(context: Context, accountId: string): Promise<boolean> {
  const earlier = await context.tx.ownershipTransfers.first({ accountId, state: 'pending' }, { lock: true });
  if (!earlier) return false;
  if (stateOf(earlier, context.now) === 'pending') return true;
  await endTransfer(context, earlier, 'expired');
  return false;
}

/**
 * R56: the member takes the ownership. Both roles and the account's owner change in one transaction; the account
 * row is locked since its relation was asked for. A transfer that is not under way is not there to be taken.
 */
export async function acceptTransfer(context: Context, transfer: Transfer): Promise<Transfer> {
  const { tx, now, actor } = context;
  const to = await tx.memberships.get(transfer.toMembershipId, { lock: true });
  if (to?.userId !== actor.user.id || to.status !== 'active') throw new ProblemError('forbidden');
  requireStepUp(context);
  if (stateOf(transfer, now) !== 'pending') throw new ProblemError('not-found');
  if (!(await lockMe(context)).mfaActive) throw new ProblemError('mfa-enrolment-required');
  const from = await ownerOf(context, transfer.accountId);
  if (from.id !== transfer.fromMembershipId) throw new ProblemError('not-found');
  // The old owner first: there is never more than one (R54).
  await changeRole(context, from, rolesAfterTransfer.from);
  await changeRole(context, to, rolesAfterTransfer.to);
  await tx.accounts.update(transfer.accountId, { ownerMembershipId: to.id });
  const decided = { state: 'accepted', decidedAt: now.toISOString() };
  const accepted = await tx.ownershipTransfers.update(transfer.id, decided);
  if (!accepted) throw new ProblemError('not-found');
  await auditTransfer(context, accepted, 'accepted');
  await tellBoth(context, 'ownership_accepted', accepted);
  return accepted;
}

/** R57: the owner takes the offer back. */
export async function cancelTransfer(context: Context, transfer: Transfer): Promise<void> {
  if (stateOf(transfer, context.now) !== 'pending') throw new ProblemError('not-found');
  await endTransfer(context, transfer, 'cancelled');
}

async function ownerOf({ tx }: Context, accountId: string): Promise<Row<'memberships'>> {
  const where = { accountId, roleId: 'account_owner', status: 'active' };
  const owner = await tx.memberships.first(where, { lock: true });
  if (!owner) throw new ProblemError('child-without-owner', { next: 'Turn to support.' });
  return owner;
}

/** Ends what nobody took within 72 hours, and tells both people. Several processes may do it at once. */
export async function expireTransfers(
  ports: Pick<Ports, 'store' | 'clock' | 'random' | 'log'>,
  config: Config,
): Promise<number> {
  return ports.store.transaction(async (tx) => {
    const context = systemContext(tx, ports, config);
    const due = await tx.ownershipTransfers.find({
      where: { state: 'pending', expiresAt: { lte: context.now.toISOString() } },
      limit: 100,
      lock: 'skip',
    });
    for (const transfer of due) await endTransfer(context, transfer, 'expired');
    return due.length;
  });
}
