import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

/**
 * The clients of a partner account: which plan they are on, how full they are, what you may do in each, and a way
 * in. Give it `href-template` where each account has a page of its own.
 */
const meta: Meta = {
  title: 'Elements/cc-account-list',
  component: 'cc-account-list',
  args: { pageSize: 10, selectable: false, addable: false },
  parameters: { backend: { account: 'northwind' } },
  render: ({ pageSize, selectable, addable }) => html`
    <cc-account-list page-size=${pageSize} ?selectable=${selectable} ?addable=${addable}></cc-account-list>
  `,
};
export default meta;

type Story = StoryObj;

/** 240 clients, ten at a time. */
export const Playground: Story = {};

/** Above 200 accounts: one long list that is loaded around what can be seen. */
export const OneLongList: Story = {
  render: () => html`<cc-account-list selectable></cc-account-list>`,
};

/** Every part has a name; `heading`, `header-actions`, `toolbar-end`, `notice` and `footer` are slots. */
export const Anatomy: Story = {
  render: () => html`
    <cc-account-list page-size="5">
      <h2 slot="heading">Clients</h2>
      <a slot="header-actions" href="#import">Import clients</a>
      <p slot="notice">Billing closes on Friday.</p>
    </cc-account-list>
  `,
};

/** Select accounts, on this page or all that match, to give somebody access to them. */
export const Selecting: Story = { args: { selectable: true } };

/** Open is a real link where the host names the address of an account’s page. */
export const WithLinks: Story = {
  render: () => html`<cc-account-list page-size="5" href-template="#/accounts/{id}"></cc-account-list>`,
};

/** Only what is overdue. */
export const Filtered: Story = {
  render: () => html`<cc-account-list page-size="5" filter="status=overdue"></cc-account-list>`,
};

/** Closed accounts that the viewer may still bring back, with their people (R85). */
export const CanBeRestored: Story = {
  render: () => html`<cc-account-list filter="status=closed"></cc-account-list>`,
};

/** Clients that were referred, not managed: known by name and status, and not to be entered. */
export const Referred: Story = {
  render: () => html`<cc-account-list selectable filter="relationship=referred"></cc-account-list>`,
};

/** Nothing matches: the filter in the way is named, and the smallest change is offered. */
export const NothingFound: Story = {
  render: () => html`<cc-account-list filter="q=harbour&status=closing"></cc-account-list>`,
};

/** The list is being loaded: rows of the real height. */
export const Loading: Story = {
  parameters: { backend: { account: 'northwind', network: { latency: 60_000 } } },
};

/** The list can’t be loaded: why, what did not change, and a way to try again. */
export const Failed: Story = {
  parameters: { backend: { account: 'northwind', network: { offline: true } } },
};

/** Somebody of one client sees the accounts they can open themselves, and no other (R5). */
export const OfAClient: Story = {
  parameters: { backend: { account: 'bluebird', viewer: 'bluebird.owner' } },
};

/** Accounts as cards, as they stand in a narrow container. */
export const Narrow: Story = {
  render: () => html`<cc-account-list view="cards" page-size="5"></cc-account-list>`,
};
