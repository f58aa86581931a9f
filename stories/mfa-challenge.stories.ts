import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { aRefusal, createFakeClient } from 'crew-components/testing';
import { html } from 'lit';

interface Asked {
  methods?: string[];
  /** Minutes until the challenge ends. */
  minutes?: number;
  /** What the backend answers. */
  answer?: () => unknown;
}

function client({ methods = ['totp', 'recovery_code'], minutes = 5, answer }: Asked = {}) {
  const expiresAt = new Date(Date.now() + minutes * 60_000).toISOString();
  return createFakeClient({
    calls: {
      'auth.stepUp': () => ({ challengeId: 'chl_story', methods, expiresAt }),
      ...(answer && { 'auth.answer': answer }),
    },
  });
}

const wrong = (attemptsLeft: number) => () => {
  throw aRefusal('code-invalid', { code: 'mfa_code_wrong', attemptsLeft });
};

/**
 * Asks for a second factor: to finish a sign-in that the page began, or for a fresh proof before a sensitive act. Our
 * own elements open it as a dialog when the backend asks for a proof, and go on with what the person was doing.
 */
const meta: Meta = {
  title: 'Elements/cc-mfa-challenge',
  component: 'cc-mfa-challenge',
  parameters: { backend: false },
  args: { withoutTrust: false, challengeId: '' },
  render: ({ withoutTrust, challengeId }) => html`
    <cc-mfa-challenge
      .client=${client()}
      .challengeId=${challengeId || undefined}
      ?without-trust=${withoutTrust}
    ></cc-mfa-challenge>
  `,
};
export default meta;

type Story = StoryObj;

const asked = (how: Asked, challengeId?: string): Story => ({
  render: () => html`
    <cc-mfa-challenge .client=${client(how)} .challengeId=${challengeId}></cc-mfa-challenge>
  `,
});

/** Waits for the field, which comes with the step. */
async function field(canvas: HTMLElement, name = 'code'): Promise<HTMLInputElement> {
  for (;;) {
    const input = canvas.querySelector<HTMLInputElement>(`cc-mfa-challenge [slot="${name}"]`);
    if (input) return input;
    await new Promise((next) => setTimeout(next, 20));
  }
}

const press = (canvas: HTMLElement, words: string) => {
  const buttons = canvas.querySelector('cc-mfa-challenge')?.shadowRoot?.querySelectorAll('button') ?? [];
  [...buttons].find((button) => button.textContent.includes(words))?.click();
};

const typed =
  (code: string) =>
  async ({ canvasElement }: { canvasElement: HTMLElement }) => {
    const input = await field(canvasElement);
    input.value = code;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    press(canvasElement, 'Verify');
  };

/** A fresh proof: one field for the code of the app and for recovery codes. */
export const Playground: Story = {};

/** The page began the sign-in itself and has its challenge. Remembering the device is a choice. */
export const SignIn: Story = { args: { challengeId: 'chl_story' } };

/** Words of the page below the heading, below the other ways, and at the end. */
export const Anatomy: Story = {
  render: () => html`
    <cc-mfa-challenge .client=${client()}>
      <p slot="intro">You are about to change who owns this account.</p>
      <p slot="methods">Or call support.</p>
      <p slot="help"><a href="#help">What is a second factor?</a></p>
    </cc-mfa-challenge>
  `,
};

/** Who has no second factor gives the password again. */
export const Password = asked({ methods: ['password'] });

/** On a browser that is not known, without a second factor, a code is mailed. */
export const MailedCode = asked({ methods: ['email_code'] });

/** A recovery code: letters, so another keyboard and no cells. */
export const RecoveryCode: Story = {
  ...asked({}),
  play: async ({ canvasElement }) => {
    await field(canvasElement);
    press(canvasElement, 'Use a recovery code');
  },
};

/** A wrong code says how many tries are left, and what to do. */
export const WrongCode: Story = { ...asked({ answer: wrong(4) }), play: typed('518203') };

/** Codes of the app are locked after too many tries; recovery codes are not. */
export const Locked: Story = {
  ...asked({
    answer: () => {
      throw aRefusal('factor-locked');
    },
  }),
  play: typed('518203'),
};

/** The last try is gone: nothing was changed, and it can be started again. */
export const Ended: Story = { ...asked({ answer: wrong(0) }), play: typed('518203') };

/** A minute before the end there is a way to more time. */
export const EndsSoon = asked({ minutes: 1 });

/** As the dialog that our elements open in the middle of an act. */
export const Dialog: Story = {
  render: () => html`<cc-mfa-challenge .client=${client()} modal without-trust></cc-mfa-challenge>`,
  play: async ({ canvasElement }) => {
    await field(canvasElement);
    // Fading in is no state to be judged.
    const dialog = canvasElement.querySelector('cc-mfa-challenge')?.shadowRoot?.querySelector('dialog');
    await Promise.all(dialog?.getAnimations({ subtree: true }).map(({ finished }) => finished) ?? []);
  },
};

/** In a right-to-left language the card mirrors; the code stays left to right. */
export const RightToLeft: Story = {
  render: () =>
    html`<div dir="rtl" lang="ar"><cc-mfa-challenge .client=${client()}></cc-mfa-challenge></div>`,
};
