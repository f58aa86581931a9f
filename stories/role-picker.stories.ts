import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

/**
 * Choose a role with its consequences in one sentence, and see why a role is missing. A form control: give it a
 * `name` and it takes part in forms, reset and validation. Use it wherever a host asks for a role.
 */
const meta: Meta = {
  title: 'Elements/cc-role-picker',
  component: 'cc-role-picker',
  args: { value: 'campaign_creator', required: false, readonly: false },
  render: ({ value, required, readonly }) => html`
    <cc-role-picker value=${value} ?required=${required} ?readonly=${readonly}></cc-role-picker>
  `,
};
export default meta;

type Story = StoryObj;

/** A partner account offers three roles, the least powerful one chosen here. */
export const Playground: Story = {};

/** Every part has a name: `group`, `label`, `option`, `description`, `reason`, `error`, `icon`. */
export const Anatomy: Story = {
  parameters: { backend: { account: 'harbourlane' } },
  render: () => html`
    <cc-role-picker value="campaign_creator">
      <p slot="description">You can change the role later.</p>
      <a slot="reason-link" href="#partner">Add one on Northwind Partners</a>
      <p slot="footer"><a href="#roles">Compare roles</a></p>
    </cc-role-picker>
  `,
};

/** A client account offers two roles and says why Partner Manager is missing. */
export const ClientAccount: Story = { parameters: { backend: { account: 'harbourlane' } } };

/** Somebody who may not manage users learns whom to ask. */
export const RefusedByRole: Story = { parameters: { backend: { viewer: 'partner.creator' } } };

/** Roles above the person’s own, or above what the client allows, are explained and not offered. */
export const AboveTheActor: Story = {
  parameters: { backend: false },
  render: () => html`
    <cc-role-picker
      scope="parent"
      value="campaign_creator"
      .roles=${[
        { id: 'account_manager', available: false, reason: 'role_above_actor' },
        { id: 'campaign_creator', available: true },
        { id: 'partner_manager', available: false, reason: 'role_above_ceiling' },
      ]}
    ></cc-role-picker>
  `,
};

/** One’s own role can’t be changed by oneself. */
export const OwnRole: Story = {
  render: () => html`<cc-role-picker .target=${{ isOwner: false, isActor: true }}></cc-role-picker>`,
};

/** In a form: press the button without a choice to see what is missing. */
export const Required: Story = {
  render: () => html`
    <form
      @submit=${(event: Event) => {
        event.preventDefault();
      }}
    >
      <cc-role-picker name="role" required></cc-role-picker>
      <p><button>Go on</button></p>
    </form>
  `,
};

/** The roles are being asked: the picker keeps the height of two cards. */
export const Loading: Story = { parameters: { backend: { network: { latency: 60_000 } } } };

/** The roles can’t be loaded: what happened, and a way to try again. */
export const Failed: Story = { parameters: { backend: { network: { offline: true } } } };

/** Shows the choice and takes none. */
export const ReadOnly: Story = { args: { readonly: true } };

/** A role of the host’s own, with very long words. */
export const LongWords: Story = {
  parameters: { backend: false },
  render: () => html`
    <cc-role-picker
      .roles=${[
        {
          id: 'legal',
          available: true,
          label: 'Rechtsschutzversicherungsgesellschaftsbeauftragte',
          description:
            'Approves every campaign that names a competitor, a price or a person, before it is scheduled.',
        },
        { id: 'campaign_creator', available: true },
      ]}
    ></cc-role-picker>
  `,
};

/** Right to left the cards mirror; the keyboard follows. */
export const RightToLeft: Story = {
  render: () => html`<div dir="rtl"><cc-role-picker value="account_manager"></cc-role-picker></div>`,
};
