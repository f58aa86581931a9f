import type { LinkSide, LinkState } from '../../src/domain/index.js';
import type { LinkMails } from '../mail/link-templates.js';
import type { Actor, Context } from '../context.js';
import type { Row } from '../stores/schema.js';
import { recordAudit } from './audit.js';
import type { Link } from './links.js';
import { linksUrl } from './links-in-mail.js';
import { enqueueMail } from './mailing.js';

type Step = keyof LinkMails extends `link_${infer Name}` ? Name : never;

/** What happened, as the history calls it. */
export type LinkStepName = Exclude<Step, 'reminder'> | 'reminded';

/** Writes the change of a link, and tells the history of both accounts. */
export async function changeLink(
  context: Context<Actor | null>,
  link: Link,
  step: LinkStepName,
  patch: Partial<Omit<Link, 'id' | 'version'>>,
): Promise<Link> {
  const changed = await context.tx.accountLinks.update(link.id, patch);
  if (!changed) throw new Error('A link that is held is there');
  await auditLink(context, changed, step, link.state);
  return changed;
}

export async function auditLink(
  context: Context<Actor | null>,
  link: Link,
  step: LinkStepName,
  before: string | null,
): Promise<void> {
  const { state, maxRole, endReason } = link;
  const after = {
    state,
    ...(step === 'approved' && { maxRole }),
    ...(endReason !== null && { reason: endReason }),
  };
  // In one order for everybody: each account's changes are held while they are written.
  for (const accountId of [link.childId, link.parentId].sort()) {
    await recordAudit(context, {
      accountId,
      action: `link.${step}`,
      targetType: 'link',
      targetId: link.id,
      targetVersion: link.version,
      before: before === null ? null : { state: before },
      after,
    });
  }
}

/** Tells these sides: the owner of the account, and on the side that asked whoever asked as well. */
export async function tellSides(
  context: Context<Actor | null>,
  template: keyof LinkMails,
  link: Link,
  sides: readonly LinkSide[],
): Promise<void> {
  const { tx, config } = context;
  const parent = await tx.accounts.get(link.parentId);
  const child = await tx.accounts.get(link.childId);
  if (!parent || !child) return;
  for (const you of sides) {
    const account = you === 'parent' ? parent : child;
    const data = {
      ...{ parentName: parent.name, childName: child.name, you, note: link.note },
      expiresAt: link.expiresAt,
      url: linksUrl(config, account.id),
    };
    for (const { email, locale } of await peopleOf(context, account, link, you)) {
      await enqueueMail(context, { template, to: email, locale, data });
    }
  }
}

async function peopleOf(
  { tx }: Context<Actor | null>,
  account: Row<'accounts'>,
  { initiatedBy, requestedBy }: Link,
  side: LinkSide,
): Promise<Row<'users'>[]> {
  const members = await tx.memberships.find({ where: { accountId: account.id, status: 'active' } });
  const told = members.filter(
    ({ roleId, userId }) => roleId === 'account_owner' || (initiatedBy === side && userId === requestedBy),
  );
  const id = { in: told.map(({ userId }) => userId) };
  return tx.users.find({ where: { id, status: 'active' } });
}

/** The sides of a link by who asked. */
export const otherSide = (side: string): LinkSide => (side === 'parent' ? 'child' : 'parent');
export const bothSides: readonly LinkSide[] = ['parent', 'child'];
export const openStates: readonly LinkState[] = ['pending', 'activating', 'active'];
