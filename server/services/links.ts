import { can, limits, linkState, type LinkSide, type LinkState } from '../../src/domain/index.js';
import type { AccountLink } from '../../src/client/wire/index.js';
import type { Actor, ReadContext } from '../context.js';
import { pageOf, type PageAsked, type PageFound } from '../paging.js';
import { ProblemError } from '../problem.js';
import type { Where } from '../stores/port.js';
import type { Row } from '../stores/schema.js';
import { accessOf, isWrite, requireCapability, withinToken, type AccountAccess } from './access.js';
import { shownName } from './people.js';

export type Link = Row<'accountLinks'>;

/** A link as somebody opened it who stands on one side of it, or on both. */
export interface OpenedLink {
  link: Link;
  parent: Row<'accounts'>;
  child: Row<'accounts'>;
  sides: readonly LinkSide[];
}

/** The state now: a request nobody answered in time reads as expired (R75). */
export const stateOf = ({ state, expiresAt }: Link, now: Date): LinkState =>
  linkState({ state: state as LinkState, expiresAt }, now);

/** What a person needs to look at the links of their account, and to act on them. */
export const linkCapability = (account: Row<'accounts'>) =>
  account.kind === 'parent' ? 'links.request' : 'links.decide';

/** One at a time decides about the links of a client, from whichever side (L03). */
export async function holdLinksOf(context: ReadContext<Actor | null>, childId: string): Promise<void> {
  if (isWrite(context)) await context.tx.hold(`link:${childId}`);
}

/** What the caller may do on an account, or undefined where it does not exist for them. */
export async function reachTo(context: ReadContext, accountId: string): Promise<AccountAccess | undefined> {
  const access = await accessOf(context, context.actor.user.id, accountId);
  return access && withinToken(context.actor, access.account) ? access : undefined;
}

/**
 * A link for somebody of its sides. For anybody else it does not exist, also for the people of another partner
 * account who reach the same client.
 */
export async function openLink(context: ReadContext, linkId: string): Promise<OpenedLink> {
  const { db } = context;
  const found = await db.accountLinks.get(linkId);
  if (!found) throw new ProblemError('not-found');
  await holdLinksOf(context, found.childId);
  const onChild = await reachTo(context, found.childId);
  const own = onChild?.grants.some(({ source }) => source === 'direct') ? onChild : undefined;
  const onParent = await reachTo(context, found.parentId);
  const sides: LinkSide[] = [];
  if (own && can(own, 'links.decide')) sides.push('child');
  if (onParent && can(onParent, 'links.request')) sides.push('parent');
  if (sides.length === 0) {
    if (onParent) requireCapability(onParent, 'links.request');
    if (own) requireCapability(own, 'links.decide');
    throw new ProblemError('not-found');
  }
  const link = await db.accountLinks.get(linkId, { lock: isWrite(context) });
  const parent = onParent?.account ?? (await db.accounts.get(found.parentId));
  const child = onChild?.account ?? (await db.accounts.get(found.childId));
  if (!link || !parent || !child) throw new ProblemError('not-found');
  return { link, parent, child, sides };
}

/** The links of an account, the newest first. */
export async function listLinks(
  context: ReadContext,
  access: AccountAccess,
  asked: PageAsked & { state?: LinkState | undefined },
): Promise<PageFound<AccountLink>> {
  const { account } = access;
  requireCapability(access, linkCapability(account));
  const side = account.kind === 'parent' ? 'parent' : 'child';
  const { state } = asked;
  const now = context.now.toISOString();
  const where: Where<'accountLinks'> = {
    [`${side}Id`]: account.id,
    state: state === 'expired' ? { in: ['pending', 'expired'] } : state,
    expiresAt: state === 'pending' ? { gt: now } : state === 'expired' ? { lte: now } : undefined,
  };
  const page = await pageOf(context, 'accountLinks', { where, orderBy: [['createdAt', 'desc']] }, asked);
  return { ...page, items: await viewLinks(context, page.items, side) };
}

/** One link as this side sees it. */
export async function viewLink(
  context: ReadContext<Actor | null>,
  link: Link,
  side: LinkSide,
): Promise<AccountLink> {
  const [view] = await viewLinks(context, [link], side);
  if (!view) throw new Error('One row has one view');
  return view;
}

async function viewLinks(
  { db, now }: ReadContext<Actor | null>,
  links: readonly Link[],
  side: LinkSide,
): Promise<AccountLink[]> {
  const accountIds = links.flatMap(({ parentId, childId }) => [parentId, childId]);
  const accounts = await db.accounts.find({ where: { id: { in: accountIds } } });
  const userIds = links.flatMap(({ requestedBy, decidedBy }) => [requestedBy, decidedBy ?? requestedBy]);
  const users = await db.users.find({ where: { id: { in: userIds } } });
  const nameOf = (id: string) => ({ id, name: accounts.find((account) => account.id === id)?.name ?? '' });
  const personOf = (id: string | null) => {
    const user = users.find((one) => one.id === id);
    return user ? shownName(user) : null;
  };
  return links.map((link) => {
    const { id, relationship, maxRole, note, reason, reminders, version } = link;
    const { createdAt, expiresAt, activatedAt, endedAt, endReason } = link;
    // Whoever said no stays unnamed on the other side; whoever said yes is somebody it works with.
    const namesDecider = activatedAt !== null || link.initiatedBy !== side;
    return {
      ...{ id, relationship, maxRole, note, reason, reminders, version, side },
      ...{ createdAt, expiresAt, activatedAt, endedAt, endReason },
      parent: nameOf(link.parentId),
      child: nameOf(link.childId),
      initiatedBy: link.initiatedBy,
      state: stateOf(link, now),
      requestedBy: personOf(link.requestedBy),
      decidedBy: namesDecider ? personOf(link.decidedBy) : null,
      remindersLeft: Math.max(0, limits.linkReminders - reminders),
    };
  });
}
