import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { createMockBackend, type MockBackend, type MockOptions } from 'crew-components/mock';
import { html } from 'lit';

interface Invitee {
  /** Whom the invitation is for. */
  email?: string;
  /** The link of the mail, or the one that was copied. */
  channel?: 'mailed' | 'copied';
  /** Who is signed in on the invitee's page. */
  as?: string;
  proposedUsername?: string;
  options?: MockOptions;
  /** What has happened to the invitation meanwhile. */
  meanwhile?: (backend: MockBackend, invitationId: string) => Promise<unknown>;
}

const tokenIn = (text = '') => /#(cci_[\w-]{43})/.exec(text)?.[1] ?? '';

/** A backend with one invitation, its link, and the client of the invitee. */
function invitee(how: Invitee = {}): NonNullable<Story['loaders']> {
  return async () => {
    const { email = 'priya.nair@elsewhere.test', proposedUsername, channel } = how;
    const backend = await createMockBackend({ scenario: 'three', viewer: 'partner.owner', ...how.options });
    const draft = { email, proposedUsername, roleId: 'campaign_creator' } as const;
    const { id, url } = await backend.client.invitations.create(backend.accountId, draft);
    const mail = (await backend.mails()).findLast(({ text }) => text.includes('cci_'));
    const token = tokenIn(channel === 'copied' ? url : mail?.text);
    await how.meanwhile?.(backend, id);
    return { clock: backend.clock, client: await backend.signIn(how.as ?? null), token };
  };
}

const page = (client: unknown, clock: unknown, token: unknown) => html`
  <cc-provider .client=${client} .clock=${clock}>
    <cc-accept-invite token-source="property" .token=${token}></cc-accept-invite>
  </cc-provider>
`;

/**
 * The page behind the link of an invitation. It takes the token out of the address before it draws, shows what the
 * invitation is about, and lets a new person choose a login or somebody sign in and join.
 */
const meta: Meta = {
  title: 'Elements/cc-accept-invite',
  component: 'cc-accept-invite',
  parameters: { backend: false },
  loaders: invitee(),
  render: (_, { loaded }) => page(loaded['client'], loaded['clock'], loaded['token']),
};
export default meta;

type Story = StoryObj;

/** A new person: what it is about, then username and password. The username is never the address by itself. */
export const Playground: Story = {};

/** The inviter proposed a username; it can be changed. */
export const ProposedUsername: Story = { loaders: invitee({ proposedUsername: 'priya.n' }) };

/** A link that was copied doesn’t prove the mailbox, so a code is mailed there on request. */
export const CopiedLink: Story = { loaders: invitee({ channel: 'copied' }) };

/** The invited person is signed in: one press. */
export const SignedIn: Story = {
  loaders: invitee({ email: 'harbourlane.owner@harbourlane.test', as: 'harbourlane.owner' }),
};

/** Somebody else is signed in: both addresses are masked, and the invitation stays open. */
export const SomebodyElse: Story = { loaders: invitee({ as: 'partner.manager' }) };

/** Expired: ask for a new one, which tells the person who invited. */
export const Expired: Story = {
  loaders: invitee({ meanwhile: async ({ clock }) => clock.advance(8 * 86_400_000) }),
};

/** Sent again since: the newest mail has the link that works. */
export const Replaced: Story = {
  loaders: invitee({
    meanwhile: ({ client, clock, accountId }, id) => {
      clock.advance(61_000);
      return client.invitations.resend(accountId, id);
    },
  }),
};

/** Cancelled by the sender. */
export const Revoked: Story = {
  loaders: invitee({
    meanwhile: async ({ client, accountId }, id) =>
      client.invitations.revoke(
        accountId,
        (await client.invitations.list(accountId)).items.find((one) => one.id === id) ?? { id, version: 1 },
      ),
  }),
};

/** A link that never existed, or has a typing mistake. */
export const Unknown: Story = {
  render: (_, { loaded }) => page(loaded['client'], loaded['clock'], `cci_${'a'.repeat(43)}`),
};

/** A link that was cut on the way: paste all of it. */
export const Incomplete: Story = {
  render: (_, { loaded }) => page(loaded['client'], loaded['clock'], 'cci_cut'),
};

/** The page was loaded again, and the token is not kept anywhere. */
export const WithoutLink: Story = {
  render: (_, { loaded }) => page(loaded['client'], loaded['clock'], undefined),
};

/** The server can’t be reached. */
export const Failed: Story = {
  loaders: invitee({
    meanwhile: async ({ network }) => {
      network.intercept = () => new Response('<p>Proxy</p>', { status: 200 });
    },
  }),
};

/** The account requires a second factor: one more step after joining. Here the host answers the request. */
export const SecondFactorNext: Story = {
  loaders: invitee({ email: 'harbourlane.owner@harbourlane.test', as: 'harbourlane.owner' }),
  render: (_, { loaded }) => html`
    <div
      @cc-invite-accept-request=${(event: Event & { respondWith(answer: unknown): void }) => {
        event.respondWith({
          membershipId: 'mem_story',
          accountId: 'acc_story',
          accountName: 'Northwind Partners',
          roleId: 'campaign_creator',
          gate: 'mfa_enrolment',
        });
      }}
    >
      ${page(loaded['client'], loaded['clock'], loaded['token'])}
    </div>
  `,
};

/** Names of accounts and people wrap; nothing is pushed out of the card. */
export const LongNames: Story = { loaders: invitee({ options: { scenario: 'long-names' } }) };

/** In a right-to-left language the card mirrors; addresses and codes stay left to right. */
export const RightToLeft: Story = {
  loaders: invitee({ channel: 'copied' }),
  render: (_, { loaded }) => html`
    <div dir="rtl" lang="ar">${page(loaded['client'], loaded['clock'], loaded['token'])}</div>
  `,
};
