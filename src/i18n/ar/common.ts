import type { Strings } from '../strings.js';
import { hours } from './counts.js';

export const common: Strings['common'] = {
  accountOwner: 'مالك الحساب',
  cancel: 'إلغاء',
  close: 'إغلاق',
  retry: 'إعادة المحاولة',
  undo: 'تراجع',
  loading: 'جارٍ التحميل',
  partMissing: 'تعذّر تحميل هذا الجزء من الصفحة. تحقق من اتصالك وحاول مرة أخرى.',
  required: 'مطلوب',
  on: 'مفعّل',
  off: 'متوقف',
  yes: 'نعم',
  no: 'لا',
  you: 'أنت',
  plansAndPricing: 'الخطط والأسعار',
  partnerAccount: 'حساب الشريك',
  clientAccount: 'حساب العميل',
  reference: ({ id }) => `المرجع ${id}`,
  opensInNewTab: 'يفتح في علامة تبويب جديدة',

  justNow: 'الآن',
  minutesAgo: ({ count }) => `قبل ${count} د`,
  hoursAgo: ({ count }) => `قبل ${hours(count)}`,
  yesterday: 'أمس',
  never: 'أبدًا',
};
