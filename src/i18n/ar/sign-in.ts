import type { Strings } from '../strings.js';

export const signIn: Strings['signIn'] = {
  title: 'تسجيل الدخول',
  username: 'اسم المستخدم',
  password: 'كلمة المرور',
  showPassword: 'إظهار كلمة المرور',
  usernameMissing: 'اكتب اسم المستخدم.',
  passwordMissing: 'اكتب كلمة المرور.',
  submit: 'تسجيل الدخول',
  paused: ({ time }) => `تكرر ذلك كثيرًا. يمكنك المحاولة مرة أخرى عند ${time}.`,
  pauseOver: 'يمكنك المحاولة مرة أخرى الآن.',

  endedTries: 'رموز خاطئة كثيرة. ابدأ من جديد بكلمة المرور؛ وإذا لم تعمل رموز التطبيق، فاستخدم رمز استرداد.',
  endedTime: 'بقيت الخطوة الثانية مفتوحة طويلًا. ابدأ من جديد بكلمة المرور.',
  endedOther: 'انتهت الخطوة الثانية، ربما لأن عاملك الثاني تغيّر. ابدأ من جديد بكلمة المرور.',

  signedInTitle: 'تم تسجيل دخولك',
  signedInAs: ({ name }) => `باسم <b>${name}</b>.`,
  continue: 'متابعة',
  signOut: 'تسجيل الخروج',
  returnRefused: 'لا يُسمح بالعودة إلى الصفحة التي جئت منها، لذلك تبقى هنا.',
};
