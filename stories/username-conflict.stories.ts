import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../src/define/username-conflict.js';

const draft = { email: 'priya.nair@studio-nair.test', roleId: 'campaign_creator', name: 'Priya' } as const;
const accepting = {
  ...{ side: 'invitee', username: 'priya.nair@studio-nair.test', accountName: 'Northwind Partners' },
  inviterName: 'Daniel Reyes',
};

/**
 * The way out when an address or a name is a sign-in name elsewhere. `cc-invite-dialog` and `cc-accept-invite` show
 * it by themselves; put it on a page of your own to follow an invite that waits, or to let people change their
 * own username.
 */
const meta: Meta = {
  title: 'Elements/cc-username-conflict',
  component: 'cc-username-conflict',
  parameters: { backend: { scenario: 'username-conflict' } },
  args: { conflict: { side: 'inviter', draft } },
  render: ({ conflict }) => html`<cc-username-conflict .conflict=${conflict}></cc-username-conflict>`,
};

export default meta;
type Story = StoryObj;

/** Somebody invites: three ways, the quickest first, with a name that is free. Nobody learns which account it is. */
export const Playground: Story = {};

/** Whoever manages the users of the other account anyway is told which one it is. */
export const KnownAccount: Story = {
  args: { conflict: { side: 'inviter', draft, account: { id: 'acc_1', name: 'Bluebird Dental' } } },
};

/** The invitee meets it under one login for each account. */
export const Accepting: Story = {
  parameters: { backend: { scenario: 'username-conflict', viewer: null } },
  args: { conflict: { ...accepting, kind: 'username-taken', identityPolicy: 'per_account' } },
};

/** Under one login for all accounts the login that exists is joined with. */
export const LoginExists: Story = {
  parameters: { backend: { viewer: null } },
  args: { conflict: { ...accepting, kind: 'identity-exists', identityPolicy: 'one_identity' } },
};

/** Without a conflict it is the place where people change their own username. */
export const OwnUsername: Story = {
  parameters: {
    backend: { scenario: 'username-conflict', viewer: 'priya.nair@studio-nair.test', account: 'bluebird' },
  },
  args: { conflict: undefined },
};

/** Nothing is lost offline; the same press tries again. */
export const Offline: Story = {
  parameters: { backend: { scenario: 'username-conflict', network: { offline: true } } },
};

/** In 360 px. */
export const Narrow: Story = { globals: { width: '360 px' } };

/** In a language written from right to left; names and addresses stay left to right. */
export const RightToLeft: Story = {
  render: ({ conflict }) =>
    html`<div dir="rtl" lang="ar">
      <cc-username-conflict .conflict=${conflict}></cc-username-conflict>
    </div>`,
};
