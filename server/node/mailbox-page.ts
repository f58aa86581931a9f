import { escapeHtml } from '../mail/render.js';
import type { Store } from '../stores/port.js';
import type { Row } from '../stores/schema.js';
import { pageHeaders } from './page-headers.js';
import { plainPage, textReply } from './plain-page.js';

/** How many mails the page shows; the data has them all. */
const shown = 50;

/** The development mailbox: what was "sent" while no SMTP server is set. Never part of production (T30). */
export function createMailboxPages(
  store: Store,
  publicUrl: string,
): (request: Request) => Promise<Response | undefined> {
  return async (request) => {
    if (request.method !== 'GET') return undefined;
    const { pathname } = new URL(request.url);
    const [, id] = /^\/mailbox\/(mbx_[0-9a-f]{32})$/.exec(pathname) ?? [];
    if (id !== undefined) return htmlVersion(await store.read.mailbox.get(id));
    if (pathname !== '/mailbox' && pathname !== '/mailbox.json') return undefined;
    const mails = await store.read.mailbox.find({ orderBy: [['seq', 'desc']], limit: 500 });
    return pathname === '/mailbox.json'
      ? textReply(JSON.stringify(mails.map(dataOf)), 'application/json')
      : page(mails, publicUrl);
  };
}

/** Newest first. */
function dataOf({ id, messageId, sender, recipient, subject, text, html, receivedAt }: Row<'mailbox'>) {
  return { id, messageId, from: sender, to: recipient, subject, text, html, receivedAt };
}

/** A mail as its sender drew it, in a page that can run nothing and load nothing. */
function htmlVersion(mail: Row<'mailbox'> | undefined): Response {
  if (!mail) return new Response('There is no such mail.\n', { status: 404, headers: { ...pageHeaders } });
  return new Response(mail.html, {
    headers: {
      ...pageHeaders,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy':
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox allow-top-navigation-by-user-activation",
    },
  });
}

function page(mails: readonly Row<'mailbox'>[], publicUrl: string): Response {
  const list = mails.slice(0, shown).map((mail) => entry(mail, publicUrl));
  const more = mails.length > shown ? `<p>Older mails are in <a href="/mailbox.json">the data</a>.</p>` : '';
  return plainPage(
    'Mailbox',
    `<header>
<nav aria-label="Main"><a href="/">Manage users</a> <a href="/accounts">Accounts</a> <a href="/security">Security</a> <a href="/mailbox" aria-current="page">Mailbox</a></nav>
</header>
<main>
<h1>Mailbox</h1>
<p>Mails that the demo would have sent, newest first. <a href="/mailbox">Refresh</a></p>
${list.length === 0 ? '<p>No mails yet. Invite somebody, and the invite appears here.</p>' : list.join('\n')}
${more}
</main>`,
  );
}

function entry(mail: Row<'mailbox'>, publicUrl: string): string {
  const time = escapeHtml(mail.receivedAt);
  return `<article aria-labelledby="${mail.id}">
<h2 id="${mail.id}"><bdi>${escapeHtml(mail.subject)}</bdi></h2>
<dl>
<dt>To</dt><dd><bdi>${escapeHtml(mail.recipient)}</bdi></dd>
<dt>From</dt><dd><bdi>${escapeHtml(mail.sender)}</bdi></dd>
<dt>Received</dt><dd><time datetime="${time}">${time.replace('T', ' ').slice(0, 19)} UTC</time></dd>
</dl>
<div class="text" dir="auto">${linked(mail.text, publicUrl)}</div>
<p><a href="/mailbox/${mail.id}">Show as HTML<span class="hidden">: ${escapeHtml(mail.subject)}</span></a></p>
</article>`;
}

/** The text, with addresses of this very server as links; nothing else becomes one. */
function linked(text: string, publicUrl: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"']+)/)
    .map((part) => {
      const own = part.startsWith(`${publicUrl}/`);
      return own ? `<a href="${escapeHtml(part)}">${escapeHtml(part)}</a>` : escapeHtml(part);
    })
    .join('');
}
