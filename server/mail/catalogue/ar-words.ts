import { wordsOf } from './words.js';

/** Digits as in codes and addresses, so that a mail does not mix two kinds. */
export const { roleName, until, counted } = wordsOf('ar-u-nu-latn', {
  account_owner: 'مالك الحساب',
  account_manager: 'مدير الحساب',
  campaign_creator: 'منشئ الحملات',
  partner_manager: 'مدير الشراكة',
});

export const minutesOf = (count: number): string =>
  counted(count, { one: 'دقيقة واحدة', two: 'دقيقتين', few: '# دقائق', many: '# دقيقة', other: '# دقيقة' });

export const hoursOf = (count: number): string =>
  counted(count, { one: 'ساعة واحدة', two: 'ساعتين', few: '# ساعات', many: '# ساعة', other: '# ساعة' });
