import type { AuditAction } from '../../src/domain/index.js';
import type { Actor, Context } from '../context.js';
import type { Row } from '../stores/schema.js';
import { newId } from './new-id.js';

/** A committed change, told to the account's history and to those who watch it live. */
export interface AuditEntry {
  accountId: string;
  /** One of the closed list: each has its words in every history that is shown. */
  action: AuditAction;
  targetType: string;
  targetId: string;
  /** Version after the change, where the target has one; live listeners compare it with what they show. */
  targetVersion?: number;
  /** Changed fields only; never a secret, a token or a code. */
  before?: Readonly<Record<string, unknown>> | null;
  after?: Readonly<Record<string, unknown>> | null;
}

/** Channel of `Transaction.notify` for one account's live changes. */
export const changesChannel = 'changes';

/**
 * Writes the audit row and the live-change row of one change, in the same transaction as the change
 * (trust.md threat 20): either all of it is there, or nothing.
 */
export async function recordAudit(context: Context<Actor | null>, entry: AuditEntry): Promise<void> {
  const { tx, now } = context;
  const at = now.toISOString();
  await tx.auditEvents.insert({
    id: newId(context.random, 'auditEvent'),
    at,
    actorUserId: context.actor?.user.id ?? null,
    accountId: entry.accountId,
    action: entry.action,
    targetType: entry.targetType,
    targetId: entry.targetId,
    before: entry.before ?? null,
    after: entry.after ?? null,
    ip: context.ip,
    correlationId: context.requestId,
  });
  // Numbers are given at the insert, but rows are seen from the commit on: one after the other for each account, so
  // that whoever has read up to a number never finds a smaller one later.
  await tx.hold(`changes:${entry.accountId}`);
  await tx.changes.insert({
    id: newId(context.random, 'change'),
    accountId: entry.accountId,
    kind: entry.action,
    targetId: entry.targetId,
    targetVersion: entry.targetVersion ?? null,
    at,
  });
  await tx.notify(changesChannel, entry.accountId);
}

/** A change of a person, told to every account they belong to. */
export async function recordPersonAudit(
  context: Context<Actor | null>,
  user: Row<'users'>,
  change: Pick<AuditEntry, 'action' | 'before' | 'after'>,
): Promise<void> {
  const memberships = await context.tx.memberships.find({
    where: { userId: user.id, status: { not: 'removed' } },
    // In one order for everybody: each account's changes are held while they are written.
    orderBy: [['accountId', 'asc']],
  });
  const target = { targetType: 'user', targetId: user.id, targetVersion: user.version };
  for (const { accountId } of memberships) await recordAudit(context, { accountId, ...target, ...change });
}
