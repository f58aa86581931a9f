/** Mails about many accounts at once: one for all of them (R83). */
export interface JobMails {
  /** One link whose acceptance covers every account. */
  bulk_invitation: {
    url: string;
    inviterName: string;
    inviteeName: string | null;
    accounts: readonly AccountAndRole[];
    expiresAt: string;
    message: string | null;
  };
  /** Somebody who belongs to the partnership already got more accounts. */
  access_given: { actorName: string; accounts: readonly AccountAndRole[]; url: string };
  /** R89: somebody was offboarded. */
  access_ended: { accountNames: readonly string[] };
}

export interface AccountAndRole {
  accountName: string;
  roleId: string;
}
