import { say } from '../content.js';
import type { FactorMails } from '../factor-templates.js';
import { minutesOf } from './ar-words.js';
import { action, code, note, text, titled } from './blocks.js';
import type { MailCatalogue } from './catalogue.js';

const openSecurity = (url: string) => action('فتح إعدادات الأمان', url);

const notYou = note(say`إذا لم تكن أنت من فعل ذلك، فغيّر كلمة المرور الآن وأخبر مالك الحساب.`);

/** Arabic mails about second factors. */
export const factorMails: Pick<MailCatalogue['mails'], keyof FactorMails> = {
  sign_in_code: ({ code: digits, minutes }) =>
    titled(
      say`رمز تسجيل الدخول`,
      code(digits),
      text(say`اكتبه حيث تسجّل الدخول. يعمل لمدة ${minutesOf(minutes)}.`),
      note(
        say`نسأل لأن هذا المتصفح جديد علينا. إذا لم تكن تسجّل الدخول الآن، فهناك من يعرف كلمة مرورك: غيّرها الآن ولا تعطِ الرمز لأحد.`,
      ),
    ),
  mfa_enrolled: ({ securityUrl }) =>
    titled(
      say`تم تشغيل تسجيل الدخول بخطوتين`,
      text(
        say`من الآن فصاعدًا يتطلب تسجيل الدخول كلمة المرور ورمزًا من تطبيق المصادقة. احفظ رموز الاسترداد في مكان تجده بدون هاتفك.`,
      ),
      openSecurity(securityUrl),
      notYou,
    ),
  mfa_removed: ({ securityUrl }) =>
    titled(
      say`تم إيقاف تسجيل الدخول بخطوتين`,
      text(
        say`تكفي كلمة المرور وحدها لتسجيل الدخول الآن. لم تعد رموز الاسترداد تعمل، ولم تعد الأجهزة محفوظة.`,
      ),
      openSecurity(securityUrl),
      notYou,
    ),
  mfa_locked: ({ securityUrl }) => ({
    subject: say`العامل الثاني مقفل`,
    heading: say`أُقفل العامل الثاني بعد عدد كبير من الرموز الخاطئة`,
    blocks: [
      text(
        say`من الآن تُرفض رموز تطبيق المصادقة. سجّل الدخول بكلمة المرور ورمز استرداد، ثم أعدّ التطبيق من جديد.`,
      ),
      text(say`إذا لم يكن لديك رمز استرداد، فاطلب من مالك الحساب إعادة تعيين العامل الثاني.`),
      openSecurity(securityUrl),
      note(say`إذا لم تكتب تلك الرموز، فهناك من يعرف كلمة مرورك: غيّرها الآن.`),
    ],
  }),
  recovery_code_used: ({ left, securityUrl }) =>
    titled(
      say`استُخدم رمز استرداد لتسجيل الدخول`,
      text(
        say`سجّل شخص الدخول بكلمة مرورك وأحد رموز الاسترداد. لم يعد التطبيق الذي أعددته صالحًا، ولم تعد الأجهزة محفوظة. الرموز المتبقية: ${left}.`,
      ),
      text(say`أعدّ تطبيق مصادقة الآن. ستحصل على عشرة رموز جديدة، وتتوقف الرموز القديمة عن العمل.`),
      openSecurity(securityUrl),
      notYou,
    ),
  recovery_codes_renewed: ({ securityUrl }) =>
    titled(
      say`لديك رموز استرداد جديدة`,
      text(say`عُرضت عشرة رموز جديدة في إعدادات الأمان. توقفت كل الرموز السابقة عن العمل.`),
      openSecurity(securityUrl),
      notYou,
    ),
  mfa_reset: ({ accountName, actorName, securityUrl }) => ({
    subject: say`أُعيد تعيين العامل الثاني`,
    heading: say`أعاد ${actorName} تعيين العامل الثاني الخاص بك`,
    blocks: [
      text(
        say`حدث ذلك في ${accountName}. لم يعد التطبيق ورموز الاسترداد تعمل، وسُجّل خروجك من كل مكان. كلمة المرور لم تتغير.`,
      ),
      text(say`سجّل الدخول وأعدّ تطبيق مصادقة من جديد. تبقى حساباتك مغلقة حتى ذلك الحين.`),
      openSecurity(securityUrl),
      note(say`إذا لم تطلب ذلك، فغيّر كلمة المرور الآن وأخبر مالك الحساب.`),
    ],
  }),
  mfa_reset_by: ({ accountName, actorName, memberName }) => ({
    subject: say`أُعيد تعيين العامل الثاني لـ ${memberName}`,
    heading: say`أعاد ${actorName} تعيين العامل الثاني لـ ${memberName}`,
    blocks: [
      text(
        say`حدث ذلك في ${accountName}. على ${memberName} إعداد عامل جديد قبل فتح أي حساب. لا يستطيع أحد غيره تسجيل الدخول باسمه.`,
      ),
      note(say`إذا لم تعرف السبب، فاسأل ${actorName}.`),
    ],
  }),
  mfa_reminder: ({ accountName, required, securityUrl }) =>
    titled(
      say`أعدّ تسجيل الدخول بخطوتين من أجل ${accountName}`,
      text(
        required
          ? say`يتطلب ${accountName} عاملًا ثانيًا. لا يمكنك فتحه قبل أن تعدّ واحدًا.`
          : say`يطلب منك ${accountName} حماية تسجيل الدخول بعامل ثانٍ.`,
      ),
      text(say`تحتاج إلى تطبيق مصادقة على هاتفك ونحو دقيقتين.`),
      openSecurity(securityUrl),
    ),
};
