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
  /** A column of `MemberSort`, with `-` in front for descending. */
  readonly sort: string;
}

export const anybody: RosterQuery = { q: '', role: '', status: '', mfa: '', sort: '' };

const statuses = ['active', 'suspended'] as const;
const sorts: readonly MemberSort[] = ['name', 'role', 'status', 'mfa', 'lastActive', 'createdAt'];

/** The members to ask for; undefined where the query rules them all out. Values that nobody knows are no filter. */
export function memberQuery({ q, role, status, mfa, sort }: RosterQuery): MemberQuery | undefined {
  if (status === 'invited' || status === 'expired') return undefined;
  return {
    q: words(q),
    role: isRoleId(role) ? role : undefined,
    status: statuses.find((known) => known === status),
    mfa: mfa === 'on' || mfa === 'off' ? mfa : undefined,
    sort: sorts.some((known) => known === sort.replace(/^-/, '')) ? sort : undefined,
  };
}

/** The invitations to ask for; nobody invited has a status of members or a second factor yet. */
export function invitationQuery({ q, role, status, mfa }: RosterQuery): InvitationQuery | undefined {
  if (mfa !== '' || statuses.some((known) => known === status)) return undefined;
  return {
    q: words(q),
    role: isRoleId(role) ? role : undefined,
    state: status === 'invited' ? 'pending' : status === 'expired' ? 'expired' : undefined,
  };
}

/** Is this person of the partner account among those looked for? Their list is short and searched here. */
export function matchesPartner(person: PartnerPerson, { q, role, status, mfa }: RosterQuery): boolean {
  if (status !== '' && status !== 'active') return false;
  if (role !== '' && person.effectiveRoleId !== role) return false;
  if (mfa !== '' && person.mfaActive !== (mfa === 'on')) return false;
  const text = [person.displayName, person.username, person.email].join(' ');
  return foldForSearch(text).includes(foldForSearch(q.trim()));
}

/** Fields hold no more than a query may; what a script put in is cut here and not refused there. */
const words = (q: string) => q.trim().slice(0, listLimits.queryChars) || undefined;
