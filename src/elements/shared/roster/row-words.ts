import type { Invitation, Member, RoleDefinition } from '../../../client/index.js';
import { isRoleId } from '../../../domain/role-ids.js';
import { daysUntil, longDate } from '../../../i18n/format.js';
import {
  circleAlert,
  circleCheck,
  circlePause,
  clock,
  clockAlert,
  mail,
  shield,
  shieldCheck,
  shieldOff,
} from '../../base/icons/shapes.js';
import { rich } from '../../base/rich.js';
import type { Entry } from './people.js';
import type { Viewer, Words } from '../../user-roster/view.js';

/** An icon, a word and perhaps a second line: never colour alone. */
export interface State {
  readonly icon: string;
  readonly tone: 'success' | 'warning' | 'muted';
  readonly word: string;
  readonly second?: unknown;
  /** The way on is a fresh invite, offered beside the second line. */
  readonly resend?: boolean;
  /** The way on is a corrected address; or the URL, passed on by hand, which the menu has (R36). */
  readonly correct?: boolean;
  /** The whole of it, with the date, where the line is short. */
  readonly title?: string;
}

/** Is the state one this version knows? Others are shown by their name, and nothing can be done (R06). */
export function isKnownState(entry: Entry): boolean {
  if (entry.kind === 'member') return ['active', 'suspended'].includes(entry.member.status);
  return entry.kind === 'partner' || ['pending', 'expired'].includes(entry.invitation.state);
}

export function stateOf(entry: Entry, words: Words, viewer: Viewer): State {
  if (entry.kind === 'partner') return { icon: circleCheck, tone: 'success', word: words.t.active };
  return entry.kind === 'member'
    ? memberState(entry.member, words, viewer)
    : invitationState(entry.invitation, words);
}

function memberState(member: Member, { t, time }: Words, { userId }: Viewer): State {
  const { status, gate, suspendedAt, suspendedBy } = member;
  if (status === 'active') {
    const second = gate === 'none' ? undefined : t.needsMfa;
    return { icon: circleCheck, tone: 'success', word: t.active, second };
  }
  if (status !== 'suspended') return { icon: circleAlert, tone: 'muted', word: status };
  const date = suspendedAt ? time.short(suspendedAt) : undefined;
  const say = suspendedBy && suspendedBy === userId ? t.byYou : t.since;
  return { icon: circlePause, tone: 'muted', word: t.suspended, second: date && say({ date }) };
}

function invitationState(invitation: Invitation, { t, time, language }: Words): State {
  const { state, delivery, expiresAt, inviterMayGrant } = invitation;
  if (state === 'expired') {
    const second = t.expiredOn({ date: time.short(expiresAt) });
    return { icon: clockAlert, tone: 'warning', word: t.expired, second, resend: true };
  }
  if (state !== 'pending') return { icon: circleAlert, tone: 'muted', word: state };
  if (delivery === 'bounced') {
    const said = { word: t.invited, second: t.notDelivered, title: t.notDeliveredWays };
    return { icon: mail, tone: 'warning', ...said, correct: true };
  }
  if (!inviterMayGrant) {
    return { icon: clockAlert, tone: 'warning', word: t.invited, second: t.needsSender, resend: true };
  }
  const days = daysUntil(new Date(expiresAt), time.now, language);
  const life = days > 0 ? t.expiresIn({ days }) : t.expiresToday;
  const title = t.expiresOn({ date: longDate(new Date(expiresAt), language) });
  const waits = { held: t.notSent, queued: t.waitsForMail }[String(delivery)];
  return { icon: clock, tone: 'muted', word: t.invited, second: waits ?? life, title };
}

/** On, off, or not yet. */
export function mfaOf(entry: Entry, { t, common }: Words, { account }: Viewer): State {
  if (entry.kind === 'invitation') return { icon: shield, tone: 'muted', word: t.notYet };
  const { mfaActive } = entry.kind === 'member' ? entry.member : entry.person;
  if (mfaActive) return { icon: shieldCheck, tone: 'success', word: common.on };
  const tone = account?.mfaPolicy === 'off' ? 'muted' : 'warning';
  const second = account?.mfaPolicy === 'required' && entry.kind === 'member' ? t.mfaRequired : undefined;
  return { icon: shieldOff, tone, word: common.off, second };
}

/** Last seen on this account; undefined for somebody who has not been. */
export function lastActiveOf(entry: Entry): string | undefined {
  if (entry.kind === 'invitation') return undefined;
  return (entry.kind === 'member' ? entry.member.lastActiveAt : entry.person.lastEnteredAt) ?? undefined;
}

/** "Invited by Daniel Reyes, 8 Nov", long or short. */
export function invitedBy(
  { createdAt, invitedBy: by }: Invitation,
  { t, time }: Words,
  brief = false,
): unknown {
  const date = time.short(createdAt);
  if (by.you) return (brief ? t.byYou : t.invitedByYou)({ date });
  if (!by.displayName) return t.since({ date });
  return rich(brief ? t.by : t.invitedBy, { name: by.displayName, date });
}

/** Why the role is not for choosing; empty where it is plain text, undefined where it can be chosen. */
export function roleLock(
  entry: Entry,
  { t }: Words,
  viewer: Viewer,
  roles: readonly RoleDefinition[],
): string | undefined {
  if (entry.kind === 'partner') return '';
  const id = entry.kind === 'member' ? entry.member.roleId : entry.invitation.roleId;
  if (id === 'account_owner') return t.ownerRole;
  if (!viewer.manages) return '';
  if (!isRoleId(id) && !roles.some((role) => role.id === id)) return t.unknownRole;
  if (!isKnownState(entry)) return t.unknownState;
  return entry.kind === 'member' && entry.member.you ? t.ownRole : undefined;
}
