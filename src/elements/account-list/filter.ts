import { accountStatuses, roleIds } from '../../domain/index.js';
import { roleName } from '../../i18n/role-words.js';
import type { Choice } from '../shared/choice-menu.js';
import { statusOf } from './row-words.js';
import type { Words } from './view.js';

/** What a person looks for among the accounts; empty means any. */
export interface AccountFilter {
  readonly q: string;
  readonly show: string;
  readonly relationship: string;
  readonly status: string;
  readonly plan: string;
  readonly seats: string;
  readonly role: string;
}

export type FilterName = Exclude<keyof AccountFilter, 'q'>;

/** In the order of the toolbar. */
export const filterNames = [
  'show',
  'relationship',
  'status',
  'plan',
  'seats',
  'role',
] as const satisfies readonly FilterName[];

export const noFilter: AccountFilter = {
  q: '',
  show: '',
  relationship: '',
  status: '',
  plan: '',
  seats: '',
  role: '',
};

export interface Plan {
  readonly id: string;
  readonly name: string;
}

/** Reads the `filter` attribute, such as `q=dental&status=overdue`. */
export function readFilter(text: string | null | undefined): AccountFilter {
  const given = new URLSearchParams(text ?? '');
  const of = (name: keyof AccountFilter) => given.get(name)?.trim() ?? '';
  return {
    q: of('q'),
    show: of('show'),
    relationship: of('relationship'),
    status: of('status'),
    plan: of('plan'),
    seats: of('seats'),
    role: of('role'),
  };
}

/** Writes it, leaving out what is empty. */
export function writeFilter(filter: AccountFilter): string {
  const set = (['q', ...filterNames] as const).map((name) => [name, filter[name]] as [string, string]);
  return new URLSearchParams(set.filter(([, value]) => value !== '')).toString();
}

/** The filters in force; the search words are in plain sight and don't count. */
export function applied(filter: AccountFilter): FilterName[] {
  return filterNames.filter((name) => filter[name] !== '');
}

/** The name of a filter on its button. */
export function filterLabel(name: FilterName, { t }: Words): string {
  return name === 'seats' ? t.seatsFilter : t[name];
}

/** The choice that takes a filter away. */
export function anyLabel(name: FilterName, { t }: Words): string {
  const any = {
    show: t.allAccounts,
    relationship: t.managedAccounts,
    status: t.anyStatus,
    plan: t.anyPlan,
    seats: t.anySeats,
    role: t.anyRole,
  };
  return any[name];
}

/** A filter's value as a person reads it. */
export function valueLabel(name: FilterName, value: string, words: Words, plans: readonly Plan[]): string {
  const { t } = words;
  switch (name) {
    case 'show':
      return value === 'recent' ? t.recent : t.favourites;
    case 'relationship':
      return value === 'referred' ? t.referred : t.managed;
    case 'status':
      return statusOf(value, t).word;
    case 'plan':
      return plans.find(({ id }) => id === value)?.name ?? value;
    case 'seats':
      return { free: t.seatsFree, full: t.seatsFull, over: t.seatsOver }[value] ?? value;
    case 'role':
      return value === 'inherited' ? t.partnerAccess : roleName(words.roles, value);
  }
}

function valuesOf(name: FilterName, plans: readonly Plan[]): readonly string[] {
  const values = {
    show: ['favourites', 'recent'],
    // Those that give no access are only listed where they are asked for.
    relationship: ['referred'],
    status: accountStatuses,
    plan: plans.map(({ id }) => id),
    seats: ['free', 'full', 'over'],
    role: [...roleIds.filter((role) => role !== 'partner_manager'), 'inherited'],
  };
  return values[name];
}

/** The choices of one filter's menu, or with a heading the part of it in the menu of all filters. */
export function filterChoices(
  name: FilterName,
  filter: AccountFilter,
  words: Words,
  plans: readonly Plan[],
  heading: boolean,
  set: (name: FilterName, value: string) => void,
): Choice[] {
  return ['', ...valuesOf(name, plans)].map((value, index) => ({
    label: value === '' ? anyLabel(name, words) : valueLabel(name, value, words, plans),
    checked: filter[name] === value,
    heading: heading && index === 0 ? filterLabel(name, words) : undefined,
    act: () => set(name, value),
  }));
}
