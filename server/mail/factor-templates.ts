/** Mails about second factors: every change of one is told to its owner (P6). */
export interface FactorMails {
  /** R61: proof of the mailbox on a browser that is not known. */
  sign_in_code: { code: string; minutes: number };
  mfa_enrolled: { securityUrl: string };
  mfa_removed: { securityUrl: string };
  /** R64: a hundred wrong codes without a right one. */
  mfa_locked: { securityUrl: string };
  /** R66. */
  recovery_code_used: { left: number; securityUrl: string };
  recovery_codes_renewed: { securityUrl: string };
  /** R71: to the member. */
  mfa_reset: { accountName: string; actorName: string; securityUrl: string };
  /** R71, threat 18: to the owner of the account. */
  mfa_reset_by: { accountName: string; actorName: string; memberName: string };
  /** R70: somebody who decides the policy of the account asks. */
  mfa_reminder: { accountName: string; required: boolean; securityUrl: string };
}
