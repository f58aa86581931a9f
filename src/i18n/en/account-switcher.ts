/** cc-account-switcher: the button. */
export const accountSwitcher = {
  switchFrom: 'Switch account',
  placeholder: 'Choose an account',
};
