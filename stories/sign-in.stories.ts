import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

/**
 * Sign-in of the backend itself: username and password, then the code of a second factor where one is on. The
 * fields are in light DOM, where password managers find them. Pages with a sign-in of their own don't need it.
 */
const meta: Meta = {
  title: 'Elements/cc-sign-in',
  component: 'cc-sign-in',
  args: { username: '', redirect: '' },
  parameters: { backend: { viewer: null } },
  render: ({ username, redirect }) => html`
    <cc-sign-in username=${username} .redirect=${redirect || undefined}></cc-sign-in>
  `,
};
export default meta;

type Story = StoryObj;

/** What the page passes to the second step; nothing is signed in by this story. */
const challenge = {
  status: 'pending',
  challengeId: 'chl_story',
  methods: ['totp', 'recovery_code'],
  expiresAt: '2030-01-01T00:00:00.000Z',
};

function fill(card: HTMLElement, name: string, value: string): void {
  const input = card.querySelector<HTMLInputElement>(`[slot="${name}"]`);
  if (input) input.value = value;
}

/** Types a username and a password, and presses Sign in. */
function signIn(canvas: HTMLElement): void {
  const card = canvas.querySelector<HTMLElement>('cc-sign-in');
  if (!card) return;
  fill(card, 'username', 'partner.owner');
  fill(card, 'password', 'not the right one');
  card.shadowRoot?.querySelector<HTMLElement>('.primary')?.click();
}

/** A person who isn’t signed in. */
export const Playground: Story = {};

/** A logo above, help below, and inputs of the page in place of ours. */
export const Anatomy: Story = {
  render: () => html`
    <cc-sign-in>
      <strong slot="logo">Northwind Partners</strong>
      <input slot="username" name="login" autocomplete="username" />
      <p slot="footer">Trouble signing in? Ask your Account Owner.</p>
    </cc-sign-in>
  `,
};

/** The page knows who it was last time, so focus begins at the password. */
export const KnownUsername: Story = { args: { username: 'partner.owner' } };

/** A refusal never says which part was wrong, and keeps what was typed. */
export const Refused: Story = {
  play: ({ canvasElement }) => {
    signIn(canvasElement);
  },
};

/** The step after the password: one field for codes of every kind. Remembering the device is a choice. */
export const SecondFactor: Story = {
  render: () => html`
    <cc-sign-in
      @cc-sign-in-request=${(event: Event & { respondWith(answer: unknown): void }) => {
        event.respondWith(challenge);
      }}
    ></cc-sign-in>
  `,
  play: ({ canvasElement }) => {
    signIn(canvasElement);
  },
};

/** Somebody is signed in already: go on, or leave. */
export const SignedIn: Story = {
  args: { redirect: '/' },
  parameters: { backend: { viewer: 'partner.owner' } },
};

/** An address of another origin isn’t followed. */
export const RefusedReturn: Story = {
  args: { redirect: 'https://elsewhere.test/' },
  parameters: { backend: { viewer: 'partner.owner' } },
};

/** Nothing gets through; the form stays, and says so when it is sent. */
export const Offline: Story = { parameters: { backend: { viewer: null, network: { offline: true } } } };

/** In a right-to-left language the card mirrors. */
export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar"><cc-sign-in></cc-sign-in></div>`,
};
