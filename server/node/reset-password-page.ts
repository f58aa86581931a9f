import { plainPage, textReply } from './plain-page.js';

/**
 * `/reset-password`: asks for a link to a new password, and is where that link leads. A page of its own, since whoever
 * opens it cannot sign in. The token stays in the fragment and leaves the address bar at once.
 */
export function resetPasswordPages(request: Request): Response | undefined {
  if (request.method !== 'GET') return undefined;
  switch (new URL(request.url).pathname) {
    case '/reset-password':
      return plainPage(
        'Choose a new password',
        page,
        '<script type="module" src="/reset-password.js"></script>\n',
      );
    case '/reset-password.js':
      return textReply(script, 'text/javascript');
    default:
      return undefined;
  }
}

const page = `<header>
<nav aria-label="Main"><a href="/sign-in">Sign in</a></nav>
</header>
<main>
<h1>Choose a new password</h1>
<form id="ask" hidden>
<p><label for="username">Username or email address</label></p>
<p><input id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false" required></p>
<button>Mail me a link</button>
</form>
<form id="choose" hidden>
<p><label for="password">New password</label></p>
<p><input id="password" name="password" type="password" autocomplete="new-password" aria-describedby="rule" required></p>
<p id="rule">At least 15 characters, or 8 if you use a second factor. A few words in a row are fine.</p>
<button>Save the password</button>
</form>
<p role="status"></p>
<noscript><p>This page needs JavaScript.</p></noscript>
</main>`;

const script = `const token = location.hash.slice(1);
// The link, pasted into the tab that asked for it, changes only the fragment.
addEventListener('hashchange', () => location.reload());
history.replaceState(null, '', location.pathname);
const [ask, choose] = document.forms;
const status = document.querySelector('[role=status]');
(token === '' ? ask : choose).hidden = false;
(token === '' ? ask : choose).querySelector('input').focus();
const reasons = {
  password_too_short: 'Use a longer password: at least 15 characters, or 8 with a second factor.',
  password_too_long: 'Use a shorter password.',
  password_common: 'This password is on lists of well-known ones. Choose another one.',
  password_context: 'Leave your name, your address and the names of your accounts out of it.',
  password_control_char: 'A character in it can’t be used. Type it again.',
};
const send = (path, body) => fetch('/v1/auth/password-resets' + path, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
}).catch(() => null);
const later = 'That didn’t work. Check your connection and try again.';
const wait = 'Too many tries. Wait an hour, then try again.';
ask.addEventListener('submit', async (event) => {
  event.preventDefault();
  status.textContent = 'Sending';
  const answer = await send('', { username: ask.username.value });
  if (answer?.status === 202) status.textContent = 'If there is a login of that name, a link is on its way to its address. It works for an hour.';
  else status.textContent = answer?.status === 429 ? wait : later;
});
choose.addEventListener('submit', async (event) => {
  event.preventDefault();
  status.textContent = 'Saving';
  const answer = await send('/complete', { token, password: choose.password.value });
  if (answer?.status === 200) {
    const { username } = await answer.json();
    choose.hidden = true;
    status.textContent = 'Your password is changed. Sign in as ' + username + '.';
  } else if (answer?.status === 410) {
    choose.hidden = true;
    ask.hidden = false;
    status.textContent = 'This link no longer works. It works once, for an hour. Ask for a new one here.';
  } else if (answer?.status === 422) {
    status.textContent = reasons[(await answer.json()).code] ?? 'Choose another password.';
    choose.password.focus();
  } else status.textContent = later;
});
`;
