import { auditActionsOf } from '../../src/domain/index.js';
import type { AuditEvent } from '../../src/client/wire/index.js';
import type { ReadContext } from '../context.js';
import { pageOf, type PageAsked, type PageFound } from '../paging.js';
import type { Where } from '../stores/port.js';
import type { Row } from '../stores/schema.js';
import type { AccountAccess } from './access.js';
import { shownName } from './people.js';

export interface AuditAsked extends PageAsked {
  since?: string | undefined;
  until?: string | undefined;
  /** Actions, or their first parts. */
  types?: readonly string[] | undefined;
  actor?: string | undefined;
  target?: string | undefined;
}

/** What happened on an account, the newest first. */
export async function listAuditEvents(
  context: ReadContext,
  { account, link }: AccountAccess,
  asked: AuditAsked,
): Promise<PageFound<AuditEvent>> {
  const { since = '1970-01-01T00:00:00.000Z', until, types, actor, target } = asked;
  const where: Where<'auditEvents'> = {
    accountId: account.id,
    at: until === undefined ? { gte: since } : { gte: since, lt: until },
    action: types && { in: types.flatMap(auditActionsOf) },
    actorUserId: actor,
    targetId: target,
  };
  const page = await pageOf(context, 'auditEvents', { where, orderBy: [['seq', 'desc']] }, asked);
  const actors = await actorsOf(context, account.id, link?.parentId, page.items);
  const names = await namesOf(context, page.items);
  const items = page.items.map((row): AuditEvent => {
    const { id, at, accountId, action, targetType, targetId, ip, correlationId } = row;
    const { before, after } = row as Pick<AuditEvent, 'before' | 'after'>;
    const who = row.actorUserId === null ? undefined : actors.get(row.actorUserId);
    return {
      ...{ id, at, accountId, action, targetType, targetId, before, after, ip, correlationId },
      actor: who ? { userId: who.id, displayName: who.displayName, username: who.username } : null,
      targetName: names.get(targetId) ?? null,
    };
  });
  return { ...page, items };
}

/**
 * Those who acted, as far as the people of this account may know them: who belongs or belonged to it, the partner
 * people who reach it, and those who entered through the partner while they could (R90, Q11). Anybody else, such
 * as a client's owner who declined a link, stays unnamed.
 */
async function actorsOf(
  { db }: ReadContext,
  accountId: string,
  parentId: string | undefined,
  rows: readonly Row<'auditEvents'>[],
): Promise<Map<string, Row<'users'>>> {
  const ids = [...new Set(rows.flatMap(({ actorUserId }) => actorUserId ?? []))];
  if (ids.length === 0) return new Map();
  const userId = { in: ids };
  const members = await db.memberships.find({
    where: { userId, accountId: { in: parentId === undefined ? [accountId] : [accountId, parentId] } },
  });
  const entries = await db.entries.find({ where: { userId, accountId } });
  const known = [...members, ...entries].map((row) => row.userId);
  const users = await db.users.find({ where: { id: { in: known } } });
  return new Map(users.map((user) => [user.id, user]));
}

/** What a person calls the things that were acted on, where they still have a name. */
async function namesOf(
  { db }: ReadContext,
  rows: readonly Row<'auditEvents'>[],
): Promise<Map<string, string>> {
  const idsOf = (type: string) => [
    ...new Set(rows.flatMap((row) => (row.targetType === type ? row.targetId : []))),
  ];
  const memberships = await db.memberships.find({ where: { id: { in: idsOf('membership') } } });
  const transfers = await db.ownershipTransfers.find({ where: { id: { in: idsOf('transfer') } } });
  const receivers = await db.memberships.find({
    where: { id: { in: transfers.map(({ toMembershipId }) => toMembershipId) } },
  });
  const people = [...memberships, ...receivers].map(({ userId }) => userId);
  const users = await db.users.find({ where: { id: { in: [...people, ...idsOf('user')] } } });
  const invitations = await db.invitations.find({ where: { id: { in: idsOf('invitation') } } });
  const accounts = await db.accounts.find({ where: { id: { in: idsOf('account') } } });
  const names = new Map(users.map((user) => [user.id, shownName(user)]));
  const copy = (id: string, from: string | undefined) => {
    const name = from === undefined ? undefined : names.get(from);
    if (name !== undefined) names.set(id, name);
  };
  for (const { id, userId } of [...memberships, ...receivers]) copy(id, userId);
  for (const { id, toMembershipId } of transfers) copy(id, toMembershipId);
  for (const { id, email } of invitations) names.set(id, email);
  for (const { id, name } of accounts) names.set(id, name);
  return names;
}
