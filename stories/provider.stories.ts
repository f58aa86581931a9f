import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { createMockBackend, type MockBackend } from 'crew-components/mock';
import { html } from 'lit';

/**
 * Gives client, account, language and look to all elements inside it. One around a page is usual; several, with
 * different accounts or brands, stand side by side or inside one another.
 */
const meta: Meta = {
  title: 'Elements/cc-provider',
  component: 'cc-provider',
  parameters: { backend: false },
};
export default meta;

type Story = StoryObj;

/** Two lines and no backend: `demo` runs the real server in the memory of the page. */
export const Playground: Story = {
  render: () =>
    html`<cc-provider demo><cc-role-picker value="campaign_creator"></cc-role-picker></cc-provider>`,
};

/** Two accounts on one page keep their data, words and look apart. */
export const TwoAccounts: Story = {
  loaders: [
    async () => ({
      harbourlane: await createMockBackend({ account: 'harbourlane' }),
      bluebird: await createMockBackend({ account: 'bluebird' }),
    }),
  ],
  render: (_, { loaded }) => {
    const { harbourlane, bluebird } = loaded as Record<'harbourlane' | 'bluebird', MockBackend>;
    return html`
      <cc-provider account-id=${harbourlane.accountId} .client=${harbourlane.client}>
        <p><cc-seat-meter></cc-seat-meter></p>
      </cc-provider>
      <cc-provider
        account-id=${bluebird.accountId}
        .client=${bluebird.client}
        .strings=${{ seatMeter: { upgrade: 'Ask for more' } }}
        .brand=${{ tokens: { warning: '#7b2468' } }}
      >
        <p><cc-seat-meter></cc-seat-meter></p>
      </cc-provider>
    `;
  },
};

/** A brand is a handful of values; everything else follows and stays readable. */
export const Brand: Story = {
  render: () => html`
    <cc-provider
      demo
      density="touch"
      .brand=${{
        tokens: {
          accent: '#ff6b57',
          'accent-text': '#36060d',
          link: '#7b2468',
          radius: '28px',
          'font-size': '15px',
        },
      }}
    >
      <cc-role-picker value="campaign_creator"></cc-role-picker>
    </cc-provider>
  `,
};

/** `theme` decides the colour scheme of what is inside, whatever the page does. */
export const Dark: Story = {
  globals: { scheme: 'dark' },
  render: () => html`
    <cc-provider demo theme="dark"><cc-role-picker value="campaign_creator"></cc-role-picker></cc-provider>
  `,
};

/** A host’s words replace ours key by key. */
export const OwnWords: Story = {
  render: () => html`
    <cc-provider
      demo
      .strings=${{ rolePicker: { legend: 'Responsibility' }, roles: { account_manager: 'Editor' } }}
    >
      <cc-role-picker value="account_manager"></cc-role-picker>
    </cc-provider>
  `,
};

/** Settings may stand in the markup, for hosts without scripts. */
export const FromMarkup: Story = {
  render: () => html`
    <cc-provider>
      <script type="application/json" slot="config">
        { "demo": "northwind", "density": "compact", "strings": { "rolePicker": { "legend": "Job" } } }
      </script>
      <cc-role-picker value="campaign_creator"></cc-role-picker>
    </cc-provider>
  `,
};
