import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail as it came over the wire. */
export interface SunkMail {
  from: string;
  to: string[];
  raw: string;
}

export interface SmtpSink {
  url: string;
  mails: SunkMail[];
  /** Recipients as the bytes of `RCPT TO` named them: the server itself shows domains in letters. */
  recipients: string[];
  close(): Promise<void>;
}

/** A real SMTP server that keeps what it is sent; `options` make it refuse things. */
export async function startSmtpSink(options: SMTPServerOptions = {}): Promise<SmtpSink> {
  const mails: SunkMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString('utf8'),
        });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const recipients: string[] = [];
  const tap = await listenIn((server.server.address() as AddressInfo).port, recipients);
  const { port } = tap.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    recipients,
    async close() {
      tap.close();
      await new Promise<void>((done) => server.close(done));
    },
  };
}

/** Passes a connection on, and notes what the client says. */
async function listenIn(port: number, recipients: string[]): Promise<Server> {
  const tap = createServer((client) => {
    const server = connect(port, '127.0.0.1');
    let said = '';
    client.on('data', (chunk: Buffer) => {
      said += chunk.toString('latin1');
      for (const [line, address = ''] of said.matchAll(/^RCPT TO:<(.*)>.*\r\n/gm)) {
        recipients.push(address);
        said = said.slice(said.indexOf(line) + line.length);
      }
    });
    client.pipe(server).pipe(client);
    for (const socket of [client, server]) {
      socket.on('error', () => socket.destroy());
      // A process that was killed says no goodbye, and the mail server would wait for it.
      socket.on('close', () => [client, server].forEach((end) => end.destroy()));
    }
  });
  tap.listen(0, '127.0.0.1');
  await once(tap, 'listening');
  return tap;
}

/** Headers of a raw mail, unfolded, by lower-case name. */
export function headersOf(raw: string): Map<string, string[]> {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]+/g, ' ');
  const headers = new Map<string, string[]>();
  for (const line of head.split('\r\n')) {
    const name = line.slice(0, line.indexOf(':')).toLowerCase();
    headers.set(name, [...(headers.get(name) ?? []), line.slice(line.indexOf(':') + 1).trim()]);
  }
  return headers;
}

/** One part of a `multipart/alternative` mail, decoded. */
export function partOf(raw: string, type: 'text/plain' | 'text/html'): string {
  const part = raw.split(/\r\n--[^\r\n]+/).find((one) => one.toLowerCase().includes(`content-type: ${type}`));
  if (part === undefined) throw new Error(`no ${type} in\n${raw}`);
  const body = part.slice(part.indexOf('\r\n\r\n') + 4);
  const encoding = /content-transfer-encoding: (\S+)/i.exec(part)?.[1]?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (encoding !== 'quoted-printable') return body;
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** A header as people read it: encoded words of RFC 2047 become letters again. */
export function unworded(header: string): string {
  const joined = header.replace(/\?=\s+=\?/g, '?==?');
  const bytes = (kind: string, text: string): Buffer =>
    kind.toUpperCase() === 'B'
      ? Buffer.from(text, 'base64')
      : Buffer.from(
          text
            .replaceAll('_', ' ')
            .replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16))),
          'latin1',
        );
  return joined.replace(/(?:=\?UTF-8\?[BQ]\?[^?]*\?=)+/gi, (words) =>
    Buffer.concat(
      [...words.matchAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi)].map(([, kind = '', text = '']) =>
        bytes(kind, text),
      ),
    ).toString('utf8'),
  );
}
