import type { RoleDefinition } from '../../client/index.js';
import type { Strings } from '../../i18n/strings.js';
import { roleIdOf, type InvitationEntry, type MemberEntry } from '../shared/roster/people.js';
import { whyNoResend, whyNot, type MenuContext } from '../shared/roster/row-menu.js';
import { isKnownState, roleLock } from '../shared/roster/row-words.js';

/** Who can be selected: people with a role here, and people invited to one. */
export type Target = MemberEntry | InvitationEntry;

export type BulkKind = 'role' | 'resend' | 'suspend' | 'remove';

export interface BulkPlan {
  readonly going: readonly Target[];
  readonly skipped: readonly { readonly entry: Target; readonly reason: string }[];
}

export interface BulkContext extends MenuContext {
  readonly bulk: Strings['rosterBulk'];
  readonly roles: readonly RoleDefinition[];
  /** The role chosen, for a change of roles. */
  readonly roleId: string | undefined;
}

/** Who is done and who is left out, with the reason, before anything is sent. */
export function planOf(kind: BulkKind, entries: readonly Target[], context: BulkContext): BulkPlan {
  const judged = entries.map((entry) => ({ entry, reason: whySkipped(kind, entry, context) }));
  return {
    going: judged.filter(({ reason }) => reason === undefined).map(({ entry }) => entry),
    skipped: judged.flatMap(({ entry, reason }) => (reason === undefined ? [] : [{ entry, reason }])),
  };
}

/** The guards of the row's own menu, and what makes no sense for this person (R54–R59, R06). */
function whySkipped(kind: BulkKind, entry: Target, context: BulkContext): string | undefined {
  const { bulk, words, viewer, roles, roleId } = context;
  if (kind === 'role') {
    return roleLock(entry, words, viewer, roles) ?? (roleIdOf(entry) === roleId ? bulk.sameRole : undefined);
  }
  if (!isKnownState(entry)) return words.t.unknownState;
  if (entry.kind === 'invitation') {
    if (kind === 'resend') return whyNoResend(entry, context);
    return kind === 'suspend' ? bulk.notYetUser : undefined;
  }
  if (kind === 'resend') return bulk.alreadyUser;
  if (kind === 'remove') {
    const reason = whyNot('remove', entry, context);
    return reason ?? (entry.member.you ? bulk.leaveYourself : undefined);
  }
  return entry.member.status === 'suspended' ? bulk.alreadySuspended : whyNot('suspend', entry, context);
}
