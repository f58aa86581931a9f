import type { Meta, StoryObj } from '@storybook/web-components-vite';
import {
  aBulkGrant,
  aBulkGrantItem,
  aFailure,
  anAccount,
  aProblem,
  createFakeClient,
  type FakeClientOptions,
} from 'crew-components/testing';
import { html } from 'lit';

const names = [
  ...['Bluebird Dental', 'Hillview Veterinary Group', 'Alder & Birch Interiors', 'Copperfield Cycles'],
  ...[
    'Foxglove Pottery',
    'Harbour Lane Books',
    'Juniper & Moss',
    'Lantern Bakery',
    'Marlow & Keane Solicitors',
  ],
];
const full = aProblem('seat-limit-reached', { limit: 3, used: 3, reserved: 0, planUrl: '#plans' });
const forecast = names.map((name, index) =>
  aBulkGrantItem(name, [{ outcome: 'failed', problem: full } as const, { outcome: 'changed' }][index]),
);
const results = names.map((name, index) =>
  aBulkGrantItem(
    name,
    [
      { outcome: 'failed', problem: full } as const,
      { outcome: 'changed' },
      { outcome: 'skipped' },
      { outcome: 'failed', problem: aProblem('unavailable') } as const,
    ][index],
  ),
);
const counts = { total: 9, done: 9, granted: 5, changed: 1, skipped: 1, failed: 2 };
const ended = aBulkGrant({ status: 'completed_with_errors', counts });
const page = (items: readonly object[]) => ({ items, nextCursor: null, total: items.length });

const client = (calls: FakeClientOptions['calls']) =>
  createFakeClient({
    calls: {
      'accounts.list': () => page([]),
      'people.list': () => page([]),
      'bulkGrants.forecast': () => aBulkGrant({ dryRun: true, counts }),
      'bulkGrants.items': () => page(forecast),
      'bulkGrants.start': () => aBulkGrant({ status: 'running', counts: { total: 9, done: 4, granted: 4 } }),
      'bulkGrants.get': () => aBulkGrant({ status: 'running', counts: { total: 9, done: 4, granted: 4 } }),
      ...calls,
    },
  });

const { id } = anAccount();
const ids = forecast.map(({ account }) => account.id).join(' ');
const ngozi = { userId: ended.subject.userId ?? '', name: 'Ngozi Balogun' };
const over = (calls: FakeClientOptions['calls'], resume = '') => html`
  <cc-access-grant
    open
    account-id=${id}
    account-ids=${ids}
    resume=${resume}
    .client=${client(calls)}
    .subject=${ngozi}
  ></cc-access-grant>
`;

/** Presses the leading button once it is there, as a person would. */
async function go(canvas: HTMLElement): Promise<void> {
  const grant = canvas.querySelector('cc-access-grant');
  for (let round = 0; round < 100; round += 1) {
    const button = grant?.shadowRoot?.querySelector<HTMLElement>('.dialog-foot .submit');
    if (button) return button.click();
    await new Promise((done) => setTimeout(done, 50));
  }
}

/**
 * One person, many client accounts, in one job at the server. What would become of each account is said before
 * anything happens; afterwards each has its result. Open it from `cc-account-list` with the selected accounts.
 */
const meta: Meta = {
  title: 'Elements/cc-access-grant',
  component: 'cc-access-grant',
  args: { open: true },
  render: ({ open }) => html`<cc-access-grant ?open=${open}></cc-access-grant>`,
};
export default meta;

type Story = StoryObj;

/** Search people and accounts of a partner with 240 clients, check, and grant. */
export const Playground: Story = {};

/** With words of the host above the fields and below the results. */
export const Anatomy: Story = {
  render: () => html`
    <cc-access-grant open>
      <p slot="intro">Ask the account team before you add people to premium accounts.</p>
      <p slot="after-results">New people also need a seat in the meeting tool.</p>
    </cc-access-grant>
  `,
};

/** Opened with nine accounts that were selected in a list, and a person. */
export const Chosen: Story = {
  parameters: { backend: false },
  render: () => over({}),
};

/** The forecast: what can’t be granted stands first, with the way out. */
export const Forecast: Story = {
  parameters: { backend: false },
  render: () => over({}),
  play: ({ canvasElement }) => go(canvasElement),
};

/** The job is at work; the window can be closed, and the job stopped. */
export const Running: Story = {
  parameters: { backend: false },
  render: () => over({}, ended.id),
};

/** One result per account; only what failed is tried again. */
export const Results: Story = {
  parameters: { backend: false },
  render: () => over({ 'bulkGrants.get': () => ended, 'bulkGrants.items': () => page(results) }, ended.id),
};

/** Stopped half-way: what was done stays done. */
export const Stopped: Story = {
  parameters: { backend: false },
  render: () =>
    over(
      {
        'bulkGrants.get': () => ({ ...ended, status: 'cancelled' }),
        'bulkGrants.items': () =>
          page(results.map((item, index) => (index > 4 ? { ...item, outcome: null } : item))),
      },
      ended.id,
    ),
};

/** The accounts are still on their way. */
export const Loading: Story = { parameters: { backend: { network: { latency: 1500 } } } };

/** A partner without clients has nothing to choose from. */
export const Empty: Story = { parameters: { backend: { scenario: 'empty' } } };

/** The forecast could not be made; what was chosen stays. */
export const Failed: Story = {
  parameters: { backend: false },
  render: () =>
    over({
      'bulkGrants.forecast': () => {
        throw aFailure('offline');
      },
    }),
  play: ({ canvasElement }) => go(canvasElement),
};

/** A viewer who may grant nothing on these accounts: each says so. */
export const RefusedByRole: Story = {
  parameters: { backend: false },
  render: () =>
    over({
      'bulkGrants.items': () =>
        page(
          names.map((name) =>
            aBulkGrantItem(name, {
              outcome: 'failed',
              problem: aProblem('forbidden', { code: 'role_above_actor' }),
            }),
          ),
        ),
    }),
  play: ({ canvasElement }) => go(canvasElement),
};

/** Long names shorten, and never push a button out. */
export const LongNames: Story = {
  parameters: { backend: false },
  render: () =>
    over(
      {
        'bulkGrants.get': () => ended,
        'bulkGrants.items': () =>
          page(
            results.map((item) => ({
              ...item,
              account: {
                ...item.account,
                name: `${item.account.name} of the Donaudampfschifffahrtsgesellschaft and its successors`,
              },
            })),
          ),
      },
      ended.id,
    ),
};

/** In a right-to-left language the dialog mirrors. */
export const RightToLeft: Story = {
  parameters: { backend: false },
  render: () =>
    html`<div dir="rtl" lang="ar">
      ${over({ 'bulkGrants.get': () => ended, 'bulkGrants.items': () => page(results) }, ended.id)}
    </div>`,
};
