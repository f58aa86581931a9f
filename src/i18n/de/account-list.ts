import type { Strings } from '../strings.js';

export const accountList: Strings['accountList'] = {
  heading: 'Konten',
};
