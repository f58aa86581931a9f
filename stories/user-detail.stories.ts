import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { aMember, anAccount, createFakeClient, idOf } from 'crew-components/testing';
import { html } from 'lit';

const account = anAccount();
const maya = aMember({
  username: 'maya.okafor',
  displayName: 'Maya Okafor',
  roleId: 'account_owner',
  mfaActive: true,
});
const aisha = aMember({
  username: 'aisha.rahman',
  displayName: 'Aisha Rahman',
  email: 'aisha@northwind.test',
  roleId: 'account_manager',
  mfaActive: true,
});
const transfer = {
  id: 'own_1',
  accountId: account.id,
  from: { membershipId: maya.id, userId: maya.userId, displayName: 'Maya Okafor', username: 'maya.okafor' },
  to: { membershipId: aisha.id, userId: aisha.userId, displayName: 'Aisha Rahman', username: 'aisha.rahman' },
  state: 'pending',
  createdAt: '2026-11-21T15:00:00.000Z',
  expiresAt: '2026-11-24T15:00:00.000Z',
  decidedAt: null,
  version: 1,
};
const entry = {
  id: 'aud_1',
  at: '2026-11-21T15:00:00.000Z',
  actor: { userId: maya.userId, displayName: 'Maya Okafor', username: 'maya.okafor' },
  accountId: account.id,
  action: 'member.role-changed',
  targetType: 'membership',
  targetId: aisha.id,
  targetName: 'Aisha Rahman',
  before: { roleId: 'campaign_creator' },
  after: { roleId: 'account_manager' },
  ip: null,
  correlationId: null,
};

interface World {
  members?: readonly (typeof aisha)[];
  viewer?: string;
  offered?: boolean;
  calls?: Record<string, () => unknown>;
}

const client = ({
  members = [maya, aisha],
  viewer = 'maya.okafor',
  offered = false,
  calls = {},
}: World = {}) =>
  createFakeClient({
    members,
    viewer: idOf('usr', viewer),
    calls: {
      'ownership.get': () => (offered ? transfer : null),
      'audit.list': () => ({ items: [entry], nextCursor: null }),
      'links.partnerPeople': () => ({ parent: null, items: [] }),
      'devices.list': () => ({ items: [] }),
      ...calls,
    },
  });

const page = (world: World, id: string = aisha.id, layout = 'panel') =>
  html`<cc-user-detail
    account-id=${account.id}
    member-id=${id}
    layout=${layout}
    .client=${client(world)}
  ></cc-user-detail>`;

/**
 * One member of one account: who they are, what their role means here and on clients, where their access comes from,
 * their second factor, what happened, and what can be done. What is not possible says why, before any click.
 */
const meta: Meta = {
  title: 'Elements/cc-user-detail',
  component: 'cc-user-detail',
  parameters: { backend: false },
};
export default meta;

type Story = StoryObj;

/** Beside a list, as an owner sees a colleague. */
export const Playground: Story = { render: () => page({}) };

/** On a page of its own the sections stand side by side. */
export const Page: Story = { render: () => page({}, aisha.id, 'page') };

/** `summary`, `section` and `danger` take content of the host. */
export const Anatomy: Story = {
  render: () => html`
    <cc-user-detail account-id=${account.id} member-id=${aisha.id} .client=${client()}>
      <p slot="summary">Works from Leeds, answers until six.</p>
      <section slot="section">
        <h3>Notes</h3>
        <p>Prefers email.</p>
      </section>
      <p slot="danger">Contracts end on 31 December.</p>
    </cc-user-detail>
  `,
};

/** The owner’s own page: nobody else becomes owner by a click, so leaving has to wait. */
export const LastOwner: Story = { render: () => page({}, maya.id) };

/** The ownership is offered; the owner may take the offer back until it is accepted. */
export const PendingTransfer: Story = { render: () => page({ offered: true }) };

/** The owner’s own page while the ownership is offered. */
export const OwnerWithPendingTransfer: Story = { render: () => page({ offered: true }, maya.id) };

/** What the person sees whom the ownership is offered to. */
export const Offered: Story = {
  render: () =>
    page({
      offered: true,
      viewer: 'aisha.rahman',
      calls: { 'members.get': () => ({ ...aisha, you: true }) },
    }),
};

/** Suspended: the role opens nothing, and everything stays to be given back. */
export const Suspended: Story = {
  render: () =>
    page({ members: [maya, { ...aisha, status: 'suspended', suspendedAt: '2026-11-20T09:00:00.000Z' }] }),
};

/** A role that only a newer server knows is shown by its name and not changed. */
export const UnknownRole: Story = {
  render: () => page({ members: [maya, { ...aisha, roleId: 'auditor' }] }),
};

/** Somebody else was faster: both roles are said, the one chosen is kept, and the person decides. */
export const LiveConflict: Story = {
  render: () => page({}),
  async play({ canvasElement }) {
    const detail = canvasElement.querySelector('cc-user-detail');
    const other = detail?.client as ReturnType<typeof client> | undefined;
    const press = async (selector: string, words = '') => {
      for (let round = 0; round < 100; round += 1) {
        const all = [...(detail?.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? [])];
        const control = all.find(({ innerText }) => innerText.startsWith(words));
        if (control) return control.click();
        await new Promise((done) => setTimeout(done, 50));
      }
    };
    await press('button.role');
    await other?.as(maya.userId).members.setRole(account.id, aisha, 'partner_manager');
    await press('#menu:popover-open [role="menuitemradio"]', 'Campaign Creator');
  },
};

/** Everything can be read and nothing changed. */
export const ReadOnly: Story = {
  render: () => html`
    <cc-user-detail
      readonly
      account-id=${account.id}
      member-id=${aisha.id}
      .client=${client()}
    ></cc-user-detail>
  `,
};

/** Somebody who manages no users may look at nobody but themselves. */
export const Refused: Story = {
  render: () => html`<cc-user-detail member-id="mem_0000000000000000000000"></cc-user-detail>`,
  parameters: { backend: { viewer: 'partner.creator' } },
};

/** The viewer’s own page, where no member is named: their devices, and the way out. */
export const Oneself: Story = {
  render: () => html`<cc-user-detail></cc-user-detail>`,
  parameters: { backend: { viewer: 'partner.creator' } },
};

/** The person is no user any more. */
export const Gone: Story = { render: () => page({}, 'mem_0000000000000000000000') };

/** The person is being loaded. */
export const Loading: Story = {
  render: () => html`<cc-user-detail></cc-user-detail>`,
  parameters: { backend: { network: { latency: 60_000 } } },
};

/** The person can’t be loaded: why, what did not change, and a way to try again. */
export const Failed: Story = {
  render: () => html`<cc-user-detail></cc-user-detail>`,
  parameters: { backend: { network: { offline: true } } },
};

/** Nobody has done anything yet. */
export const EmptyHistory: Story = {
  render: () => page({ calls: { 'audit.list': () => ({ items: [], nextCursor: null }) } }),
};

/** Long names wrap; a name with hidden marks is marked. */
export const LongNames: Story = {
  render: () =>
    page({
      members: [
        maya,
        {
          ...aisha,
          displayName: `Wolfeschlegelsteinhausenbergerdorff \u202E${'Senior '.repeat(6)}`,
          email: `${'a-very-long-mailbox-name-'.repeat(3)}@northwind-partners-international.test`,
        },
      ],
    }),
};

/** In a right-to-left language everything mirrors; addresses stay left to right. */
export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar">${page({})}</div>`,
};

/** In a narrow container buttons take the whole line. */
export const Narrow: Story = { render: () => page({ offered: true }), globals: { width: '360 px' } };
