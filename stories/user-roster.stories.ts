import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { aMember, anAccount, createFakeClient } from 'crew-components/testing';
import { html } from 'lit';

const maya = aMember({ username: 'maya.okafor', displayName: 'Maya Okafor', roleId: 'account_owner' });
const aisha = aMember({ username: 'aisha.rahman', displayName: 'Aisha Rahman' });
const daniel = aMember({ username: 'daniel.reyes', displayName: 'Daniel Reyes' });

/** People of one's own, without the backend of the page. */
const people = (...members: (typeof aisha)[]) => html`
  <cc-user-roster
    account-id=${anAccount().id}
    .client=${createFakeClient({ members: [maya, ...members] })}
  ></cc-user-roster>
`;

/** Presses what this finds in the roster once it is there, as a person would. */
async function press(canvas: HTMLElement, find: (root: ShadowRoot) => HTMLElement | null | undefined) {
  for (let round = 0; round < 100; round += 1) {
    const root = canvas.querySelector('cc-user-roster')?.shadowRoot;
    const control = root && find(root);
    if (control) return control.click();
    await new Promise((done) => setTimeout(done, 50));
  }
}

/**
 * *Manage users*: everybody who can open an account, what each may do, and the ways to change it. Everything a
 * person does can be asked about, changed or done by the host first; see the events.
 */
const meta: Meta = {
  title: 'Elements/cc-user-roster',
  component: 'cc-user-roster',
  args: { pageSize: 11, view: 'auto', readonly: false, withoutSearch: false, withoutInvite: false },
  argTypes: { view: { control: 'inline-radio', options: ['auto', 'table', 'cards'] } },
  render: ({ pageSize, view, readonly, withoutSearch, withoutInvite }) => html`
    <cc-user-roster
      page-size=${pageSize}
      view=${view}
      ?readonly=${readonly}
      ?without-search=${withoutSearch}
      ?without-invite=${withoutInvite}
    ></cc-user-roster>
  `,
};
export default meta;

type Story = StoryObj;

/** A partner account: invites above, members below, eleven to a page. */
export const Playground: Story = {};

/** Every part has a name; title, actions, toolbar, a notice and the footer take content of the host. */
export const Anatomy: Story = {
  render: () => html`
    <cc-user-roster page-size="5">
      <h2 slot="heading">Team</h2>
      <a slot="header-actions" href="#import">Import a list</a>
      <a slot="toolbar-end" href="#export">Export</a>
      <p slot="notice">Everybody needs a second factor from 1 December.</p>
      <a slot="footer" href="#help">Who counts as a user?</a>
    </cc-user-roster>
  `,
};

/** On a client account a second group answers who else can get in: people of the partner account, without a seat. */
export const ClientAccount: Story = {
  parameters: { backend: { account: 'harbourlane', viewer: 'harbourlane.owner' } },
};

/** All places of the plan are taken: said right under Add New User, with every way out. */
export const PlanLimit: Story = {
  parameters: { backend: { scenario: 'seat-limit', account: 'bluebird', viewer: 'bluebird.owner' } },
};

/** The plan has become smaller than the people on it: nobody vanishes. */
export const OverLimit: Story = {
  parameters: { backend: { scenario: 'over-limit', account: 'bluebird', viewer: 'bluebird.owner' } },
};

/** Invites in every state: expired, not delivered, waiting for a new sender, soon to end. */
export const Invites: Story = { parameters: { backend: { scenario: 'expired-invites' } } };

/** Nobody but the viewer: what is true, why to act, one action. */
export const Alone: Story = { parameters: { backend: { scenario: 'empty' } } };

/** Five people or fewer can be seen at a glance, so there is nothing to search with. */
export const AFew: Story = { parameters: { backend: { scenario: 'three' } } };

/** Five hundred people: searched, filtered, sorted and paged by the backend. */
export const Many: Story = { args: { pageSize: 50 }, parameters: { backend: { scenario: 'five-hundred' } } };

/** Without a page size, above 200 people: one long list, of which only what can be seen is loaded and drawn. */
export const OneLongList: Story = {
  args: { pageSize: 0 },
  parameters: { backend: { scenario: 'five-hundred' } },
};

/** People can be selected, on this page and beyond, for the same act: review, run, result for each. */
export const Selectable: Story = {
  render: () => html`<cc-user-roster selectable page-size="11"></cc-user-roster>`,
};

/** The connection for live updates is lost: said where the freshness stands, with a way to try at once. */
export const NotLive: Story = {
  args: { pageSize: 5 },
  parameters: {
    backend: {
      network: {
        intercept: ({ url }: Request) =>
          url.endsWith('/events') ? new Response(null, { status: 502 }) : undefined,
      },
    },
  },
};

/** The first answer is awaited: the real header, and rows of the real height. */
export const Loading: Story = { parameters: { backend: { network: { latency: 60_000 } } } };

/** Nothing could be loaded: why, what did not change, a way to try again. */
export const Failed: Story = { parameters: { backend: { network: { offline: true } } } };

/** Nothing matches: the filter in the way is named, and the smallest change comes first. */
export const NothingFound: Story = {
  render: () => html`<cc-user-roster filter="q=chloe&status=expired"></cc-user-roster>`,
};

/** Who has not been here for a month and has no second factor: filters work together, all of them on the backend. */
export const LongAway: Story = {
  parameters: { backend: { scenario: 'five-hundred' } },
  render: () => html`<cc-user-roster page-size="11" filter="mfa=off&lastActive=-30d"></cc-user-roster>`,
};

/** Somebody who may not manage users. */
export const Refused: Story = { parameters: { backend: { viewer: 'partner.creator' } } };

/** Everything can be seen and nothing changed. */
export const ReadOnly: Story = { args: { readonly: true, pageSize: 5 } };

/** A newer server knows a role and a state that this version doesn't: shown by their names, and left alone. */
export const NewerServer: Story = {
  parameters: { backend: false },
  render: () => people({ ...aisha, roleId: 'billing_helper' }, { ...daniel, status: 'on_leave' }),
};

/** Somebody else was faster: both roles are said, the one chosen is kept, and the person decides. */
export const LiveConflict: Story = {
  parameters: { backend: false },
  render: () => people(aisha, daniel),
  async play({ canvasElement }) {
    const roster = canvasElement.querySelector('cc-user-roster');
    const other = roster?.client as ReturnType<typeof createFakeClient> | undefined;
    await press(canvasElement, (root) => root.querySelector<HTMLElement>('button.role'));
    await other?.as(maya.userId).members.setRole(anAccount().id, aisha, 'partner_manager');
    await press(canvasElement, (root) =>
      [...root.querySelectorAll<HTMLElement>('#menu:popover-open [role="menuitemradio"]')].find((item) =>
        item.innerText.startsWith('Campaign Creator'),
      ),
    );
  },
};

/** A file of people: what each line would do, and what becomes of those who are here, before anything is sent. */
export const ImportPreview: Story = {
  parameters: { backend: false },
  render: () => people(aisha, daniel),
  async play({ canvasElement }) {
    await press(canvasElement, (root) => root.querySelectorAll<HTMLElement>('.footer .export')[1]);
    await press(canvasElement, (root) => {
      const input = root.querySelector<HTMLInputElement>('dialog.import[open] input[type="file"]');
      if (!input) return undefined;
      const lines = [
        'email,role',
        `${maya.email},account_owner`,
        `${aisha.email},partner_manager`,
        'zoe@northwind.test,campaign_creator',
        'zoe at northwind,campaign_creator',
      ];
      const files = new DataTransfer();
      files.items.add(new File([lines.join('\n')], 'people.csv', { type: 'text/csv' }));
      input.files = files.files;
      input.dispatchEvent(new Event('change'));
      return root.querySelector<HTMLElement>('#import-title');
    });
  },
};

/** Names that are long, run right to left, or look like markup. */
export const LongNames: Story = { parameters: { backend: { scenario: 'long-names' } } };

/** Under 480 px of container width people stand as cards, and Add New User is docked. */
export const Narrow: Story = {
  args: { pageSize: 4 },
  globals: { width: '360 px' },
};

/** Between: MFA moves under the status, the filters behind one button. */
export const Medium: Story = {
  args: { pageSize: 6 },
  globals: { width: '640 px' },
};

/** Dense rows put name and address on one line. */
export const Compact: Story = { globals: { density: 'compact' } };

/** The whole list mirrors; addresses stay left to right. */
export const RightToLeft: Story = {
  args: { pageSize: 5 },
  globals: { locale: 'ar' },
};

/** Dark surfaces, by the page's colour scheme. */
export const Dark: Story = { args: { pageSize: 6 }, globals: { scheme: 'dark' } };

/** A column and a menu entry of the host: content is data, not slots. */
export const OwnColumns: Story = {
  render: () => html`
    <cc-user-roster
      page-size="5"
      .columns=${[{ id: 'kind', label: 'Kind', cell: ({ kind }: { kind: string }) => kind }]}
      .rowActions=${() => [{ id: 'call', label: 'Call', run: () => undefined }]}
    ></cc-user-roster>
  `,
};

/** A host that asks somebody else first answers the request itself; the row shows busy meanwhile. */
export const ApprovalFirst: Story = {
  render: () => html`
    <cc-user-roster
      page-size="5"
      @cc-role-change-request=${(event: CustomEvent & { respondWith(answer: Promise<never>): void }) => {
        event.respondWith(new Promise(() => undefined));
      }}
    ></cc-user-roster>
  `,
};

/** Inside a page with a reset, a tiny root font and a transformed parent. */
export const HostilePage: Story = {
  render: () => html`
    <div class="hostile">
      <cc-user-roster page-size="4"></cc-user-roster>
    </div>
  `,
  decorators: [
    (story) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '.hostile { transform: translateX(0); font-size: 6px; text-transform: uppercase; letter-spacing: 3px } .hostile * { margin: 0; padding: 0; border: 0; all: unset }',
      );
      document.adoptedStyleSheets = [sheet];
      return story();
    },
  ],
};
