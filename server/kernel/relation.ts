import { isId } from '../../src/domain/index.js';
import type { ReadContext } from '../context.js';
import type { Endpoint } from '../endpoint.js';
import { ProblemError } from '../problem.js';
import { requireCapability, requireRelation, type AccountAccess } from '../services/access.js';
import { requireStepUp } from '../services/step-up.js';
import type { Parsed } from './form.js';

/** The checks of R93 behind authentication, in its order: relation, same id, shown account, capability, step-up. */
export async function checkRelation(
  endpoint: Endpoint,
  context: ReadContext,
  { params, raw, headers }: Pick<Parsed, 'params' | 'raw' | 'headers'>,
): Promise<AccountAccess | undefined> {
  const { access: rule } = endpoint;
  const accountId = params['accountId'];
  const bound = typeof rule === 'object' && accountId !== undefined;
  const access = bound ? await requireRelation(context, accountId) : undefined;
  if (bound) checkSameAccount(raw, accountId);
  if (endpoint.method !== 'GET' && endpoint.shownAccount) checkShownAccount(headers, context);
  if (access && typeof rule === 'object' && rule.capability) requireCapability(access, rule.capability);
  if (endpoint.stepUp === true) requireStepUp(context);
  return access;
}

/** A body may repeat the account's id; then it must be the one in the path (AC-008). */
function checkSameAccount(raw: unknown, accountId: string): void {
  const named = (raw as { accountId?: unknown } | null | undefined)?.accountId;
  if (named === undefined || named === accountId) return;
  throw new ProblemError('account-mismatch', {
    errors: [{ pointer: '/accountId', code: 'account_mismatch' }],
  });
}

/**
 * R92: the page says which account it was showing. If another tab has made another one current for this login,
 * nothing happens. With embed tokens the host's client compares its tabs itself.
 */
function checkShownAccount(headers: Headers, { actor }: ReadContext): void {
  const shown = headers.get('cc-account');
  if (shown === null || !actor.session) return;
  const current = actor.user.currentAccountId;
  if (current === null || current === shown) return;
  throw new ProblemError('account-changed', { currentAccountId: current });
}

/** The form of the same header: an account id, as in a path. */
export function checkShownAccountForm(headers: Headers): void {
  const shown = headers.get('cc-account');
  if (shown === null || isId('account', shown)) return;
  throw new ProblemError('malformed-request', { code: 'account_id_malformed' });
}

/** A body that names an account by something else than text is refused with its form (AC-026). */
export function checkAccountIdForm(raw: unknown): void {
  if (raw === null || typeof raw !== 'object' || !('accountId' in raw)) return;
  if (typeof raw.accountId === 'string') return;
  throw new ProblemError('type-mismatch', { errors: [{ pointer: '/accountId', code: 'type_mismatch' }] });
}
