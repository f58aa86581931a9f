import { headersOf, partOf, type SmtpSink } from '../support/smtp-sink.js';

/** A mail as its reader sees it. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const letterOf = ({ to, raw }: SmtpSink['mails'][number]): Letter => ({
  to: to.join(),
  subject: headersOf(raw).get('subject')?.[0] ?? '',
  text: partOf(raw, 'text/plain').replaceAll('\r\n', '\n'),
  html: partOf(raw, 'text/html'),
});

/** The letters a real SMTP server received for this address, oldest first. */
export const lettersTo = ({ mails }: SmtpSink, address: string): Letter[] =>
  mails.map(letterOf).filter(({ to }) => to === address);

/** The newest letter of this kind, once it has arrived. */
export async function letterTo(sink: SmtpSink, address: string, wanted = /./): Promise<Letter> {
  for (let turn = 0; turn < 300; turn += 1) {
    const letter = lettersTo(sink, address).findLast(({ text }) => wanted.test(text));
    if (letter) return letter;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(
    `No such mail for ${address}. There are: ${sink.mails.map(({ to }) => to.join()).join(', ')}`,
  );
}

/** The path and fragment of the invite link in a letter or an address. */
export const linkIn = (text: string): string => /\/accept#cci_[\w-]{43}/.exec(text)?.[0] ?? '';

/** The link of the newest invitation mailed to this address. */
export const mailedLink = async (sink: SmtpSink, address: string): Promise<string> =>
  linkIn((await letterTo(sink, address, /#cci_/)).text);

/** The code of the newest letter that has one. */
export async function mailedCode(sink: SmtpSink, address: string): Promise<string> {
  const { text } = await letterTo(sink, address, /^ {4}\d{6}$/m);
  return /^ {4}(\d{6})$/m.exec(text)?.[1] ?? '';
}
