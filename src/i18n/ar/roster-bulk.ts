import type { Strings } from '../strings.js';
import { invites, people } from './counts.js';

export const rosterBulk: Strings['rosterBulk'] = {
  roleTitle: ({ count }) => `هل تريد تغيير دور ${people(count)}؟`,
  suspendTitle: ({ count }) => `هل تريد تعليق ${people(count)}؟`,
  resendTitle: ({ count }) => `هل تريد إعادة إرسال ${invites(count)}؟`,
  removeTitle: ({ count, account }) => `هل تريد إزالة ${people(count)} من ${account}؟`,
  roleDo: ({ count }) => `تغيير الأدوار (${count})`,
  suspendDo: ({ count }) => `تعليق ${people(count)}`,
  resendDo: ({ count }) => `إرسال ${invites(count)}`,
  removeDo: ({ count }) => `إزالة ${people(count)}`,
  newRole: 'الدور الجديد',
  chooseRole: 'اختر الدور الجديد أولًا.',
  nobody: 'هذا غير ممكن لأي ممن حددتهم.',
  who: ({ count }) => `يخص ${people(count)}`,
  skipped: ({ count }) => `المستثنون: ${people(count)}`,

  sameRole: 'لديه هذا الدور من قبل',
  notYetUser: 'مدعو فقط حتى الآن',
  alreadyUser: 'انضم من قبل',
  alreadySuspended: 'معلّق من قبل',
  leaveYourself: 'للمغادرة استخدم صفك.',

  suspendAccess: 'لا يمكنهم فتح هذا الحساب حتى يعيد شخص ما تفعيلهم.',
  suspendSeats: 'تكون أماكنهم في الخطة شاغرة خلال ذلك.',
  suspendUndo: 'يمكنك التراجع بعد ذلك.',
  removeAccess: 'يُسجّل خروجهم من هذا الحساب ولا يمكنهم فتحه بعد ذلك.',
  removeClients: ({ count }) =>
    count === 1
      ? 'لن يمكنهم فتح حساب العميل من هنا.'
      : `لن يمكنهم فتح أي من حسابات العملاء (${count}) من هنا.`,
  removeInvites: ({ count }) => `تتوقف فورًا روابط ${invites(count)}.`,
  removeWork: 'تبقى الحملات والقوائم التي أنشؤوها في الحساب.',
  removeNoUndo: 'لا يمكن التراجع عن ذلك، لكن يمكنك دعوتهم مرة أخرى.',

  running: ({ done, total }) => `تم ${done} من ${total}`,
  progress: 'التقدم',
  stop: 'إيقاف',
  stopping: 'جارٍ الإيقاف…',
  undoing: 'جارٍ التراجع',
  working: 'جارٍ التنفيذ',
  finished: 'تم',
  finishedSome: 'تم جزئيًا',
  finishedNone: 'لم يتم',
  roleResult: ({ count }) => `من حصلوا على الدور الجديد: ${people(count)}.`,
  suspendResult: ({ count }) => `من عُلّقوا: ${people(count)}.`,
  resendResult: ({ count }) => `ما أُعيد إرساله: ${invites(count)}.`,
  removeResult: ({ count }) => `من أُزيلوا: ${people(count)}.`,
  undoResult: ({ count }) => `التغييرات التي تم التراجع عنها: ${count}.`,
  failed: ({ count }) => `فشل ذلك لـ ${people(count)}:`,
  notStarted: ({ count }) => `من لم يصلهم الدور: ${people(count)}.`,
  vetoed: 'رفض هذا التطبيق ذلك.',
  alreadyGone: 'أُزيل من قبل.',
  retry: ({ count }) => `إعادة المحاولة (${count})`,
  goOn: ({ count }) => `المتابعة مع (${count})`,
  undoAll: 'تراجع',
  close: 'تم',
};
