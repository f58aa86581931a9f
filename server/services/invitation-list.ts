import { emailKey, type InvitationState } from '../../src/domain/index.js';
import type { Invitation } from '../../src/client/wire/index.js';
import type { ReadContext } from '../context.js';
import { pageOf, type PageAsked, type PageFound } from '../paging.js';
import type { Where } from '../stores/port.js';
import { viewInvitations } from './invitation-view.js';

export interface InvitationsAsked extends PageAsked {
  q?: string | undefined;
  sort?: { by: 'email' | 'createdAt' | 'expiresAt'; direction: 'asc' | 'desc' } | undefined;
  role?: string | undefined;
  state?: InvitationState | undefined;
}

const columns = { email: 'emailKey', createdAt: 'createdAt', expiresAt: 'expiresAt' } as const;

/** Invitations of one account, newest first; without a state those that still wait for somebody: pending or expired. */
export async function listInvitations(
  context: ReadContext,
  accountId: string,
  asked: InvitationsAsked,
): Promise<PageFound<Invitation>> {
  const { by, direction } = asked.sort ?? { by: 'createdAt', direction: 'desc' };
  const where = whereOf(accountId, asked, context.now.toISOString());
  const page = await pageOf(context, 'invitations', { where, orderBy: [[columns[by], direction]] }, asked);
  return { ...page, items: await viewInvitations(context, page.items) };
}

/** What is stored as pending is expired from its time on, so the two are told apart by time (R37). */
function whereOf(
  accountId: string,
  { q = '', role, state }: InvitationsAsked,
  now: string,
): Where<'invitations'> {
  return {
    accountId,
    roleId: role,
    state: state === undefined || state === 'expired' ? 'pending' : state,
    expiresAt: state === 'pending' ? { gt: now } : state === 'expired' ? { lte: now } : undefined,
    emailKey: q === '' ? undefined : { contains: emailKey(q) },
  };
}
