import { say, type Sentence } from '../content.js';
import type { LinkMails, LinkStep } from '../link-templates.js';
import { until } from './ar-words.js';
import { action, quote, text, titled } from './blocks.js';
import type { MailCatalogue } from './catalogue.js';

const open = (url: string) => action('فتح الربط', url);

/** The account on the other side of the reader. */
const other = ({ you, parentName, childName }: LinkStep): string =>
  you === 'parent' ? childName : parentName;

const asked = (step: LinkStep & { note: string | null }, subject: Sentence) =>
  titled(
    subject,
    text(
      step.you === 'child'
        ? say`إذا وافقت، فسيتمكن العاملون في ${step.parentName} من فتح ${step.childName} وإدارة فوترته. يمكنك تقييد ما يُسمح لهم به، ومعرفة من هم، وإنهاء الربط لاحقًا.`
        : say`إذا وافقت، فسيتمكن فريقك من فتح ${step.childName} وإدارة فوترته بقدر ما يسمح به.`,
    ),
    ...quote(say`كتب ${other(step)}:`, step.note),
    open(step.url),
    text(say`إذا لم يصل رد، ينتهي الطلب في ${until(step.expiresAt)}. لا يتغير شيء قبل موافقتك.`),
  );

/** Arabic mails about links. */
export const linkMails: Pick<MailCatalogue['mails'], keyof LinkMails> = {
  link_requested: (step) => asked(step, say`يطلب ${other(step)} الربط بحسابك`),
  link_reminder: (step) => asked(step, say`تذكير: يطلب ${other(step)} الربط بحسابك`),
  link_approved: (step) =>
    titled(
      say`أصبح ${step.childName} مرتبطًا بـ ${step.parentName}`,
      text(
        step.you === 'parent'
          ? say`تجده في قائمة حساباتك، ويستطيع فريقك فتحه بالدور الذي لديهم في ${step.parentName}، بقدر ما يسمح به ${step.childName}.`
          : say`يستطيع العاملون في ${step.parentName} فتح حسابك الآن. يمكنك معرفة من هم، وإنهاء الربط متى شئت.`,
      ),
      open(step.url),
    ),
  link_declined: (step) =>
    titled(
      say`رفض ${other(step)} الربط`,
      text(say`لم يتغير شيء. إذا طلبت مرة أخرى، فاذكر في الملاحظة الغرض من الربط.`),
      open(step.url),
    ),
  link_cancelled: (step) =>
    titled(say`سحب ${other(step)} طلب الربط`, text(say`لم يبق ما تقرره، ولم يتغير شيء.`)),
  link_expired: (step) =>
    titled(
      say`انتهى طلب الربط مع ${other(step)}`,
      text(say`لم يجب عليه أحد خلال 30 يومًا، لذلك لم يتغير شيء. يمكن طلبه من جديد.`),
    ),
  link_ended: (step) =>
    titled(
      say`لم يعد ${step.childName} مرتبطًا بـ ${step.parentName}`,
      text(
        step.you === 'parent'
          ? say`لم يعد بإمكان فريقك فتحه عبر حسابك. من له دور في ${step.childName} نفسه يحتفظ به.`
          : say`لم يعد بإمكان العاملين في ${step.parentName} فتح حسابك عبر حسابهم. من له دور في حسابك نفسه يحتفظ به: راجع «إدارة المستخدمين».`,
      ),
      open(step.url),
    ),
};
