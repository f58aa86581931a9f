import { plural } from '../plural.js';
import type { Strings } from '../strings.js';
import { days, people } from './counts.js';

export const rosterList: Strings['rosterList'] = {
  search: 'ابحث بالاسم أو اسم المستخدم أو البريد',
  searchShort: 'بحث عن مستخدمين',
  clearSearch: 'مسح البحث',
  searchKey: '/',
  filters: 'عوامل التصفية',
  filtersOn: ({ count }) => `عوامل التصفية: ${count}`,
  filterOn: ({ filter, value }) => `${filter}: ${value}`,
  anyRole: 'أي دور',
  anyStatus: 'أي حالة',
  anyMfa: 'مفعّل أو متوقف',
  anyTime: 'أي وقت',
  activePast: ({ days }) =>
    plural('ar', days, {
      one: 'آخر يوم',
      two: 'آخر يومين',
      few: `آخر ${days} أيام`,
      many: `آخر ${days} يومًا`,
      other: `آخر ${days} يوم`,
    }),
  activeNot: ({ days }) =>
    plural('ar', days, {
      one: 'ليس منذ يوم',
      two: 'ليس منذ يومين',
      few: `ليس منذ ${days} أيام`,
      many: `ليس منذ ${days} يومًا`,
      other: `ليس منذ ${days} يوم`,
    }),
  updated: ({ when }) => `آخر تحديث: ${when}`,
  justNow: 'الآن',

  caption: ({ account }) => `مستخدمو ${account}`,
  name: 'الاسم',
  role: 'الدور',
  status: 'الحالة',
  mfa: 'MFA',
  lastActive: 'آخر نشاط',
  actions: 'الإجراءات',
  invited: 'مدعو',
  members: 'الأعضاء',
  through: ({ partner }) => `الوصول عبر ${partner}`,
  throughNote: 'لا يشغل مكانًا. يُدار في حساب الشريك',
  hiddenMark: 'يحتوي على أحرف خفية',

  invitedBy: ({ name, date }) => `دعاه ${name}، ${date}`,
  invitedByYou: ({ date }) => `دعوته أنت، ${date}`,
  by: ({ name, date }) => `من ${name}، ${date}`,
  byYou: ({ date }) => `منك، ${date}`,
  since: ({ date }) => `منذ ${date}`,

  active: 'نشط',
  suspended: 'معلّق',
  expired: 'منتهية',
  needsMfa: 'MFA عند الدخول',
  expiresToday: 'تنتهي اليوم',
  expiresIn: ({ days: count }) => `تنتهي خلال ${days(count)}`,
  expiredOn: ({ date }) => `في ${date}`,
  expiresOn: ({ date }) => `تنتهي صلاحية الدعوة في ${date}`,
  waitsForMail: 'الرسالة تنتظر',
  notDelivered: 'لم تصل',
  notDeliveredWays: 'رفض خادم البريد العنوان. صحح العنوان، أو انسخ الرابط وأرسله بنفسك.',
  correctShort: 'تصحيح',
  notSent: 'تنتظر تحرر اسم المستخدم',
  needsSender: 'تحتاج إلى مرسل جديد',
  mfaOn: 'MFA مفعّلة',
  mfaOff: 'MFA متوقفة',
  mfaRequired: 'مطلوبة هنا',
  notYet: 'ليس بعد',
  resend: 'إعادة الإرسال',

  roleOf: ({ role, name }) => `دور ${name}: ${role}`,
  ownerRole: 'لا ينقل ملكية الحساب إلا مالكه.',
  ownRole: 'لا يمكنك تغيير دورك. اسأل شخصًا آخر يدير هذا الحساب.',
  unknownRole: 'لا يعرف هذا التطبيق هذا الدور بعد، لذلك لا يمكنه تغييره.',
  actionsFor: ({ name }) => `إجراءات ${name}`,

  unknownState: 'لا يعرف هذا التطبيق هذه الحالة بعد، لذلك لا يمكنه تغييرها.',
  atTime: ({ time }) => `عند ${time}`,

  goneMeanwhile: 'أُزيل هذا الصف في هذه الأثناء.',

  emptyTitle: 'أنت المستخدم الوحيد حتى الآن',
  emptyText:
    'أعطِ كل شخص تسجيل دخول خاصًا به بدلًا من مشاركة تسجيل دخولك. أنت تحدد ما يمكنهم فعله، ولا حد لعدد من تضيفهم.',
  emptyTextLimited: ({ left }) =>
    `أعطِ كل شخص تسجيل دخول خاصًا به بدلًا من مشاركة تسجيل دخولك. أنت تحدد ما يمكنهم فعله. تتسع الخطة بعد: ${people(left)}.`,
  emptyTextFull: 'لا تشمل الخطة أحدًا غيرك. انتقل إلى خطة أكبر لإضافة أشخاص.',
  emptyNobody: 'لا أحد يستخدم هذا الحساب بعد',
  noneTitle: ({ q, role, status, mfa, active }) =>
    [
      `لا يوجد مستخدمون${status ? ` بحالة ${status}` : ''}`,
      role && `بدور ${role}`,
      mfa && `مع MFA ${mfa}`,
      active && `(آخر نشاط: ${active})`,
      q && `يطابقون «${q}»`,
    ]
      .filter(Boolean)
      .join(' '),
  noneFilters: 'قد يطابق غيرهم إذا شملتهم.',
  noneHint: 'تحقق من الكتابة أو ابحث بعنوان البريد الإلكتروني.',
  show: ({ what }) => `عرض ${what}`,
  clearAll: 'مسح البحث وعوامل التصفية',
  failedTitle: 'تعذّر تحميل المستخدمين',
  failedSame: 'لم يتغير شيء في هذا الحساب.',
  refusedTitle: 'لا يمكنك الاطلاع على مستخدمي هذا الحساب',
  refusedText: 'لا يفتح هذه القائمة إلا من يدير المستخدمين. اسأل مالك الحساب.',
  stale: ({ when }) => `غير محدّث: هذا ما كنا نعرفه ${when}.`,

  found: ({ count }) => `عُثر على ${people(count)}`,
  range: ({ from, to, total }) => `${from}–${to} من ${total}`,
  countAll: ({ count }) => `يمكن لـ ${people(count)} فتح هذا الحساب`,
  export: 'تصدير CSV',
  import: 'استيراد CSV',
  previous: 'الصفحة السابقة',
  next: 'الصفحة التالية',
  pages: 'الصفحات',
  sortedUp: ({ column }) => `مرتب حسب ${column} تصاعديًا`,
  sortedDown: ({ column }) => `مرتب حسب ${column} تنازليًا`,
};
