import type { Strings } from '../strings.js';

export const accountSwitcher: Strings['accountSwitcher'] = {
  switchFrom: 'Konto wechseln',
  placeholder: 'Konto wählen',
};
