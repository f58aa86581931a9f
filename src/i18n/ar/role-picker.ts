import type { Strings } from '../strings.js';

export const rolePicker: Strings['rolePicker'] = {
  legend: 'الدور',
  loading: 'جارٍ تحميل الأدوار',
  failed: 'تعذّر تحميل الأدوار.',
  required: 'اختر دورًا.',
  cleared: ({ role }) => `لم يعد اختيار ${role} ممكنًا هنا. اختر دورًا آخر.`,

  role_not_available: ({ role }) => `لا يُعرض ${role} هنا لأنه يعمل عبر الشراكة كلها.`,
  role_above_actor: ({ role }) => `لا يُعرض ${role} لأن صلاحياته أكثر مما لديك هنا.`,
  role_above_ceiling: ({ role }) => `لا يُعرض ${role} لأن حساب العميل هذا يحدّ مما يمكن لشريكه فعله.`,
  refused: ({ role }) => `لا يُعرض ${role} هنا.`,

  last_owner: 'يحتفظ مالك الحساب بهذا الدور حتى تُنقل الملكية.',
  role_self_change: 'لا يمكنك تغيير دورك. اسأل شخصًا آخر يدير هذا الحساب.',
  noRoles: 'لا يوجد دور يمكنك منحه في هذا الحساب. اسأل مالك الحساب.',
};
