import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

/**
 * *Manage users*: everybody who can open an account, with role, status, second factor and last activity, and what
 * may be done about each. Put it into any page; it finds its account through the nearest `cc-provider`.
 */
const meta: Meta = {
  title: 'Elements/cc-user-roster',
  component: 'cc-user-roster',
  args: { readonly: false, withoutSearch: false, withoutInvite: false },
  render: ({ readonly, withoutSearch, withoutInvite }) => html`
    <cc-user-roster
      ?readonly=${readonly}
      ?without-search=${withoutSearch}
      ?without-invite=${withoutInvite}
    ></cc-user-roster>
  `,
};
export default meta;

type Story = StoryObj;

/** A partner account: invited people above the members, no limit of users. */
export const Playground: Story = {};

/** A client account at the limit of its plan: why nobody can be added, and the way out. */
export const PlanLimit: Story = { parameters: { backend: { account: 'bluebird' } } };

/** A client account with room, seen by its own owner. The people of the partner who reach it are listed below. */
export const ClientAccount: Story = {
  parameters: { backend: { account: 'harbourlane', viewer: 'harbourlane.owner' } },
};

/** Nobody but the owner yet: what is true, why to act, and one way to. */
export const OnlyTheOwner: Story = { parameters: { backend: { scenario: 'empty' } } };

/** Three people: no filters, because there is nothing to look for. */
export const Three: Story = { parameters: { backend: { scenario: 'three' } } };

/** More people than the plan includes: nobody vanishes, and the banner asks whom to suspend. */
export const OverLimit: Story = { parameters: { backend: { scenario: 'over-limit' } } };

/** Expired invites stay until somebody deals with them. */
export const ExpiredInvites: Story = { parameters: { backend: { scenario: 'expired-invites' } } };

/** Very long names and addresses shorten, and say all on hover; the rows keep their height. */
export const LongNames: Story = { parameters: { backend: { scenario: 'long-names' } } };

/** Somebody who may not manage users. */
export const Refused: Story = { parameters: { backend: { viewer: 'partner.creator' } } };

/** The list is being loaded: rows of the real height. */
export const Loading: Story = { parameters: { backend: { network: { latency: 60_000 } } } };

/** The list can't be loaded: why, what did not change, and a way to try again. */
export const Failed: Story = { parameters: { backend: { network: { offline: true } } } };

/** For somebody who only looks. */
export const ReadOnly: Story = { args: { readonly: true } };

/** In a narrow place the table becomes a list, and Add New User stays at hand. */
export const Narrow: Story = { globals: { width: '360 px' } };
