import { aTimeout, expect, fixture, html, oneEvent } from '@open-wc/testing';
import { CcError, createClient, type AccountQuery, type CcClient } from '../../src/client/index.js';
import '../../src/define/account-switcher.js';
import '../../src/define/provider.js';
import type { CcAccountSwitcher } from '../../src/elements/account-switcher/account-switcher.js';
import { createMockBackend } from '../../src/mock/index.js';
import { AccountSwitcherHarness } from '../../src/testing/harnesses/account-switcher.harness.js';
import { expectAccessible } from '../support/axe.js';
import { held, stubClient } from '../support/stub-client.js';
import { waitUntil as until } from '../support/wait.js';

const idOf = (index: number) => `acc_${String(index).padStart(22, '0')}`;
const account = (name: string, index: number, more: object = {}) => ({
  ...{ id: idOf(index), name, kind: 'child', status: 'active', planId: 'standard', planName: 'Standard' },
  ...{ parent: null, favourite: false, ...more },
});
const partner = { id: idOf(0), name: 'Northwind Partners', kind: 'parent', parent: null };

interface Given {
  clients?: ReturnType<typeof account>[];
  enter?: (id: string) => Promise<unknown>;
  fail?: () => Error | undefined;
}

/** A partner's person with these clients. */
function world({ clients, enter = () => Promise.resolve(), fail }: Given = {}) {
  const all = clients ?? ['Alder', 'Bluebird', 'Copper'].map((name, index) => account(name, index + 1));
  const asked: AccountQuery[] = [];
  const client = stubClient({
    accounts: {
      get: (id: string) => Promise.resolve(id === partner.id ? partner : all.find((one) => one.id === id)),
      list: (query: AccountQuery = {}) => {
        const error = fail?.();
        if (error) return Promise.reject(error);
        asked.push(query);
        const words = (query.q ?? '').toLowerCase();
        const marked =
          query.show === 'favourites' ? all.filter(({ favourite }) => favourite) : all.slice(0, 1);
        const found = query.show ? marked : all.filter(({ name }) => name.toLowerCase().includes(words));
        const from = query.from ?? 0;
        const items = found.slice(from, from + (query.limit ?? 50));
        return Promise.resolve({ items, nextCursor: null, total: found.length });
      },
    },
    me: {
      memberships: ({ q = '' }: { q?: string } = {}) =>
        Promise.resolve({
          items: [{ account: partner, source: 'direct', capabilities: [] }].filter((one) =>
            one.account.name.toLowerCase().includes(q.toLowerCase()),
          ),
          nextCursor: null,
        }),
      setCurrent: enter,
    },
  } as never);
  return { client, asked };
}

async function show(client: CcClient, properties: Partial<CcAccountSwitcher> = {}, accountId = partner.id) {
  const page = await fixture<HTMLElement>(html`
    <cc-provider .client=${client} account-id=${accountId}></cc-provider>
  `);
  const element = Object.assign(document.createElement('cc-account-switcher'), properties);
  page.append(element);
  const seen = new AccountSwitcherHarness(element);
  await element.updateComplete;
  return { element, seen, page };
}

async function opened(given: Given = {}, properties: Partial<CcAccountSwitcher> = {}) {
  const { client, asked } = world(given);
  const shown = await show(client, properties);
  await until(() => shown.seen.shown() === partner.name, 'the name');
  await shown.seen.open();
  await until(() => shown.seen.drawn().options > 0 || shown.seen.message().length > 20, 'the list');
  return { ...shown, client, asked };
}

const said = () =>
  [...document.querySelectorAll('cc-provider > [data-cc-live=polite]')].at(-1)?.textContent ?? '';
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => account(`Client ${index + 1}`, index + 1));

describe('cc-account-switcher drawing', () => {
  it('shows the account in force on its button, and nothing else is asked for', async () => {
    const { client, asked } = world();
    const { seen } = await show(client);
    await until(() => seen.shown() === partner.name, 'the name');
    expect(asked.length).to.equal(0);
  });

  it('shows favourites, what was opened last, the partner account and its clients', async () => {
    const clients = [account('Alder', 1), account('Bluebird', 2, { favourite: true })];
    const { seen } = await opened({ clients });
    await until(() => Object.keys(seen.groups()).length === 4, 'all groups');
    expect(seen.groups()).to.deep.equal({
      Favourites: ['Bluebird'],
      'Recently opened': ['Alder'],
      'Partner account': [partner.name],
      'Client accounts': ['Alder', 'Bluebird'],
    });
  });

  it('shows the groups a host wants, in its order', async () => {
    const { seen } = await opened({}, { groups: ['clients', 'partner'] });
    await until(() => Object.keys(seen.groups()).length === 2, 'both groups');
    expect(Object.keys(seen.groups())).to.deep.equal(['Client accounts', 'Partner account']);
  });

  it('W04: tells equal names apart by plan and the end of the ID', async () => {
    const clients = [account('Alder', 1), account('Alder', 2, { planName: 'Premium' })];
    const { seen } = await opened({ clients }, { groups: ['clients'] });
    expect(seen.second('Alder')).to.deep.equal(['Standard · ID …0001', 'Premium · ID …0002']);
  });

  it('W01: draws only what is in view of 10,000 accounts, and asks for the pages looked at', async () => {
    const { seen, asked, element } = await opened({ clients: many(10_000) }, { groups: ['clients'] });
    expect(seen.drawn().options).to.be.below(60);
    expect(seen.drawn().total).to.equal(10_000);
    const list = element.renderRoot.querySelector('.list') as HTMLElement;
    expect(list.scrollHeight).to.be.above(10_000 * 30);
    list.scrollTop = list.scrollHeight;
    await until(() => seen.groups()['Client accounts']?.includes('Client 10000'), 'the last one');
    expect(seen.drawn().options).to.be.below(60);
    expect(asked.filter(({ from = 0 }) => from > 0 && from < 9_800).length).to.equal(0);
  });

  it('fills a template of the host for each account', async () => {
    const { client } = world();
    const page = await fixture<HTMLElement>(html`
      <cc-provider .client=${client} account-id=${partner.id}>
        <cc-account-switcher layout="list">
          <template slot="item"><b data-field="name"></b> (<i data-field="plan"></i>)</template>
          <a slot="footer" href="#all">All accounts</a>
        </cc-account-switcher>
      </cc-provider>
    `);
    const element = page.querySelector('cc-account-switcher') as CcAccountSwitcher;
    const words = () => element.renderRoot.querySelector('.option .lines')?.textContent ?? '';
    await until(() => words() !== '', 'the list');
    expect(words().trim()).to.equal('Alder (Standard)');
  });
});

describe('cc-account-switcher acting', () => {
  it('W01: searches as one types, and says how many were found', async () => {
    const { seen, asked } = await opened({ clients: many(500) });
    await seen.search('client 49');
    await until(() => seen.groups()['Client accounts']?.[0] === 'Client 49', 'the first result');
    expect(Object.keys(seen.groups())).to.deep.equal(['Client accounts']);
    expect(seen.active()).to.equal('Client 49');
    expect(asked.at(-1)).to.deep.include({ q: 'client 49', from: 0 });
    await until(() => said().includes('11 accounts found'), 'the count');
  });

  it('moves by arrows, Page Down, Home and End over all groups, also to what is not loaded yet', async () => {
    const { seen } = await opened({ clients: many(10_000) });
    await until(() => Object.keys(seen.groups()).length === 3, 'all groups');
    await seen.key('ArrowDown');
    expect(seen.active()).to.equal('Client 1');
    await seen.key('ArrowDown');
    expect(seen.active()).to.equal(partner.name);
    await seen.key('PageDown');
    expect(seen.active()).to.equal('Client 8');
    await seen.key('End');
    await until(() => seen.active() === 'Client 10000', 'the last one');
    await seen.key('ArrowUp');
    expect(seen.active()).to.equal('Client 9999');
    await seen.key('Home');
    await until(() => seen.active() === 'Client 1', 'the first one');
  });

  it('type-ahead: a letter on the button opens the list and begins a search', async () => {
    const { client } = world();
    const { seen, element } = await show(client);
    await until(() => seen.shown() === partner.name, 'the name');
    await seen.key('b');
    await until(() => seen.isOpen() && seen.active() === 'Bluebird', 'the search');
    const field = element.renderRoot.querySelector<HTMLInputElement>('#search');
    expect([field?.value, element.shadowRoot?.activeElement]).to.deep.equal(['b', field]);
  });

  it('Escape clears the search first', async () => {
    const { seen, element } = await opened();
    await seen.search('copper');
    await until(() => seen.active() === 'Copper', 'the result');
    const event = await seen.key('Escape');
    expect([event.defaultPrevented, seen.isOpen()]).to.deep.equal([true, true]);
    expect(element.renderRoot.querySelector<HTMLInputElement>('#search')?.value).to.equal('');
    expect((await seen.key('Escape')).defaultPrevented).to.equal(false);
  });

  it('goes to an account with Enter, closes, gives focus back and says where one is', async () => {
    const entered: string[] = [];
    const enter = (id: string) => Promise.resolve(entered.push(id));
    const { seen, element } = await opened({ enter });
    await seen.search('blue');
    await until(() => seen.active() === 'Bluebird', 'the result');
    const told = oneEvent(element, 'cc-account-changed');
    await seen.key('Enter');
    expect(((await told) as CustomEvent).detail).to.deep.equal({ accountId: idOf(2) });
    expect(entered).to.deep.equal([idOf(2)]);
    await until(() => !seen.isOpen(), 'closed');
    expect(said()).to.contain('Now showing Bluebird.');
    await until(() => element.shadowRoot?.activeElement?.classList.contains('trigger'), 'focus');
  });

  it('Enter right after typing waits for what matches, and never takes what was listed before', async () => {
    const entered: string[] = [];
    const { seen, element } = await opened({ enter: (id) => Promise.resolve(entered.push(id)) });
    const told = oneEvent(element, 'cc-account-changed');
    await seen.search('copper');
    await seen.key('Enter');
    await told;
    expect(entered).to.deep.equal([idOf(3)]);
  });

  it('stands open on the page with layout="list"', async () => {
    const { client } = world();
    const { seen } = await show(client, { layout: 'list' });
    await until(() => seen.drawn().options > 0, 'the list');
    await seen.choose('Copper');
    await until(() => said().includes('Now showing Copper.'), 'said');
  });
});

describe('cc-account-switcher events', () => {
  it('asks before it goes; a veto leaves everything as it is, an answer of the host takes its place', async () => {
    const entered: string[] = [];
    const { seen, element } = await opened({ enter: (id) => Promise.resolve(entered.push(id)) });
    element.addEventListener('cc-account-change-request', (event) => event.preventDefault(), { once: true });
    await seen.choose('Copper');
    await until(() => !element.matches(':state(busy)'), 'at rest');
    expect([seen.isOpen(), entered.length]).to.deep.equal([true, 0]);
    element.addEventListener('cc-account-change-request', (event) => event.respondWith(undefined));
    const told = oneEvent(element, 'cc-account-changed');
    await seen.choose('Copper');
    await told;
    expect(entered).to.deep.equal([]);
  });
});

describe('cc-account-switcher refusal and failure', () => {
  it('W03: where the account has gone, one stays, is told, and the list is asked again', async () => {
    const gone = new CcError({ kind: 'not-found', code: 'not_found' });
    const { seen, asked } = await opened({ enter: () => Promise.reject(gone) });
    const before = asked.length;
    await seen.choose('Copper');
    await until(() => seen.alert() !== '', 'why');
    expect(seen.alert()).to.equal('You can’t open Copper any more. You’re still where you were.');
    expect([seen.isOpen(), seen.shown()]).to.deep.equal([true, partner.name]);
    await until(() => asked.length > before, 'asked again');
  });

  it('says that nothing is found, and that the list could not be loaded, with a way on', async () => {
    let down = false;
    const fail = () => (down ? new CcError({ kind: 'offline', code: 'offline' }) : undefined);
    const { seen } = await opened({ fail });
    await seen.search('zzz');
    await until(() => seen.message().includes('No accounts match “zzz”'), 'none');
    down = true;
    await seen.search('zz');
    await until(() => seen.message().includes('We couldn’t load your accounts.'), 'failed');
    down = false;
    await seen.search('');
    await until(() => seen.drawn().options > 0, 'the list');
  });

  it('R92: an action never lands in another account than the one shown, also with two tabs', async () => {
    const backend = await createMockBackend({ scenario: 'three', viewer: 'partner.owner' });
    const harbour = backend.accountIdOf('harbourlane');
    // The same person in another tab.
    const other = await backend.signIn('partner.owner');
    await backend.client.me.setCurrent(backend.accountId);
    const { seen, element } = await show(backend.client, {}, backend.accountId);
    await until(() => seen.shown() === partner.name, 'the name');
    await other.me.setCurrent(harbour);
    const draft = { email: 'new@northwind.test', roleId: 'campaign_creator' as const };
    const invite = () => backend.client.invitations.create(backend.accountId, draft);
    const refused = await invite().then(
      () => undefined,
      (error: CcError) => error.kind,
    );
    expect(refused).to.equal('account-changed');
    const addresses = async (id: string) =>
      (await backend.client.invitations.list(id)).items.map(({ email }) => email);
    expect(await addresses(backend.accountId)).to.not.include('new@northwind.test');
    expect(await addresses(harbour)).to.not.include('new@northwind.test');
    await until(() => seen.alert() !== '', 'the notice');
    expect(seen.alert()).to.contain(
      'You opened Harbour Lane Books in another tab, and this page still shows Northwind Partners.',
    );
    await expectAccessible(element);
    await seen.press('Stay on Northwind Partners');
    await until(() => seen.alert() === '', 'settled');
    await invite();
    expect(await addresses(backend.accountId)).to.include('new@northwind.test');
  });

  it('W02: waits for what is being saved, which goes to the account shown', async () => {
    const backend = await createMockBackend({ scenario: 'three', viewer: 'partner.owner' });
    const harbour = backend.accountIdOf('harbourlane');
    const gate = held<undefined>();
    const order: string[] = [];
    const slow: typeof fetch = async (...given) => {
      const request = new Request(...given);
      if (request.method === 'POST') await gate.promise;
      if (request.method !== 'GET') order.push(request.method);
      return backend.fetch(request);
    };
    const client = createClient({ baseUrl: `${location.origin}/v1`, fetch: slow });
    await client.me.setCurrent(backend.accountId);
    const { seen, element } = await show(client, {}, backend.accountId);
    await until(() => seen.shown() === partner.name, 'the name');
    const draft = { email: 'new@northwind.test', roleId: 'campaign_creator' as const };
    const saving = client.invitations.create(backend.accountId, draft);
    await seen.open();
    await until(() => seen.groups()['Client accounts']?.includes('Harbour Lane Books'), 'the list');
    const told = oneEvent(element, 'cc-account-changed');
    await seen.choose('Harbour Lane Books');
    expect(element.matches(':state(busy)')).to.equal(true);
    // Time enough for a request that does not wait.
    await aTimeout(100);
    expect(order).to.deep.equal(['PUT']);
    gate.give(undefined);
    expect((await saving).accountId).to.equal(backend.accountId);
    await told;
    expect(order).to.deep.equal(['PUT', 'POST', 'PUT']);
    expect((await client.me.get()).currentAccountId).to.equal(harbour);
  });

  it('R92: goes to the account of the other tab instead', async () => {
    const backend = await createMockBackend({ scenario: 'three', viewer: 'partner.owner' });
    const harbour = backend.accountIdOf('harbourlane');
    const other = await backend.signIn('partner.owner');
    await backend.client.me.setCurrent(backend.accountId);
    const { seen, element } = await show(backend.client, {}, backend.accountId);
    await other.me.setCurrent(harbour);
    await backend.client.accounts.remindMfa(backend.accountId).catch(() => undefined);
    await until(() => seen.alert() !== '', 'the notice');
    const told = oneEvent(element, 'cc-account-changed');
    await seen.press('Go to Harbour Lane Books');
    expect(((await told) as CustomEvent).detail.accountId).to.equal(harbour);
    await until(() => seen.alert() === '', 'settled');
  });
});

describe('cc-account-switcher accessibility', () => {
  it('is accessible closed, open, and with nothing found', async () => {
    const { element, seen } = await opened();
    await seen.key('ArrowDown');
    await expectAccessible(element);
    await seen.search('zzz');
    await until(() => seen.message().includes('No accounts match'), 'none');
    await expectAccessible(element);
  });
});
