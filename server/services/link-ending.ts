import { guardLinkEnd, problemOf, type LinkState } from '../../src/domain/index.js';
import type { Actor, Context } from '../context.js';
import { ProblemError } from '../problem.js';
import { withdrawInvitation } from './invitation-changes.js';
import { mailRevoked } from './invitation-mails.js';
import { bothSides, changeLink, tellSides } from './link-steps.js';
import { stateOf, type Link, type OpenedLink } from './links.js';

/** Why a link ended; a closed client's comes back with neither link nor invitations (R85). */
export type LinkEnd = 'ended_by_parent' | 'ended_by_child' | 'account_closed';

/**
 * R77: either side parts from the other. Single Billing must be off, and the client must have an owner of its own.
 * Inherited access stops with the commit, direct memberships stay.
 */
export async function partLink(context: Context, { link, child, sides }: OpenedLink): Promise<void> {
  const { tx, now } = context;
  const owners = { accountId: child.id, roleId: 'account_owner', status: 'active' };
  const answer = guardLinkEnd({
    state: stateOf(link, now) satisfies LinkState,
    singleBilling: child.singleBilling,
    childHasActiveOwner: (await tx.memberships.count(owners)) > 0,
  });
  if (!answer.ok) throw new ProblemError(problemOf(answer.code) ?? 'forbidden', { code: answer.code });
  const ended = await endLink(context, link, sides.includes('parent') ? 'ended_by_parent' : 'ended_by_child');
  await revokeInheritedInvitations(context, ended);
  await tx.accounts.update(child.id, { kind: 'standalone', parentId: null, relationship: null });
  await letGo(context, ended);
  await tellSides(context, 'link_ended', ended, bothSides);
}

/** Ends a link, for whatever reason; what follows from that for the client is the caller's. */
export function endLink(context: Context<Actor | null>, link: Link, endReason: LinkEnd): Promise<Link> {
  const endedAt = context.now.toISOString();
  return changeLink(context, link, 'ended', { state: 'ended', endedAt, endReason });
}

/** R43: invitations of partner people who belonged to the client through the link alone. */
async function revokeInheritedInvitations(context: Context, { childId }: Link): Promise<void> {
  const { tx } = context;
  const pending = await tx.invitations.find({
    where: { accountId: childId, state: 'pending' },
    lock: 'update',
  });
  const account = await tx.accounts.get(childId);
  for (const invitation of pending) {
    const own = { userId: invitation.invitedBy, accountId: childId, status: { not: 'removed' } };
    const inviter = await tx.users.get(invitation.invitedBy);
    if (!account || !inviter || (await tx.memberships.first(own))) continue;
    const told = await withdrawInvitation(context, invitation, 'link_ended');
    if (told) await mailRevoked(context, invitation, { account, inviter });
  }
}

/** Partner people who were looking at the client: nothing they write elsewhere is held against that (R92). */
async function letGo({ tx }: Context, { childId, parentId }: Link): Promise<void> {
  const inherited = await tx.memberships.find({ where: { accountId: parentId, status: { not: 'removed' } } });
  const own = await tx.memberships.find({ where: { accountId: childId, status: { not: 'removed' } } });
  const stays = new Set(own.map(({ userId }) => userId));
  const leaves = inherited.map(({ userId }) => userId).filter((userId) => !stays.has(userId));
  await tx.users.touch({ id: { in: leaves }, currentAccountId: childId }, { currentAccountId: null });
}
