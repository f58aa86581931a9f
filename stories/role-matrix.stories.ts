import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

/** What each role can do, by the account somebody is added on. Use it where people choose or compare roles. */
const meta: Meta = {
  title: 'Elements/cc-role-matrix',
  component: 'cc-role-matrix',
  args: { view: 'both', highlight: '' },
  parameters: { backend: false },
  render: ({ view, highlight }) => html`
    <cc-role-matrix view=${view} highlight=${highlight}></cc-role-matrix>
  `,
};
export default meta;

type Story = StoryObj;

/** Both sides beside each other. */
export const Playground: Story = {};

/** The role that somebody is about to choose stands out. */
export const Highlighted: Story = { args: { highlight: 'parent:campaign_creator' } };

/** One side alone. */
export const ClientSide: Story = { args: { view: 'child' } };
