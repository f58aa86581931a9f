import type { Strings } from '../strings.js';
import { addresses, days, invites, letters, people, users } from './counts.js';

const send = ({ count }: { count: number }) => (count > 1 ? `إرسال ${invites(count)}` : 'إرسال الدعوة');

export const inviteDialog: Strings['inviteDialog'] = {
  title: 'إضافة متعاون',
  toPartner: ({ account }) => `إلى ${account}، حساب الشريك الخاص بك`,
  toClient: ({ account }) => `إلى ${account}، وهو حساب عميل`,
  toAccount: ({ account }) => `إلى ${account}`,

  email: 'عنوان البريد الإلكتروني',
  emailHint: 'افصل بين العناوين بفواصل، أو ألصق قائمة.',
  ownLogin: 'لكل شخص تسجيل دخول خاص به، فلا يحتاج أحد إلى مشاركة كلمة مرور.',
  sameRole: ({ count }) => `الدور نفسه لـ ${people(count)}. يمكنك تغيير الأدوار لاحقًا.`,
  removeAddress: ({ email }) => `إزالة ${email}`,
  addressAdded: ({ count }) => `أُضيف ${addresses(count)}`,
  addressRemoved: ({ email }) => `أُزيل ${email}`,
  duplicates: ({ count }) => `عناوين كانت موجودة من قبل: ${count}.`,
  seatsLeft: ({ left, limit, plan }) => `المتاح ${left} من ${users(limit)}${plan ? ` في ${plan}` : ''}`,
  seatsShort: ({ wanted, left, plan }) =>
    `أشخاص جدد: ${wanted}، أماكن المستخدمين المتاحة: ${left}${plan ? ` في ${plan}` : ''}`,

  fileChoose: 'اختيار ملف CSV',
  fileMissing: 'تعذّرت قراءة الملف. تحقق من اتصالك واختره مرة أخرى.',
  andMore: ({ count }) => `و${count} غيرها`,
  atLine: ({ line, text }) => `السطر ${line}: ${text}`,
  asRole: ({ role }) => `بدور ${role}`,
  leaveOut: ({ count }) => `استبعاد ما لا يمكن إرساله (${count})`,
  moreFaults: ({ count }) => `وأخطاء أخرى: ${count}`,
  fix: 'تصحيح',
  show: 'عرض',
  pendingAs: ({ role }) => `توجد دعوة معلّقة بدور ${role}.`,
  pendingChange: ({ role, wanted }) => `توجد دعوة معلّقة بدور ${role} لا بدور ${wanted}.`,
  changeTo: ({ role }) => `تغييرها إلى ${role}`,
  resend: 'إعادة الإرسال',
  changedTo: ({ email, role }) => `تمنح دعوة <b>${email}</b> المعلّقة الآن دور <b>${role}</b>.`,
  resent: ({ email }) => `أُعيد إرسال دعوة <b>${email}</b>. توقفت الروابط التي أُرسلت أو نُسخت من قبل.`,
  linkCopied: ({ email }) => `نُسخ رابط دعوة <b>${email}</b>.`,
  sentOf: ({ email }) => `الدعوة إلى <b>${email}</b> في الطريق.`,
  back: 'رجوع',

  confirmTitle: ({ count }) =>
    count === 1
      ? 'هل تريد منح الوصول إلى حساب العميل الوحيد؟'
      : `هل تريد منح الوصول إلى كل حسابات العملاء (${count})؟`,
  confirmTitleNone: 'هل تريد منح الوصول إلى كل حساب عميل تضيفه؟',
  confirmReach: ({ account, count }) =>
    `على ${account} يشمل الدور ${count === 1 ? 'حساب العميل الوحيد' : `كل حسابات العملاء (${count})`}، وما تضيفه لاحقًا.`,
  confirmReachNone: ({ account }) => `على ${account} يشمل الدور كل حساب عميل تضيفه لاحقًا.`,
  confirmRole: ({ role, text }) => `<b>${role}</b>: ${text}`,
  confirmPeople: ({ count }) => `وهو لـ ${people(count)}.`,
  confirmSend: send,
  confirmBack: 'رجوع',
  oneClient: 'اختيار عميل واحد',

  fixTitle: ({ count }) => `ما يجب تصحيحه قبل الإرسال: ${count}`,
  tooMany: ({ count }) => `أشخاص زائدون: ${count}`,
  tooManyFix: ({ count }) =>
    `أزل ${addresses(count)}، أو <a>اطلع على الخطط والأسعار</a> لعدد أكبر من المستخدمين.`,
  tooManyAtOnce: ({ max }) => `ادعُ ${max} شخص على الأكثر في المرة الواحدة.`,
  use: ({ email }) => `استخدام ${email}`,
  remove: 'إزالة',
  edit: 'تحرير',
  notAllowedDomain: ({ domains }) => `استخدم عنوانًا في ${domains}.`,

  message: 'رسالة (اختياري)',
  messageHint: 'تظهر في رسالة الدعوة نصًا عاديًا.',
  messageAdd: 'إضافة رسالة',
  messageTooLong: ({ count }) => `اختصر الرسالة بمقدار ${letters(count)}.`,

  reach: ({ count }) =>
    `<b>يشمل ${count === 1 ? 'حساب العميل الوحيد' : `كل حسابات العملاء (${count})`}.</b> لعميل واحد فقط، <a>افتح ذلك الحساب</a> وأضف الشخص هناك.`,
  reachNone: '<b>يشمل كل حساب عميل تضيفه لاحقًا.</b>',
  onlyHere: ({ account, parent }) =>
    `<b>يصل هذا الشخص إلى ${account} فقط.</b> لن يرى ${parent || 'حساب الشريك'} ولا عملاءه الآخرين.`,
  addOnPartner: ({ parent }) => `الإضافة على ${parent}`,

  expires: ({ days: count }) => `تنتهي صلاحية الدعوات بعد ${days(count)}`,
  send,
  sending: ({ count, done }) =>
    count > 9
      ? `جارٍ إرسال ${invites(count)}، تم ${done}. يمكنك إغلاق هذه النافذة.`
      : `جارٍ إرسال ${invites(count)}. يمكنك إغلاق هذه النافذة.`,
  notSent: '<b>لم تُرسل أي دعوة.</b>',
  kept: 'ما كتبته ما زال هنا.',
  full: '<b>لا يمكنك إضافة أحد بعد.</b> كل أماكن المستخدمين في الخطة مشغولة.',

  discardTitle: 'هل تريد تجاهل هذه الدعوة؟',
  discardEffect: 'يضيع ما كتبته. لم يُرسل شيء.',
  discard: 'تجاهل',
  keepEditing: 'متابعة التحرير',

  sentOne: 'أُرسلت الدعوة',
  sentSome: ({ sent, total }) => `أُرسل ${sent} من ${invites(total)}`,
  sentAll: ({ count }) => `أُرسلت ${invites(count)}`,
  emailed: ({ email }) => `أرسلنا إلى <b>${email}</b> رابطًا لاختيار اسم مستخدم وكلمة مرور.`,
  emailedAll: 'يصل إلى كل شخص رابط لاختيار اسم مستخدم وكلمة مرور.',
  emailedSome: 'المرسلة في الطريق. لم يضع شيء من الأخرى.',
  held: ({ email }) => `تنتظر الدعوة إلى <b>${email}</b> حتى يتحرر اسم المستخدم.`,
  heldShort: 'تنتظر حتى يتحرر اسم المستخدم',
  url: 'رابط الدعوة',
  urlHint: ({ date }) => `أرسله بالدردشة أو برسالة نصية إذا تأخر البريد. يعمل مرة واحدة حتى ${date}.`,
  urlGuard: ({ email }) => `شاركه مع ${email} فقط. من يفتحه يحتاج إلى رمز نرسله إلى ذلك العنوان.`,
  urlsHint: 'تعمل الروابط مرة واحدة، فشارك كل رابط مع صاحبه.',
  copy: 'نسخ الرابط',
  copyOf: ({ email }) => `نسخ رابط ${email}`,
  copyAll: ({ count }) => `نسخ الروابط (${count})`,
  copied: 'تم النسخ',
  copyRefused: 'لم يسمح المتصفح بالنسخ. الرابط محدد: انسخه بلوحة المفاتيح.',
  share: 'مشاركة…',
  sentUntil: ({ date }) => `أُرسلت. تنتهي في ${date}`,
  retryFailed: ({ count }) => `إعادة محاولة ما فشل (${count})`,
  another: 'إضافة آخر',
  done: 'فهمت',
};
