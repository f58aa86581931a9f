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

/** The host's own roles, with rights of their own; what has no rights on clients is not offered there. */
export const OwnRoles: Story = {
  render: () => html`
    <cc-role-matrix
      .roles=${[
        { id: 'account_manager' },
        {
          id: 'editor',
          label: 'Editor with a rather long name for a column',
          parent: ['campaigns.edit', 'children.access'],
          children: ['campaigns.edit'],
          child: [],
        },
      ]}
    ></cc-role-matrix>
  `,
};

/** Right to left. */
export const RightToLeft: Story = { parameters: { backend: undefined }, globals: { locale: 'ar' } };

/** Under 720 px one side at a time, the partner account first. */
export const Narrow: Story = { globals: { width: '360 px' } };

/** One side alone. */
export const ClientSide: Story = { args: { view: 'child' } };
