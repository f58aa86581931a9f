import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { runInNewContext } from 'node:vm';
import { createDemoLogins } from '../../../server/node/demo-logins.js';
import { createMailboxPages } from '../../../server/node/mailbox-page.js';
import { undoAddressPages } from '../../../server/node/undo-address-page.js';
import { readPortal, type PortalFiles } from '../../../server/node/portal-files.js';
import { createSite } from '../../../server/node/site.js';
import type { Answer } from '../../../server/node/listen.js';
import { demoLogins } from '../../../server/scenarios/index.js';
import { createMailboxTransport } from '../../../server/mail/mailbox.js';
import { demoPassword, startServer, type TestServer } from '../../support/server.js';
import { invite } from '../../support/invites.js';
import { createOutbox } from '../../../server/mail/outbox.js';
import { temporaryFolder } from '../../support/portal-process.js';

const base = 'http://localhost:4400';

/** Written out from trust.md 5, so that a loosened policy is noticed. */
const strictest =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; object-src 'none'; form-action 'self'; frame-ancestors 'none'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html";

describe('the pages of the portal', () => {
  let place: Awaited<ReturnType<typeof temporaryFolder>>;
  let files: PortalFiles;
  let server: TestServer;
  let site: Answer;
  let mailbox: ReturnType<typeof createMailboxTransport>;

  before(async () => {
    place = await temporaryFolder();
    await writeFile(join(place.portal, 'apple-touch-icon.png'), 'x');
    files = await readPortal(place.portal);
    server = await startServer({ ports: { mail: { send: (mail) => mailbox.send(mail) } } });
    mailbox = createMailboxTransport(server.ports);
    const parts = [
      createMailboxPages(server.store, base),
      createDemoLogins(server.store, demoLogins),
      undoAddressPages,
      files,
    ];
    site = createSite(server.app, parts, ['localhost:4400'], server.ports);
  });
  after(async () => {
    await server.close();
    await place.remove();
  });

  const get = (path: string, init: RequestInit = {}): Promise<Response> =>
    site(new Request(base + path, init), null);

  for (const path of [
    '/',
    '/accounts',
    '/accounts/acc_7QUxYWniNRm3fCp0ncNQhN/users',
    '/security',
    '/accept',
    '/sign-in',
  ]) {
    it(`${path} is the portal, under the strictest policy and never kept`, async () => {
      const answer = await get(path);
      assert.equal(answer.status, 200);
      assert.equal(await answer.text(), '<!doctype html><title>Portal</title>\n');
      assert.equal(answer.headers.get('content-security-policy'), strictest);
      assert.equal(answer.headers.get('cache-control'), 'no-store');
      assert.equal(answer.headers.get('referrer-policy'), 'no-referrer');
      assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    });
  }

  it('what is named after its content is kept for good; the rest is asked for again', async () => {
    const script = await get('/assets/index-Bx8dfK2a.js');
    assert.equal(script.headers.get('cache-control'), 'public, max-age=31536000, immutable');
    assert.equal(script.headers.get('content-type'), 'text/javascript; charset=utf-8');
    const icon = await get('/apple-touch-icon.png');
    assert.equal(icon.headers.get('cache-control'), 'no-cache');
    const again = await get('/apple-touch-icon.png', {
      headers: { 'if-none-match': icon.headers.get('etag') ?? '' },
    });
    assert.deepEqual([again.status, await again.text()], [304, '']);
  });

  for (const path of [
    '/assets/gone-Bx8dfK2a.js',
    '/../package.json',
    '/%2e%2e/package.json',
    '/assets/%2e%2e/%2e%2e/x.json',
    '/.env',
    '/favicon.ico',
  ]) {
    it(`${path} is nothing`, async () => {
      assert.equal((await get(path)).status, 404);
    });
  }

  it('pages are read only', async () => {
    assert.equal((await get('/', { method: 'POST' })).status, 404);
    const head = await get('/', { method: 'HEAD' });
    assert.deepEqual([head.status, await head.text(), head.headers.get('content-length')], [200, '', '37']);
  });

  it('P34: a page is not answered under a foreign name', async () => {
    const answer = await site(new Request('http://evil.test/'), null);
    assert.equal(answer.status, 421);
  });

  it('the API answers below /v1 and its health, also unknown paths; all of it is logged by path alone', async () => {
    assert.equal((await get('/healthz')).status, 200);
    assert.equal((await get('/v1/capabilities')).status, 200);
    const unknown = await get('/v1/nothing?q=jane@example.test');
    assert.equal(unknown.headers.get('content-type'), 'application/problem+json');
    await get(`/v1/invitation-lookups/cci_${'A'.repeat(43)}`);
    const lines = server.logs.filter((line) => line.includes('"request"')).join('\n');
    assert.match(lines, /"path":"\/v1\/nothing","status":404/);
    assert.ok(!/jane@example|cci_/.test(lines), lines);
    assert.match(lines, /"requestId":"req_/);
  });

  it('the mailbox shows what was sent, newest first, with the link as a link and everything else as text', async () => {
    const owner = await server.as('partner.owner');
    const send = async (email: string, message: string): Promise<void> => {
      await invite(owner, 'northwind', { email, message });
      await createOutbox(server.ports, server.config).drain();
    };
    await send('first@example.test', 'plain');
    await send('second@example.test', '<script>alert(1)</script> https://evil.test/x');
    const data = (await (await get('/mailbox.json')).json()) as Record<string, string>[];
    assert.deepEqual(
      data.map(({ to }) => to),
      ['second@example.test', 'first@example.test'],
    );
    assert.deepEqual(Object.keys(data[0] ?? {}), [
      'id',
      'messageId',
      'from',
      'to',
      'subject',
      'text',
      'html',
      'receivedAt',
    ]);
    const answer = await get('/mailbox');
    const page = await answer.text();
    assert.equal(answer.headers.get('content-security-policy'), strictest);
    assert.ok(page.indexOf('second@example.test') < page.indexOf('first@example.test'));
    assert.match(page, /<a href="http:\/\/localhost:4400\/accept#cci_[\w-]{43}">/);
    assert.ok(
      !page.includes('<script>') && !page.includes('href="https://evil.test') && !page.includes('style="'),
    );
    assert.match(page, /<main>\s*<h1>Mailbox<\/h1>/);
    assert.match(page, /<nav aria-label="Main"><a href="\/">/);
    assert.equal((await get('/plain.css')).headers.get('content-type'), 'text/css; charset=utf-8');
  });

  it('a mail as HTML can run and load nothing', async () => {
    const [mail] = (await (await get('/mailbox.json')).json()) as { id: string; html: string }[];
    const answer = await get(`/mailbox/${mail?.id ?? ''}`);
    assert.equal(await answer.text(), mail?.html);
    assert.match(
      answer.headers.get('content-security-policy') ?? '',
      /^default-src 'none'; style-src 'unsafe-inline';.*; sandbox/,
    );
    assert.equal((await get(`/mailbox/mbx_${'0'.repeat(32)}`)).status, 404);
  });

  it('P17: the page that undoes a change of address takes the token out of the address and waits for a press', async () => {
    const answer = await get('/undo-address');
    assert.equal(answer.headers.get('content-security-policy'), strictest);
    assert.match(
      await answer.text(),
      /<h1>Undo the change of address<\/h1>[^]*<button type="button" disabled>/,
    );
    const script = await get('/undo-address.js');
    assert.equal(script.headers.get('content-type'), 'text/javascript; charset=utf-8');
    const outcome = await runUndo(await script.text(), '#cce_token');
    assert.deepEqual(outcome.before, { replaced: '/undo-address', disabled: false, calls: 0 });
    assert.deepEqual(outcome.sent, { token: 'cce_token' });
    assert.match(outcome.said, /^Your address is back/);
  });

  it('offers the demo logins with a password that works', async () => {
    const { password, logins } = (await (await get('/demo.json')).json()) as {
      password: string;
      logins: Record<string, string>[];
    };
    assert.equal(password, demoPassword);
    assert.equal(logins.length, 10);
    assert.deepEqual(logins[0], {
      username: 'partner.owner',
      displayName: 'Maya Okafor',
      roleId: 'account_owner',
      roleName: 'Account Owner',
      accountName: 'Northwind Partners',
    });
    for (const { username = '' } of logins) await server.as(username);
  });

  it('says what to do where there is no built portal', async () => {
    await assert.rejects(
      readPortal(join(place.folder, 'nowhere')),
      /^StartError: The portal in .* can't be read \(ENOENT\)\. Build it first\.$/,
    );
    await assert.rejects(readPortal(join(place.portal, 'assets')), /There is no portal in/);
  });
});

/** Runs the page's script against the few things it touches. */
async function runUndo(script: string, hash: string) {
  const heard: (() => Promise<void>)[] = [];
  const button = {
    disabled: true,
    addEventListener: (_type: string, work: () => Promise<void>) => heard.push(work),
  };
  const status = { textContent: '' };
  const calls: { body: string }[] = [];
  let replaced = '';
  const page = {
    addEventListener: () => undefined,
    location: { hash, pathname: '/undo-address' },
    history: { replaceState: (_state: null, _title: string, url: string) => (replaced = url) },
    document: { querySelector: (selector: string) => (selector === 'button' ? button : status) },
    crypto,
    fetch: async (_url: string, init: { body: string }) => {
      calls.push(init);
      return { status: 204 };
    },
  };
  runInNewContext(script, page);
  const before = { replaced, disabled: button.disabled, calls: calls.length };
  await heard[0]?.();
  return { before, sent: JSON.parse(calls[0]?.body ?? 'null') as unknown, said: status.textContent };
}
