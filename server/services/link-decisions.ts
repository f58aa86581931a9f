import { guardLinkRequest, problemOf, type AccountKind, type RoleId } from '../../src/domain/index.js';
import type { LinkApproval } from '../../src/client/wire/index.js';
import type { Context } from '../context.js';
import { ProblemError } from '../problem.js';
import { bothSides, changeLink, otherSide, tellSides } from './link-steps.js';
import { isManaging, requireSide } from './link-requests.js';
import { viewLink, type Link, type OpenedLink } from './links.js';
import { requireStepUp } from './step-up.js';

/**
 * R74: the other side says yes to exactly what it read: both ids and both names. From the commit on the client is in
 * the partner's list and its people reach it, up to the ceiling (R78, R91); only the client itself sets one.
 */
export async function approveLink(
  context: Context,
  opened: OpenedLink,
  { maxRole, shown }: LinkApproval,
): Promise<Link> {
  const { link, parent, child } = opened;
  const side = requireSide(context, 'approve', opened);
  requireStepUp(context);
  requireShownIds(link, shown);
  if (shown.parentName !== parent.name || shown.childName !== child.name) {
    throw new ProblemError('stale-version', { current: await viewLink(context, link, side) });
  }
  await refuseOtherParent(context, opened);
  const { tx, now, actor } = context;
  const ceiling: RoleId | null = side === 'child' ? (maxRole ?? null) : null;
  const decided = { decidedBy: actor.user.id, maxRole: ceiling, activatedAt: now.toISOString() };
  const approved = await changeLink(context, link, 'approved', { state: 'active', ...decided });
  await tx.accounts.update(child.id, {
    ...{ kind: 'child', parentId: parent.id, relationship: link.relationship },
    singleBilling: parent.singleBilling && pays(child.status),
  });
  await tellSides(context, 'link_approved', approved, bothSides);
  return approved;
}

/** Threat 9: a yes for another pair than the one that was read is no yes. */
function requireShownIds({ parentId, childId }: Link, shown: LinkApproval['shown']): void {
  const errors = [
    ...(shown.parentId === parentId
      ? []
      : [{ pointer: '/shown/parentId', code: 'account_mismatch' as const }]),
    ...(shown.childId === childId ? [] : [{ pointer: '/shown/childId', code: 'account_mismatch' as const }]),
  ];
  if (errors.length > 0) throw new ProblemError('account-mismatch', { errors });
}

/** R76: since it was asked, another partner may have been quicker. */
async function refuseOtherParent({ tx }: Context, { link, child }: OpenedLink): Promise<void> {
  const others = await tx.accountLinks.find({
    where: { childId: child.id, id: { not: link.id } },
    lock: 'update',
  });
  const answer = guardLinkRequest({
    ...{ parentId: link.parentId, childId: child.id, childKind: child.kind as AccountKind },
    managedByAnother: others.some(isManaging),
  });
  if (!answer.ok) throw new ProblemError(problemOf(answer.code) ?? 'forbidden', { code: answer.code });
}

/** R12: paid clients start enrolled where the partnership uses Single Billing, trials do not. */
const pays = (status: string): boolean => status !== 'trial' && status !== 'trial_expired';

/** The other side says no. It may be asked again later, with a better note. */
export async function declineLink(context: Context, opened: OpenedLink): Promise<Link> {
  const side = requireSide(context, 'decline', opened);
  requireStepUp(context);
  const decided = { decidedBy: context.actor.user.id, endedAt: context.now.toISOString() };
  const declined = await changeLink(context, opened.link, 'declined', { state: 'declined', ...decided });
  await tellSides(context, 'link_declined', declined, [otherSide(side)]);
  return declined;
}
