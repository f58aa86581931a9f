import { addSeconds, isPast, limits } from '../../src/domain/index.js';
import type { Context } from '../context.js';
import type { Row } from '../stores/schema.js';
import { spend } from './budgets.js';
import { sha256Hex } from './secrets.js';

const day = 24 * 60 * 60;

/** So many invitations one mailbox gets in a day, from all accounts together (threat 22). */
const perRecipient = 30;

/** R34: 50 invitations a day in an account's first month, 500 later; and a cap for one mailbox. */
export async function spendInvitation(
  context: Context,
  account: Row<'accounts'>,
  emailKey: string,
): Promise<void> {
  const { invitesPerDay, invitesPerDayFirstMonth } = context.config.limits;
  const settled = isPast(addSeconds(account.createdAt, limits.firstMonthSeconds), context.now);
  const limit = settled ? invitesPerDay : invitesPerDayFirstMonth;
  await spend(context, { bucket: `invite:${account.id}`, limit, seconds: day });
  await spend(context, { bucket: `invited:${sha256Hex(emailKey)}`, limit: perRecipient, seconds: day });
}
