import type { Invitation, Member, PartnerPerson } from '../../../client/index.js';
import { keptFormatter } from '../../../i18n/kept.js';

/** A line of the roster: somebody with a role here, somebody invited, or somebody of the partner account. */
export type Entry = MemberEntry | InvitationEntry | PartnerEntry;

export interface MemberEntry {
  readonly kind: 'member';
  readonly id: string;
  readonly member: Member;
}
export interface InvitationEntry {
  readonly kind: 'invitation';
  readonly id: string;
  readonly invitation: Invitation;
}
export interface PartnerEntry {
  readonly kind: 'partner';
  readonly id: string;
  readonly person: PartnerPerson;
}

/** The name a person goes by here: display name, else username; an address for somebody invited. */
export function nameOf(entry: Entry): string {
  if (entry.kind === 'invitation') return entry.invitation.email;
  const { displayName, username, email } = entry.kind === 'member' ? entry.member : entry.person;
  return displayName || username || email;
}

/** The role that applies on this account. */
export function roleIdOf(entry: Entry): string {
  if (entry.kind === 'member') return entry.member.roleId;
  return entry.kind === 'invitation' ? entry.invitation.roleId : entry.person.effectiveRoleId;
}

// Two of them in a row: nothing can belong to the first. Most names need no segmenter, which is slow.
const plainStart = /^[0-9A-Za-z](?![^0-9A-Za-z])/;

/** Two letters for an avatar: of the first and the last word, whole graphemes in any script. */
export function initials(name: string, locale: string): string {
  const words = name.split(/[\s._-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  const graphemes = keptFormatter(Intl.Segmenter, locale, { granularity: 'grapheme' } as const);
  const letters = ends.map((word = '') => {
    if (plainStart.test(word)) return word.charAt(0);
    for (const { segment } of graphemes.segment(word)) if (/[\p{L}\p{N}]/u.test(segment)) return segment;
    return '';
  });
  return letters.join('').toLocaleUpperCase(locale);
}

// Direction overrides and characters without a shape. Joiners are left out: Persian and emoji need them.
const hidden = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/u;

/** Does the name hold characters that nobody sees (R07)? */
export function hasHiddenMarks(name: string): boolean {
  return hidden.test(name);
}
