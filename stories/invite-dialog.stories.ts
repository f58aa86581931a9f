import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import type { CcInviteSendRequestEvent } from '../src/index.js';

/**
 * *Add a collaborator*: invites one or many people, says what each role means here and how far the invite
 * reaches, and hands out the links. Use it beside `cc-user-roster`, or alone behind a button of your own.
 */
const meta: Meta = {
  title: 'Elements/cc-invite-dialog',
  component: 'cc-invite-dialog',
  args: { open: true, multiple: true },
  render: ({ open, multiple }) => html`
    <cc-invite-dialog ?open=${open} ?multiple=${multiple}>
      <button slot="trigger">Add New User</button>
    </cc-invite-dialog>
  `,
};
export default meta;

type Story = StoryObj;

/** On a partner account the dialog says how many client accounts the person will reach. */
export const Playground: Story = {};

/** On a client account two roles are offered, and the third is explained. */
export const ClientAccount: Story = { parameters: { backend: { account: 'harbourlane' } } };

/** All places of the plan are taken: said before anything is typed, with the way out. */
export const PlanLimit: Story = { parameters: { backend: { account: 'bluebird' } } };

/** One address at a time. */
export const OneAddress: Story = { args: { multiple: false } };

/** Closed, behind a button of the host. Focus comes back to it. */
export const BehindAButton: Story = { args: { open: false } };

/** The roles can't be loaded: the rest stays usable, with a way to try again. */
export const Offline: Story = { parameters: { backend: { network: { offline: true } } } };

/** Everything in the dialog waits for the server; what is known already is shown. */
export const SlowServer: Story = { parameters: { backend: { network: { latency: 1500 } } } };

/**
 * A host that wants its own approval before an invite answers the request itself: the dialog shows that it is busy
 * until the host has decided, and then what the host's promise brings. Here the approval is a question of the
 * browser; a refusal leaves everything as it was typed.
 */
export const ApprovalFirst: Story = {
  parameters: { backend: { account: 'harbourlane' } },
  render: () => html`
    <cc-invite-dialog
      open
      multiple
      @cc-invite-send-request=${(event: CcInviteSendRequestEvent) => {
        const { client } = (event.target as Element).closest('cc-provider') ?? {};
        const { accountId, input } = event.detail;
        const entries = input.drafts.map((draft) => ({ draft }));
        const approve = async () => {
          await new Promise((done) => setTimeout(done, 1_000));
          if (!client || !confirm(`Approve ${entries.map(({ draft }) => draft.email).join(', ')}?`)) {
            throw new Error('The administrator said no.');
          }
          return client.invitations.createMany(accountId, entries);
        };
        event.respondWith(approve());
      }}
    >
      <p slot="consent">Your administrator is asked before an invite is sent.</p>
    </cc-invite-dialog>
  `,
};

/** A CSV file of up to 1,000 people; a role on a partner account is agreed to once more before it is sent. */
export const ManyPeople: Story = { parameters: { backend: { account: 'northwind' } } };

/** The address is a sign-in name on another account: the guided way out opens with the refusal. */
export const UsernameTaken: Story = {
  parameters: { backend: { scenario: 'username-conflict' } },
};

/** Long names of accounts and addresses wrap or shorten; nothing is pushed out of the dialog. */
export const LongNames: Story = { parameters: { backend: { scenario: 'long-names' } } };

/** In a right-to-left language the dialog mirrors; addresses stay left to right. */
export const RightToLeft: Story = {
  render: () => html` <div dir="rtl" lang="ar"><cc-invite-dialog open multiple></cc-invite-dialog></div> `,
};
