import type { RoleDefinition } from '../../../client/index.js';
import { guardMember, type MemberAction, type MembershipStatus } from '../../../domain/index.js';
import { clockTime } from '../../../i18n/format.js';
import { roleName, roleSentence } from '../../../i18n/role-words.js';
import {
  circlePause,
  circlePlay,
  link,
  logOut,
  pencil,
  send,
  shieldOff,
  trash,
  user,
  userX,
} from '../../base/icons/shapes.js';
import type { Entry, InvitationEntry, MemberEntry, PartnerEntry } from './people.js';
import { isKnownState } from './row-words.js';
import type { ActWords, RosterAction, Viewer } from '../../user-roster/view.js';

/** What a row can be asked to do. */
export type RowAct =
  | 'view'
  | 'suspend'
  | 'reactivate'
  | 'remove'
  | 'leave'
  | 'resetFactor'
  | 'resend'
  | 'copy'
  | 'correct'
  | 'revoke';

export interface MenuItem {
  readonly label: string;
  readonly icon?: string;
  readonly mirror?: boolean;
  readonly danger?: boolean;
  /** Why it is not possible now: said in the menu, before any click. */
  readonly reason?: string;
  /** A sentence of consequences under the label. */
  readonly text?: string;
  /** For one choice of several. */
  readonly checked?: boolean;
  /** A line above it. */
  readonly apart?: boolean;
  /** A heading above it. */
  readonly heading?: string;
  act(): void;
}

export interface MenuContext {
  readonly words: ActWords;
  readonly viewer: Viewer;
  /** Is there a free place on the plan? */
  readonly hasSeat: boolean;
  act(what: RowAct, entry: Entry): void;
}

/** The menu of a row; empty where nothing can be done. */
export function rowMenu(entry: Entry, context: MenuContext, own: readonly RosterAction[]): MenuItem[] {
  const items = entry.kind === 'invitation' ? invitationItems(entry, context) : personItems(entry, context);
  const others = own.map(({ label, danger, reason, run }, index) => ({
    label,
    danger,
    reason,
    apart: index === 0 && items.length > 0,
    act: () => run(entry),
  }));
  const [safe, dangerous] = [items.filter((item) => !item.danger), items.filter((item) => item.danger)];
  return [
    ...safe,
    ...others,
    ...dangerous.map((item, index) => ({ ...item, apart: index === 0 && safe.length + others.length > 0 })),
  ];
}

function personItems(entry: MemberEntry | PartnerEntry, context: MenuContext): MenuItem[] {
  const { words, viewer, act } = context;
  const view = { label: words.t.viewAccess, icon: user, act: () => act('view', entry) };
  if (entry.kind === 'partner' || viewer.readonly) return [view];
  const { status, you } = entry.member;
  const others = viewer.manages
    ? ([status === 'suspended' ? 'reactivate' : 'suspend', 'remove'] as const)
    : [];
  const acts: readonly MemberAct[] = you ? ['leave'] : others;
  return [
    view,
    ...acts.map((what) => ({
      ...looks[what],
      label: words.t[what],
      reason: whyNot(what, entry, context),
      act: () => act(what, entry),
    })),
    ...(!you && viewer.manages ? [resetItem(entry, context)] : []),
  ];
}

/** R71: for every member there, with the reason where it is not possible; what lies elsewhere the server knows. */
function resetItem(entry: MemberEntry, { words, act }: MenuContext): MenuItem {
  const { t } = words;
  const { roleId, mfaActive } = entry.member;
  const reason = roleId === 'account_owner' ? t.resetOwner : mfaActive ? undefined : t.resetNone;
  return { label: t.resetFactor, icon: shieldOff, reason, act: () => act('resetFactor', entry) };
}

type MemberAct = RowAct & MemberAction;

const looks: Readonly<Record<MemberAct, Pick<MenuItem, 'icon' | 'mirror' | 'danger'>>> = {
  suspend: { icon: circlePause },
  reactivate: { icon: circlePlay },
  remove: { icon: userX, danger: true },
  leave: { icon: logOut, danger: true, mirror: true },
};

/** The guards of owner, self and state, in words (R54–R59, R06). */
export function whyNot(what: MemberAction, entry: MemberEntry, context: MenuContext): string | undefined {
  const { t } = context.words;
  if (!isKnownState(entry)) return t.unknownState;
  const guard = guardMember(what, {
    status: entry.member.status as MembershipStatus,
    isOwner: entry.member.roleId === 'account_owner',
    isActor: entry.member.you,
    actorManagesUsers: context.viewer.manages,
  });
  if (!guard.ok && guard.code === 'last_owner') return entry.member.you ? t.ownerLeaves : t.ownerStays;
  if (!guard.ok && guard.code === 'role_self_change') return t.notYourself;
  if (!guard.ok) return t.unknownState;
  return what === 'reactivate' && !context.hasSeat ? t.noSeat : undefined;
}

function invitationItems(entry: InvitationEntry, context: MenuContext): MenuItem[] {
  const { words, viewer, act } = context;
  const { t } = words;
  if (!viewer.manages) return [];
  const unknown = isKnownState(entry) ? undefined : t.unknownState;
  const correct = { label: t.correctAddress, icon: pencil, act: () => act('correct', entry) };
  return [
    ...(isUndelivered(entry) ? [correct] : []),
    {
      label: t.resendInvite,
      icon: send,
      mirror: true,
      reason: unknown ?? whyNoResend(entry, context),
      act: () => act('resend', entry),
    },
    {
      label: t.copyUrl,
      icon: link,
      // An expired invite has no working link to copy; it is sent again first.
      reason: unknown ?? (entry.invitation.state === 'expired' ? t.expiredLink : undefined),
      act: () => act('copy', entry),
    },
    { label: t.cancelInvite, icon: trash, danger: true, reason: unknown, act: () => act('revoke', entry) },
  ];
}

/** R36: mail to the address was refused, so a corrected one is the way on. */
export function isUndelivered({ invitation }: InvitationEntry): boolean {
  return invitation.delivery === 'bounced' && ['pending', 'expired'].includes(invitation.state);
}

/** R39: when it may be sent again; R20: an expired one takes a place on the plan again. */
export function whyNoResend(
  { invitation }: InvitationEntry,
  { words, hasSeat }: Pick<MenuContext, 'words' | 'hasSeat'>,
): string | undefined {
  const { t, time } = words;
  const { resendAvailableAt, state } = invitation;
  if (resendAvailableAt && new Date(resendAvailableAt) > time.now) {
    return t.resendAt({ when: untilWhen(resendAvailableAt, words) });
  }
  return state === 'expired' && !hasSeat ? t.noSeat : undefined;
}

/** "in 40 seconds", "in 12 minutes", "at 14:02", "on 18 Nov". */
function untilWhen(at: string, { t, time, language }: ActWords): string {
  const seconds = Math.ceil((new Date(at).getTime() - time.now.getTime()) / 1000);
  if (seconds < 90) return t.inSeconds({ count: seconds });
  if (seconds < 3600) return t.inMinutes({ count: Math.ceil(seconds / 60) });
  if (seconds < 12 * 3600) return t.atTime({ time: clockTime(new Date(at), language) });
  return t.onDate({ date: time.short(at) });
}

/** The roles with their sentences, the current one ticked, those not offered with the reason (2c). */
export function roleMenu(
  current: string,
  roles: readonly RoleDefinition[],
  { words, viewer, choose }: { words: ActWords; viewer: Viewer; choose(roleId: string): void },
): MenuItem[] {
  const scope = viewer.account?.kind === 'parent' ? 'parent' : 'child';
  return [...roles]
    .sort((one, other) => one.order - other.order)
    .filter(({ assignable }) => assignable)
    .map((role) => ({
      label: roleName(words.roles, role),
      text: roleSentence(words.roles, role, scope),
      checked: role.id === current,
      reason: role.available || role.id === current ? undefined : roleReason(role, words),
      act: () => choose(role.id),
    }));
}

/** Why a role is not offered. */
export function roleReason({ reason }: RoleDefinition, { t }: ActWords): string {
  if (reason === 'role_not_available') return t.roleElsewhere;
  if (reason === 'role_above_actor') return t.roleAboveYou;
  if (reason === 'role_above_ceiling') return t.roleAboveCeiling;
  return t.roleNotOffered;
}
