import type { SeatUsage } from '../../client/index.js';
import type { CsvRow } from '../../client/csv.js';
import type { RoleId } from '../../domain/index.js';
import { list } from '../../i18n/format.js';
import { roleName } from '../../i18n/role-words.js';
import type { Strings } from '../../i18n/strings.js';
import { addressKey, type Known } from '../../stores/roster-lookup.js';
import { codeText, type ProblemTexts } from '../base/problem-text.js';
import { roleIdOf } from '../shared/roster/people.js';
import { roleReason } from '../shared/roster/row-menu.js';
import { roleLock } from '../shared/roster/row-words.js';
import type { Several } from './acting.js';
import type { Target } from './bulk-guards.js';

/** One line of the file, and what it comes to. */
export interface ImportRow {
  readonly line: number;
  readonly email: string;
  readonly name?: string;
  readonly roleId?: RoleId;
  /** Who is here already with this address. */
  readonly entry?: Target;
  /** `same` needs nothing; `differs` is here with another role that may be changed; `refused` is not possible. */
  readonly kind: 'invite' | 'differs' | 'same' | 'refused';
  readonly reason?: string;
}

export interface PlanContext {
  readonly t: Strings['rosterImport'];
  readonly several: Several;
  /** With those of fields and files. */
  readonly problems: ProblemTexts;
  readonly seats: SeatUsage | undefined;
}

/** What each line would do, before anything is sent: the guards of the rows and the places of the plan. */
export function planImport(
  rows: readonly CsvRow[],
  known: ReadonlyMap<string, Known>,
  context: PlanContext,
): ImportRow[] {
  const { t, several, seats } = context;
  let free = seats?.available ?? Infinity;
  let today = seats?.invitesLeft ?? Infinity;
  return rows.map((row) => {
    const { line, email, name, roleId } = row;
    const entry = entryOf(known.get(addressKey(email)));
    const base = { line, email, ...(name && { name }), ...(roleId && { roleId }), ...(entry && { entry }) };
    const reason = whyRefused(row, entry, context);
    if (reason !== undefined) return { ...base, kind: 'refused', reason };
    if (entry) return { ...base, kind: roleId && roleIdOf(entry) !== roleId ? 'differs' : 'same' };
    if (free <= 0) return { ...base, kind: 'refused', reason: several.words.t.noSeat };
    if (today <= 0) return { ...base, kind: 'refused', reason: t.tomorrow };
    free -= 1;
    today -= 1;
    return { ...base, kind: 'invite' };
  });
}

function entryOf(known: Known | undefined): Target | undefined {
  if (!known) return undefined;
  return 'expiresAt' in known
    ? { kind: 'invitation', id: known.id, invitation: known }
    : { kind: 'member', id: known.id, member: known };
}

function whyRefused(row: CsvRow, entry: Target | undefined, context: PlanContext): string | undefined {
  const { t, several, problems } = context;
  const { words, viewer, roles } = several;
  const { roleId, fault } = row;
  // An exported list names the owner too; who is what the file says needs nothing.
  const ownerStays = fault?.reason === 'role_not_grantable' && entry && roleIdOf(entry) === 'account_owner';
  if (ownerStays) return undefined;
  if (fault) {
    const text = codeText(problems, fault.reason ?? fault.code);
    const named = (fault.roles ?? []).map((role) => roleName(words.roles, role));
    return named.length === 0 ? text : `${text} ${list(named, words.language, 'conjunction')}`;
  }
  if (entry && (!roleId || roleIdOf(entry) === roleId)) return undefined;
  if (!roleId) return t.noRole;
  const lock = entry && roleLock(entry, words, viewer, roles);
  if (lock !== undefined) return lock;
  const role = roles.find(({ id }) => id === roleId);
  if (role?.available) return undefined;
  return role ? roleReason(role, words) : words.t.roleNotOffered;
}
