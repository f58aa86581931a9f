import { plainPage, plainStyles, textReply } from './plain-page.js';

/**
 * `/undo-address`: where the mail to an old address leads (P17). A page of its own, since whoever opens it may
 * have lost their login. The token stays in the fragment, leaves the address bar at once, and nothing happens
 * before a person presses the button, so that mail scanners undo nothing.
 */
export function undoAddressPages(request: Request): Response | undefined {
  if (request.method !== 'GET') return undefined;
  switch (new URL(request.url).pathname) {
    case '/undo-address':
      return plainPage(
        'Undo the change of address',
        page,
        '<script type="module" src="/undo-address.js"></script>\n',
      );
    case '/undo-address.js':
      return textReply(script, 'text/javascript');
    case '/plain.css':
      return textReply(plainStyles, 'text/css');
    default:
      return undefined;
  }
}

const page = `<header>
<nav aria-label="Main"><a href="/sign-in">Sign in</a></nav>
</header>
<main>
<h1>Undo the change of address</h1>
<p>Your login gets this address back, and every browser is signed out. Choose a new password afterwards.</p>
<button type="button" disabled>Undo the change</button>
<p role="status"></p>
<noscript><p>This page needs JavaScript.</p></noscript>
</main>`;

const script = `const token = location.hash.slice(1);
// Another link, pasted into the same tab, changes only the fragment.
addEventListener('hashchange', () => location.reload());
history.replaceState(null, '', location.pathname);
const button = document.querySelector('button');
const status = document.querySelector('[role=status]');
const key = '"' + crypto.getRandomValues(new Uint8Array(16)).join('-') + '"';
const over = 'This link no longer works. It is open for 72 hours and works once.';
if (token === '') status.textContent = over;
else button.disabled = false;
button.addEventListener('click', async () => {
  button.disabled = true;
  status.textContent = 'Undoing the change';
  const answer = await fetch('/v1/email-change-undos', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify({ token }),
  }).catch(() => null);
  if (answer?.status === 204) {
    status.textContent = 'Your address is back. Sign in and choose a new password.';
  } else if (answer?.status === 409) {
    status.textContent = 'Another login uses this address now, so it can’t be put back. Ask your account owner.';
  } else if (answer?.status === 410) {
    status.textContent = over;
  } else {
    status.textContent = 'The change is not undone yet. Check your connection and try again.';
    button.disabled = false;
  }
});
`;
