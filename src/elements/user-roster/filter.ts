import type { RosterQuery } from '../../stores/roster-query.js';

/** What a person looks for, without the order. */
export type RosterFilter = Omit<RosterQuery, 'sort'>;

export type FilterName = Exclude<keyof RosterFilter, 'q'>;

/** In the order of the toolbar. */
export const filterNames = ['role', 'status', 'mfa', 'lastActive'] as const satisfies readonly FilterName[];

/** States of a member or an invitation that can be filtered by. */
export const statusValues = ['active', 'suspended', 'invited', 'expired'] as const;
export const mfaValues = ['on', 'off'] as const;
export const lastActiveValues = ['7d', '30d', '-30d', '-90d', 'never'] as const;

export const noFilter: RosterFilter = { q: '', role: '', status: '', mfa: '', lastActive: '' };

/** Reads the `filter` attribute, such as `q=chloe&status=expired`. What is not known is ignored. */
export function readFilter(text: string | null | undefined): RosterFilter {
  const given = new URLSearchParams(text ?? '');
  const of = (name: keyof RosterFilter) => given.get(name)?.trim() ?? '';
  const [q, role, status] = [of('q'), of('role'), of('status')];
  return { q, role, status, mfa: of('mfa'), lastActive: of('lastActive') };
}

/** Writes it, leaving out what is empty. */
export function writeFilter(filter: RosterFilter): string {
  const { q, role, status, mfa, lastActive } = filter;
  const set = Object.entries({ q, role, status, mfa, lastActive }).filter(([, value]) => value !== '');
  return new URLSearchParams(set).toString();
}

/** How many menus are applied; the search words are in plain sight and don't count. */
export function appliedCount(filter: RosterFilter): number {
  return filterNames.filter((name) => filter[name] !== '').length;
}

export function isFiltered(filter: RosterFilter): boolean {
  return filter.q !== '' || appliedCount(filter) > 0;
}
