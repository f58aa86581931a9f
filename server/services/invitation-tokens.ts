import type { LinkChannel } from '../../src/domain/index.js';
import type { Actor, Context, ReadContext } from '../context.js';
import type { Row } from '../stores/schema.js';
import { newId } from './new-id.js';
import { hashSecret, newSecret } from './secrets.js';

/** How a token stopped working; `live` has not. A dead one stays, so that its link can say why (R38, R41). */
export type TokenEnd = 'replaced' | 'revoked' | 'used' | 'declined';

/**
 * A fresh link of this channel; the earlier one of the same channel stops (R25). Only the hash is kept, so this
 * is the one moment the token can be shown or mailed. A new invitation has no link that could stop: its link is the `first`.
 */
export async function issueToken(
  context: Context<Actor | null>,
  invitationId: string,
  channel: LinkChannel,
  { first = false } = {},
): Promise<string> {
  const { tx, now, random } = context;
  if (!first)
    await tx.invitationTokens.updateWhere({ invitationId, channel, status: 'live' }, { status: 'replaced' });
  const token = newSecret(random, 'cci_');
  await tx.invitationTokens.insert({
    id: newId(random, 'invitationToken'),
    invitationId,
    channel,
    tokenHash: hashSecret('invitation', token),
    status: 'live',
    createdAt: now.toISOString(),
  });
  return token;
}

/** Ends every link of an invitation, mailed and copied (R38, R40). */
export async function endTokens(
  context: Context<Actor | null>,
  invitationId: string,
  status: TokenEnd,
): Promise<void> {
  await context.tx.invitationTokens.updateWhere({ invitationId, status: 'live' }, { status });
}

/**
 * R83: the mailed link of a bulk grant stands for all its invitations. When the one it was issued for ends, it
 * passes on to the next that still waits for the same person.
 */
export async function passOnLink(
  { tx }: Context<Actor | null>,
  { id, bulkGrantId, emailKey }: Row<'invitations'>,
): Promise<void> {
  if (bulkGrantId === null) return;
  const token = await tx.invitationTokens.first({ invitationId: id, channel: 'mail', status: 'live' });
  if (!token) return;
  const waiting = await tx.invitations.find({
    where: { bulkGrantId, emailKey, id: { not: id }, state: 'pending' },
    orderBy: [['accountId', 'asc']],
  });
  const taken = await tx.invitationTokens.find({
    where: { invitationId: { in: waiting.map((one) => one.id) }, channel: 'mail', status: 'live' },
  });
  const next = waiting.find((one) => taken.every(({ invitationId }) => invitationId !== one.id));
  if (next) await tx.invitationTokens.update(token.id, { invitationId: next.id });
}

/** The row of a token, dead or alive, or undefined for one that was never issued. */
export function findToken(
  context: ReadContext<Actor | null>,
  token: string,
): Promise<Row<'invitationTokens'> | undefined> {
  return context.db.invitationTokens.first({ tokenHash: hashSecret('invitation', token) });
}
