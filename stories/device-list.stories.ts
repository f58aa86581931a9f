import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { aRefusal, createFakeClient } from 'crew-components/testing';
import { html } from 'lit';

const device = (id: string, label: string, more: object = {}) => ({
  ...{ id, label, current: false, lastCountry: null },
  firstSeenAt: '2026-11-01T09:00:00.000Z',
  lastSeenAt: '2026-11-21T09:00:00.000Z',
  expiresAt: '2026-12-01T09:00:00.000Z',
  ...more,
});
const three = [
  device('dev_1', 'Firefox on Linux', { current: true }),
  device('dev_2', 'Safari on iPhone', { lastCountry: 'Portugal' }),
  device('dev_3', 'Edge on Windows'),
];

const client = (items: readonly object[] | Error) =>
  createFakeClient({
    calls: {
      'devices.list': () => {
        if (items instanceof Error) throw items;
        return { items };
      },
      'devices.forget': () => undefined,
      'devices.forgetAll': () => undefined,
    },
  });

/** The browsers on which the person ticked "Remember this device", and the ways to forget them. */
const meta: Meta = {
  title: 'Elements/cc-device-list',
  component: 'cc-device-list',
  parameters: { backend: false },
  render: () => html`<cc-device-list .client=${client(three)}></cc-device-list>`,
};
export default meta;

type Story = StoryObj;

/** Three devices; the one in use is marked. */
export const Playground: Story = {};

/** None is remembered. */
export const Empty: Story = {
  render: () => html`<cc-device-list .client=${client([])}></cc-device-list>`,
};

/** Words of the page where there is none. */
export const Anatomy: Story = {
  render: () => html`
    <cc-device-list .client=${client([])}><p slot="empty">You have no remembered browser.</p></cc-device-list>
  `,
};

/** The list could not be loaded. */
export const Failed: Story = {
  render: () => html`<cc-device-list .client=${client(aRefusal('unavailable'))}></cc-device-list>`,
};

/** Everything can be read, nothing forgotten. */
export const ReadOnly: Story = {
  render: () => html`<cc-device-list .client=${client(three)} readonly></cc-device-list>`,
};

/** Long names wrap. */
export const LongNames: Story = {
  render: () => html`
    <cc-device-list
      .client=${client([device('dev_1', 'A browser with a very long name on a system with a longer one')])}
    ></cc-device-list>
  `,
};

/** In a right-to-left language the list mirrors. */
export const RightToLeft: Story = {
  render: () =>
    html`<div dir="rtl" lang="ar"><cc-device-list .client=${client(three)}></cc-device-list></div>`,
};
