import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

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

/** A host that wants an approval first answers the request itself. */
export const ApprovalFirst: Story = {
  render: () => html`
    <cc-invite-dialog
      open
      multiple
      @cc-invite-send-request=${(event: CustomEvent) => {
        event.preventDefault();
      }}
    >
      <p slot="consent">Your invites are sent once your administrator has agreed.</p>
    </cc-invite-dialog>
  `,
};

/** Long names of accounts and addresses wrap or shorten; nothing is pushed out of the dialog. */
export const LongNames: Story = { parameters: { backend: { scenario: 'long-names' } } };

/** In a right-to-left language the dialog mirrors; addresses stay left to right. */
export const RightToLeft: Story = {
  render: () => html` <div dir="rtl" lang="ar"><cc-invite-dialog open multiple></cc-invite-dialog></div> `,
};
