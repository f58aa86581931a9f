import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { aRefusal, createFakeClient } from 'crew-components/testing';
import { html } from 'lit';

const maya = { userId: 'usr_maya', displayName: 'Maya Okafor', username: 'maya.okafor' };
const event = (id: number, action: string, more: object = {}) => ({
  id: `aud_${id}`,
  at: new Date(Date.parse('2026-11-22T09:30:00Z') - id * 5 * 3_600_000).toISOString(),
  actor: maya,
  accountId: 'acc_1',
  action,
  targetType: 'membership',
  targetId: `mem_${id}`,
  targetName: 'Tomasz Wilk',
  before: null,
  after: null,
  ip: '192.0.2.7',
  correlationId: `req_${id}`,
  ...more,
});
const events = [
  event(0, 'member.role-changed', {
    before: { roleId: 'partner_manager' },
    after: { roleId: 'account_manager' },
  }),
  event(1, 'invitation.created', {
    targetName: 'luca.moretti@northwind.test',
    after: { email: 'luca.moretti@northwind.test', roleId: 'campaign_creator' },
  }),
  event(2, 'mfa.reset', { targetName: 'Chloé Bertrand' }),
  event(3, 'transfer.started', { targetName: 'Aisha Rahman' }),
  event(4, 'member.suspended', { before: { status: 'active' }, after: { status: 'suspended' } }),
  event(5, 'invitation.bounced', { actor: null, targetName: 'ben.carter@nrthwind.test' }),
  event(6, 'account.updated', {
    before: { mfaPolicy: 'encouraged' },
    after: { mfaPolicy: 'required' },
  }),
];

const client = (items: readonly object[] | Error) =>
  createFakeClient({
    calls: {
      'audit.list': () => {
        if (items instanceof Error) throw items;
        return { items, nextCursor: null };
      },
    },
  });

/**
 * Who did what on an account, and when, with what was before and after. Entries are told in words; the name in the
 * records, the network address and the reference are in the details.
 */
const meta: Meta = {
  title: 'Elements/cc-audit-log',
  component: 'cc-audit-log',
  args: { live: true, types: '', from: '', to: '' },
  render: ({ live, types, from, to }) => html`
    <cc-audit-log ?live=${live} types=${types} from=${from} to=${to}></cc-audit-log>
  `,
};
export default meta;

type Story = StoryObj;

/** The history of a partner account, followed live. */
export const Playground: Story = {};

/** Every kind of entry reads like a sentence, with what was before and after below it. */
export const Anatomy: Story = {
  parameters: { backend: false },
  render: () => html`<cc-audit-log account-id="acc_1" .client=${client(events)}></cc-audit-log>`,
};

/** Only what happened to invites. */
export const Filtered: Story = { args: { types: 'invitation' } };

/** One time: a first and a last day. */
export const OneTime: Story = { args: { from: '2026-01-01', to: '2026-06-30' } };

/** The history is being loaded. */
export const Loading: Story = { parameters: { backend: { network: { latency: 60_000 } } } };

/** Nothing has happened yet. */
export const Empty: Story = {
  parameters: { backend: false },
  render: () => html`<cc-audit-log account-id="acc_1" .client=${client([])}></cc-audit-log>`,
};

/** Nothing matches the filters. */
export const NothingFound: Story = { args: { to: '2001-01-01' } };

/** The history can’t be loaded: why, what did not change, and a way to try again. */
export const Failed: Story = { parameters: { backend: { network: { offline: true } } } };

/** Only people who manage users may look. */
export const Refused: Story = {
  parameters: { backend: false },
  render: () =>
    html`<cc-audit-log account-id="acc_1" .client=${client(aRefusal('forbidden'))}></cc-audit-log>`,
};

/** Something that a newer server tells: shown under its own name. */
export const NewerServer: Story = {
  parameters: { backend: false },
  render: () => html`
    <cc-audit-log
      account-id="acc_1"
      .client=${client([event(0, 'passkey.added', { targetType: 'passkey', targetName: null }), ...events])}
    ></cc-audit-log>
  `,
};

/** Long names wrap, and marks of direction stay inside their name. */
export const LongNames: Story = {
  parameters: { backend: false },
  render: () => html`
    <cc-audit-log
      account-id="acc_1"
      .client=${client([
        event(0, 'member.removed', {
          actor: { ...maya, displayName: 'Wolfeschlegelsteinhausenbergerdorff '.repeat(3) },
          targetName: 'ليلى \u202Egnirts\u202C',
        }),
        event(1, 'invitation.created', {
          targetName: `${'a-very-long-mailbox-name-'.repeat(3)}@northwind-partners-international.test`,
        }),
      ])}
    ></cc-audit-log>
  `,
};

/** A host’s own words in every entry, without a script. */
export const OwnEntries: Story = {
  render: () => html`
    <cc-audit-log>
      <template slot="entry"
        ><small>Record <code data-field="action"></code></small
      ></template>
    </cc-audit-log>
  `,
};

/** In a right-to-left language the list mirrors. */
export const RightToLeft: Story = { globals: { locale: 'ar' } };

/** In a narrow container the filters wrap. */
export const Narrow: Story = { globals: { width: '360 px' } };
