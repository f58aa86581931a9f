import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { aRefusal, createFakeClient } from 'crew-components/testing';
import { html } from 'lit';

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const codes = [
  ...['7KQM-2XRT-P4WD-9HFB', 'ZN83-5C6V-H2TJ-QY5K', 'R6XB-M7DP-C9KF-4WZG', 'TV5K-8NJR-J3HQ-X2MC'],
  ...['B7PW-6ZKD-M8YG-F5TV', '4HJN-W2QX-8RKC-V6BD', 'K9TF-3MPZ-Y7GH-2NWX', 'D5RV-J8XC-4QTB-H3KP'],
  ...['W6GM-7YNK-P2FZ-9DJR', 'X3BH-T8VQ-6MKW-C4NY'],
];
const factor = {
  ...{ id: 'mfa_story', method: 'totp', state: 'active', label: null, version: 1 },
  createdAt: '2026-11-01T09:00:00.000Z',
  lastUsedAt: '2026-11-21T09:00:00.000Z',
};

interface World {
  demand?: 'required' | 'suggested' | 'none';
  factors?: readonly object[];
  remaining?: number;
  saved?: boolean;
  policy?: string;
  verify?: () => unknown;
}

function client({ demand = 'suggested', factors = [], remaining = 0, saved = true, ...more }: World = {}) {
  const started = { ...factor, state: 'pending', secret, expiresAt: '2030-01-01T00:00:00.000Z' };
  const otpauthUri = `otpauth://totp/Crew:maya.okafor?secret=${secret}&issuer=Crew`;
  return createFakeClient({
    calls: {
      'mfa.list': () => ({
        enrolments: factors,
        recoveryCodes: { remaining, createdAt: null, saved },
        policy: more.policy ?? 'encouraged',
        demand,
      }),
      'mfa.enrol': () => ({ ...started, otpauthUri }),
      'mfa.verify': more.verify ?? (() => ({ ...factor, recoveryCodes: codes })),
      'mfa.recoveryCodes': () => ({ codes }),
      'mfa.codesSaved': () => undefined,
      'mfa.remove': () => undefined,
    },
  });
}

const on = { factors: [factor], remaining: 10, demand: 'none' } as const;

/**
 * The person's own second factor: turning it on with an authenticator app, recovery codes with copy, download and
 * print, making new codes, turning it off. The QR code is drawn as one path of SVG; its library loads with it.
 */
const meta: Meta = {
  title: 'Elements/cc-mfa-setup',
  component: 'cc-mfa-setup',
  parameters: { backend: false },
  args: { step: 'overview' },
  render: ({ step }) => html`<cc-mfa-setup .client=${client()} step=${step}></cc-mfa-setup>`,
};
export default meta;

type Story = StoryObj;

const world = (what: World, step = 'overview'): Story => ({
  render: () => html`<cc-mfa-setup .client=${client(what)} step=${step}></cc-mfa-setup>`,
});

async function type(canvas: HTMLElement, code: string): Promise<void> {
  for (;;) {
    const input = canvas.querySelector<HTMLInputElement>('cc-mfa-setup [slot="code"]');
    if (input) {
      input.value = code;
      input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
      return;
    }
    await new Promise((next) => setTimeout(next, 20));
  }
}

/** No second factor yet; it is recommended. */
export const Playground: Story = {};

/** The account requires it before anything else opens. */
export const Required = world({ demand: 'required' });

/** A step of the page's own: words below the heading, another method, help at the end. */
export const Anatomy: Story = {
  render: () => html`
    <cc-mfa-setup .client=${client()}>
      <p slot="intro">Your company asks for this since June.</p>
      <button slot="methods">Use our security key</button>
      <p slot="help"><a href="#help">Which app should I take?</a></p>
    </cc-mfa-setup>
  `,
};

/** Step 1: the QR code, the same key as text, and the first code. The sixth digit starts the check. */
export const Scan = world({}, 'scan');

/** A wrong code keeps the secret; the field says what to do. */
export const WrongCode: Story = {
  ...world(
    {
      verify: () => {
        throw aRefusal('code-invalid', { code: 'mfa_code_wrong' });
      },
    },
    'scan',
  ),
  play: ({ canvasElement }) => type(canvasElement, '518203'),
};

/** Step 2: the recovery codes, this once. Leaving before they are saved asks. */
export const RecoveryCodes: Story = {
  ...world({}, 'scan'),
  play: ({ canvasElement }) => type(canvasElement, '492117'),
};

/** It is on. */
export const On = world(on);

/** Few codes are left, and nobody said that they were saved. */
export const CodesUnsaved = world({ ...on, remaining: 3, saved: false });

/** The account requires it, so it can't be turned off. */
export const CantTurnOff = world({ ...on, policy: 'required' });

/** Locked after too many wrong codes. */
export const Locked = world({ ...on, factors: [{ ...factor, state: 'locked' }] });

/** An administrator took it away: a new one comes first. */
export const Reset = world({ factors: [{ ...factor, state: 'reset_required' }], demand: 'required' });

/** Everything can be read, nothing changed. */
export const ReadOnly: Story = {
  render: () => html`<cc-mfa-setup .client=${client(on)} readonly></cc-mfa-setup>`,
};

/** It could not be loaded. */
export const Failed: Story = {
  render: () => html`
    <cc-mfa-setup
      .client=${createFakeClient({
        calls: {
          'mfa.list': () => {
            throw aRefusal('unavailable');
          },
        },
      })}
    ></cc-mfa-setup>
  `,
};

/** At 320 px nothing is wider than the page. */
export const Narrow: Story = {
  render: () => html` <cc-mfa-setup .client=${client()} step="scan"></cc-mfa-setup> `,
  globals: { width: '320 px' },
};

/** In a right-to-left language the card mirrors; key and codes stay left to right. */
export const RightToLeft: Story = {
  render: () =>
    html`<div dir="rtl" lang="ar"><cc-mfa-setup .client=${client()} step="scan"></cc-mfa-setup></div>`,
};
