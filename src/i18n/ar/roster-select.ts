import type { Strings } from '../strings.js';

export const rosterSelect: Strings['rosterSelect'] = {
  select: ({ name }) => `تحديد ${name}`,
  selectPage: 'تحديد كل من في هذه الصفحة',
  pageSelected: ({ count }) => `المحددون في هذه الصفحة: ${count}.`,
  selectAll: ({ count }) => `تحديد الكل (${count})`,
  selectMost: ({ count }) => `تحديد أول ${count}`,
  selecting: 'جارٍ التحديد…',
  selectFailed: 'تعذّر تحديد من في الصفحات الأخرى. لم يتغير شيء.',
  selected: ({ count }) => `المحددون: ${count}`,
  clear: 'مسح',
  changeRole: 'تغيير الدور…',
  resend: ({ count, of }) => (count === of ? 'إعادة إرسال الدعوة…' : `إعادة إرسال الدعوة… ${count} من ${of}`),
  suspend: ({ count, of }) => (count === of ? 'تعليق…' : `تعليق… ${count} من ${of}`),
  remove: 'إزالة…',
  leftOut: ({ owner, you }) =>
    owner && you ? 'يُستثنى مالك الحساب وأنت' : owner ? 'يُستثنى مالك الحساب' : 'تُستثنى أنت',
};
