import type { Strings } from '../strings.js';
import { counted, invites, people } from './counts.js';

const lines = counted('سطر واحد', 'سطران', 'أسطر', 'سطرًا', 'سطر');

export const rosterImport: Strings['rosterImport'] = {
  title: 'استيراد المستخدمين من ملف',
  intro:
    'اختر ملفًا كتبه «تصدير CSV»، أو قائمة فيها العمودان email و role. حتى 1,000 سطر. ترى ما سيفعله كل سطر قبل أن يحدث أي شيء.',
  choose: 'اختيار ملف',
  chooseOther: 'اختيار ملف آخر',
  refused: ({ file, text }) => `${file}: ${text}`,
  atLine: ({ line, text }) => `السطر ${line}: ${text}`,
  looking: 'جارٍ البحث عمّن هو موجود هنا',
  lookedUp: ({ done, total }) => `تم البحث عن ${done} من ${total}`,
  reviewTitle: ({ file, count }) => `${file}: ${lines(count)}`,
  invited: ({ count }) => `من سيُدعون: ${people(count)}`,
  reach: ({ count }) =>
    `من يُدعى هنا يمكنه أيضًا فتح حسابات عملاء هذا الحساب (${count}). لدعوة شخص إلى عميل واحد فقط، استورد الملف هناك.`,
  agree: () => 'يجوز لهم فتحها كلها',
  agreeFirst: 'وافق أولًا على وصولهم إلى حسابات العملاء.',
  differs: ({ count }) => `موجودون هنا بدور آخر: ${people(count)}`,
  differsWhat: 'ماذا تريد أن يحدث لهم؟',
  skip: 'تركهم كما هم',
  update: 'تغيير دورهم إلى الدور في الملف',
  list: 'ذكرهم في التقرير فقط',
  same: ({ count }) => `موجودون هنا كما في الملف: ${people(count)}.`,
  impossible: ({ count }) => `لا يمكن استيراد: ${lines(count)}`,
  line: ({ line }) => `السطر ${line}`,
  change: ({ from, to }) => `${from}، وفي الملف ${to}`,
  more: ({ count }) => `المزيد في التقرير: ${lines(count)}`,
  noRole: 'لا يذكر السطر دورًا، وهذا الشخص ليس هنا بعد.',
  tomorrow: 'أرسل هذا الحساب دعوات اليوم كلها. استورد السطر مرة أخرى غدًا.',
  said: ({ invites: sent, changes, refused }) =>
    `للدعوة: ${people(sent)}، بدور آخر: ${changes}، غير ممكن: ${lines(refused)}.`,
  go: ({ invites: sent, changes }) =>
    sent === 0
      ? `تغيير الأدوار (${changes})`
      : changes === 0
        ? `إرسال ${invites(sent)}`
        : `إرسال ${invites(sent)} وتغيير الأدوار (${changes})`,
  nothing: 'لا شيء للقيام به.',
  report: 'تنزيل التقرير',
  reportFile: 'users-import-report',
  undoRoles: 'التراجع عن الأدوار',
  didInvite: ({ count }) => `من دُعوا: ${people(count)}.`,
  didChange: ({ count }) => `من لهم دور آخر: ${people(count)}.`,
};
