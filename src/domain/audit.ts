/** What the history of an account may tell (domain.md 5): `<thing>.<what happened>`, a closed list. */
export const auditActions = [
  'account.closed',
  'account.created',
  'account.restored',
  'account.updated',
  'invitation.accepted',
  'invitation.bounced',
  'invitation.created',
  'invitation.declined',
  'invitation.delivered',
  'invitation.held',
  'invitation.link-copied',
  'invitation.queued',
  'invitation.released',
  'invitation.renewal-asked',
  'invitation.resent',
  'invitation.revoked',
  'invitation.role-changed',
  'invitation.sent',
  'link.ended',
  'member.added',
  'member.left',
  'member.reactivated',
  'member.removed',
  'member.restored',
  'member.role-changed',
  'member.suspended',
  'mfa.codes-renewed',
  'mfa.enrolled',
  'mfa.locked',
  'mfa.recovered',
  'mfa.removed',
  'mfa.reset',
  'transfer.accepted',
  'transfer.cancelled',
  'transfer.expired',
  'transfer.started',
  'user.password-changed',
  'user.updated',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** The actions meant by an action or by its first part: `invitation`, `member.removed`. */
export function auditActionsOf(type: string): readonly AuditAction[] {
  return auditActions.filter((action) => action === type || action.startsWith(`${type}.`));
}
