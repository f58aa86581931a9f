import type { Strings } from '../strings.js';
import { counted } from './counts.js';

const events = counted('حدث واحد', 'حدثان', 'أحداث', 'حدثًا', 'حدث');
const ofEvents = counted('حدث واحد', 'حدثين', 'أحداث', 'حدثًا', 'حدث');
const kinds = counted('نوع واحد', 'نوعان', 'أنواع', 'نوعًا', 'نوع');

export const auditLog: Strings['auditLog'] = {
  title: 'السجل',
  text: 'من فعل ماذا في هذا الحساب، ومتى. لا يمكن تغيير ما في السجل.',
  filterOn: ({ filter, value }) => `${filter}: ${value}`,
  kinds: 'ما حدث',
  anyKind: 'كل شيء',
  severalKinds: ({ count }) => kinds(count),
  kind_member: 'المستخدمون',
  kind_invitation: 'الدعوات',
  kind_mfa: 'تسجيل الدخول بخطوتين',
  kind_transfer: 'ملكية الحساب',
  kind_user: 'تسجيلات الدخول',
  kind_link: 'الربط بين الحسابات',
  kind_account: 'الحساب',
  person: 'الشخص',
  anyPerson: 'الجميع',
  from: 'من',
  to: 'إلى',
  clear: 'مسح عوامل التصفية',
  wrongOrder: 'هذا قبل اليوم الأول. اختر يومًا بعده.',

  live: 'مباشر',
  polling: 'يُحدَّث كل 30 ثانية',
  show: 'عرض',

  details: 'التفاصيل',
  detailsOf: ({ what }) => `التفاصيل: ${what}`,
  exactTime: 'الوقت بدقة',
  address: 'عنوان الشبكة',
  action: 'الاسم في السجلات',
  reference: 'المرجع',
  onlyBy: ({ name }) => `عرض ما فعله ${name} فقط`,
  onlyYours: 'عرض ما فعلته أنت فقط',

  emptyTitle: 'لم يحدث شيء بعد',
  emptyText: 'تظهر هنا الدعوات وتغييرات الأدوار وكل ما يخص المستخدمين.',
  noneTitle: 'لا شيء يطابق',
  noneText: 'اختر وقتًا آخر أو نوعًا آخر، أو امسح عوامل التصفية.',
  failedTitle: 'تعذّر تحميل السجل',
  failedText: 'لم يضع شيء. يبقى السجل على الخادم.',
  refusedTitle: 'لا يمكنك الاطلاع على سجل هذا الحساب',
  refusedText: 'لا يفتحه إلا من يدير المستخدمين. اسأل مالك الحساب.',
  stale: 'غير محدّث.',

  found: ({ count, more }) =>
    more ? (count === 1 ? 'يُعرض أحدث حدث' : `يُعرض أحدث ${ofEvents(count)}`) : events(count),
  older: ({ count }) => `تم تحميل ${ofEvents(count)} أقدم`,

  export: 'تصدير',
  exporting: ({ count }) => `تمت قراءة ${ofEvents(count)}`,
  exported: ({ count }) => `تم تصدير ${ofEvents(count)}`,
  exportFailed: 'لم يُصدَّر شيء.',
  stop: 'إيقاف',
  file: 'history',
  columnTime: 'الوقت',
  columnPerson: 'الشخص',
  columnUsername: 'اسم المستخدم',
  columnWhat: 'ما حدث',
  columnChange: 'التغيير',
  columnAction: 'الإجراء',
  columnTarget: 'المعنيّ',
  columnAddress: 'عنوان الشبكة',
  columnReference: 'المرجع',
};
