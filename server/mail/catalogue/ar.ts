import { say } from '../content.js';
import { factorMails } from './ar-factors.js';
import { jobMails } from './ar-jobs.js';
import { linkMails } from './ar-links.js';
import { ownershipMails } from './ar-ownership.js';
import { hoursOf, minutesOf, roleName, until } from './ar-words.js';
import { action, code, note, quote, text, titled } from './blocks.js';
import type { MailCatalogue } from './catalogue.js';

const manageUsers = (url: string) => action('فتح إدارة المستخدمين', url);

/** Arabic, written from right to left. */
export const ar: MailCatalogue = {
  lang: 'ar',
  dir: 'rtl',
  mails: {
    ...factorMails,
    ...jobMails,
    ...linkMails,
    ...ownershipMails,
    invitation: ({ url, accountName, inviterName, inviteeName, roleId, expiresAt, message, again }) => ({
      subject: again
        ? say`رابط جديد: الانضمام إلى ${accountName}`
        : say`دعاك ${inviterName} إلى ${accountName}`,
      heading:
        inviteeName === null ? say`انضم إلى ${accountName}` : say`${inviteeName}، انضم إلى ${accountName}`,
      blocks: [
        text(say`دعاك ${inviterName} إلى ${accountName} بدور ${roleName(roleId)}.`),
        ...quote(say`كتب ${inviterName}:`, message),
        text(
          again
            ? say`يحل هذا الرابط محل الروابط السابقة التي لم تعد تعمل. تختار اسم مستخدم وكلمة مرور خاصين بك، أو تسجّل الدخول إذا كان لديك تسجيل دخول من قبل.`
            : say`تختار اسم مستخدم وكلمة مرور خاصين بك، أو تسجّل الدخول إذا كان لديك تسجيل دخول من قبل.`,
        ),
        action('قبول الدعوة', url),
        text(say`يعمل الرابط مرة واحدة حتى ${until(expiresAt)}. وهو لك وحدك، فلا ترسله إلى غيرك.`),
        note(say`إذا لم تكن تتوقع هذه الرسالة، فيمكنك تجاهلها. لن يحدث شيء ما لم تستخدم الرابط.`),
      ],
    }),
    invitation_held: ({ accountName, inviterName, username, securityUrl }) => ({
      subject: say`دعوتك إلى ${accountName} في انتظارك`,
      heading: say`خطوة واحدة قبل الانضمام إلى ${accountName}`,
      blocks: [
        text(
          say`يريد ${inviterName} إضافتك إلى ${accountName}، لكن ${username} اسم مستخدم في حساب آخر من قبل. لا علاقة لهذا بالمصادقة متعددة العوامل.`,
        ),
        text(
          say`سجّل الدخول بذلك الاسم واختر اسم مستخدم آخر في صفحة الأمان. بعد ذلك تُرسل الدعوة إلى هذا العنوان من تلقاء نفسها.`,
        ),
        action('تغيير اسم المستخدم', securityUrl),
        text(say`يمكنك أيضًا أن تطلب من ${inviterName} استخدام اسم مستخدم آخر أو عنوان آخر لك.`),
        note(say`إذا لم تكن تتوقع هذه الرسالة، فيمكنك تجاهلها.`),
      ],
    }),
    invitation_revoked: ({ accountName }) =>
      titled(
        say`سُحبت دعوتك إلى ${accountName}`,
        text(say`لم تعد الروابط التي وصلتك تعمل. إذا كنت تظن أن هذا خطأ، فاسأل الشخص الذي دعاك.`),
      ),
    invitation_renewal: ({ accountName, email, usersUrl }) => ({
      subject: say`يطلب ${email} دعوة جديدة`,
      heading: say`يطلب ${email} دعوة جديدة إلى ${accountName}`,
      blocks: [
        text(
          say`لم يعد رابطه يعمل. أعد إرسال الدعوة لإعطائه رابطًا جديدًا، أو اسحبها إذا كان لا ينبغي أن ينضم.`,
        ),
        manageUsers(usersUrl),
      ],
    }),
    invitation_declined: ({ accountName, email, usersUrl }) => ({
      subject: say`رفض ${email} دعوتك`,
      heading: say`رفض ${email} دعوتك إلى ${accountName}`,
      blocks: [text(say`لم تتم إضافته، ولم تعد الدعوة تشغل مكان مستخدم.`), manageUsers(usersUrl)],
    }),
    invitation_bounced: ({ accountName, email, usersUrl }) =>
      titled(
        say`لم تصل دعوتك إلى ${email}`,
        text(
          say`رفض خادم البريد الدعوة إلى ${accountName}. انسخ رابط الدعوة وأرسله بطريقة أخرى، أو اسحب الدعوة واستخدم عنوانًا مصححًا.`,
        ),
        manageUsers(usersUrl),
      ),
    invitation_code: ({ code: digits, accountName, minutes }) =>
      titled(
        say`رمز الانضمام إلى ${accountName}`,
        code(digits),
        text(say`اكتبه في الصفحة التي تقبل فيها الدعوة. يعمل لمدة ${minutesOf(minutes)}.`),
        note(say`إذا لم تطلب هذا الرمز، فقد فتح شخص آخر دعوتك. لا تعطِ الرمز لأحد، فلا يمكن الانضمام بدونه.`),
      ),
    email_code: ({ code: digits, minutes }) => ({
      subject: say`رمز تأكيد هذا العنوان`,
      heading: say`أكّد هذا العنوان`,
      blocks: [
        code(digits),
        text(say`اكتبه حيث غيّرت عنوانك. يعمل لمدة ${minutesOf(minutes)}.`),
        note(say`إذا لم تكن أنت من فعل ذلك، فيمكنك تجاهل هذه الرسالة. لا يتغير شيء بدون الرمز.`),
      ],
    }),
    email_changed: ({ newAddress, undoUrl, hours }) =>
      titled(
        say`تغيّر عنوان بريدك الإلكتروني`,
        text(say`تصل الرسائل الخاصة بتسجيل دخولك الآن إلى ${newAddress}.`),
        note(say`إذا لم تكن أنت من فعل ذلك، فتراجع عن التغيير واختر كلمة مرور جديدة.`),
        action('التراجع عن التغيير', undoUrl),
        text(say`يمكنك التراجع خلال ${hoursOf(hours)}.`),
      ),
    email_change_undone: ({ address }) => ({
      subject: say`عاد عنوان بريدك الإلكتروني`,
      heading: say`عاد عنوان بريدك الإلكتروني إلى ${address}`,
      blocks: [
        text(
          say`تم التراجع عن التغيير وسُجّل الخروج من كل المتصفحات. سجّل الدخول من جديد واختر كلمة مرور جديدة.`,
        ),
      ],
    }),
    username_changed: ({ oldUsername, newUsername }) =>
      titled(
        say`تغيّر اسم المستخدم`,
        {
          kind: 'facts',
          items: [
            { label: 'قبل', value: oldUsername },
            { label: 'الآن', value: newUsername },
          ],
        },
        text(say`استخدم الاسم الجديد في المرة القادمة التي تسجّل فيها الدخول. تبقى حساباتك وأدوارك كما هي.`),
        note(say`إذا لم تكن أنت من فعل ذلك، فغيّر كلمة المرور الآن وأخبر مالك الحساب.`),
      ),
    member_removed: ({ accountName }) =>
      titled(
        say`لم يعد لديك وصول إلى ${accountName}`,
        text(say`انتهى دورك في هذا الحساب. لا تتأثر حساباتك الأخرى، ويبقى ما أنشأته هناك مع الحساب.`),
      ),
    password_reset: ({ username, url, minutes }) => ({
      subject: say`اختر كلمة مرور جديدة`,
      heading: say`اختر كلمة مرور جديدة لـ ${username}`,
      blocks: [
        action('اختيار كلمة مرور جديدة', url),
        text(
          say`يعمل الرابط مرة واحدة لمدة ${minutesOf(minutes)}. يبقى العامل الثاني كما هو، وتحتاج إليه لتسجيل الدخول.`,
        ),
        note(say`إذا لم تطلب ذلك، فيمكنك تجاهل هذه الرسالة. تبقى كلمة المرور كما هي.`),
      ],
    }),
    first_owner: ({ username, accountName, url, hours }) => ({
      subject: say`${accountName} جاهز: اختر كلمة المرور`,
      heading: say`${accountName} جاهز لك`,
      blocks: [
        text(say`أنت مالكه. اختر كلمة مرور، ثم سجّل الدخول باسم ${username}.`),
        action('اختيار كلمة مرور', url),
        text(
          say`يعمل الرابط مرة واحدة لمدة ${hoursOf(hours)}. بعد ذلك يُرسل رابط جديد عندما يبدأ الخادم من جديد.`,
        ),
      ],
    }),
    password_changed: ({ username }) => ({
      subject: say`تغيّرت كلمة المرور`,
      heading: say`تغيّرت كلمة مرور ${username}`,
      blocks: [
        text(say`سُجّل الخروج من كل المتصفحات الأخرى، وتطلب المتصفحات المحفوظة العامل الثاني من جديد.`),
        note(
          say`إذا لم تكن أنت من فعل ذلك، فاختر الآن كلمة مرور جديدة عبر «هل نسيت كلمة المرور؟» وأخبر مالك الحساب.`,
        ),
      ],
    }),
    account_closed: ({ accountName, restoreUntil }) =>
      titled(
        say`أُغلق ${accountName}`,
        text(
          say`لم يعد بإمكان أحد فتحه، ولم تعد دعواته المفتوحة تعمل. لا يتأثر تسجيل دخولك ولا حساباتك الأخرى.`,
        ),
        text(say`يمكن لمالكه طلب استعادته مع مستخدميه حتى ${until(restoreUntil)}.`),
      ),
    account_restored: ({ accountName }) =>
      titled(
        say`${accountName} مفتوح من جديد`,
        text(say`تمت استعادته، ولديك الدور الذي كان لك. يجب إرسال الدعوات التي كانت مفتوحة من جديد.`),
      ),
  },
};
