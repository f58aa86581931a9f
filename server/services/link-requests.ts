import {
  addSeconds,
  can,
  guardLink,
  guardLinkRequest,
  isPast,
  limits,
  problemOf,
  toMillis,
  type AccountKind,
  type LinkSide,
} from '../../src/domain/index.js';
import type { Config } from '../config.js';
import type { Actor, Context } from '../context.js';
import type { Ports } from '../ports.js';
import { ProblemError } from '../problem.js';
import type { Row } from '../stores/schema.js';
import { requireCapability } from './access.js';
import { spend, tooMany } from './budgets.js';
import { accountOfCode } from './link-codes.js';
import { auditLink, bothSides, changeLink, openStates, otherSide, tellSides } from './link-steps.js';
import { holdLinksOf, reachTo, stateOf, type Link, type OpenedLink } from './links.js';
import { newId } from './new-id.js';
import { requireStepUp } from './step-up.js';
import { systemContext } from './system-context.js';

/** The two accounts of a request: two ids, or one's own id and the other's link code (R73). */
export interface LinkAsked {
  parentId?: string | undefined;
  childId?: string | undefined;
  linkCode?: string | undefined;
  note?: string | undefined;
}

/**
 * Asks for a link (R73): the partner account asks the client, or the client offers itself. Whoever has `links.request`
 * on the parent asks from there, else `links.decide` on the client is needed. No account and no user is made. A wrong
 * code is returned, not thrown, so that the try stays counted.
 */
export async function requestLink(
  context: Context,
  asked: LinkAsked,
): Promise<{ link: Link; side: LinkSide } | ProblemError> {
  const ends = await endsOf(context, asked);
  if (ends instanceof ProblemError) return ends;
  const { parentId, childId } = ends;
  await holdLinksOf(context, childId);
  const side = await askingSide(context, ends);
  requireStepUp(context);
  const child = await context.tx.accounts.get(childId, { lock: true });
  const parent = await context.tx.accounts.get(parentId, { lock: true });
  if (!isOpen(child) || !isOpen(parent) || parent.kind !== 'parent') throw new ProblemError('not-found');
  await refuseTaken(context, parentId, child);
  await refuseTooMany(context, parentId, childId);
  const at = context.now.toISOString();
  const [link] = await context.tx.accountLinks.insert({
    ...{ id: newId(context.random, 'link'), parentId, childId, initiatedBy: side, state: 'pending' },
    ...{ relationship: 'managed', maxRole: null, note: asked.note ?? null, reason: null },
    ...{ requestedBy: context.actor.user.id, decidedBy: null, reminders: 0, lastRemindedAt: null },
    expiresAt: addSeconds(context.now, limits.linkRequestSeconds).toISOString(),
    ...{ activatedAt: null, endedAt: null, endReason: null, createdAt: at, version: 1 },
  });
  if (!link) throw new Error('The store returned no row for an insert');
  await auditLink(context, link, 'requested', null);
  await tellSides(context, 'link_requested', link, [otherSide(side)]);
  return { link, side };
}

const isOpen = (account: Row<'accounts'> | undefined): account is Row<'accounts'> =>
  account !== undefined && account.status !== 'closed';

/** Which two accounts are meant; a code stands for the one that is not the caller's. */
async function endsOf(
  context: Context,
  { parentId, childId, linkCode }: LinkAsked,
): Promise<{ parentId: string; childId: string } | ProblemError> {
  if (linkCode === undefined) return { parentId: parentId ?? '', childId: childId ?? '' };
  // Before the code is looked at: it tells nothing to somebody who could not use it.
  const own = await reachTo(context, parentId ?? childId ?? '');
  if (!own) throw new ProblemError('not-found');
  requireCapability(own, parentId === undefined ? 'links.decide' : 'links.request');
  requireStepUp(context);
  await spend(context, {
    bucket: `link-code:${context.actor.user.id}`,
    limit: limits.linkCodeTriesPerHour,
    seconds: 60 * 60,
  });
  const found = await accountOfCode(context, linkCode);
  const wanted = childId === undefined ? found : found?.kind === 'parent' ? found : undefined;
  if (!isOpen(wanted)) {
    return new ProblemError('link-code-invalid', {
      errors: [{ pointer: '/linkCode', code: 'link_code_invalid' }],
    });
  }
  return { parentId: parentId ?? wanted.id, childId: childId ?? wanted.id };
}

async function askingSide(
  context: Context,
  { parentId, childId }: { parentId: string; childId: string },
): Promise<LinkSide> {
  const onParent = await reachTo(context, parentId);
  if (onParent && can(onParent, 'links.request')) return 'parent';
  const onChild = await reachTo(context, childId);
  if (onChild && can(onChild, 'links.decide')) return 'child';
  if (!onParent && !onChild) throw new ProblemError('not-found');
  throw new ProblemError('forbidden', { requiredCapability: onParent ? 'links.request' : 'links.decide' });
}

/** R76, L01: one link of a pair, one managing parent of a client; the other parent is not named. */
async function refuseTaken(context: Context, parentId: string, child: Row<'accounts'>): Promise<void> {
  const links = await context.tx.accountLinks.find({
    where: { childId: child.id, state: { in: openStates } },
    lock: 'update',
  });
  const own = links.find((link) => link.parentId === parentId);
  const state = own && stateOf(own, context.now);
  if (own && state === 'expired') await expire(context, own);
  const answer = guardLinkRequest({
    ...{ parentId, childId: child.id, childKind: child.kind as AccountKind, samePair: state ?? null },
    managedByAnother: links.some((link) => isManaging(link) && link.parentId !== parentId),
  });
  if (!answer.ok) throw new ProblemError(problemOf(answer.code) ?? 'forbidden', { code: answer.code });
}

/** Has this link given the client its managing parent, or is it about to? */
export const isManaging = ({ state, relationship }: Link): boolean =>
  relationship === 'managed' && (state === 'active' || state === 'activating');

/** Nobody is asked again and again: three times in 30 days, and not on the day of a refusal. */
async function refuseTooMany(context: Context, parentId: string, childId: string): Promise<void> {
  const since = addSeconds(context.now, -limits.linkRequestSeconds).toISOString();
  const earlier = await context.tx.accountLinks.find({
    where: { parentId, childId, createdAt: { gt: since } },
    orderBy: [['createdAt', 'desc']],
  });
  const refused = earlier.find(({ state }) => state === 'declined');
  const oldest = earlier[limits.linkRequestsPerPair - 1];
  const waits = [
    refused?.endedAt ? addSeconds(refused.endedAt, limits.linkPauseSeconds) : context.now,
    oldest ? addSeconds(oldest.createdAt, limits.linkRequestSeconds) : context.now,
  ];
  const wait = Math.max(...waits.map((at) => toMillis(at) - context.now.getTime()));
  if (wait > 0) throw tooMany(wait);
}

/** R75: asks the other side again, at most three times and once a day. */
export async function remindLink(context: Context, opened: OpenedLink): Promise<Link> {
  const { link } = opened;
  const side = requireSide(context, 'cancel', opened);
  if (link.reminders >= limits.linkReminders) {
    throw tooMany(toMillis(link.expiresAt) - context.now.getTime());
  }
  const next = addSeconds(link.lastRemindedAt ?? link.createdAt, limits.linkPauseSeconds);
  if (!isPast(next, context.now)) throw tooMany(next.getTime() - context.now.getTime());
  const patch = { reminders: link.reminders + 1, lastRemindedAt: context.now.toISOString() };
  const reminded = await changeLink(context, link, 'reminded', patch);
  await tellSides(context, 'link_reminder', reminded, [otherSide(side)]);
  return reminded;
}

/** R75: the side that asked takes the request back. */
export async function cancelLink(context: Context, opened: OpenedLink): Promise<void> {
  const side = requireSide(context, 'cancel', opened);
  const patch = { state: 'cancelled', endedAt: context.now.toISOString() };
  const cancelled = await changeLink(context, opened.link, 'cancelled', patch);
  await tellSides(context, 'link_cancelled', cancelled, [otherSide(side)]);
}

/** The side from which the caller may do this to a pending request; the domain says which one that is. */
export function requireSide(
  context: Context,
  action: 'approve' | 'decline' | 'cancel',
  { link, sides }: OpenedLink,
): LinkSide {
  const asked = { state: stateOf(link, context.now), initiatedBy: link.initiatedBy as LinkSide };
  const answers = sides.map((side) => ({ side, answer: guardLink(action, asked, side) }));
  const allowed = answers.find(({ answer }) => answer.ok);
  if (allowed) return allowed.side;
  const [{ answer } = { answer: undefined }] = answers;
  const code = answer && !answer.ok ? answer.code : 'forbidden';
  throw new ProblemError(problemOf(code) ?? 'forbidden', { code });
}

async function expire(context: Context<Actor | null>, link: Link): Promise<void> {
  const expired = await changeLink(context, link, 'expired', { state: 'expired', endedAt: link.expiresAt });
  await tellSides(context, 'link_expired', expired, bothSides);
}

/** Ends requests that nobody answered within 30 days, and tells both sides. Several processes may do it at once. */
export async function expireLinks(
  ports: Pick<Ports, 'store' | 'clock' | 'random' | 'log'>,
  config: Config,
): Promise<number> {
  return ports.store.transaction(async (tx) => {
    const context = systemContext(tx, ports, config);
    const due = await tx.accountLinks.find({
      where: { state: 'pending', expiresAt: { lte: context.now.toISOString() } },
      limit: 100,
      lock: 'skip',
    });
    for (const link of due) await expire(context, link);
    return due.length;
  });
}
