import { expect, fixture, html, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { pageClock } from '../../src/client/clock.js';
import {
  CcError,
  type CcClient,
  type ChallengeAnswer,
  type Clock,
  type SignedIn,
} from '../../src/client/index.js';
import '../../src/define/provider.js';
import '../../src/define/sign-in.js';
import type { CcErrorEvent } from '../../src/elements/base/events.js';
import type { CcMfaVerifyRequestEvent } from '../../src/elements/shared/mfa-verify.events.js';
import type { CcSignedInEvent, CcSignInRequestEvent } from '../../src/elements/shared/session.events.js';
import type { CcSignIn } from '../../src/elements/sign-in/sign-in.js';
import { createMockBackend, demoPassword } from '../../src/mock/index.js';
import { SignInHarness } from '../../src/testing/harnesses/sign-in.harness.js';
import { expectAccessible } from '../support/axe.js';
import { stubClient } from '../support/stub-client.js';
import { waitUntil } from '../support/wait.js';

async function card(
  client: CcClient,
  properties: Partial<Pick<CcSignIn, 'redirect' | 'username'>> = {},
  clock: Clock = pageClock,
): Promise<[SignInHarness, CcSignIn]> {
  const page = await fixture(html`
    <cc-provider .client=${client} .clock=${clock}>
      <cc-sign-in .redirect=${properties.redirect} .username=${properties.username ?? ''}></cc-sign-in>
    </cc-provider>
  `);
  const element = page.querySelector('cc-sign-in') as CcSignIn;
  await element.updateComplete;
  return [new SignInHarness(element), element];
}

const nobody = async () => (await createMockBackend({ scenario: 'three', viewer: null })).client;

const session: SignedIn = {
  user: {
    ...{ id: 'usr_1', username: 'ana', email: 'ana@north.test', emailVerified: true, displayName: 'Ana' },
    ...{ mfaActive: true, locale: 'en', currentAccountId: null, version: 1 },
  },
  stepUpUntil: '2026-11-22T10:00:00.000Z',
};

const wrongCode = (attemptsLeft: number) =>
  new CcError({
    ...{ kind: 'code-invalid', code: 'mfa_code_wrong', status: 422, problem: { attemptsLeft } },
  });

/** A backend that asks for a second factor, and answers these in turn. */
function withFactor(...answers: (SignedIn | Error)[]): [CcClient, ChallengeAnswer[]] {
  const given: ChallengeAnswer[] = [];
  const client = stubClient({
    auth: {
      session: async () => null,
      signIn: async () => ({
        status: 'pending',
        challengeId: 'chl_1',
        methods: ['totp', 'recovery_code'],
        expiresAt: '2026-11-22T10:00:00.000Z',
      }),
      answer: async (_id, answer) => {
        const next = answers[given.push(answer) - 1] ?? session;
        if (next instanceof Error) throw next;
        return next;
      },
    },
  });
  return [client, given];
}

async function atChallenge(...answers: (SignedIn | Error)[]) {
  const [client, given] = withFactor(...answers);
  const clock = {
    ahead: 0,
    now: () => new Date(Date.now() + clock.ahead),
    after: (ms: number, run: () => void) => pageClock.after(ms, run),
  };
  const [seen, element] = await card(client, {}, clock);
  await seen.signIn('ana', 'a long enough password');
  await waitUntil(() => seen.heading() === 'Enter your 6-digit code');
  await element.updateComplete;
  return { seen, element, given, clock };
}

describe('cc-sign-in drawing', () => {
  it('puts fields with the tokens of password managers in light DOM', async () => {
    const [seen] = await card(await nobody());
    expect([seen.heading(), ...seen.fields()]).to.deep.equal(['Sign in', 'Username', 'Password']);
    expect([seen.input('username').autocomplete, seen.input('password').autocomplete]).to.deep.equal([
      'username',
      'current-password',
    ]);
    expect(seen.input('password').type).to.equal('password');
  });

  it('starts with the username of the page', async () => {
    const [seen, element] = await card(await nobody(), { username: 'partner.owner' });
    expect(seen.input('username').value).to.equal('partner.owner');
    element.focus();
    expect(document.activeElement).to.equal(seen.input('password'));
  });

  it('says who is signed in, and offers to leave', async () => {
    const { client } = await createMockBackend({ scenario: 'three', viewer: 'partner.owner' });
    const [seen] = await card(client, { redirect: '/accounts' });
    await waitUntil(() => seen.heading() === 'You’re signed in');
    expect(seen.labels()).to.deep.equal(['Continue', 'Sign out']);
  });
});

describe('cc-sign-in acting', () => {
  it('signs in with Enter, and leaves no password in the page', async () => {
    const [seen, element] = await card(await nobody());
    await seen.fill('username', ' partner.owner ');
    seen.input('password').focus();
    await sendKeys({ type: demoPassword });
    setTimeout(() => void sendKeys({ press: 'Enter' }));
    const fact = (await oneEvent(element, 'cc-signed-in')) as unknown as CcSignedInEvent;
    expect([fact.detail.user.username, fact.detail.joining]).to.deep.equal(['partner.owner', false]);
    await waitUntil(() => seen.heading() === 'You’re signed in');
    expect(seen.input('password').value).to.equal('');
  });

  it('shows the password and hides it again with one toggle', async () => {
    const [seen] = await card(await nobody());
    await seen.press('Show password');
    expect(seen.input('password').type).to.equal('text');
    await seen.press('Show password');
    expect(seen.input('password').type).to.equal('password');
  });

  it('signs out on the card', async () => {
    const { client } = await createMockBackend({ scenario: 'three', viewer: 'partner.owner' });
    const [seen] = await card(client);
    await waitUntil(() => seen.labels().includes('Sign out'));
    await seen.press('Sign out');
    await waitUntil(() => seen.heading() === 'Sign in');
    expect(await client.auth.session()).to.equal(null);
  });

  it('C01: R60: takes the code of an app with blanks, and remembers the device only when asked', async () => {
    const { seen, element, given } = await atChallenge();
    expect([seen.fields(), seen.remembers()]).to.deep.equal([['Code'], false]);
    const code = seen.input('code');
    expect([code.getAttribute('autocomplete'), code.inputMode, code.hasAttribute('maxlength')]).to.deep.equal(
      ['one-time-code', 'numeric', false],
    );
    await seen.fill('code', '123 456');
    setTimeout(() => void seen.press('Verify'));
    await oneEvent(element, 'cc-signed-in');
    expect(given).to.deep.equal([{ code: '123456' }]);
  });

  it('C07: recognises a recovery code in the same field', async () => {
    const { seen, element, given } = await atChallenge();
    await seen.fill('code', '7kqm2xrtp4wd9hfb');
    setTimeout(() => void seen.press('Verify'));
    await oneEvent(element, 'cc-signed-in');
    expect(given).to.deep.equal([{ recoveryCode: '7KQM-2XRT-P4WD-9HFB' }]);
  });

  it('offers a keyboard with letters to who says they use a recovery code', async () => {
    const { seen, element } = await atChallenge();
    await seen.press('Use a recovery code');
    await element.updateComplete;
    expect([seen.heading(), seen.fields(), seen.input('code').inputMode]).to.deep.equal([
      'Enter a recovery code',
      ['Recovery code'],
      'text',
    ]);
  });
});

describe('cc-sign-in events', () => {
  it('asks before it signs in, and says no password', async () => {
    const [seen, element] = await card(await nobody());
    setTimeout(() => void seen.signIn('partner.owner', demoPassword));
    const request = (await oneEvent(element, 'cc-sign-in-request')) as unknown as CcSignInRequestEvent;
    expect(request.detail.input).to.deep.equal({ username: 'partner.owner' });
    expect(JSON.stringify(request.detail)).not.to.contain(demoPassword);
  });

  it('does nothing when vetoed', async () => {
    const client = await nobody();
    const [seen, element] = await card(client);
    element.addEventListener('cc-sign-in-request', (event) => {
      event.preventDefault();
    });
    await seen.signIn('partner.owner', demoPassword);
    expect([await client.auth.session(), seen.input('password').value]).to.deep.equal([null, demoPassword]);
  });

  it('says which kind of code was typed, and no code', async () => {
    const { seen, element } = await atChallenge();
    await seen.fill('code', '123456');
    setTimeout(() => void seen.press('Verify'));
    const request = (await oneEvent(element, 'cc-mfa-verify-request')) as unknown as CcMfaVerifyRequestEvent;
    expect(request.detail.input).to.deep.equal({ challengeId: 'chl_1', method: 'totp', trustDevice: false });
  });
});

describe('cc-sign-in refusal and failure', () => {
  it('never says which part was wrong, and keeps what was typed', async () => {
    const client = await nobody();
    for (const username of ['partner.owner', 'nobody.at.all']) {
      const [seen] = await card(client);
      await seen.signIn(username, 'not the password at all');
      await waitUntil(() => seen.alert() !== '');
      expect(seen.alert()).to.equal('The username or password is wrong.');
      expect([seen.input('username').value, seen.input('password').value]).to.deep.equal([
        username,
        'not the password at all',
      ]);
      expect([seen.input('username').ariaInvalid, seen.input('password').ariaInvalid]).to.deep.equal([
        null,
        null,
      ]);
    }
  });

  it('asks for what is missing, at its field, without asking the server', async () => {
    const [seen, element] = await card(await nobody());
    let asked = 0;
    element.addEventListener('cc-sign-in-request', () => (asked += 1));
    await seen.press('Sign in');
    await element.updateComplete;
    expect([seen.message('username'), seen.message('password'), asked]).to.deep.equal([
      'Type your username.',
      'Type your password.',
      0,
    ]);
    expect(document.activeElement).to.equal(seen.input('username'));
  });

  it('says when it is possible again after too many tries, and waits until then', async () => {
    let calls = 0;
    const tooOften = new CcError({ kind: 'rate-limited', code: 'rate_limited', status: 429, retryAfter: 60 });
    const client = stubClient({
      auth: {
        session: async () => null,
        signIn: async () => {
          calls += 1;
          throw tooOften;
        },
      },
    });
    const [seen] = await card(client);
    await seen.signIn('ana', 'some password');
    await waitUntil(() => seen.alert() !== '');
    expect(seen.alert()).to.match(/^That was too often\. You can try again at \d\d:\d\d\.$/);
    await seen.press('Sign in');
    expect(calls).to.equal(1);
  });

  it('I01: two presses are one attempt', async () => {
    let calls = 0;
    const client = stubClient({
      auth: {
        session: async () => null,
        signIn: () => {
          calls += 1;
          return new Promise(() => undefined);
        },
      },
    });
    const [seen] = await card(client);
    await seen.signIn('ana', 'some password');
    await seen.press('Sign in');
    await waitUntil(() => calls > 0);
    expect(calls).to.equal(1);
  });

  it('keeps everything while offline, and tells the host', async () => {
    const backend = await createMockBackend({ scenario: 'three', viewer: null });
    const [seen, element] = await card(backend.client);
    await new Promise((settle) => setTimeout(settle, 50));
    backend.network.offline = true;
    setTimeout(() => void seen.signIn('partner.owner', demoPassword));
    const error = (await oneEvent(element, 'cc-error')) as CcErrorEvent;
    expect([error.detail.code, error.detail.action]).to.deep.equal(['offline', 'cc-sign-in-request']);
    expect(seen.input('password').value).to.equal(demoPassword);
  });

  it('C03: says how many tries are left, and leads back to the password after the last', async () => {
    const { seen, element } = await atChallenge(wrongCode(1), wrongCode(0));
    await seen.fill('code', '111111');
    await seen.press('Verify');
    await waitUntil(() => seen.input('code').ariaInvalid === 'true');
    expect(seen.message('code')).to.equal(
      'That code didn’t match. Codes change every 30 seconds, so try the newest one. 1 try left.',
    );
    expect(document.activeElement).to.equal(seen.input('code'));
    await seen.fill('code', '222222');
    await seen.press('Verify');
    await waitUntil(() => seen.heading() === 'Sign in');
    await element.updateComplete;
    expect(seen.input('username').value).to.equal('ana');
  });

  it('C03: the password that is asked for again says why', async () => {
    const { seen } = await atChallenge(wrongCode(0));
    await seen.fill('code', '111111');
    await seen.press('Verify');
    await waitUntil(() => seen.heading() === 'Sign in');
    await waitUntil(() => seen.alert().startsWith('Too many wrong codes.'));
  });

  it('C06: a challenge that ran out is replaced in place, with the code kept', async () => {
    const ended = new CcError({ kind: 'challenge-ended', code: 'challenge_ended', status: 410 });
    const { seen, element, given, clock } = await atChallenge(ended);
    await seen.fill('code', '123456');
    clock.ahead = 6 * 60_000;
    setTimeout(() => void seen.press('Verify'));
    await oneEvent(element, 'cc-signed-in');
    expect(given.at(-1)).to.deep.equal({ code: '123456' });
    await waitUntil(() => seen.input('code').value === '');
  });

  it('T22: a locked factor leaves recovery codes open, and says so', async () => {
    const locked = new CcError({ kind: 'factor-locked', code: 'mfa_locked', status: 423 });
    const { seen } = await atChallenge(locked);
    await seen.fill('code', '111111');
    await seen.press('Verify');
    await waitUntil(() => seen.heading() === 'Enter a recovery code');
    expect(seen.alert()).to.contain('Use a recovery code.');
  });

  it('P33: follows no address of another origin', async () => {
    const { client } = await createMockBackend({ scenario: 'three', viewer: 'partner.owner' });
    const [seen] = await card(client, { redirect: 'https://evil.test/' });
    await waitUntil(() => seen.heading() === 'You’re signed in');
    expect(seen.labels()).to.deep.equal(['Sign out']);
    expect(seen.text()).to.contain('isn’t allowed as a way back');
  });
});

describe('cc-sign-in accessibility', () => {
  it('has no findings at the password, a refusal and the code', async () => {
    const [seen, element] = await card(await nobody());
    await expectAccessible(element);
    await seen.signIn('partner.owner', 'wrong');
    await waitUntil(() => seen.alert() !== '');
    await expectAccessible(element);
    await expectAccessible((await atChallenge()).element);
  });
});
