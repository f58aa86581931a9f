import type { FactorMails } from './factor-templates.js';
import type { JobMails } from './job-templates.js';
import type { LinkMails } from './link-templates.js';

/**
 * Every mail the backend sends, and the values its words need. A new mail is a line here and a text in
 * every catalogue; a catalogue that lacks one does not compile.
 */
export interface MailTemplates extends FactorMails, JobMails, LinkMails {
  /** R24; `again` when it replaces an earlier link (R38). */
  invitation: {
    url: string;
    accountName: string;
    inviterName: string;
    inviteeName: string | null;
    roleId: string;
    expiresAt: string;
    message: string | null;
    again: boolean;
  };
  /** R53: the address is a sign-in name elsewhere; what its holder can do. */
  invitation_held: { accountName: string; inviterName: string; username: string; securityUrl: string };
  /** R40. */
  invitation_revoked: { accountName: string };
  /** R37: the invitee asks for a new link. */
  invitation_renewal: { accountName: string; email: string; usersUrl: string };
  /** The invitee said no. */
  invitation_declined: { accountName: string; email: string; usersUrl: string };
  /** R36, M02: the address refuses mail. */
  invitation_bounced: { accountName: string; email: string; usersUrl: string };
  /** R44: proof of the mailbox for a copied link. */
  invitation_code: { code: string; accountName: string; minutes: number };
  /** Proof of a new contact address. */
  email_code: { code: string; minutes: number };
  /** Goes to the old address, which may undo the change. */
  email_changed: { newAddress: string; undoUrl: string; hours: number };
  email_change_undone: { address: string };
  /** R52. */
  username_changed: { oldUsername: string; newUsername: string };
  /** R59: somebody ended their membership. */
  member_removed: { accountName: string };
  /** The link travels in the fragment. */
  password_reset: { username: string; url: string; minutes: number };
  /** To whoever begins on an empty database. */
  first_owner: { username: string; accountName: string; url: string; hours: number };
  /** R68: after every change of a password. */
  password_changed: { username: string };
  /** R85: to everybody whose access ended, or is back. */
  account_closed: { accountName: string; restoreUntil: string };
  account_restored: { accountName: string; restoreUntil: string };
  /** R57: to the owner and to the member at each step of a transfer. */
  ownership_started: OwnershipStep;
  ownership_accepted: OwnershipStep;
  ownership_cancelled: OwnershipStep;
  ownership_expired: OwnershipStep;
}

interface OwnershipStep {
  accountName: string;
  ownerName: string;
  memberName: string;
  /** Which of the two the mail goes to. */
  you: 'owner' | 'member';
  expiresAt: string;
  url: string;
}

export type MailTemplate = keyof MailTemplates;
