import type { OffboardingOutcome } from '../../src/domain/index.js';
import type { JobSubject, Offboarding, OffboardingItem, Problem } from '../../src/client/wire/index.js';
import type { Context, ReadContext } from '../context.js';
import { pageOf, type PageAsked, type PageFound } from '../paging.js';
import { ProblemError } from '../problem.js';
import type { Row } from '../stores/schema.js';
import type { AccountAccess } from './access.js';
import { subjectOf } from './job-subjects.js';
import { createJob, waiting, wireJob, type JobInput, type StoredSubject } from './jobs.js';
import { managedAccounts, namesOf, requireManagesPeople } from './managed-accounts.js';
import { accessItems, identityOfAddress, identityOfUser } from './person-access.js';
import { requireStepUp } from './step-up.js';

export interface OffboardingAsked {
  subject: JobSubject;
  accountIds?: readonly string[] | undefined;
  dryRun: boolean;
}

/**
 * Starts a job that ends everything one person reaches within the caller's accounts (R88, R89), or a preview of it.
 * Direct grants on clients are items of their own, so that ending the role on the partner account leaves none behind.
 */
export async function startOffboarding(
  context: Context,
  access: AccountAccess,
  { subject: asked, accountIds, dryRun }: OffboardingAsked,
): Promise<Row<'jobs'>> {
  requireManagesPeople(access);
  if (!dryRun) requireStepUp(context);
  const subject = await subjectOf(context, asked);
  const items = await itemsOf(context, access, subject);
  const wanted = accountIds && new Set(accountIds);
  return createJob<JobInput>(context, {
    ...{ kind: 'offboarding', accountId: access.account.id, dryRun },
    input: {
      ...{ subject, since: context.now.toISOString() },
      ...{ accountLimit: context.actor.accountLimit, requestId: context.requestId },
    },
    items: items
      .filter(({ account }) => !wanted || wanted.has(account.id))
      .map(({ account, kind, roleId, membershipId, invitationId }) => ({
        ...{ accountId: account.id, kind, roleId },
        targetId: kind === 'invitation' ? invitationId : membershipId,
      })),
  });
}

async function itemsOf({ tx: _, ...reading }: Context, access: AccountAccess, subject: StoredSubject) {
  // Read without locks: each item is looked at again when its turn comes.
  const context: ReadContext = reading;
  const user = subject.userId === null ? undefined : await context.db.users.get(subject.userId);
  const identity = await (user
    ? identityOfUser(context, user)
    : identityOfAddress(context, subject.email ?? ''));
  if (identity.users.some(({ id }) => id === context.actor.user.id)) {
    throw new ProblemError('cannot-change-own-role');
  }
  return accessItems(context, access, await managedAccounts(context, access), identity);
}

export function wireOffboarding(job: Row<'jobs'>): Offboarding {
  return { ...wireJob<OffboardingOutcome>(job), parentId: job.accountId };
}

/** Outcomes in the order they come about. */
export async function listOffboardingItems(
  context: ReadContext,
  job: Row<'jobs'>,
  { outcome, ...asked }: PageAsked & { outcome?: string | undefined },
): Promise<PageFound<OffboardingItem>> {
  const query = { where: { jobId: job.id, outcome }, orderBy: [['position', 'asc']] as const };
  const page = await pageOf(context, 'jobItems', query, asked);
  const nameOf = await namesOf(
    context,
    page.items.map(({ accountId }) => accountId),
  );
  const items = page.items.map((item): OffboardingItem => ({
    id: item.id,
    account: nameOf(item.accountId),
    kind: item.kind,
    roleId: item.roleId ?? '',
    outcome: item.outcome === waiting ? null : item.outcome,
    problem: item.problem as Problem | null,
  }));
  return { ...page, items };
}
