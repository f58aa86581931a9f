/** cc-account-list: what the "Accounts" screen of a partner shows before the accounts are there. */
export const accountList = {
  heading: 'Accounts',
};
