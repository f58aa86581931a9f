import {
  emailKey,
  isRoleId,
  roleDefinitions,
  type BulkGrantOutcome,
  type ExistingChoice,
  type ProblemCode,
} from '../../src/domain/index.js';
import type { BulkGrant, BulkGrantItem, JobSubject, Problem } from '../../src/client/wire/index.js';
import type { Context, ReadContext } from '../context.js';
import { pageOf, type PageAsked, type PageFound } from '../paging.js';
import { ProblemError } from '../problem.js';
import type { Row } from '../stores/schema.js';
import { spend } from './budgets.js';
import { spendInvitation } from './invitation-budgets.js';
import { subjectOf } from './job-subjects.js';
import { createJob, inputOf, waiting, wireJob, type JobInput } from './jobs.js';
import { reachTo } from './links.js';
import { namesOf } from './managed-accounts.js';
import { requireStepUp } from './step-up.js';

/** A draft whose form is right, but for the roles. */
export interface GrantAsked {
  subject: JobSubject;
  roleId?: unknown;
  accounts: readonly { accountId: string; roleId?: unknown }[];
  existing?: ExistingChoice | undefined;
  dryRun?: boolean | undefined;
  message?: string | undefined;
}

export interface GrantInput extends JobInput {
  roleId: string;
  existing: ExistingChoice;
  message: string | null;
}

/** So many jobs one person starts in an hour, forecasts included. */
const jobsPerHour = 120;

/**
 * Starts a job that gives one person access to many accounts (R79), or a forecast of it (R82), for which no fresh
 * proof is needed. What may be granted where is decided for each account when its turn comes.
 */
export async function startBulkGrant(context: Context, asked: GrantAsked): Promise<Row<'jobs'>> {
  const { accounts, dryRun = false, existing = 'skip', message } = asked;
  if (accounts.length > context.config.limits.bulkAccounts) throw new ProblemError('too-many-items');
  requireAssignable(asked.roleId, '/roleId');
  accounts.forEach(({ roleId }, index) => {
    if (roleId !== undefined) requireAssignable(roleId, `/accounts/${index}/roleId`);
  });
  const subject = await subjectOf(context, asked.subject);
  if (!dryRun) requireStepUp(context);
  await spend(context, { bucket: `jobs:${context.actor.user.id}`, limit: jobsPerHour, seconds: 60 * 60 });
  const accountId = await homeOf(context, accounts[0]?.accountId ?? '');
  if (!dryRun) await spendOnce(context, accountId, subject.email ?? '');
  const roleId = String(asked.roleId);
  return createJob<GrantInput>(context, {
    ...{ kind: 'bulk_grant', accountId, dryRun },
    input: {
      ...{ subject, roleId, existing, message: message ?? null, since: context.now.toISOString() },
      ...{ accountLimit: context.actor.accountLimit, requestId: context.requestId },
    },
    items: accounts.map((one) => ({
      accountId: one.accountId,
      kind: 'grant',
      roleId: String(one.roleId ?? roleId),
    })),
  });
}

/** Where no account can make it right; what follows from the account is decided there (2c). */
function requireAssignable(roleId: unknown, pointer: string): void {
  const refuse = (code: ProblemCode) => {
    throw new ProblemError('role-not-available', { code, errors: [{ pointer, code }] });
  };
  if (roleId === undefined || roleId === null || roleId === '') refuse('role_required');
  else if (!isRoleId(roleId)) refuse('role_unknown');
  else if (!roleDefinitions[roleId].assignable) refuse('role_not_grantable');
}

/** The partner account whose work this is, or the first account itself. */
async function homeOf({ tx: _, ...reading }: Context, accountId: string): Promise<string> {
  const context: ReadContext = reading;
  const access = await reachTo(context, accountId);
  return access?.grants.find(({ source }) => source === 'inherited')?.grantAccountId ?? accountId;
}

/** R34: a bulk grant counts as one invitation, however many accounts it is for. */
async function spendOnce(context: Context, accountId: string, email: string): Promise<void> {
  const account = await context.tx.accounts.get(accountId);
  if (account) await spendInvitation(context, account, emailKey(email));
}

export function wireBulkGrant(job: Row<'jobs'>): BulkGrant {
  const { roleId, existing } = inputOf<GrantInput>(job);
  return { ...wireJob<BulkGrantOutcome>(job), roleId, existing };
}

/** Outcomes account by account, in the order they were asked for. */
export async function listBulkGrantItems(
  context: ReadContext,
  job: Row<'jobs'>,
  { outcome, ...asked }: PageAsked & { outcome?: string | undefined },
): Promise<PageFound<BulkGrantItem>> {
  const query = { where: { jobId: job.id, outcome }, orderBy: [['position', 'asc']] as const };
  const page = await pageOf(context, 'jobItems', query, asked);
  const nameOf = await namesOf(
    context,
    page.items.map(({ accountId }) => accountId),
  );
  const items = page.items.map((item): BulkGrantItem => ({
    account: nameOf(item.accountId),
    roleId: item.roleId ?? '',
    outcome: item.outcome === waiting ? null : item.outcome,
    membershipId: item.membershipId,
    invitationId: item.invitationId,
    problem: item.problem as Problem | null,
  }));
  return { ...page, items };
}
