import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { canonicalEmail } from '../../../src/domain/index.js';
import { createOutbox } from '../../../server/mail/outbox.js';
import { createSmtpTransport } from '../../../server/mail/smtp.js';
import { MailRefused, type Mail } from '../../../server/ports.js';
import { badInputs } from '../../support/bad-inputs.js';
import type { Me } from '../../../src/client/wire/index.js';
import { accept, invite, tokenIn } from '../../support/invites.js';
import { accountIdOf, startServer } from '../../support/server.js';
import { headersOf, partOf, startSmtpSink, unworded, type SmtpSink } from '../../support/smtp-sink.js';
import { world } from '../../support/world.js';

const mail = (to: string, more: Partial<Mail> = {}): Mail => ({
  messageId: '<0123456789abcdef@crew.test>',
  to,
  from: { name: 'Crew', address: 'no-reply@crew.test' },
  subject: 'Zoë invited you',
  text: 'Hello Zoë\nhttps://crew.example/accept#cci_x\n',
  html: '<!doctype html><p>Hello Zoë</p>',
  ...more,
});

describe('SMTP', () => {
  let sink: SmtpSink;
  let transport: ReturnType<typeof createSmtpTransport>;
  before(async () => {
    sink = await startSmtpSink();
    transport = createSmtpTransport(sink.url);
  });
  afterEach(() => {
    sink.mails.length = 0;
    sink.recipients.length = 0;
  });
  after(async () => {
    transport.close();
    await sink.close();
  });

  const acceptable = badInputs('email')
    .filter(({ verdict }) => verdict !== 'reject')
    .map((row) => ({ id: row.id, address: canonicalEmail(row.canonical ?? row.value) ?? '' }));

  for (const { id, address } of acceptable) {
    it(`P16: ${id}: one recipient, equal in every byte to the stored address`, async () => {
      await transport.send(mail(address));
      assert.equal(sink.mails.length, 1);
      assert.deepEqual(sink.recipients, [address]);
      assert.deepEqual(headersOf(sink.mails[0]?.raw ?? '').get('to'), [address]);
    });
  }

  it('P16: generated addresses arrive as they are stored', async () => {
    const atom = fc.stringMatching(/^[A-Za-z0-9#$&'*+/=?^_`{|}~-]{1,20}$/);
    const local = fc.array(atom, { minLength: 1, maxLength: 3 }).map((atoms) => atoms.join('.'));
    const domain = fc.stringMatching(/^[a-z][a-z0-9]{0,12}$/).map((label) => `${label}.example`);
    await fc.assert(
      fc.asyncProperty(local, domain, async (user, host) => {
        const address = canonicalEmail(`${user}@${host}`);
        fc.pre(address !== undefined);
        sink.recipients.length = 0;
        await transport.send(mail(address));
        assert.deepEqual(sink.recipients, [address]);
      }),
      { numRuns: 30 },
    );
  });

  for (const to of [
    'jane@example.test, joe@evil.test',
    'Jane <jane@example.test>',
    'jane@example.test\r\nRCPT TO:<joe@evil.test>',
    'a@b@c.test',
    '"x" <joe@evil.test>, jane@example.test',
  ]) {
    it(`threat 15: ${JSON.stringify(to)} reaches nobody`, async () => {
      await assert.rejects(transport.send(mail(to)), MailRefused);
      assert.deepEqual(sink.mails, []);
    });
  }

  it('carries text and HTML, the given message id, sender and subject, each header once', async () => {
    const sent = mail('jane@example.test', {
      from: { name: 'Zoë & Söhne, Ltd', address: 'no-reply@reseller.test' },
    });
    await transport.send(sent);
    const [{ from, raw } = { from: '', raw: '' }] = sink.mails;
    assert.equal(from, 'no-reply@reseller.test');
    const headers = headersOf(raw);
    assert.deepEqual(headers.get('message-id'), [sent.messageId]);
    assert.deepEqual(headers.get('auto-submitted'), ['auto-generated']);
    for (const name of ['from', 'to', 'subject', 'date', 'mime-version'])
      assert.equal(headers.get(name)?.length, 1, name);
    for (const name of ['cc', 'bcc', 'reply-to']) assert.equal(headers.get(name), undefined, name);
    assert.equal(partOf(raw, 'text/plain').replaceAll('\r\n', '\n').trimEnd(), sent.text.trimEnd());
    assert.ok(partOf(raw, 'text/html').includes('<p>Hello Zoë</p>'));
  });

  it('a subject cannot start a header', async () => {
    await transport.send(mail('jane@example.test', { subject: 'Hello\r\nBcc: joe@evil.test' }));
    assert.equal(headersOf(sink.mails[0]?.raw ?? '').get('bcc'), undefined);
    assert.deepEqual(sink.mails[0]?.to, ['jane@example.test']);
  });

  it('R36: a recipient the server refuses for good is a refusal', async () => {
    const strict = await startSmtpSink({
      onRcptTo: (_address, _session, done) =>
        done(Object.assign(new Error('no such user'), { responseCode: 550 })),
    });
    const sender = createSmtpTransport(strict.url);
    await assert.rejects(
      sender.send(mail('jane@example.test')),
      (error: Error) => error instanceof MailRefused && error.message === 'SMTP 550',
    );
    sender.close();
    await strict.close();
  });

  for (const [what, options] of [
    [
      'a recipient refused for now',
      {
        onRcptTo: (_a: unknown, _s: unknown, done: (error: Error) => void) =>
          done(Object.assign(new Error('later'), { responseCode: 451 })),
      },
    ],
    [
      'a sender that is refused',
      {
        onMailFrom: (_a: unknown, _s: unknown, done: (error: Error) => void) =>
          done(Object.assign(new Error('who?'), { responseCode: 550 })),
      },
    ],
    ['a login that is asked for', { authOptional: false }],
  ] as const) {
    it(`I11: ${what} is tried again later`, async () => {
      const busy = await startSmtpSink(options);
      const sender = createSmtpTransport(busy.url);
      await assert.rejects(
        sender.send(mail('jane@example.test')),
        (error) => !(error instanceof MailRefused),
      );
      sender.close();
      await busy.close();
    });
  }

  it('I11: a server that is not there is tried again later', async () => {
    const sender = createSmtpTransport('smtp://127.0.0.1:1');
    await assert.rejects(sender.send(mail('jane@example.test')), (error) => !(error instanceof MailRefused));
    sender.close();
  });

  it('R24, R47: an invitation arrives by SMTP, and its link lets the invitee in', async () => {
    const server = await startServer({ scenario: world, ports: { mail: transport } });
    const owner = await server.as('alpha.owner');
    await invite(owner, 'alpha', {
      email: "o'brien@bücher.example",
      name: 'Ann O’Brien',
      message: 'Hi <b>Ann</b>',
    });
    await createOutbox(server.ports, server.config).drain();
    const [arrived] = sink.mails;
    assert.deepEqual(sink.recipients, ["o'brien@xn--bcher-kva.example"]);
    const text = partOf(arrived?.raw ?? '', 'text/plain');
    const html = partOf(arrived?.raw ?? '', 'text/html');
    assert.ok(html.includes('Hi &lt;b&gt;Ann&lt;/b&gt;'));
    assert.equal(tokenIn(text), tokenIn(html));
    assert.equal((await accept(server.anonymous(), tokenIn(text))).status, 201);
    await server.close();
  });

  for (const [locale, dir, subject, words] of [
    [
      'de',
      'ltr',
      /^\u2068?owner of alpha lädt Sie zu .*Account alpha.* ein$/,
      /mit der Rolle Kampagnenautor/,
    ],
    ['ar', 'rtl', /^دعاك .*owner of alpha.* إلى .*Account alpha/, /منشئ الحملات/],
  ] as const) {
    it(`R24, R44: in the language chosen (${locale}): subject, text and HTML arrive over SMTP as they were written`, async () => {
      const server = await startServer({ scenario: world, ports: { mail: transport } });
      const outbox = createOutbox(server.ports, server.config);
      const owner = await server.as('alpha.owner');
      const read = async () => {
        await outbox.drain();
        const raw = sink.mails.at(-1)?.raw ?? '';
        // RFC 2047: a header is ASCII on the wire, whatever it says.
        const head = raw.slice(0, raw.indexOf('\r\n\r\n'));
        assert.doesNotMatch(head, /[^\t\r\n\x20-\x7E]/);
        assert.match(head, /^Subject: =\?UTF-8\?[BQ]\?/m);
        const html = partOf(raw, 'text/html');
        assert.ok(html.includes(`<html lang="${locale}" dir="${dir}">`));
        return {
          subject: unworded(headersOf(raw).get('subject')?.[0] ?? ''),
          text: partOf(raw, 'text/plain'),
        };
      };
      // The invitation's own language; the inviter's stays English.
      const { url } = await invite(owner, 'alpha', { email: 'new@example.test', locale });
      const invited = await read();
      assert.match(invited.subject, subject);
      assert.match(invited.text, words);
      const anonymous = server.anonymous();
      assert.equal((await anonymous.post('/invitation-email-codes', { token: tokenIn(url) })).status, 202);
      await read();
      // A new person keeps it, and may choose another.
      assert.equal((await accept(anonymous, tokenIn(invited.text), { username: 'nova' })).status, 201);
      assert.equal((await anonymous.get('/me')).json<Me>().locale, locale);
      assert.equal((await anonymous.patch('/me', { locale: 'pt-br' })).json<Me>().locale, 'pt-BR');
      // Without one, what the inviter has chosen for themselves.
      await owner.patch('/me', { locale: `${locale}-x-test` });
      sink.mails.length = 0;
      await invite(owner, 'alpha', { email: 'other@example.test' });
      assert.match((await read()).text, words);
      await server.close();
    });
  }

  it('a language that is no tag is refused, and an unknown one is answered in English', async () => {
    const server = await startServer({ scenario: world, ports: { mail: transport } });
    const owner = await server.as('alpha.owner');
    const draft = { email: 'x@example.test', roleId: 'campaign_creator' };
    const at = `/accounts/${accountIdOf('alpha')}/invitations`;
    for (const locale of ['', 'de_DE', 'x'.repeat(101), 7]) {
      assert.equal(
        (await owner.post(at, { ...draft, locale })).problem().code,
        'type_mismatch',
        String(locale),
      );
    }
    await invite(owner, 'alpha', { email: 'x@example.test', locale: 'tlh' });
    await createOutbox(server.ports, server.config).drain();
    assert.match(partOf(sink.mails[0]?.raw ?? '', 'text/html'), /<html lang="en" dir="ltr">/);
    await server.close();
  });

  it('R38, R40, R37, R44, R52: every mail of an invitation’s life arrives by SMTP, one recipient each, as text and HTML', async () => {
    const server = await startServer({
      scenario: world,
      ports: { mail: transport },
      config: {
        productName: 'Reseller Suite',
        sender: { name: 'Reseller', address: 'no-reply@reseller.test' },
      },
    });
    const owner = await server.as('alpha.owner');
    const outbox = createOutbox(server.ports, server.config);
    const email = 'j.o+tag@example.test';
    /** The one mail that this act brought, as it came over the wire. */
    async function mailOf(
      act: () => Promise<unknown>,
      to: string,
    ): Promise<{ text: string; subject: string }> {
      sink.mails.length = 0;
      sink.recipients.length = 0;
      await act();
      await outbox.drain();
      assert.deepEqual(sink.recipients, [to]);
      const [{ from, raw } = { from: '', raw: '' }] = sink.mails;
      assert.equal(from, 'no-reply@reseller.test');
      assert.ok(partOf(raw, 'text/html').includes('Reseller Suite'), 'the brand in HTML');
      const text = partOf(raw, 'text/plain');
      assert.match(headersOf(raw).get('from')?.[0] ?? '', /^Reseller </);
      return { text, subject: headersOf(raw).get('subject')?.[0] ?? '' };
    }
    const { id, url } = await invite(owner, 'alpha', { email });
    await outbox.drain();
    const at = `/accounts/${accountIdOf('alpha')}/invitations/${id}`;
    const copied = tokenIn(url);
    const anonymous = server.anonymous();

    const code = await mailOf(() => anonymous.post('/invitation-email-codes', { token: copied }), email);
    assert.match(code.text, /^ {4}\d{6}\s*$/m);
    server.clock.advance(61);
    const again = await mailOf(() => owner.post(`${at}/resend`), email);
    assert.match(again.text, /replaces the earlier ones/);
    const renewal = await mailOf(
      () => anonymous.post('/invitation-renewals', { token: copied }),
      'alpha.owner@alpha.test',
    );
    assert.match(renewal.subject, /asks for a new invite/);
    const revoked = await mailOf(() => owner.del(at), email);
    assert.match(revoked.text, /no longer work/);
    const person = await server.as('alpha.creator');
    const renamed = await mailOf(() => person.patch('/me', { username: 'nova' }), 'alpha.creator@alpha.test');
    assert.match(renamed.text, /Before: alpha\.creator\s+Now: nova/);
    await server.close();
  });
});
