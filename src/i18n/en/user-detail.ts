/** cc-user-detail. */
export const userDetail = {
  heading: 'User detail',
  open: 'Open',
};
