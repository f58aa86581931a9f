import type { Strings } from '../strings.js';

export const accountSwitcher: Strings['accountSwitcher'] = {
  switchFrom: 'تبديل الحساب',
  placeholder: 'اختر حسابًا',
};
