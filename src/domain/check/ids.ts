/** Ids and role ids as they arrive from outside: exact form only. */
import { isId } from '../ids.js';
import { isRoleId, type RoleId } from '../roles.js';
import { accept, reject, type Check } from './check.js';

export function checkAccountId(value: unknown): Check<string> {
  if (typeof value !== 'string') return reject('type_mismatch');
  return isId('account', value) ? accept(value) : reject('account_id_malformed');
}

/** A known role, compared exactly. Whether it may be granted is the role decision's answer (2c). */
export function checkRoleId(value: unknown): Check<RoleId> {
  if (value === undefined || value === null || value === '') return reject('role_required');
  if (typeof value !== 'string') return reject('type_mismatch');
  return isRoleId(value) ? accept(value) : reject('role_unknown');
}
