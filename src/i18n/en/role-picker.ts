/** cc-role-picker. Role names and sentences are in `roles`. */
export const rolePicker = {
  legend: 'Role',
  loading: 'Loading roles',
  failed: 'We couldn’t load the roles.',
  required: 'Choose a role.',
  cleared: ({ role }: { role: string }) => `${role} can’t be chosen here any more. Choose another role.`,

  role_not_available: ({ role }: { role: string }) =>
    `${role} isn’t offered here because it works across the whole partnership.`,
  role_above_actor: ({ role }: { role: string }) =>
    `${role} isn’t offered because it can do more than you can here.`,
  role_above_ceiling: ({ role }: { role: string }) =>
    `${role} isn’t offered because this client account limits what its partner can do.`,
  refused: ({ role }: { role: string }) => `${role} isn’t offered here.`,

  last_owner: 'The Account Owner keeps this role until ownership is transferred.',
  role_self_change: 'You can’t change your own role. Ask another manager of this account.',
  noRoles: 'There is no role you can give on this account. Ask the Account Owner.',
};
