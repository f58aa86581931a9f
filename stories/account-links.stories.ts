import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { aClient, aRefusal, anAccount, aPartnerPerson, createFakeClient } from 'crew-components/testing';
import { html } from 'lit';

const day = 24 * 60 * 60 * 1000;
const at = (days: number) => new Date(Date.now() + days * day).toISOString();
const northwind = { id: anAccount().id, name: 'Northwind Partners' };
const linden = { id: aClient().id, name: 'Linden Bakery' };

const link = (more: object = {}) => ({
  ...{
    id: 'lnk_1',
    parent: northwind,
    child: linden,
    initiatedBy: 'parent',
    side: 'child',
    state: 'pending',
  },
  ...{ relationship: 'managed', maxRole: null, note: null, reason: null },
  ...{ requestedBy: 'Maya Okafor', decidedBy: null, reminders: 0, remindersLeft: 3 },
  ...{ createdAt: at(-2), expiresAt: at(28), activatedAt: null, endedAt: null, endReason: null, version: 1 },
  ...more,
});
const active = (more: object = {}) => link({ state: 'active', activatedAt: at(-60), ...more });

/** One account with these links, seen from its own side. */
const client = (links: readonly object[] | Error, kind: 'parent' | 'child' | 'standalone' = 'standalone') => {
  const account =
    kind === 'parent' ? { ...anAccount(), name: northwind.name } : { ...aClient(), name: linden.name };
  return createFakeClient({
    calls: {
      'accounts.get': () => ({ ...account, kind }),
      'links.list': ({ query }: { query?: { state?: string } }) => {
        if (links instanceof Error) throw links;
        const items = links.filter(
          (one) => !query?.state || (one as { state: string }).state === query.state,
        );
        return { items, nextCursor: null, total: items.length };
      },
      'links.code': () => ({ code: 'K7QM4XTP', version: 1 }),
      'links.partnerPeople': () => ({
        parent: northwind,
        items: [
          aPartnerPerson({ since: at(-60), lastEnteredAt: at(-1) }),
          aPartnerPerson({
            username: 'priya.nair',
            displayName: 'Priya Nair',
            roleId: 'account_owner',
            effectiveRoleId: 'account_manager',
            since: at(-12),
            lastEnteredAt: null,
          }),
        ],
      }),
      'links.request': () => link({ side: 'parent' }),
    },
  });
};
const ofClient = (links: readonly object[] | Error, kind: 'child' | 'standalone' = 'standalone') =>
  html`<cc-account-links .client=${client(links, kind)} account-id=${linden.id}></cc-account-links>`;
const ofPartner = (links: readonly object[] | Error) =>
  html`<cc-account-links .client=${client(links, 'parent')} account-id=${northwind.id}></cc-account-links>`;

/**
 * The link of a client with the partner that manages it. On a client account its owner decides, limits and ends; on
 * a partner account people ask, watch and end.
 */
const meta: Meta = {
  title: 'Elements/cc-account-links',
  component: 'cc-account-links',
  parameters: { backend: false },
  render: () => ofClient([link({ note: 'We’ll set up your Christmas campaigns, as agreed on the phone.' })]),
};
export default meta;

type Story = StoryObj;

/** A partner asks: what it means is said in words, and the owner may set a limit before they approve. */
export const Playground: Story = {};

/** `terms`, `ceiling` and `people` are slots for words of the host. */
export const Anatomy: Story = {
  render: () => html`
    <cc-account-links
      .client=${client([link(), active({ id: 'lnk_2', maxRole: 'account_manager' })], 'child')}
      account-id=${linden.id}
    >
      <p slot="terms">Our partner programme’s conditions apply.</p>
      <p slot="ceiling">Most bakeries choose “At most Account Manager”.</p>
      <p slot="people">Somebody you don’t know? <a href="#help">Tell us.</a></p>
    </cc-account-links>
  `,
};

/** A partner account: what waits, what is linked, and its own code. */
export const OnAPartnerAccount: Story = {
  render: () =>
    ofPartner([
      link({ side: 'parent', remindersLeft: 1 }),
      active({ id: 'lnk_2', side: 'parent', child: { id: 'acc_2', name: 'Bluebird Dental' } }),
      active({
        ...{ id: 'lnk_3', side: 'parent', child: { id: 'acc_3', name: 'Foxglove Pottery' } },
        maxRole: 'campaign_creator',
      }),
      link({
        ...{ id: 'lnk_4', side: 'parent', child: { id: 'acc_4', name: 'Copper Kettle' } },
        ...{ state: 'declined', endedAt: at(-1) },
      }),
    ]),
};

/** Asking for a link: first whether the client exists already, so that no second account is made. */
export const Asking: Story = {
  render: () => html`
    <cc-account-links
      .client=${client([], 'parent')}
      account-id=${northwind.id}
      mode="ask"
    ></cc-account-links>
  `,
};

/** Only what waits for an answer. */
export const Deciding: Story = {
  render: () => html`
    <cc-account-links .client=${client([link()])} account-id=${linden.id} mode="decide"></cc-account-links>
  `,
};

/** Linked: the owner sees who can come in, as what, since when, and when they were last here. */
export const Linked: Story = { render: () => ofClient([active()], 'child') };

/** The owner has limited what the partner’s people may do. */
export const LinkedWithALimit: Story = {
  render: () => ofClient([active({ maxRole: 'account_manager' })], 'child'),
};

/** The client has offered itself and waits. */
export const Waiting: Story = {
  render: () => ofClient([link({ initiatedBy: 'child', remindersLeft: 0, expiresAt: at(1) })]),
};

/** Every way a request or a link can end, in the same words on both sides. */
export const Past: Story = {
  render: () =>
    ofClient(
      [
        { state: 'declined' },
        { state: 'cancelled' },
        { state: 'expired', expiresAt: at(-3) },
        { state: 'ended', endReason: 'ended_by_parent' },
        { state: 'ended', endReason: 'ended_by_child' },
        { state: 'ended', endReason: 'account_closed' },
      ].map((more, index) => link({ id: `lnk_${index}`, endedAt: at(-3), ...more })),
    ),
};

/** The links are being loaded. */
export const Loading: Story = {
  parameters: { backend: { scenario: 'three', network: { latency: 60_000 } } },
  render: () => html`<cc-account-links></cc-account-links>`,
};

/** No link yet, and no request. */
export const Empty: Story = { render: () => ofClient([]) };

/** The links could not be loaded. */
export const Failed: Story = { render: () => ofClient(aRefusal('unavailable')) };

/** Somebody who isn’t the owner. */
export const RefusedByRole: Story = { render: () => ofClient(aRefusal('forbidden')) };

/** Everything can be read, nothing changed. */
export const ReadOnly: Story = {
  render: () => html`
    <cc-account-links
      .client=${client([active()], 'child')}
      account-id=${linden.id}
      readonly
    ></cc-account-links>
  `,
};

/** Long names wrap. */
export const LongNames: Story = {
  render: () =>
    ofClient([
      link({
        parent: {
          ...northwind,
          name: 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch & Partners Ltd',
        },
        requestedBy: 'Wolfeschlegelsteinhausenbergerdorff the Elder of the Northern Office',
        note: 'x'.repeat(300),
      }),
    ]),
};

/** In a right-to-left language everything mirrors but codes and names. */
export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar">${ofClient([link(), active({ id: 'lnk_2' })], 'child')}</div>`,
};

/** In a narrow container. */
export const Narrow: Story = {
  globals: { width: '320 px' },
  render: () => ofClient([link(), active({ id: 'lnk_2' })], 'child'),
};
