import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

/**
 * How many users the plan of a client account includes, and how many are taken. Use it beside whatever adds a
 * user; `cc-user-roster` shows it in its header.
 */
const meta: Meta = {
  title: 'Elements/cc-seat-meter',
  component: 'cc-seat-meter',
  args: { warnAt: 0 },
  parameters: { backend: { account: 'harbourlane' } },
  render: ({ warnAt }) => html`<cc-seat-meter warn-at=${warnAt}></cc-seat-meter>`,
};
export default meta;

type Story = StoryObj;

/** One of three places is taken. */
export const Playground: Story = {};

/** Every part has a name: `track`, `segment`, `used`, `pending`, `label`. */
export const Anatomy: Story = {
  parameters: { backend: { account: 'bluebird' } },
  render: () => html`
    <cc-seat-meter><span slot="label">All three users of Standard are in use</span></cc-seat-meter>
  `,
};

/** No place is left: the tone changes, and a link leads to the plan. */
export const Full: Story = { parameters: { backend: { account: 'bluebird' } } };

/** One of the places waits for an invited person: hatched, and counted. */
export const Pending: Story = {
  parameters: { backend: { scenario: 'seat-limit', account: 'bluebird', viewer: 'bluebird.owner' } },
};

/** The plan has become smaller than the people on it: how many are too many is said. */
export const OverLimit: Story = {
  parameters: { backend: { scenario: 'over-limit', account: 'bluebird', viewer: 'bluebird.owner' } },
};

/** A host shows its own plan page in place of the link. */
export const OwnPlanPage: Story = {
  parameters: { backend: { account: 'bluebird' } },
  render: () => html`
    <cc-seat-meter
      @cc-plan-open-request=${(event: CustomEvent & { respondWith(done: Promise<void>): void }) => {
        event.respondWith(Promise.resolve());
      }}
    ></cc-seat-meter>
  `,
};

/** Partner accounts and some plans have no limit: words, and no meter. */
export const Unlimited: Story = { parameters: { backend: { account: 'northwind' } } };

/** Warns before the last place goes. */
export const WarnsEarly: Story = { args: { warnAt: 2 } };

/** The number is being asked. */
export const Loading: Story = {
  parameters: { backend: { account: 'harbourlane', network: { latency: 60_000 } } },
};

/** The number can’t be asked: a way to try again. */
export const Failed: Story = {
  parameters: { backend: { account: 'harbourlane', network: { offline: true } } },
};

/** Right to left the bar fills from the right. */
export const RightToLeft: Story = {
  render: () => html`<div dir="rtl"><cc-seat-meter></cc-seat-meter></div>`,
};
