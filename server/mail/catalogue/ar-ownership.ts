import { say } from '../content.js';
import { until } from './ar-words.js';
import { action, note, text, titled, type OwnershipMail } from './blocks.js';
import type { MailCatalogue } from './catalogue.js';

/** Arabic mails about a transfer of ownership. */
export const ownershipMails: Pick<MailCatalogue['mails'], OwnershipMail> = {
  ownership_started: ({ accountName, ownerName, memberName, you, expiresAt, url }) =>
    you === 'member'
      ? {
          subject: say`هل تريد أن تصبح مالك ${accountName}؟`,
          heading: say`يعرض عليك ${ownerName} ملكية ${accountName}`,
          blocks: [
            text(
              say`بصفتك مالك الحساب تقرر في شأن المستخدمين والفوترة والإعدادات. ويصبح ${ownerName} مدير الحساب في اللحظة نفسها.`,
            ),
            action('فتح الحساب', url),
            text(say`العرض قائم حتى ${until(expiresAt)}. لا يتغير شيء ما لم تقبله.`),
          ],
        }
      : titled(
          say`عُرضت ملكية ${accountName} على ${memberName}`,
          text(
            say`عندما يقبل ${memberName} تصبح أنت مدير الحساب. لا يتغير شيء قبل ذلك، وينتهي العرض من تلقاء نفسه في ${until(expiresAt)}.`,
          ),
          action('عرض النقل أو إلغاؤه', url),
          note(say`إذا لم تكن أنت من فعل ذلك، فألغِ النقل واختر كلمة مرور جديدة الآن.`),
        ),
  ownership_accepted: ({ accountName, ownerName, memberName, you }) => ({
    subject: say`أصبح لـ ${accountName} مالك جديد`,
    heading:
      you === 'member' ? say`أنت الآن مالك ${accountName}` : say`أصبح ${memberName} مالك ${accountName}`,
    blocks: [
      text(
        you === 'member'
          ? say`أصبح ${ownerName} مدير الحساب من الآن.`
          : say`أنت مدير الحساب من الآن. لمغادرة الحساب افتح «إدارة المستخدمين».`,
      ),
    ],
  }),
  ownership_cancelled: ({ accountName, ownerName, memberName, you }) =>
    titled(
      say`أُلغي نقل ملكية ${accountName}`,
      text(
        you === 'member'
          ? say`يبقى ${ownerName} المالك، ويبقى دورك كما كان.`
          : say`تبقى أنت المالك، ويحتفظ ${memberName} بدوره السابق.`,
      ),
    ),
  ownership_expired: ({ accountName, ownerName, memberName, you }) =>
    titled(
      say`انتهى نقل ملكية ${accountName}`,
      text(
        you === 'member'
          ? say`لم تقبل في الوقت المحدد، لذلك يبقى ${ownerName} المالك.`
          : say`لم يقبل ${memberName} في الوقت المحدد، لذلك تبقى أنت المالك. يمكنك عرضها مرة أخرى.`,
      ),
    ),
};
