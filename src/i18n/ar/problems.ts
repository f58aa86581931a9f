import type { Strings } from '../strings.js';
import { minutes, seconds, tries, users } from './counts.js';

const wait = (time: number) => (time < 90 ? seconds(Math.ceil(time)) : minutes(Math.ceil(time / 60)));
const left = (count: number | undefined) => (count === undefined ? '' : ` بقي لك: ${tries(count)}.`);

export const problems: Strings['problems'] = {
  unexpected: 'حدث خطأ ما، ولم يتغير شيء.',
  unauthenticated: 'تم تسجيل خروجك. سجّل الدخول للمتابعة.',
  account_unavailable: 'لم يعد هذا الحساب متاحًا.',
  rate_limited: ({ retryAfter }) =>
    retryAfter
      ? `تكرر ذلك كثيرًا. حاول مرة أخرى بعد ${wait(retryAfter)}.`
      : 'تكرر ذلك كثيرًا. حاول مرة أخرى لاحقًا.',
  unavailable: 'لا يستطيع الخادم الرد الآن. لم يتغير شيء.',
  query_malformed: 'لا يمكن إجراء هذا البحث. امسحه وحاول مرة أخرى.',
  query_too_long: 'لا تبحث عن أكثر من 200 حرف.',
  query_control_char: 'في البحث أحرف لا يمكن البحث عنها.',
  offline: 'أنت غير متصل بالإنترنت.',
  timeout: 'تأخر الخادم في الرد.',
  response_invalid: 'رد الخادم ردًا غير متوقع.',

  json_malformed: 'لم يستطع الخادم قراءة ما أُرسل. أعد تحميل الصفحة وحاول مرة أخرى.',
  account_id_malformed: 'لا يؤدي هذا العنوان إلى حساب. راجع الرابط.',
  idempotency_key_missing: 'لم يكن الطلب مكتملًا. أعد تحميل الصفحة وحاول مرة أخرى.',
  idempotency_key_malformed: 'لم يكن الطلب مكتملًا. أعد تحميل الصفحة وحاول مرة أخرى.',
  idempotency_key_reused: 'أُرسل هذا من قبل بقيم أخرى. أعد تحميل الصفحة لترى ما حُفظ.',
  idempotency_in_progress: 'ما زال هذا قيد التنفيذ. انتظر لحظة.',
  precondition_required: 'لم يكن الطلب مكتملًا. أعد تحميل الصفحة وحاول مرة أخرى.',
  type_mismatch: 'لإحدى القيم شكل لا يستطيع الخادم استخدامه. راجع ما كتبته.',
  invalid_unicode: 'في النص أحرف تالفة. اكتبه مرة أخرى.',
  body_too_large: 'هذا أكثر مما يتسع مرة واحدة. أرسل أقل.',
  unsupported_media_type: 'لم يستطع الخادم قراءة ما أُرسل. أعد تحميل الصفحة وحاول مرة أخرى.',
  account_mismatch: 'هذا يخص حسابًا آخر، لذلك لم يتغير شيء.',
  too_many_items: 'هذا أكثر مما يتسع مرة واحدة. اختر أقل.',
  origin_refused: 'لا يُسمح لهذه الصفحة بإجراء تغييرات هنا.',
  host_refused: 'لا يُسمح لهذا العنوان بالوصول إلى الخادم.',
  return_url_refused: 'لا يُسمح بالعودة إلى تلك الصفحة.',

  credentials_wrong: 'اسم المستخدم أو كلمة المرور غير صحيحة.',
  step_up_required: 'أكّد هويتك للمتابعة.',
  forbidden: 'لا يمكنك فعل ذلك في هذا الحساب. اسأل مالك الحساب.',
  role_above_actor: 'لهذا الدور صلاحيات أكثر مما لديك هنا، لذلك لا يمكنك منحه.',
  role_above_ceiling: 'حدّد مالك حساب العميل الأدوار التي يمكن للشريك استخدامها هنا.',
  role_self_change: 'لا يمكنك تغيير دورك. اسأل شخصًا آخر يدير هذا الحساب.',
  not_found: 'لم يعد هذا هنا، أو لا يمكنك فتحه.',
  precondition_failed: 'غيّر شخص ما هذا في هذه الأثناء. راجع القيم الحالية.',
  account_changed: 'أنت الآن في حساب آخر، لذلك لم يُرسل شيء.',

  already_member: 'مستخدم في هذا الحساب من قبل.',
  invite_pending: 'مدعو من قبل. يمكنك إعادة إرسال الدعوة أو تغيير دورها.',
  invite_not_pending: 'قُبلت هذه الدعوة أو أُلغيت من قبل.',
  seat_limit: ({ limit }) =>
    limit === undefined
      ? 'كل أماكن المستخدمين في الخطة مشغولة.'
      : `تشمل الخطة ${users(limit)}، وكلها مشغولة.`,
  username_taken: 'اسم المستخدم هذا مأخوذ. اختر اسمًا آخر.',
  username_cooling_off: 'تُرك اسم المستخدم هذا قبل وقت قصير ولا يمكن استخدامه بعد. اختر اسمًا آخر.',
  username_taken_elsewhere: 'عنوان البريد الإلكتروني هذا اسم مستخدم لشخص في حساب آخر.',
  identity_exists: 'لديك تسجيل دخول بهذا العنوان من قبل. سجّل الدخول به للانضمام.',
  last_owner: 'لكل حساب مالك واحد دائمًا. انقل الملكية أولًا.',
  transfer_pending: 'هناك نقل ملكية ينتظر الرد.',
  role_not_available: 'لا يتوفر هذا الدور في حسابات العملاء.',
  role_not_grantable: 'لا يمكن منح الملكية بدعوة. انقلها بدلًا من ذلك.',
  role_unknown: 'هذا الدور غير معروف هنا. اختر دورًا آخر.',
  role_required: 'اختر دورًا.',

  invite_not_found: 'لا توجد هذه الدعوة. اطلب دعوة جديدة.',
  invite_expired: 'انتهت صلاحية هذه الدعوة. اطلب دعوة جديدة.',
  invite_revoked: 'أُلغيت هذه الدعوة.',
  invite_used: 'استُخدمت هذه الدعوة من قبل. سجّل الدخول بدلًا من ذلك.',
  invite_malformed: 'الرابط غير مكتمل. انسخه كله من الرسالة.',
  invite_wrong_identity: 'هذه الدعوة لعنوان بريد إلكتروني آخر.',
  invite_no_longer_allowed: 'لم يعد بإمكان من دعاك منح هذا الدور. اطلب دعوة جديدة.',
  email_unverified: 'أكّد عنوان بريدك الإلكتروني أولًا.',
  email_code_required: 'اكتب الرمز الذي أرسلناه إليك بالبريد.',

  mfa_enrolment_required: 'يطلب هذا الحساب عاملًا ثانيًا. أعدّه للمتابعة.',
  mfa_required_by_policy: 'يشترط هذا الحساب عاملًا ثانيًا، لذلك لا يمكن إيقافه.',
  reset_out_of_scope: 'ينتمي هذا الشخص أيضًا إلى حسابات لا تديرها، لذلك عليه إعادة التعيين بنفسه.',
  mfa_code_wrong: ({ attemptsLeft }) => `هذا الرمز غير صحيح.${left(attemptsLeft)}`,
  mfa_code_format: 'الرمز مكوّن من 6 أرقام.',
  mfa_code_used: 'استُخدم هذا الرمز من قبل. انتظر الرمز التالي.',
  recovery_code_used: 'استُخدم رمز الاسترداد هذا من قبل. استخدم رمزًا آخر.',
  email_code_wrong: ({ attemptsLeft }) => `هذا الرمز غير صحيح.${left(attemptsLeft)}`,
  email_code_expired: 'انتهت صلاحية هذا الرمز. اطلب رمزًا جديدًا.',
  challenge_ended: 'رموز خاطئة كثيرة. ابدأ من جديد بكلمة المرور.',
  mfa_locked: 'العامل الثاني مقفل. استخدم رمز استرداد.',

  link_pending: 'لم يوافق مالك حساب العميل على الربط بعد.',
  link_exists: 'هذان الحسابان مرتبطان من قبل، أو هناك طلب ينتظر.',
  already_linked: 'يدير هذا الحساب شريك آخر من قبل.',
  link_cycle: 'لا يمكن أن يكون الحساب عميلًا لنفسه.',
  link_not_pending: 'تم الرد على هذا الطلب من قبل.',
  link_code_invalid: 'لا يوجد حساب بهذا الرمز. راجعه مع العميل.',
  single_billing_active: 'أوقف الفوترة الموحدة لهذا الحساب أولًا.',
  child_without_owner: 'ليس لهذا الحساب مالك خاص به، لذلك لا يمكن فصله بعد.',
  has_active_links: 'أنهِ الربط بحسابات عملائه أولًا.',

  aborted: 'تم إيقاف ذلك.',
};
