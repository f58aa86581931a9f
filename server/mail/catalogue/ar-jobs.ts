import { say } from '../content.js';
import type { JobMails } from '../job-templates.js';
import { counted, roleName, until } from './ar-words.js';
import { action, note, quote, rolesOn, text, titled } from './blocks.js';
import type { MailCatalogue } from './catalogue.js';

const accountsOf = (list: readonly unknown[]) =>
  counted(list.length, {
    one: 'حساب واحد',
    two: 'حسابين',
    few: '# حسابات',
    many: '# حسابًا',
    other: '# حساب',
  });

/** Arabic mails about many accounts. */
export const jobMails: Pick<MailCatalogue['mails'], keyof JobMails> = {
  bulk_invitation: ({ url, inviterName, inviteeName, accounts, expiresAt, message }) => ({
    subject: say`دعاك ${inviterName} إلى ${accountsOf(accounts)}`,
    heading:
      inviteeName === null
        ? say`دعوتك إلى ${accountsOf(accounts)}`
        : say`${inviteeName}، دعوتك إلى ${accountsOf(accounts)}`,
    blocks: [
      text(say`دعاك ${inviterName} إلى هذه الحسابات. تقبل مرة واحدة لها جميعًا.`),
      rolesOn(accounts, roleName),
      ...quote(say`كتب ${inviterName}:`, message),
      action('قبول الدعوة', url),
      text(say`يعمل الرابط مرة واحدة حتى ${until(expiresAt)}. وهو لك وحدك، فلا ترسله إلى غيرك.`),
      note(say`إذا لم تكن تتوقع هذه الرسالة، فيمكنك تجاهلها. لن يحدث شيء ما لم تستخدم الرابط.`),
    ],
  }),
  access_given: ({ actorName, accounts, url }) =>
    titled(
      say`يمكنك الآن فتح المزيد من الحسابات: ${accounts.length}`,
      text(say`أعطاك ${actorName} دورًا في هذه الحسابات. سجّل الدخول كالمعتاد لاستخدامها.`),
      rolesOn(accounts, roleName),
      action('تسجيل الدخول', url),
    ),
  access_ended: ({ accountNames }) =>
    titled(
      say`انتهى وصولك إلى ${accountsOf(accountNames)}`,
      text(say`لم يعد بإمكانك فتح: ${accountNames.join('، ')}.`),
      text(
        say`لا يتأثر تسجيل دخولك ولا حساباتك الأخرى. إذا كنت تظن أن هذا خطأ، فاسأل الشخص الذي كان يدير وصولك.`,
      ),
    ),
};
