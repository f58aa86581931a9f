import { say, type Sentence } from '../content.js';
import type { LinkMails, LinkStep } from '../link-templates.js';
import { action, text } from './blocks.js';
import type { MailCatalogue } from './catalogue.js';
import { until } from './en-words.js';

const open = (url: string) => action('Open the link', url);

/** The account on the other side of the reader. */
const other = ({ you, parentName, childName }: LinkStep): string =>
  you === 'parent' ? childName : parentName;

const asked = (
  step: LinkStep & { note: string | null },
  subject: Sentence,
): ReturnType<MailCatalogue['mails']['link_requested']> => ({
  subject,
  heading: subject,
  blocks: [
    text(
      step.you === 'child'
        ? say`If you approve, people of ${step.parentName} can enter ${step.childName} and manage its billing. You can limit what they may do, see who they are, and end the link again.`
        : say`If you approve, your people can enter ${step.childName} and manage its billing, as far as it allows.`,
    ),
    ...(step.note === null
      ? []
      : [{ kind: 'quote', by: say`${other(step)} wrote:`, text: step.note } as const]),
    open(step.url),
    text(
      say`Without an answer the request ends on ${until(step.expiresAt)}. Nothing changes before you approve.`,
    ),
  ],
});

/** English mails about links. */
export const linkMails: Pick<MailCatalogue['mails'], keyof LinkMails> = {
  link_requested: (step) => asked(step, say`${other(step)} asks for a link with your account`),
  link_reminder: (step) => asked(step, say`Reminder: ${other(step)} asks for a link with your account`),
  link_approved: (step) => ({
    subject: say`${step.childName} is now linked to ${step.parentName}`,
    heading: say`${step.childName} is now linked to ${step.parentName}`,
    blocks: [
      text(
        step.you === 'parent'
          ? say`It is in your list of accounts, and your people can enter it with the role they have at ${step.parentName}, as far as ${step.childName} allows.`
          : say`People of ${step.parentName} can enter your account now. You see who they are, and can end the link, whenever you like.`,
      ),
      open(step.url),
    ],
  }),
  link_declined: (step) => ({
    subject: say`${other(step)} declined the link`,
    heading: say`${other(step)} declined the link`,
    blocks: [
      text(say`Nothing has changed. If you ask again, say in the note what the link is for.`),
      open(step.url),
    ],
  }),
  link_cancelled: (step) => ({
    subject: say`${other(step)} withdrew the link request`,
    heading: say`${other(step)} withdrew the link request`,
    blocks: [text(say`There is nothing left to decide, and nothing has changed.`)],
  }),
  link_expired: (step) => ({
    subject: say`The link request with ${other(step)} has ended`,
    heading: say`The link request with ${other(step)} has ended`,
    blocks: [
      text(say`Nobody answered it within 30 days, so nothing has changed. It can be asked for again.`),
    ],
  }),
  link_ended: (step) => ({
    subject: say`${step.childName} is no longer linked to ${step.parentName}`,
    heading: say`${step.childName} is no longer linked to ${step.parentName}`,
    blocks: [
      text(
        step.you === 'parent'
          ? say`Your people can no longer enter it through your account. Whoever has a role on ${step.childName} itself keeps it.`
          : say`People of ${step.parentName} can no longer enter your account through theirs. Whoever has a role on your account itself keeps it: look at Manage users.`,
      ),
      open(step.url),
    ],
  }),
};
