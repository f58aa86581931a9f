import {
  addSeconds,
  decideRole,
  invitationState,
  inviteLifeSeconds,
  resendAvailableAt,
  type InvitationState,
} from '../../src/domain/index.js';
import type { Invitation } from '../../src/client/wire/index.js';
import type { Actor, ReadContext } from '../context.js';
import type { Row } from '../stores/schema.js';
import { accessOf } from './access.js';
import { roleContextOf } from './role-grants.js';

const day = 24 * 60 * 60;

/** Bucket that counts the resends of one invitation (R39). */
export const resendBucket = (invitationId: string): string => `resend:${invitationId}`;

/** The state now: what is stored as pending reads as expired from its time on (R37). */
export const stateOf = (
  invitation: Pick<Row<'invitations'>, 'state' | 'expiresAt'>,
  now: Date,
): InvitationState =>
  invitationState({ state: invitation.state as InvitationState, expiresAt: invitation.expiresAt }, now);

/** May whoever sent the invitation still grant its role (R43)? Inside a write it locks what decides. */
export async function inviterMayGrant(
  context: ReadContext<Actor | null>,
  invitation: Pick<Row<'invitations'>, 'accountId' | 'invitedBy' | 'roleId'>,
): Promise<boolean> {
  const inviter = await context.db.users.get(invitation.invitedBy);
  if (inviter?.status !== 'active') return false;
  const access = await accessOf(context, inviter.id, invitation.accountId);
  return access !== undefined && decideRole(invitation.roleId, roleContextOf(access)).available;
}

/** Invitations of one account as its managers see them, with a handful of questions for any number of rows. */
export async function viewInvitations(
  context: ReadContext,
  rows: readonly Row<'invitations'>[],
): Promise<Invitation[]> {
  const inviters = await invitersOf(context, rows);
  const resends = await resendsOf(context, rows);
  const mayGrant = new Map<string, boolean>();
  for (const row of rows) {
    const key = `${row.invitedBy} ${row.roleId}`;
    if (!mayGrant.has(key)) mayGrant.set(key, await inviterMayGrant(context, row));
  }
  return rows.map((row) =>
    viewOf(context, row, {
      inviterName: inviters.get(row.invitedBy)?.displayName ?? null,
      resentAt: resends.get(row.id) ?? [],
      mayGrant: mayGrant.get(`${row.invitedBy} ${row.roleId}`) ?? false,
    }),
  );
}

/** One that the actor has just created: what the others are asked for is known. */
export function viewCreated(context: ReadContext, row: Row<'invitations'>): Invitation {
  const { displayName } = context.actor.user;
  return viewOf(context, row, { inviterName: displayName, resentAt: [], mayGrant: true });
}

function viewOf(
  context: ReadContext,
  row: Row<'invitations'>,
  known: { inviterName: string | null; resentAt: readonly string[]; mayGrant: boolean },
): Invitation {
  return {
    id: row.id,
    accountId: row.accountId,
    email: row.email,
    name: row.name,
    roleId: row.roleId,
    proposedUsername: row.proposedUsername,
    state: stateOf(row, context.now),
    delivery: row.delivery,
    expiresAt: row.expiresAt,
    createdAt: row.createdAt,
    sentCount: row.sentCount,
    lastSentAt: row.lastSentAt,
    resendAvailableAt: nextResend(context, row, known.resentAt)?.toISOString() ?? null,
    invitedBy: {
      userId: row.invitedBy,
      displayName: known.inviterName,
      you: row.invitedBy === context.actor.user.id,
    },
    inviterMayGrant: known.mayGrant,
    bulkGrantId: row.bulkGrantId,
    message: row.message,
    version: row.version,
  };
}

export async function viewInvitation(context: ReadContext, row: Row<'invitations'>): Promise<Invitation> {
  const [view] = await viewInvitations(context, [row]);
  if (!view) throw new Error('One row has one view');
  return view;
}

/** R39: when it may be resent; null when it may be now. */
export function nextResend(
  context: ReadContext<Actor | null>,
  row: Pick<Row<'invitations'>, 'lastSentAt'>,
  resentAt: readonly string[],
): Date | null {
  return resendAvailableAt({ lastSentAt: row.lastSentAt, resentAt }, context.now);
}

/** Resends of the last 24 hours, by invitation. */
export async function resendsOf(
  context: ReadContext<Actor | null>,
  rows: readonly Pick<Row<'invitations'>, 'id'>[],
): Promise<Map<string, string[]>> {
  const result = new Map<string, string[]>();
  if (rows.length === 0) return result;
  const buckets = new Map(rows.map(({ id }) => [resendBucket(id), id]));
  const since = addSeconds(context.now, -day).toISOString();
  const events = await context.db.budgetEvents.find({
    where: { bucket: { in: [...buckets.keys()] }, at: { gt: since } },
  });
  for (const { bucket, at } of events) {
    const id = buckets.get(bucket) ?? '';
    result.set(id, [...(result.get(id) ?? []), at]);
  }
  return result;
}

async function invitersOf(
  context: ReadContext,
  rows: readonly Row<'invitations'>[],
): Promise<Map<string, Row<'users'>>> {
  if (rows.length === 0) return new Map();
  const users = await context.db.users.find({
    where: { id: { in: [...new Set(rows.map((row) => row.invitedBy))] } },
  });
  return new Map(users.map((user) => [user.id, user]));
}

/** The life a new or resent invitation gets: the deployment's days, within 1 to 30 (R37). */
export function expiryOf(context: ReadContext<Actor | null>): string {
  return addSeconds(context.now, inviteLifeSeconds(context.config.limits.inviteDays * day)).toISOString();
}
