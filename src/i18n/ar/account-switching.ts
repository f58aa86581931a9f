import type { Strings } from '../strings.js';
import { ofAccounts } from './counts-after.js';

export const accountSwitching: Strings['accountSwitching'] = {
  title: 'تبديل الحساب',
  search: 'ابحث عن حساب بالاسم أو المعرّف',
  favourites: 'المفضلة',
  recent: 'المفتوحة مؤخرًا',
  partner: 'حساب الشريك',
  clients: 'حسابات العملاء',
  others: 'حسابات أخرى',
  accounts: 'الحسابات',
  idEnd: ({ end }) => `المعرّف …${end}`,
  shown: 'معروض الآن',
  loading: 'جارٍ تحميل الحسابات',
  none: ({ q }) => `لا توجد حسابات تطابق «${q}»`,
  noneHint: 'تحقق من الكتابة أو ابحث بمعرّف الحساب.',
  empty: 'لا يوجد حساب آخر يمكنك فتحه.',
  failed: 'تعذّر تحميل حساباتك.',
  found: ({ count }) => `عُثر على ${ofAccounts(count)}`,
  changed: ({ name }) => `المعروض الآن: ${name}.`,
  gone: ({ name }) => `لم يعد بإمكانك فتح ${name}. ما زلت حيث كنت.`,
  notChanged: ({ name }) => `لم يُفتح ${name}.`,

  elsewhere: ({ other, here }) =>
    `فتحت ${other} في علامة تبويب أخرى، وما زالت هذه الصفحة تعرض ${here}. حرصًا على بياناتك لم يتغير شيء في أي منهما.`,
  goThere: ({ other }) => `الانتقال إلى ${other}`,
  stayHere: ({ here }) => `البقاء في ${here}`,
  stayed: ({ here }) => `تعمل هذه الصفحة على ${here} من جديد. أعد ما كنت تفعله.`,
};
