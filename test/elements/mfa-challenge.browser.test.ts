import { expect, oneEvent } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { CcError, type ChallengeAnswer, type SignedIn } from '../../src/client/index.js';
import '../../src/define/mfa-challenge.js';
import '../../src/define/provider.js';
import '../../src/define/user-roster.js';
import type { CcMfaChallenge } from '../../src/elements/mfa-challenge/mfa-challenge.js';
import type { CcMfaVerifyRequestEvent } from '../../src/elements/shared/mfa-verify.events.js';
import type { CcUserRoster } from '../../src/elements/user-roster/user-roster.js';
import type { MockOptions } from '../../src/mock/index.js';
import { aMe, createFakeClient } from '../../src/testing/index.js';
import { MfaChallengeHarness } from '../../src/testing/harnesses/mfa.harness.js';
import { UserRosterHarness } from '../../src/testing/harnesses/user-roster.harness.js';
import { expectAccessible } from '../support/axe.js';
import { mfaScene, until } from '../support/mfa-scene.js';
import { held } from '../support/stub-client.js';

const session: SignedIn = { user: aMe(), stepUpUntil: '2030-01-01T00:00:00.000Z' };
const soon = (minutes = 5) => new Date(Date.now() + minutes * 60_000).toISOString();

/** A challenge over a client that answers these in turn, then yes. */
async function asked(
  answers: readonly (SignedIn | Error | Promise<SignedIn>)[] = [],
  {
    methods = ['totp', 'recovery_code'],
    expiresAt = soon(),
    ...properties
  }: Partial<CcMfaChallenge> & {
    methods?: string[];
    expiresAt?: string;
  } = {},
) {
  const given: ChallengeAnswer[] = [];
  const started: string[] = [];
  const client = createFakeClient({
    calls: {
      'auth.stepUp': () => {
        started.push(`chl_${String(started.length)}`);
        return { challengeId: started.at(-1), methods, expiresAt };
      },
      'auth.answer': ({ body }) => {
        const next = answers[given.push(body as ChallengeAnswer) - 1] ?? session;
        if (next instanceof Error) throw next;
        return next;
      },
    },
  });
  const { element, page, backend } = await mfaScene<CcMfaChallenge>(
    'cc-mfa-challenge',
    { scenario: 'empty' },
    {
      client,
      ...properties,
    } as Partial<CcMfaChallenge>,
  );
  const seen = new MfaChallengeHarness(element);
  await until(() => seen.fields().length > 0, 'the field is drawn');
  return { seen, element, page, given, started, client, backend };
}

const refusal = (kind: string, code: string, problem = {}, retryAfter?: number) =>
  new CcError({ kind, code, status: 422, problem, retryAfter });
const wrong = (attemptsLeft: number) => refusal('code-invalid', 'mfa_code_wrong', { attemptsLeft });

describe('cc-mfa-challenge drawing', () => {
  it('asks for a fresh proof with one field and six drawn cells', async () => {
    const { seen } = await asked();
    expect([seen.heading(), seen.fields(), seen.cells()]).to.deep.equal(['Confirm it’s you', ['Code'], 6]);
    const field = seen.input('code');
    // As written: Firefox knows the token, and still reads the property as empty.
    const autocomplete = field.getAttribute('autocomplete');
    expect([autocomplete, field.inputMode, field.hasAttribute('maxlength')]).to.deep.equal([
      'one-time-code',
      'numeric',
      false,
    ]);
  });

  it('finishes a sign-in that the page began, and may be kept from remembering the device', async () => {
    const { seen, element } = await asked([], { challengeId: 'chl_page' });
    expect([seen.heading(), seen.offersTrust()]).to.deep.equal(['Enter your 6-digit code', true]);
    element.withoutTrust = true;
    await element.updateComplete;
    expect(seen.offersTrust()).to.equal(false);
  });

  it('asks who has no factor for the password, with the token of password managers', async () => {
    const { seen, given } = await asked([], { methods: ['password'] });
    expect([seen.fields(), seen.input('password').autocomplete]).to.deep.equal([
      ['Password'],
      'current-password',
    ]);
    await seen.fill('password', ' pass word ');
    await seen.press('Confirm');
    await until(() => given.length > 0, 'it is sent');
    expect(given).to.deep.equal([{ password: ' pass word ' }]);
  });

  it('draws the cells behind up to six digits, and shows anything else as it is typed', async () => {
    const { seen } = await asked();
    await seen.fill('code', '123456');
    expect(seen.cells()).to.equal(6);
    await seen.fill('code', '123 456');
    expect([seen.cells(), seen.input('code').value]).to.deep.equal([0, '123 456']);
  });
});

describe('cc-mfa-challenge acting', () => {
  for (const [typed, sent] of [
    ['123456', { code: '123456' }],
    ['123 456', { code: '123456' }],
    ['123-456', { code: '123456' }],
    ['١٢٣٤٥٦', { code: '123456' }],
    ['７８９０１２', { code: '789012' }],
    ['7kqm 2xrt p4wd 9hfb', { recoveryCode: '7KQM-2XRT-P4WD-9HFB' }],
  ] as const) {
    it(`C01, C07: takes "${typed}" by Enter`, async () => {
      const { seen, element, given } = await asked();
      await seen.fill('code', typed);
      seen.input('code').focus();
      setTimeout(() => void sendKeys({ press: 'Enter' }));
      await oneEvent(element, 'cc-mfa-verified');
      expect(given).to.deep.equal([sent]);
      await until(() => seen.input('code').value === '', 'no code stays in the page');
    });
  }

  it('does not send by itself, and asks for what is missing at its field', async () => {
    const { seen, given } = await asked();
    await seen.fill('code', '123456');
    expect(given).to.deep.equal([]);
    await seen.fill('code', ' ');
    await seen.press('Verify');
    await until(() => seen.message('code') === 'Type the code.', 'the mistake');
    await seen.fill('code', '12345');
    await seen.press('Verify');
    await until(() => seen.message('code').startsWith('The code has 6 digits.'), 'the form');
    expect(document.activeElement).to.equal(seen.input('code'));
  });

  it('switches to recovery codes and back, with the keyboard that fits', async () => {
    const { seen, element } = await asked();
    await seen.press('Use a recovery code');
    await element.updateComplete;
    expect([seen.fields(), seen.input('code').inputMode, seen.cells()]).to.deep.equal([
      ['Recovery code'],
      'text',
      0,
    ]);
    await seen.press('Use the authenticator app');
    await element.updateComplete;
    expect(seen.fields()).to.deep.equal(['Code']);
  });

  it('R61: a mailed code can be sent again, in place', async () => {
    const { seen, started } = await asked([], { methods: ['email_code'] });
    expect(seen.offersTrust()).to.equal(false);
    await seen.press('Send a new code');
    await until(() => started.length === 2, 'another challenge');
  });
});

describe('cc-mfa-challenge events', () => {
  it('says what kind of answer was typed, and carries no code', async () => {
    const { seen, element } = await asked([], { challengeId: 'chl_page' });
    await seen.remember();
    await seen.fill('code', '123456');
    setTimeout(() => void seen.press('Verify'));
    const request = (await oneEvent(element, 'cc-mfa-verify-request')) as unknown as CcMfaVerifyRequestEvent;
    expect(request.detail.input).to.deep.equal({
      challengeId: 'chl_page',
      method: 'totp',
      trustDevice: true,
    });
    await oneEvent(element, 'cc-signed-in');
  });

  it('does nothing when vetoed', async () => {
    const { seen, element, given } = await asked();
    element.addEventListener('cc-mfa-verify-request', (event) => {
      event.preventDefault();
    });
    await seen.fill('code', '123456');
    await seen.press('Verify');
    await element.updateComplete;
    expect([given.length, seen.input('code').value]).to.deep.equal([0, '123456']);
  });
});

describe('cc-mfa-challenge refusal and failure', () => {
  it('C05: says how many tries are left, and after the second mistake to check the phone’s clock', async () => {
    const { seen } = await asked([wrong(4), wrong(3)]);
    await seen.fill('code', '111111');
    await seen.press('Verify');
    await until(() => seen.message('code').endsWith('4 tries left.'), 'tries');
    await seen.fill('code', '222222');
    await seen.press('Verify');
    await until(() => seen.message('code').includes('sets its clock automatically'), 'the hint');
    expect(seen.message('code')).to.contain('3 tries left.');
  });

  it('C02: a code that was used says in how many seconds the next one comes', async () => {
    const { seen } = await asked([refusal('code-reused', 'mfa_code_used', {}, 12)]);
    await seen.fill('code', '111111');
    await seen.press('Verify');
    await until(
      () => seen.message('code') === 'That code was already used. Wait 12 seconds for the next code.',
      'the seconds',
    );
  });

  it('C04: a failing server keeps what is typed, and the same press tries again', async () => {
    const { seen, given } = await asked([refusal('unavailable', 'unavailable')]);
    await seen.fill('code', '111111');
    await seen.press('Verify');
    await until(() => seen.alert() !== '', 'the failure');
    expect(seen.input('code').value).to.equal('111111');
    await seen.press('Verify');
    await until(() => given.length === 2, 'again');
  });

  it('C03: after the last try a fresh proof can be started again', async () => {
    const { seen, started } = await asked([wrong(0)]);
    await seen.fill('code', '111111');
    await seen.press('Verify');
    await until(() => seen.labels().includes('Try again'), 'the way out');
    expect(seen.alert()).to.contain('nothing was changed');
    await seen.press('Try again');
    await until(() => seen.fields().length === 1, 'asked again');
    expect(started.length).to.equal(2);
  });

  it('T22: a locked factor leaves recovery codes open', async () => {
    const { seen, given } = await asked([refusal('factor-locked', 'mfa_locked')]);
    await seen.fill('code', '111111');
    await seen.press('Verify');
    await until(() => seen.fields()[0] === 'Recovery code', 'recovery');
    expect(seen.alert()).to.contain('Use a recovery code.');
    await seen.fill('code', '7KQM-2XRT-P4WD-9HFB');
    await seen.press('Verify');
    await until(() => given.length === 2, 'it is sent');
  });

  it('R64: a factor that pauses says until when, and recovery codes work meanwhile', async () => {
    const { seen, given } = await asked([refusal('factor-locked', 'mfa_locked', {}, 120)]);
    await seen.fill('code', '111111');
    await seen.press('Verify');
    await until(() => /work again at \d\d:\d\d/.test(seen.alert()), 'the time');
    await seen.fill('code', '7KQM-2XRT-P4WD-9HFB');
    await seen.press('Verify');
    await until(() => given.length === 2, 'recovery is not paused');
  });

  it('C06: a challenge that ends is announced before, and prolonged with what is typed kept', async () => {
    const { seen, started, page } = await asked([], { expiresAt: soon(1) });
    await until(() => seen.labels().includes('I need more time'), 'the note');
    expect(page.querySelector('[data-cc-live="assertive"]')?.textContent).to.contain('ends in 1 minute');
    await seen.fill('code', '1234');
    await seen.press('I need more time');
    await until(() => started.length === 2, 'another challenge');
    expect(seen.input('code').value).to.equal('1234');
  });

  it('C06: an answer that comes too late goes to a new challenge, once', async () => {
    const slow = held<SignedIn>();
    const { seen, element, given, started, backend } = await asked([slow.promise]);
    await seen.fill('code', '123456');
    await seen.press('Verify');
    await until(() => given.length === 1, 'on its way');
    backend.clock.advance(6 * 60_000);
    const verified = oneEvent(element, 'cc-mfa-verified');
    slow.fail(refusal('challenge-ended', 'challenge_ended'));
    await verified;
    expect([started.length, given]).to.deep.equal([2, [{ code: '123456' }, { code: '123456' }]]);
  });

  it('C08: a challenge that ended elsewhere is explained', async () => {
    const { seen } = await asked([refusal('challenge-ended', 'challenge_ended')], {
      challengeId: 'chl_page',
    });
    await seen.fill('code', '111111');
    await seen.press('Verify');
    await until(() => seen.alert().includes('maybe because your second factor was changed'), 'why');
  });
});

describe('R69: a fresh proof in the middle of an act', () => {
  async function suspending(options: MockOptions = {}) {
    const scene = await mfaScene<CcUserRoster>('cc-user-roster', { scenario: 'northwind', ...options });
    const seen = new UserRosterHarness(scene.element);
    await until(() => seen.names().includes('Daniel Reyes'), 'the people');
    scene.backend.clock.advance(16 * 60_000);
    await seen.act('Daniel Reyes', 'Suspend');
    await until(() => scene.page.querySelector('cc-mfa-challenge input'), 'the dialog');
    const dialog = scene.page.querySelector('cc-mfa-challenge') as CcMfaChallenge;
    const proof = new MfaChallengeHarness(dialog);
    await until(() => proof.isOpen(), 'it is open');
    return { ...scene, seen, proof, dialog };
  }

  it('goes on by itself with what was asked', async () => {
    const { proof, page, backend } = await suspending();
    await proof.fill('password', 'northwind-demo-2026');
    await proof.press('Confirm');
    await until(() => !page.querySelector('cc-mfa-challenge'), 'the dialog is gone');
    const member = async () =>
      (await backend.client.members.list(backend.accountId, { q: 'Daniel Reyes' })).items[0]?.status;
    let status: string | undefined;
    for (let turn = 0; turn < 50 && status !== 'suspended'; turn += 1) {
      status = await member();
      await new Promise((next) => setTimeout(next, 50));
    }
    expect(status).to.equal('suspended');
  });

  it('changes nothing when the dialog is closed, and says what is missing', async () => {
    const { seen, proof, page, element } = await suspending();
    await proof.press('Cancel');
    await until(() => !page.querySelector('cc-mfa-challenge'), 'the dialog is gone');
    await until(() => element.shadowRoot?.textContent?.includes('Confirm it’s you to go on.'), 'the reason');
    expect(seen.names()).to.include('Daniel Reyes');
  });

  it('looks like the element it serves', async () => {
    const { dialog, element } = await suspending();
    expect(dialog.parentElement).to.equal(element.parentElement);
    await expectAccessible(dialog);
  });
});

describe('cc-mfa-challenge accessibility', () => {
  it('has no findings as a card, with a mistake, for a recovery code and as a dialog', async () => {
    const { seen, element } = await asked([wrong(4)]);
    await expectAccessible(element);
    await seen.fill('code', '111111');
    await seen.press('Verify');
    await until(() => seen.input('code').ariaInvalid === 'true', 'the mistake');
    await expectAccessible(element);
    await seen.press('Use a recovery code');
    await expectAccessible(element);
    const dialog = await asked([], { modal: true });
    await until(() => dialog.seen.isOpen(), 'open');
    await until(() => dialog.seen.input('code').matches(':focus'), 'focus is in the field');
    await expectAccessible(dialog.element);
  });
});
