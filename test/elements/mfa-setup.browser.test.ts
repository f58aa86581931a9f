import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/mfa-setup.js';
import '../../src/define/provider.js';
import type {
  CcMfaEnrolledEvent,
  CcMfaEnrolRequestEvent,
} from '../../src/elements/mfa-setup/mfa-setup.events.js';
import type { CcMfaSetup } from '../../src/elements/mfa-setup/mfa-setup.js';
import type { MockOptions } from '../../src/mock/index.js';
import { MfaSetupHarness } from '../../src/testing/harnesses/mfa.harness.js';
import { expectAccessible } from '../support/axe.js';
import { codeFor, mfaScene, until } from '../support/mfa-scene.js';

async function setup(options: MockOptions = {}) {
  const scene = await mfaScene<CcMfaSetup>('cc-mfa-setup', { scenario: 'three', ...options });
  const seen = new MfaSetupHarness(scene.element);
  await until(() => seen.labels().length > 0, 'the factors are loaded');
  return { ...scene, seen };
}

async function atScan(options: MockOptions = {}) {
  const scene = await setup(options);
  await scene.seen.press('Set up an authenticator app');
  await until(() => scene.seen.qr(), 'the QR code is drawn');
  return { ...scene, secret: scene.seen.key().replaceAll(' ', '') };
}

async function atCodes(options: MockOptions = {}) {
  const scene = await atScan(options);
  await scene.seen.fill('code', await codeFor(scene.backend, scene.secret));
  await until(() => scene.seen.codes().length > 0, 'the codes are shown');
  return scene;
}

describe('cc-mfa-setup drawing', () => {
  it('says what a second factor is for, and offers the app', async () => {
    const { seen } = await setup();
    expect([seen.heading(), seen.labels()]).to.deep.equal([
      'Two-factor sign-in',
      ['Set up an authenticator app'],
    ]);
    expect(seen.text()).to.contain('We recommend it');
  });

  it('R63, S03: shows the secret as one path of SVG and as text in groups of four', async () => {
    const { seen, secret } = await atScan();
    const qr = seen.qr();
    expect([qr?.getAttribute('role'), qr?.querySelectorAll('path').length]).to.deep.equal(['img', 1]);
    expect(seen.key()).to.match(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
    expect(secret.length).to.equal(32);
    expect(seen.step()).to.equal('Connect the app');
  });

  it('has one field with the token of one-time codes, in light DOM, without a length', async () => {
    const { seen } = await atScan();
    const code = seen.input('code');
    expect([code.getAttribute('autocomplete'), code.inputMode, code.hasAttribute('maxlength')]).to.deep.equal(
      ['one-time-code', 'numeric', false],
    );
    expect(seen.fields()).to.deep.equal(['6-digit code from the app']);
  });

  it('R65: shows ten codes, once, with ways to keep them', async () => {
    const { seen } = await atCodes();
    expect(new Set(seen.codes()).size).to.equal(10);
    expect([seen.step(), seen.labels()]).to.deep.equal([
      'Save recovery codes',
      ['Download', 'Copy', 'Print', 'Finish'],
    ]);
  });
});

describe('cc-mfa-setup acting', () => {
  it('R63: the sixth digit starts the check; saved codes end the set-up', async () => {
    const { seen, element, backend } = await atCodes();
    await seen.tick();
    setTimeout(() => void seen.press('Finish'));
    await oneEvent(element, 'cc-recovery-codes-saved');
    await until(() => seen.heading() === 'Two-factor sign-in', 'the factors are shown again');
    expect(seen.text()).to.contain('10 of 10 codes are left.');
    expect(await backend.client.mfa.list()).to.deep.include({ demand: 'none' });
  });

  it('takes a code with a blank, by Enter', async () => {
    const { seen, backend, secret } = await atScan();
    const code = await codeFor(backend, secret);
    seen.input('code').focus();
    await sendKeys({ type: `${code.slice(0, 3)} ${code.slice(3)}` });
    await sendKeys({ press: 'Enter' });
    await until(() => seen.codes().length > 0, 'the codes are shown');
  });

  it('copies the key without its blanks', async () => {
    const { seen, secret } = await atScan();
    let copied = '';
    const { writeText } = navigator.clipboard;
    navigator.clipboard.writeText = async (text) => void (copied = text);
    await seen.press('Copy');
    await until(() => seen.labels().includes('Copied'), 'the button says so');
    navigator.clipboard.writeText = writeText;
    expect(copied).to.equal(secret);
  });

  it('R65: makes new codes after a question, and the old ones are void', async () => {
    const { seen, element } = await atCodes();
    const before = seen.codes();
    await seen.tick();
    await seen.press('Finish');
    await until(() => seen.labels().includes('Make new codes…'), 'the factors are shown');
    await seen.press('Make new codes…');
    await until(() => seen.question() === 'Make new recovery codes?', 'the question');
    await seen.confirm();
    await until(() => seen.codes().length > 0, 'new codes');
    expect(seen.codes().some((code) => before.includes(code))).to.equal(false);
    expect(element.unsaved).to.equal(true);
  });

  it('turns the factor off after a question', async () => {
    const { seen, element } = await atCodes();
    await seen.tick();
    await seen.press('Finish');
    await until(() => seen.labels().includes('Turn off Authenticator app…'), 'the factor is there');
    await seen.press('Turn off Authenticator app…');
    await until(() => seen.question() === 'Turn off the authenticator app?', 'the question');
    const removed = oneEvent(element, 'cc-mfa-removed');
    await seen.confirm();
    await removed;
    await until(() => seen.text().includes('Two-factor sign-in is off.'), 'it says so');
  });
});

describe('cc-mfa-setup events', () => {
  it('asks before it starts, and nothing it tells carries secret or code', async () => {
    const { seen, element, backend } = await setup();
    const told: string[] = [];
    for (const type of ['cc-mfa-enrol-request', 'cc-mfa-enrolled', 'cc-recovery-codes-saved']) {
      element.addEventListener(type, (event) => told.push(JSON.stringify((event as CustomEvent).detail)));
    }
    setTimeout(() => void seen.press('Set up'));
    const request = (await oneEvent(element, 'cc-mfa-enrol-request')) as unknown as CcMfaEnrolRequestEvent;
    expect(request.detail.input).to.deep.equal({ method: 'totp' });
    await until(() => seen.key(), 'the key');
    const secret = seen.key().replaceAll(' ', '');
    const code = await codeFor(backend, secret);
    setTimeout(() => void seen.fill('code', code));
    const enrolled = (await oneEvent(element, 'cc-mfa-enrolled')) as unknown as CcMfaEnrolledEvent;
    expect(enrolled.detail).to.deep.equal({ method: 'totp', codesFollow: true });
    await until(() => seen.codes().length > 0, 'the codes');
    const all = told.join();
    expect([secret, code, ...seen.codes()].some((text) => all.includes(text))).to.equal(false);
  });

  it('does nothing when vetoed', async () => {
    const { seen, element } = await setup();
    element.addEventListener('cc-mfa-enrol-request', (event) => {
      event.preventDefault();
    });
    await seen.press('Set up');
    expect(seen.heading()).to.equal('Two-factor sign-in');
  });
});

describe('cc-mfa-setup refusal and failure', () => {
  it('S02: a wrong code keeps the secret; after the third it speaks of the phone’s clock', async () => {
    const { seen, secret } = await atScan();
    for (const wrong of ['000000', '000001', '000002']) {
      await seen.fill('code', wrong);
      await until(() => seen.input('code').ariaInvalid === 'true', 'the mistake at the field');
    }
    await until(() => seen.message('code').includes('sets its clock automatically'), 'the hint');
    expect(seen.key().replaceAll(' ', '')).to.equal(secret);
  });

  it('S04: asks whoever leaves unsaved codes, and stays when told so', async () => {
    const { seen, element } = await atCodes();
    await seen.press('Finish');
    expect(seen.text()).to.contain('Save the codes first');
    expect(document.activeElement === element || element.matches(':focus-within')).to.equal(true);
    const leaving = element.confirmLeave();
    await until(() => seen.question() === 'Leave without saving the codes?', 'the question');
    await seen.press('Go back to the codes');
    expect([await leaving, seen.codes().length]).to.deep.equal([false, 10]);
    const left = element.confirmLeave();
    await until(() => seen.question(), 'the question again');
    await seen.confirm();
    expect([await left, element.unsaved]).to.deep.equal([true, false]);
  });

  it('S04: a page that is closed with unsaved codes asks, too', async () => {
    await atCodes();
    const leaving = new Event('beforeunload', { cancelable: true });
    dispatchEvent(leaving);
    expect(leaving.defaultPrevented).to.equal(true);
  });

  it('S05: a set-up that another tab replaced is told, and begins anew', async () => {
    const { seen, backend, secret } = await atScan();
    await backend.client.mfa.enrol({});
    await seen.fill('code', await codeFor(backend, secret));
    await until(() => seen.heading() === 'Two-factor sign-in', 'back at the start');
    expect(seen.alert()).to.contain('isn’t valid any more');
  });

  it('R70: says why it can’t be turned off where the account requires it', async () => {
    const { seen, backend } = await atCodes();
    await seen.tick();
    await seen.press('Finish');
    const account = await backend.client.accounts.get(backend.accountId);
    await backend.client.accounts.update(account, { mfaPolicy: 'required' });
    await seen.element.refresh();
    await until(() => seen.text().includes('so it can’t be turned off'), 'the reason');
    expect(seen.labels().some((label) => label.startsWith('Turn off'))).to.equal(false);
  });

  it('R69: an old sign-in gives its password again in a dialog, and the set-up goes on', async () => {
    const { seen, backend, page } = await setup();
    backend.clock.advance(16 * 60_000);
    await seen.press('Set up');
    await until(() => page.querySelector('cc-mfa-challenge input'), 'the dialog');
    const input = page.querySelector<HTMLInputElement>('cc-mfa-challenge input[type=password]');
    expect(input?.autocomplete).to.equal('current-password');
    await until(() => input?.matches(':focus'), 'focus is in its field');
    await sendKeys({ type: 'northwind-demo-2026' });
    await sendKeys({ press: 'Enter' });
    await until(() => seen.qr(), 'the set-up goes on by itself');
    expect(page.querySelector('cc-mfa-challenge')).to.equal(null);
  });

  it('offers to load again after a failure', async () => {
    const { element, backend, page } = await setup();
    backend.network.offline = true;
    const other = document.createElement('cc-mfa-setup');
    other.client = backend.client;
    other.accountId = 'acc_0000000000000000000000';
    page.append(other);
    const seen = new MfaSetupHarness(other);
    await until(() => seen.labels().includes('Retry'), 'it says so');
    backend.network.offline = false;
    await seen.press('Retry');
    await until(() => seen.labels().includes('Set up an authenticator app'), 'the factors');
    expect(element.isConnected).to.equal(true);
  });

  it('says that the server can’t be reached, and keeps the code', async () => {
    const { seen, backend } = await atScan();
    backend.network.offline = true;
    await seen.fill('code', '123456');
    await until(() => seen.alert() !== '', 'the failure');
    expect(seen.input('code').value).to.equal('123456');
  });
});

describe('cc-mfa-setup accessibility', () => {
  it('has no findings at the start, the QR code, a mistake, the codes and the question', async () => {
    const { seen, element, backend, secret } = await atScan();
    await expectAccessible(element);
    await seen.fill('code', '000000');
    await until(() => seen.input('code').ariaInvalid === 'true', 'the mistake');
    await expectAccessible(element);
    await seen.fill('code', await codeFor(backend, secret));
    await until(() => seen.codes().length > 0, 'the codes');
    await seen.press('Finish');
    await expectAccessible(element);
    void element.confirmLeave();
    await until(() => seen.question(), 'the question');
    await expectAccessible(element);
  });

  it('moves focus to the heading of each step', async () => {
    const { seen, element, backend, secret } = await atScan();
    await until(() => element.matches(':focus-within'), 'focus is inside');
    expect(element.shadowRoot?.activeElement?.textContent?.trim()).to.equal('Set up an authenticator app');
    await seen.fill('code', await codeFor(backend, secret));
    await until(() => seen.codes().length > 0, 'the codes');
    await until(
      () => element.shadowRoot?.activeElement?.textContent?.trim() === 'Save your recovery codes',
      'focus at the heading',
    );
  });
});
