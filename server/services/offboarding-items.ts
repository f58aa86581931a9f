import type { OffboardingOutcome } from '../../src/domain/index.js';
import type { Context } from '../context.js';
import { ProblemError } from '../problem.js';
import type { Row } from '../stores/schema.js';
import { requireCapability } from './access.js';
import { withdrawInvitation } from './invitation-changes.js';
import { inputOf, type ItemResult, type JobItem } from './jobs.js';
import { enqueueMail } from './mailing.js';
import { requireReach } from './managed-accounts.js';
import { endMembership, guard } from './members.js';

type OffboardingResult = ItemResult & { outcome: OffboardingOutcome };

/** One access of an offboarding, ended as a single one would be; what has gone by itself is skipped (R89). */
export function offboardItem(context: Context, job: Row<'jobs'>, item: JobItem): Promise<OffboardingResult> {
  if (item.kind === 'inherited') return inheritedResult(context, job);
  return item.kind === 'invitation' ? revoke(context, item) : remove(context, item);
}

async function remove(context: Context, item: JobItem): Promise<OffboardingResult> {
  const access = await requireReach(context, item.accountId);
  const member = await context.tx.memberships.get(item.targetId ?? '', { lock: true });
  if (!member || member.status === 'removed') return { outcome: 'skipped' };
  guard(context, access, 'remove', member);
  await endMembership(context, member);
  return { outcome: 'removed', membershipId: member.id };
}

async function revoke(context: Context, item: JobItem): Promise<OffboardingResult> {
  const access = await requireReach(context, item.accountId);
  requireCapability(access, 'users.manage');
  const invitation = await context.tx.invitations.get(item.targetId ?? '', { lock: true });
  if (invitation?.state !== 'pending') return { outcome: 'skipped' };
  await withdrawInvitation(context, invitation, 'offboarded');
  return { outcome: 'revoked', invitationId: invitation.id };
}

/** What came through the partner account goes, or stays, with the role there, which had its turn before. */
async function inheritedResult({ tx }: Context, job: Row<'jobs'>): Promise<OffboardingResult> {
  const source = await tx.jobItems.first({ jobId: job.id, kind: 'membership', accountId: job.accountId });
  if (source?.outcome === 'removed') return { outcome: 'removed' };
  if (source?.outcome === 'failed') return { outcome: 'failed', problem: source.problem };
  return { outcome: 'skipped' };
}

/** One mail to the person, about everything that this run has ended. */
export async function finishOffboarding(context: Context, job: Row<'jobs'>): Promise<void> {
  if (job.dryRun) return;
  const { tx } = context;
  const { subject, since } = inputOf(job);
  const done = await tx.jobItems.find({ where: { jobId: job.id, outcome: { in: ['removed', 'revoked'] } } });
  const membershipIds = done.flatMap(({ membershipId }) => membershipId ?? []);
  const removed = await tx.memberships.find({
    where: { id: { in: membershipIds }, removedAt: { gte: since } },
  });
  const invitationIds = done.flatMap(({ invitationId }) => invitationId ?? []);
  const revoked = await tx.invitations.find({ where: { id: { in: invitationIds }, sentCount: { gt: 0 } } });
  const accountIds = [...removed, ...(since === job.createdAt ? revoked : [])].map(
    ({ accountId }) => accountId,
  );
  if (accountIds.length === 0) return;
  const user = await tx.users.get(removed[0]?.userId ?? subject.userId ?? 'none');
  if (user && user.status !== 'active') return;
  const to = user?.email ?? revoked[0]?.email ?? subject.email;
  if (to === null) throw new ProblemError('not-found');
  const accounts = await tx.accounts.find({
    where: { id: { in: accountIds } },
    orderBy: [['nameKey', 'asc']],
  });
  await enqueueMail(context, {
    template: 'access_ended',
    to,
    locale: user?.locale ?? context.actor.user.locale,
    data: { accountNames: accounts.map(({ name }) => name) },
  });
}
