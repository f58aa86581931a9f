import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

/** Shows, disables or explains what you put inside, by what the signed-in person may do. */
const meta: Meta = {
  title: 'Elements/cc-can',
  component: 'cc-can',
  args: { capability: 'campaigns.schedule', mode: 'disable' },
  parameters: { backend: { account: 'bluebird', viewer: 'bluebird.creator' } },
  render: ({ capability, mode }) => html`
    <cc-can capability=${capability} mode=${mode}><button type="button">Schedule</button></cc-can>
  `,
};
export default meta;

type Story = StoryObj;

/** The control stays focusable, does nothing, and says why. */
export const Playground: Story = {};

/** The reason stands in place of the control. */
export const Explained: Story = { args: { mode: 'explain' } };

/** Nothing is shown, or what the host gives in its place. */
export const Hidden: Story = {
  render: () => html`
    <cc-can capability="campaigns.schedule">
      <button type="button">Schedule</button>
      <p slot="denied">Scheduling is done by your Account Manager.</p>
    </cc-can>
  `,
};
