import type { Config } from '../config.js';
import type { Mail } from '../ports.js';
import type { Row } from '../stores/schema.js';
import { catalogueFor } from './catalogue/catalogue.js';
import type { MailCatalogue } from './catalogue/catalogue.js';
import type { MailContent } from './content.js';
import { renderMail } from './render.js';
import type { MailTemplate, MailTemplates } from './templates.js';

/** The mail that an outbox row stands for, in its language and with the deployment's sender and name. */
export function composeMail(
  letter: Pick<Row<'outbox'>, 'messageId' | 'recipient' | 'template' | 'locale' | 'data'>,
  config: Pick<Config, 'sender' | 'productName'>,
): Mail {
  const catalogue = catalogueFor(letter.locale);
  // The row was written by `enqueueMail`, which types template and data together.
  const content = contentOf(
    catalogue,
    letter.template as MailTemplate,
    letter.data as MailTemplates[MailTemplate],
  );
  return {
    messageId: letter.messageId,
    to: letter.recipient,
    from: config.sender,
    ...renderMail(content, { productName: config.productName }, catalogue),
  };
}

function contentOf<T extends MailTemplate>(
  catalogue: MailCatalogue,
  template: T,
  data: MailTemplates[T],
): MailContent {
  return catalogue.mails[template](data);
}
