import type { Meta, StoryObj } from '@storybook/web-components-vite';
import {
  aFailure,
  anAccount,
  anOffboarding,
  anOffboardingItem,
  aPersonAccess,
  aPersonAccessItem,
  aProblem,
  aRefusal,
  createFakeClient,
  type FakeClientOptions,
} from 'crew-components/testing';
import { html } from 'lit';

const { id, name } = anAccount();
const partner = aPersonAccessItem(name, {
  account: { id, name, kind: 'parent' },
  lastActiveAt: '2026-11-21T15:20:00.000Z',
});
const through = { accountId: id, accountName: name, roleId: 'campaign_creator' };
const clients = ['Alder & Birch Interiors', 'Bluebird Dental', 'Copperfield Cycles', 'Foxglove Pottery'];
const names = [...clients, 'Harbour Lane Books', 'Juniper & Moss', 'Lantern Bakery', 'Quayside Tours'];
const ngozi = aPersonAccess(
  [
    partner,
    aPersonAccessItem('Alder & Birch Interiors', { roleId: 'account_manager' }),
    aPersonAccessItem('Copperfield Cycles', { status: 'suspended' }),
    aPersonAccessItem('Harbour Lane Books', { kind: 'invitation' }),
    ...[...names, 'Marlow & Keane Solicitors', 'Orchard Road Primary PTA', 'Hillview Veterinary Group'].map(
      (client) => aPersonAccessItem(client, { kind: 'inherited', through }),
    ),
  ],
  { lastActiveAt: '2026-11-22T08:41:00.000Z' },
);
const items = [
  anOffboardingItem(name, { account: { id, name } }),
  anOffboardingItem('Alder & Birch Interiors', { roleId: 'account_manager' }),
  anOffboardingItem('Copperfield Cycles', { outcome: 'failed', problem: aProblem('last-owner') }),
  anOffboardingItem('Harbour Lane Books', { kind: 'invitation', outcome: 'revoked' }),
  ...names.map((client) => anOffboardingItem(client, { kind: 'inherited' })),
];
const page = (all: readonly object[]) => ({ items: all, nextCursor: null, total: all.length });

const client = (calls: FakeClientOptions['calls'] = {}) =>
  createFakeClient({
    calls: {
      'people.access': () => ngozi,
      'offboardings.forecast': () => anOffboarding({ dryRun: true }),
      'offboardings.items': () => page(items),
      'offboardings.start': () =>
        anOffboarding({ status: 'running', counts: { total: 12, done: 5, removed: 5 } }),
      'offboardings.get': () =>
        anOffboarding({ status: 'running', counts: { total: 12, done: 5, removed: 5 } }),
      ...calls,
    },
  });

const over = (calls?: FakeClientOptions['calls']) => html`
  <cc-user-access user-id=${ngozi.person.id} account-id=${id} .client=${client(calls)}></cc-user-access>
`;

/** Presses the last button of this kind once it is there, as a person would. */
async function go(canvas: HTMLElement, ...selectors: string[]): Promise<void> {
  const root = canvas.querySelector('cc-user-access')?.shadowRoot;
  for (const selector of selectors) {
    for (let round = 0; round < 100 && !root?.querySelector(selector); round += 1) {
      await new Promise((done) => setTimeout(done, 50));
    }
    await new Promise((done) => setTimeout(done, 600));
    [...(root?.querySelectorAll<HTMLElement>(selector) ?? [])].at(-1)?.click();
  }
}

/**
 * One person over a partner account and all its clients: roles of their own, what follows from the partner account
 * and from what, and the end of all of it in one step. It needs the id of a person, as `people.list` gives it.
 */
const meta: Meta = {
  title: 'Elements/cc-user-access',
  component: 'cc-user-access',
  parameters: { backend: false },
  render: () => over(),
};
export default meta;

type Story = StoryObj;

/** A colleague with a role on the partner account, two roles and an invite on clients. */
export const Playground: Story = {};

/** With words and buttons of the host. */
export const Anatomy: Story = {
  render: () => html`
    <cc-user-access user-id=${ngozi.person.id} account-id=${id} .client=${client()}>
      <a slot="identity-end" href="#profile">Profile</a>
      <p slot="notice">Ngozi is away until Monday.</p>
    </cc-user-access>
  `,
};

/** The person is on their way. */
export const Loading: Story = {
  render: () => over({ 'people.access': () => new Promise(() => undefined) }),
};

/** Nothing is left. */
export const Empty: Story = { render: () => over({ 'people.access': () => aPersonAccess([]) }) };

/** The accesses could not be loaded. */
export const Failed: Story = {
  render: () =>
    over({
      'people.access': () => {
        throw aFailure('offline');
      },
    }),
};

/** Somebody who is on no account whose users the viewer manages looks like nobody. */
export const RefusedByRole: Story = {
  render: () =>
    over({
      'people.access': () => {
        throw aRefusal('not-found');
      },
    }),
};

/** Each account has a login of its own, and one of them is an address. */
export const LoginPerAccount: Story = {
  render: () =>
    over({
      'capabilities.get': () => ({ identityPolicy: 'per_account', plans: [], limits: {} }),
      'people.access': () =>
        aPersonAccess([
          aPersonAccessItem('Alder & Birch Interiors', { username: 'ngozi.alder', userId: 'usr_1' }),
          aPersonAccessItem('Bluebird Dental', {
            ...{ username: 'ngozi.balogun@northwind.test', userId: 'usr_2', mfaActive: false },
          }),
          aPersonAccessItem('Harbour Lane Books', { kind: 'invitation' }),
        ]),
    }),
};

/** Everything that would end, also what ending the role on the partner account alone would leave behind. */
export const OffboardingPreview: Story = {
  play: ({ canvasElement }) => go(canvasElement, '.head-end .quiet-danger'),
};

/** The job is at work; the window can be closed, and the job stopped. */
export const OffboardingRunning: Story = {
  play: ({ canvasElement }) => go(canvasElement, '.head-end .quiet-danger', '.offboard .submit.danger'),
};

/** One result per access; what failed keeps its reason. */
export const OffboardingResult: Story = {
  render: () => over({ 'offboardings.start': () => anOffboarding({ status: 'completed_with_errors' }) }),
  play: ({ canvasElement }) => go(canvasElement, '.head-end .quiet-danger', '.offboard .submit.danger'),
};

/** Everything can be read, nothing changed. */
export const ReadOnly: Story = {
  render: () => html`
    <cc-user-access user-id=${ngozi.person.id} account-id=${id} .client=${client()} readonly></cc-user-access>
  `,
};

/** Long names shorten; buttons stay in reach. */
export const LongNames: Story = {
  render: () =>
    over({
      'people.access': () =>
        aPersonAccess(
          [
            partner,
            aPersonAccessItem('Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle'),
          ],
          { displayName: 'Maria-Magdalena Wolfeschlegelsteinhausenbergerdorff von und zu Oberwolkenstein' },
        ),
    }),
};

/** In a right-to-left language everything mirrors; addresses stay left to right. */
export const RightToLeft: Story = {
  render: () => html`<div dir="rtl" lang="ar">${over()}</div>`,
};
