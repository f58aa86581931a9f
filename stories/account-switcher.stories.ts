import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { aRefusal, createFakeClient } from 'crew-components/testing';
import { html } from 'lit';

const account = (name: string, index: number, more: object = {}) => ({
  ...{ id: `acc_${String(index).padStart(22, '0')}`, name, kind: 'child', status: 'active', parent: null },
  ...{
    planId: 'standard',
    planName: index % 3 ? 'Standard' : 'Premium',
    favourite: index % 40 === 2,
    ...more,
  },
});
const partner = { id: 'acc_partner00000000000000', name: 'Northwind Partners', kind: 'parent', parent: null };

interface Query {
  readonly q?: string;
  readonly show?: string;
  readonly from?: number;
  readonly limit?: number;
}

/** A partner's person with these clients. */
const client = (clients: readonly ReturnType<typeof account>[] | Error) =>
  createFakeClient({
    calls: {
      'accounts.get': () => partner,
      'me.memberships': () => ({
        items: [{ account: partner, source: 'direct', capabilities: [] }],
        nextCursor: null,
      }),
      'accounts.list': ({ query = {} }: { query?: Query }) => {
        if (clients instanceof Error) throw clients;
        const { q = '', show, from = 0, limit = 50 } = query;
        const found = clients.filter(
          ({ name, favourite }, index) =>
            name.toLowerCase().includes(q.toLowerCase()) &&
            (show === 'favourites' ? favourite : show !== 'recent' || index < 3),
        );
        const start = Number(from);
        return {
          items: found.slice(start, start + Number(limit)),
          nextCursor: null,
          total: found.length,
        };
      },
      'me.setCurrent': () => ({ id: 'usr_1' }),
    },
  });
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => account(`Client ${index + 1}`, index + 1));
const list = (clients: readonly ReturnType<typeof account>[] | Error) => html`
  <cc-account-switcher
    layout="list"
    .client=${client(clients)}
    account-id=${partner.id}
  ></cc-account-switcher>
`;

/** The account that is shown, and the way to another: for the head of every page. */
const meta: Meta = {
  title: 'Elements/cc-account-switcher',
  component: 'cc-account-switcher',
  parameters: { backend: { account: 'northwind' } },
  render: () => html`<cc-account-switcher></cc-account-switcher>`,
};
export default meta;

type Story = StoryObj;

/** 240 clients. Press the button and type, or press a letter on it. */
export const Playground: Story = {};

/** Each account drawn by a template of the host, and a link below the list. */
export const Anatomy: Story = {
  parameters: { backend: false },
  render: () => html`
    <cc-account-switcher layout="list" .client=${client(many(20))} account-id=${partner.id}>
      <template slot="item"><b data-field="name"></b> – <span data-field="plan"></span></template>
      <a slot="footer" href="#accounts">All accounts</a>
    </cc-account-switcher>
  `,
};

/** Always open, such as on a page of its own. */
export const AsAList: Story = { parameters: { backend: false }, render: () => list(many(240)) };

/** Ten thousand: only what is in view is drawn and asked for. */
export const TenThousand: Story = { parameters: { backend: false }, render: () => list(many(10_000)) };

/** Equal names are told apart by plan and the end of the ID. */
export const EqualNames: Story = {
  parameters: { backend: false },
  render: () => list([account('Harbour Lane', 31), account('Harbour Lane', 62), account('Harbour Lane', 93)]),
};

/** Only two groups, in the host’s order. */
export const FewerGroups: Story = {
  parameters: { backend: false },
  render: () => html`
    <cc-account-switcher
      layout="list"
      .groups=${['clients', 'partner']}
      .client=${client(many(5))}
      account-id=${partner.id}
    ></cc-account-switcher>
  `,
};

/** No account is shown yet. */
export const NothingShown: Story = {
  parameters: { backend: false },
  render: () => html`<cc-account-switcher .client=${client(many(5))}></cc-account-switcher>`,
};

/** The accounts are being loaded. */
export const Loading: Story = {
  parameters: { backend: { account: 'northwind', network: { latency: 60_000 } } },
  render: () => html`<cc-account-switcher layout="list"></cc-account-switcher>`,
};

/** There is no client. */
export const Empty: Story = { parameters: { backend: false }, render: () => list([]) };

/** The accounts could not be loaded. */
export const Failed: Story = {
  parameters: { backend: false },
  render: () => list(aRefusal('unavailable')),
};

/** Somebody of a client sees only what they can open. */
export const RefusedByRole: Story = {
  parameters: { backend: { viewer: 'bluebird.creator', account: 'bluebird' } },
  render: () => html`<cc-account-switcher layout="list"></cc-account-switcher>`,
};

/** Long names are cut, with the whole in their title. */
export const LongNames: Story = {
  parameters: { backend: false },
  render: () =>
    list([account('Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch & Sons Limited', 1)]),
};

/** In a right-to-left language everything mirrors but IDs. */
export const RightToLeft: Story = {
  parameters: { backend: false },
  render: () => html`<div dir="rtl" lang="ar">${list(many(8))}</div>`,
};

/** In a narrow container. */
export const Narrow: Story = {
  parameters: { backend: false },
  globals: { width: '320 px' },
  render: () => list(many(8)),
};
