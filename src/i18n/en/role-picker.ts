/** cc-role-picker. Role names and sentences are in `roles`. */
export const rolePicker = {
  legend: 'Role',
  partnerOnly: ({ role }: { role: string }) =>
    `${role} isn’t offered here because it works across the whole partnership.`,
  ownerOnly: ({ role }: { role: string }) => `${role} can’t be given. The current owner can transfer it.`,
  aboveActor: ({ role }: { role: string }) =>
    `${role} isn’t offered because it can do more than you can here.`,
  aboveCeiling: ({ role }: { role: string }) =>
    `${role} isn’t offered because this client account limits what its partner can do.`,
  unavailable: ({ role }: { role: string }) => `${role} isn’t offered here.`,
  isOwner: 'The Account Owner keeps this role until ownership is transferred.',
  isSelf: 'You can’t change your own role. Ask another manager of this account.',
  noRoles: 'There is no role you can give on this account. Ask the Account Owner.',
  cleared: ({ role }: { role: string }) => `${role} isn’t offered any more. Choose another role.`,
  required: 'Choose a role.',
  refused: ({ role }: { role: string }) => `${role} can’t be chosen on this account.`,
};
