import { listLimits } from '../domain/list-limits.js';
import { foldForSearch } from '../domain/check/fold.js';
import { isRoleId } from '../domain/role-ids.js';
import type { InvitationQuery, MemberQuery, MemberSort, PartnerPerson } from '../client/index.js';

/** What a person looks for in a roster. Empty means any. */
export interface RosterQuery {
  readonly q: string;
  readonly role: string;
  /** `active` and `suspended` are members, `invited` and `expired` invitations. */
  readonly status: string;
  /** `on` or `off`. */
  readonly mfa: string;
  /** `30d` was here in the last 30 days, `-30d` was not, `never` has not been here yet. */
  readonly lastActive: string;
  /** A column of `MemberSort`, with `-` in front for descending. */
  readonly sort: string;
}

export const anybody: RosterQuery = { q: '', role: '', status: '', mfa: '', lastActive: '', sort: '' };

const statuses = ['active', 'suspended'] as const;
const sorts: readonly MemberSort[] = ['name', 'role', 'status', 'mfa', 'lastActive', 'createdAt'];

/** The members to ask for; undefined where the query rules them all out. Values that nobody knows are no filter. */
export function memberQuery(query: RosterQuery, now: Date): MemberQuery | undefined {
  const { q, role, status, mfa, lastActive, sort } = query;
  if (status === 'invited' || status === 'expired') return undefined;
  return {
    q: words(q),
    role: isRoleId(role) ? role : undefined,
    status: statuses.find((known) => known === status),
    mfa: mfa === 'on' || mfa === 'off' ? mfa : undefined,
    lastActive: activeSince(lastActive, now),
    sort: sorts.some((known) => known === sort.replace(/^-/, '')) ? sort : undefined,
  };
}

/** The invitations to ask for; nobody invited has a status of members, a second factor or been here yet. */
export function invitationQuery(query: RosterQuery): InvitationQuery | undefined {
  const { q, role, status, mfa, lastActive } = query;
  if (mfa !== '' || lastActive !== '' || statuses.some((known) => known === status)) return undefined;
  return {
    q: words(q),
    role: isRoleId(role) ? role : undefined,
    state: status === 'invited' ? 'pending' : status === 'expired' ? 'expired' : undefined,
  };
}

/** Is this person of the partner account among those looked for? Their list is short and searched here. */
export function matchesPartner(person: PartnerPerson, query: RosterQuery, now: Date): boolean {
  const { q, role, status, mfa, lastActive } = query;
  if (status !== '' && status !== 'active') return false;
  if (role !== '' && person.effectiveRoleId !== role) return false;
  if (mfa !== '' && person.mfaActive !== (mfa === 'on')) return false;
  const since = activeSince(lastActive, now);
  if (since !== undefined && isActive(person.lastEnteredAt, since) === since.startsWith('-')) return false;
  const text = [person.displayName, person.username, person.email].join(' ');
  return foldForSearch(text).includes(foldForSearch(q.trim()));
}

const dayMs = 86_400_000;

/** Days a person has, or with `since: false` has not, been here within; undefined for other texts. */
export function readDays(text: string): { days: number; since: boolean } | undefined {
  const [, not, days] = /^(-?)([1-9]\d{0,3})d$/.exec(text) ?? [];
  return days === undefined ? undefined : { days: Number(days), since: not === '' };
}

/** As the backend takes it: a time, or `-` and a time for "not since then". Nobody was here before there were clocks. */
function activeSince(text: string, now: Date): string | undefined {
  if (text === 'never') return `-${new Date(0).toISOString()}`;
  const asked = readDays(text);
  if (!asked) return undefined;
  // Whole minutes, so that the parts of one list ask the same.
  const at = Math.floor((now.getTime() - asked.days * dayMs) / 60_000) * 60_000;
  return `${asked.since ? '' : '-'}${new Date(at).toISOString()}`;
}

function isActive(at: string | null, since: string): boolean {
  return at !== null && Date.parse(at) >= Date.parse(since.replace(/^-/, ''));
}

/** Fields hold no more than a query may; what a script put in is cut here and not refused there. */
const words = (q: string) => q.trim().slice(0, listLimits.queryChars) || undefined;
