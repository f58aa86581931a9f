/** cc-user-access. */
export const userAccess = {
  heading: 'User access',
  open: 'Open',
};
