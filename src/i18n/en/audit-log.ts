/** cc-audit-log. */
export const auditLog = {
  heading: 'Audit log',
  open: 'Open',
};
