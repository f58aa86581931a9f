import type { Strings } from '../strings.js';

export const deviceList: Strings['deviceList'] = {
  title: 'الأجهزة المحفوظة',
  text: 'لا يُطلب رمز من هذه المتصفحات لمدة 30 يومًا بعد تحديد «تذكّر هذا الجهاز».',
  loading: 'جارٍ تحميل أجهزتك',
  failed: 'تعذّر تحميل أجهزتك.',
  retry: 'إعادة المحاولة',
  empty: 'لا يوجد جهاز محفوظ. كل تسجيل دخول من جهاز لا نعرفه يطلب رمزًا.',
  thisDevice: 'هذا الجهاز',
  signedIn: ({ when }) => `آخر تسجيل دخول: ${when}`,
  since: ({ date }) => `محفوظ منذ ${date}`,
  until: ({ date }) => `حتى ${date}`,
  country: ({ country }) => `من ${country}`,
  forget: 'نسيان',
  forgetOf: ({ label }) => `نسيان ${label}`,
  forgotten: ({ label }) => `لم يعد ${label} محفوظًا.`,
  forgetAll: 'نسيان كل الأجهزة…',
  forgetAllTitle: 'هل تريد نسيان كل الأجهزة؟',
  forgetAllEffect: ({ count }) =>
    count === 1
      ? 'سيُطلب رمز من الجهاز المحفوظ الوحيد عند تسجيل الدخول التالي.'
      : `سيُطلب رمز من كل الأجهزة (${count}) عند تسجيل الدخول التالي، ومنها هذا الجهاز.`,
  forgetAllStay: 'لا يسجّل ذلك خروج أحد.',
  forgetAllDo: 'نسيان الكل',
  allForgotten: 'لم يعد أي جهاز محفوظًا.',
  keep: 'إلغاء',
};
