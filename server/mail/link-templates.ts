/** Mails about links between a partner account and a client: both sides are told of each step (R73–R78). */
export interface LinkMails {
  /** R73: to whoever decides. */
  link_requested: LinkStep & { note: string | null };
  /** R75: the same request again. */
  link_reminder: LinkStep & { note: string | null };
  link_approved: LinkStep;
  link_declined: LinkStep;
  link_cancelled: LinkStep;
  link_expired: LinkStep;
  link_ended: LinkStep;
}

export interface LinkStep {
  parentName: string;
  childName: string;
  /** Which of the two sides the mail goes to. */
  you: 'parent' | 'child';
  expiresAt: string;
  url: string;
}
