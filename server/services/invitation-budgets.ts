import { addSeconds, isPast, limits } from '../../src/domain/index.js';
import type { Context, ReadContext } from '../context.js';
import type { Row } from '../stores/schema.js';
import { leftOf, spend, type Budget } from './budgets.js';
import { sha256Hex } from './secrets.js';

const day = 24 * 60 * 60;

/** So many invitations one mailbox gets in a day, from all accounts together (threat 22). */
const perRecipient = 30;

/** R34: how many invitations an account may still send now. */
export const invitesLeft = (context: ReadContext, account: Row<'accounts'>): Promise<number> =>
  leftOf(context, accountBudget(context, account));

function accountBudget({ config, now }: ReadContext, account: Row<'accounts'>): Budget {
  const { invitesPerDay, invitesPerDayFirstMonth } = config.limits;
  const settled = isPast(addSeconds(account.createdAt, limits.firstMonthSeconds), now);
  return {
    bucket: `invite:${account.id}`,
    limit: settled ? invitesPerDay : invitesPerDayFirstMonth,
    seconds: day,
  };
}

/** R34: 50 invitations a day in an account's first month, 500 later; and a cap for one mailbox. */
export async function spendInvitation(
  context: Context,
  account: Row<'accounts'>,
  emailKey: string,
): Promise<void> {
  await spend(context, accountBudget(context, account));
  await spend(context, { bucket: `invited:${sha256Hex(emailKey)}`, limit: perRecipient, seconds: day });
}
