import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { accountIdOf, demoPassword } from '../../server/scenarios/index.js';
import { codeOf as appCode, freshStep, haveAuthenticator, readQr } from '../support/authenticator.js';
import { launchBrowser } from '../support/browser.js';
import { startSeededPortal, type RunningPortal } from '../support/portal.js';
import { Visitor } from './visitor.js';

const codeField = '6-digit code from the app';
const day = 24 * 60 * 60;
/** The password that the owner of Bluebird Dental has after a day. */
const chosen = 'four quiet blue birds';
const recoveryCode = /[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){3}/g;

/** The secret of the QR code on the page, read from a picture of it. */
async function scan(visitor: Visitor): Promise<string> {
  const qr = await visitor.page.waitForSelector('pierce/.qr svg');
  assert.ok(qr);
  const uri = new URL(readQr(await qr.screenshot()));
  assert.equal(uri.protocol, 'otpauth:');
  const {
    issuer,
    secret = '',
    algorithm = 'SHA1',
    digits = '6',
    period = '30',
  } = Object.fromEntries(uri.searchParams);
  assert.ok(
    decodeURIComponent(uri.pathname).includes(`${issuer}:`),
    'R63: the same issuer in label and parameter',
  );
  assert.deepEqual([algorithm, digits, period], ['SHA1', '6', '30']);
  assert.equal(secret.length, 32, 'R63: 160 bits');
  return secret;
}

/** The codes on the page, as a person would write them down. */
const codesOn = ({ page }: Visitor) =>
  page.evaluate(() => {
    const setup = document.querySelector('cc-mfa-setup')?.shadowRoot;
    return [...(setup?.querySelectorAll('[part="code"]') ?? [])].map((node) => node.textContent);
  });

async function codesOf(visitor: Visitor): Promise<string[]> {
  await visitor.find('heading', 'Save your recovery codes');
  const codes = (await codesOn(visitor)).flatMap((text) => text.match(recoveryCode) ?? []);
  assert.equal(new Set(codes).size, 10, 'R65: ten codes');
  return codes;
}

async function saveCodes(visitor: Visitor): Promise<void> {
  await visitor.press('checkbox', 'I’ve saved these codes somewhere safe');
  await visitor.press('button', 'Finish');
}

/** Nothing went wrong on the page but the answers that say who is not signed in. */
function assertQuiet({ errors }: Visitor): void {
  assert.deepEqual(
    errors.filter((text) => !text.includes('status of 401')),
    [],
  );
}

/** Username and password; what follows is up to the server. */
async function password(visitor: Visitor, username: string, word = demoPassword): Promise<void> {
  await visitor.open('/sign-in');
  await visitor.type('textbox', 'Username', username);
  await visitor.typePassword('current-password', word);
  await visitor.press('button', 'Sign in');
}

describe('two-factor sign-in, with a real decoder and a real authenticator', () => {
  let portal: RunningPortal;
  let browser: Browser;
  let codes: string[] = [];
  let secret = '';
  /** Seconds that passed for the portal and the phone, but not for the test. */
  let passed = 0;

  const codeOf = (key: string, ago = 0) => appCode(key, ago - passed);
  const passTime = async (seconds: number) => {
    await portal.pass(seconds);
    passed += seconds;
  };

  before(async () => {
    haveAuthenticator();
    portal = await startSeededPortal();
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await portal?.stop();
    await portal?.clean();
  });
  const arrive = () => Visitor.arrive(browser, portal.url);

  async function mailWith(subject: RegExp): Promise<string> {
    for (let turn = 0; turn < 150; turn += 1) {
      const answer = await fetch(`${portal.url}/mailbox.json`);
      const letters = (await answer.json()) as { subject: string; text: string }[];
      const letter = letters.find((one) => subject.test(one.subject));
      if (letter) return letter.text;
      await new Promise((done) => setTimeout(done, 200));
    }
    throw new Error(`No mail ${String(subject)}`);
  }

  /** Passes the second step and has the device remembered. */
  async function remember(visitor: Visitor): Promise<void> {
    await visitor.find('heading', 'Enter your 6-digit code');
    assert.equal(new URL(visitor.page.url()).pathname, '/sign-in', 'P5: a half login opens nothing');
    await visitor.type('textbox', 'Code', codeOf(secret));
    await visitor.press('checkbox', 'Remember this device for 30 days');
    await visitor.press('button', 'Verify');
    await visitor.find('heading', 'Manage users');
  }

  /** By the link in a mail, as somebody does who can't sign in. */
  async function changePassword(visitor: Visitor): Promise<void> {
    await visitor.press('link', 'Forgot your password?');
    await visitor.type('textbox', 'Username or email address', 'bluebird.owner');
    await visitor.press('button', 'Mail me a link');
    const [link = ''] = (await mailWith(/password/i)).match(/http\S+\/reset-password#\S+/) ?? [];
    await visitor.open(new URL(link).pathname + new URL(link).hash);
    await visitor.typePassword('new-password', chosen);
    await visitor.press('button', 'Save the password');
    await visitor.sees('password is changed');
  }

  it('R63, R65: turns it on: scans, confirms with a code, saves the recovery codes', async () => {
    const visitor = await arrive();
    await visitor.signIn('bluebird.owner');
    await visitor.press('link', 'Security');
    await visitor.press('button', 'Set up an authenticator app');
    secret = await scan(visitor);
    await visitor.sees(secret.match(/.{4}/g)?.join(' ') ?? '');
    await freshStep();
    // The sixth digit starts the check. It is the step before, so that the present one is left for the sign-in.
    await visitor.type('textbox', codeField, codeOf(secret, 30));
    codes = await codesOf(visitor);
    // S04: nobody leaves without being asked.
    await visitor.press('link', 'Manage users');
    await visitor.find('heading', 'Leave without saving the codes?');
    await visitor.press('button', 'Go back to the codes');
    await visitor.press('button', 'Finish');
    await visitor.sees('Save the codes first, then tick this box.');
    await saveCodes(visitor);
    await visitor.sees('Two-factor sign-in is on, and your recovery codes are saved.');
    await visitor.press('button', 'Sign out');
    await visitor.find('heading', 'Sign in');
    assertQuiet(visitor);
  });

  it('story 15: R60, R67: a new laptop is asked for the code; once remembered, it is not tomorrow; forgotten, it is', async () => {
    const laptop = await arrive();
    await laptop.page.setUserAgent((await browser.userAgent()).replace('Headless', ''));
    await password(laptop, 'bluebird.owner');
    await remember(laptop);
    await passTime(day);
    await laptop.open('/');
    await laptop.find('heading', 'Sign in');
    await laptop.signIn('bluebird.owner');
    // R68: remembered until the password is another one.
    await laptop.press('button', 'Sign out');
    await laptop.find('heading', 'Sign in');
    await changePassword(laptop);
    await password(laptop, 'bluebird.owner', chosen);
    await remember(laptop);
    await laptop.press('link', 'Security');
    await laptop.sees('This device');
    await laptop.press('button', 'Forget Chrome on Linux');
    await laptop.sees('No device is remembered.');
    await laptop.press('button', 'Sign out');
    await laptop.find('heading', 'Sign in');
    await password(laptop, 'bluebird.owner', chosen);
    await laptop.find('heading', 'Enter your 6-digit code');
    assertQuiet(laptop);
  });

  it('C02, C03: a used code and five wrong ones lead back to the password, in words', async () => {
    const guesser = await arrive();
    await password(guesser, 'bluebird.owner', chosen);
    const guess = async (code: string) => {
      const field = await guesser.find('textbox', 'Code');
      await field.click({ count: 3 });
      await field.type(code);
      await guesser.press('button', 'Verify');
    };
    for (const left of [4, 3, 2, 1]) {
      await guess(left === 4 ? '123 456' : '000000');
      await guesser.sees(`${left} ${left === 1 ? 'try' : 'tries'} left.`);
    }
    await guesser.sees('sets its clock automatically');
    await guess('000000');
    await guesser.find('heading', 'Sign in');
    await guesser.sees('Too many wrong codes.');
  });

  it('story 16: R66: phone lost: password and recovery code, a mail, and a new factor before anything else', async () => {
    const visitor = await arrive();
    await password(visitor, 'bluebird.owner', chosen);
    await visitor.type('textbox', 'Code', codes[0]?.toLowerCase().replaceAll('-', ' ') ?? '');
    await visitor.press('button', 'Verify');
    await visitor.find('heading', 'One more step');
    await mailWith(/recovery code/i);
    await visitor.open(`/accounts/${accountIdOf('bluebird')}/users`);
    await visitor.find('heading', 'One more step');
    await visitor.press('button', 'Set up an authenticator app');
    secret = await scan(visitor);
    await visitor.type('textbox', codeField, codeOf(secret));
    const fresh = await codesOf(visitor);
    assert.ok(!fresh.some((code) => codes.includes(code)), 'ten new codes');
    await saveCodes(visitor);
    await visitor.find('heading', 'Manage users');
    // Nine codes are void with the one that was spent.
    const other = await arrive();
    await password(other, 'bluebird.owner', chosen);
    await other.type('textbox', 'Code', codes[1] ?? '');
    await other.press('button', 'Verify');
    await other.sees('That recovery code didn’t match.');
    assertQuiet(visitor);
  });

  it('story 17: R71, R72: an owner resets a member’s factor, but not that of somebody shared with others', async () => {
    const owner = await arrive();
    await owner.signIn('partner.owner');
    await owner.press('button', 'Actions for Aisha Rahman');
    await owner.press('menuitem', 'Reset two-factor sign-in…');
    await owner.think();
    await owner.press('button', 'Reset');
    await mailWith(/reset/i);
    const aisha = await arrive();
    await password(aisha, 'aisha.rahman');
    await aisha.find('heading', 'One more step');
    const pottery = await arrive();
    await pottery.signIn('foxglove.owner');
    await pottery.press('button', 'Actions for Priya Nair');
    await pottery.press('menuitem', 'Reset two-factor sign-in…');
    await pottery.think();
    await pottery.press('button', 'Reset');
    await pottery.sees('also belongs to accounts you don’t manage');
    await pottery.press('button', 'Got it');
  });

  it('R70: where an account requires it, set-up comes before every other page', async () => {
    const owner = await arrive();
    await owner.signIn('foxglove.owner');
    await owner.sees('A second factor protects your login');
    await owner.press('button', 'Not now');
    await owner.press('link', 'Security');
    await owner.press('radio', 'Required');
    await owner.sees('If you require it, 4 people must set one up before they can open this account again');
    await owner.press('button', 'Remind those without one');
    await owner.sees('A reminder was mailed to');
    await owner.press('button', 'Save policy');
    await owner.sees('The policy is now: Required.');
    const member = await arrive();
    await password(member, 'bea.lindqvist');
    await member.find('heading', 'One more step');
    await member.open(`/accounts/${accountIdOf('foxglove')}/users`);
    await member.sees('Your account requires a second factor.');
    await member.find('button', 'Set up an authenticator app');
  });

  it('P31: the whole set-up by keyboard only, at 320 px', async () => {
    const phone = await arrive();
    await phone.page.setViewport({ width: 320, height: 640 });
    await phone.signIn('harbourlane.owner');
    await phone.open('/security');
    await phone.find('button', 'Set up an authenticator app');
    const { keyboard } = phone.page;
    const fits = () =>
      phone.page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
    const focused = () =>
      phone.page.evaluate(() => {
        let node = document.activeElement;
        while (node?.shadowRoot?.activeElement) node = node.shadowRoot.activeElement;
        const { labels } = node as HTMLInputElement;
        return (labels?.[0] ?? node)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
      });
    const tabTo = async (name: string) => {
      for (let presses = 0; presses < 40; presses += 1) {
        if ((await focused()).startsWith(name)) return;
        await keyboard.press('Tab');
      }
      throw new Error(`Tab never came to "${name}"`);
    };
    await tabTo('Set up an authenticator app');
    await keyboard.press('Enter');
    const shown = await scan(phone);
    assert.ok(await fits(), 'nothing is wider than the page at step 1');
    assert.equal(await focused(), 'Set up an authenticator app', 'focus begins at the heading of the step');
    await tabTo(codeField);
    await keyboard.type(codeOf(shown));
    await codesOf(phone);
    assert.ok(await fits(), 'nothing is wider than the page at step 2');
    await tabTo('I’ve saved these codes');
    await keyboard.press('Space');
    await tabTo('Finish');
    await keyboard.press('Enter');
    await phone.sees('Two-factor sign-in is on');
    assert.equal(await focused(), 'Two-factor sign-in', 'focus is at the heading afterwards');
    assertQuiet(phone);
  });
});
