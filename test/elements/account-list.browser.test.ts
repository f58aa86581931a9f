import { expect, html, oneEvent } from '@open-wc/testing';
import { account, list, problem, said, settled, three, type Given } from '../support/account-list.js';
import { expectAccessible } from '../support/axe.js';
import { waitUntil } from '../support/wait.js';

describe('cc-account-list drawing', () => {
  it('shows each account with status, plan, seats and role', async () => {
    const { seen } = await list();
    expect(seen.names()).to.deep.equal(['Alder', 'Bluebird', 'Copper']);
    const cells = seen.cells('Bluebird');
    expect(cells['Status']).to.equal('Payment due');
    expect(cells['Plan']).to.equal('Standard');
    expect(cells['Seats used']).to.equal('2 of 3');
    expect(cells['Your role']).to.equal('Account Manager');
    expect(seen.subheading()).to.equal('3 client accounts under Northwind Partners');
  });

  it('R11: says when access comes through the partner account, and as which role', async () => {
    const { seen } = await list({ items: [account('Alder', { source: 'inherited' })] });
    expect(seen.cells('Alder')['Your role']).to.equal('Through the partner account, as Account Manager');
  });

  it('R17: counts pending invites as seats, and shows no bar without a limit', async () => {
    const seats = { ...account('A').seats, used: 2, reserved: 1 };
    const { seen, element } = await list({
      items: [account('Full', { seats }), account('Free', { seats: { ...seats, limit: null } })],
    });
    expect(seen.cells('Full')['Seats used']).to.equal('3 of 3');
    expect(seen.cells('Free')['Seats used']).to.equal('3, no limit');
    expect(element.renderRoot.querySelectorAll('.bar').length).to.equal(1);
  });

  it('N11: shows a status it does not know as it came', async () => {
    const { seen } = await list({ items: [account('Alder', { status: 'on_hold' })] });
    expect(seen.cells('Alder')['Status']).to.equal('on_hold');
  });

  it('says which accounts of how many, and pages', async () => {
    const { seen, element, last } = await list(
      { items: Array.from({ length: 120 }, (_, index) => account(`Client ${index}`)) },
      html`<cc-account-list page-size="3"></cc-account-list>`,
    );
    expect(seen.count()).to.equal('1–3 of 120');
    await seen.press('Next page');
    await settled(element);
    expect(last()).to.include({ from: 3, limit: 3 });
  });

  it('says that there is no account, without search and filters', async () => {
    const { seen, element } = await list({ items: [] });
    expect(seen.message()).to.contain('No client accounts yet');
    expect(element.matches(':state(empty)')).to.equal(true);
    expect(element.renderRoot.querySelector('.search')).to.equal(null);
  });
});

describe('cc-account-list acting', () => {
  it('searches after a pause, once, and says how many were found', async () => {
    const { seen, element, asked } = await list();
    seen.search('b');
    seen.search('blue');
    expect(asked.length).to.equal(1);
    await waitUntil(() => asked.length > 1);
    expect(asked.at(-1)).to.include({ q: 'blue', parent: 'acc_1' });
    await waitUntil(() => said() === '1 account found', 'not said');
    await element.updateComplete;
    expect(seen.names()).to.deep.equal(['Bluebird']);
  });

  it('filters by status, plan, seats and role', async () => {
    const { seen, last } = await list();
    await seen.filter('Status', 'Payment due');
    await seen.filter('Plan', 'Starter');
    await seen.filter('Seats', 'No free seat');
    await seen.filter('Your role', 'Partner access');
    await waitUntil(() => last()?.source === 'inherited', 'the question');
    expect(last()).to.include({ status: 'overdue', plan: 'starter', seats: 'full', source: 'inherited' });
  });

  it('sorts by a column, and the other way round when it is pressed again', async () => {
    const { seen, element, last } = await list();
    await seen.sortBy('Seats used');
    await seen.sortBy('Seats used');
    await settled(element);
    expect(last()?.sort).to.equal('-seats');
    expect(element.renderRoot.querySelector('[aria-sort=descending]')?.textContent.trim()).to.equal(
      'Seats used',
    );
    expect(said()).to.equal('Sorted by Seats used, descending');
  });

  it('names the filter in the way when nothing is found, and drops it', async () => {
    const { seen, element, last } = await list(
      {},
      html`<cc-account-list filter="q=zzz&status=trial"></cc-account-list>`,
    );
    expect(seen.message()).to.contain('No accounts with Trial match “zzz”');
    await seen.press('Show any status');
    await settled(element);
    expect(last()?.status).to.equal(undefined);
    expect(element.filter).to.equal('q=zzz');
  });

  it('marks a favourite from the menu of its row', async () => {
    const { seen, element, marks } = await list();
    await seen.act('Alder', 'Add to favourites');
    await settled(element);
    expect(marks).to.deep.equal([{ accountId: three[0]?.id, favourite: true }]);
    expect(said()).to.equal('Alder added to favourites.');
  });

  it('moves to the search field with its key, and not while something else takes text', async () => {
    const { element } = await list();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true }));
    expect(element.shadowRoot?.activeElement).to.equal(element.renderRoot.querySelector('.search input'));
  });

  it('is a link where the host named the address of an account', async () => {
    const { seen } = await list(
      {},
      html`<cc-account-list href-template="/accounts/{id}/users"></cc-account-list>`,
    );
    expect(seen.address('Alder')).to.equal(new URL(`/accounts/${three[0]?.id}/users`, document.baseURI).href);
  });

  it('T11: makes no link of an address that runs script', async () => {
    const { seen } = await list(
      {},
      html`<cc-account-list href-template="javascript:alert('{id}')"></cc-account-list>`,
    );
    expect(seen.address('Alder')).to.equal(undefined);
  });
});

describe('cc-account-list, accounts without access', () => {
  const none = { source: null, seats: null, roleId: null, planId: null, planName: null, mfaPolicy: null };
  const referred = account('Alder', { ...none, relationship: 'referred' });
  const closed = account('Copper', { ...none, status: 'closed', closedAt: '2026-11-20T09:00:00Z' });

  it('lists referred clients when they are asked for, without a way in, role, seats or box', async () => {
    const { seen, element, last } = await list(
      { items: [referred] },
      html`<cc-account-list selectable></cc-account-list>`,
    );
    await seen.filter('Relationship', 'Referred');
    await settled(element);
    expect(last()?.relationship).to.equal('referred');
    const cells = seen.cells('Alder');
    expect(cells['Account']).to.contain('Referred, not managed');
    expect([cells['Plan'], cells['Seats used'], cells['Your role']]).to.deep.equal(['', '', 'No access']);
    expect(element.renderRoot.querySelector('.open')).to.equal(null);
    expect(element.renderRoot.querySelector('.row input')).to.equal(null);
  });

  it('R85: restores a closed account, says what that brings back, and tells the host', async () => {
    const restored: string[] = [];
    const { seen, element, asked } = await list(
      {
        items: [closed],
        restore: (id) => {
          restored.push(id);
          return Promise.resolve({ ...closed, status: 'active', closedAt: null });
        },
      },
      html`<cc-account-list filter="status=closed"></cc-account-list>`,
    );
    expect(asked.at(-1)).to.include({ status: 'closed', parent: 'acc_1' });
    expect(seen.cells('Copper')['Account']).to.contain('Can be restored until');
    const before = asked.length;
    const told = oneEvent(element, 'cc-account-restored');
    await seen.open('Copper');
    expect((await told).detail.account.status).to.equal('active');
    expect(restored).to.deep.equal([closed.id]);
    await settled(element);
    expect(seen.trouble()).to.contain('Copper is open again');
    expect(asked.length).to.equal(before + 1);
    await expectAccessible(element);
  });

  it('R85: says under its row why a closed account was not restored', async () => {
    const { seen, element } = await list(
      { items: [closed], restore: () => Promise.reject(problem('account-unavailable')) },
      html`<cc-account-list filter="status=closed"></cc-account-list>`,
    );
    await seen.open('Copper');
    await waitUntil(() => element.renderRoot.querySelector('.note') !== null, 'the reason');
    expect(seen.trouble()).to.contain('Copper wasn’t restored.');
  });
});

describe('cc-account-list events', () => {
  it('asks, makes the account the current one, and tells', async () => {
    const entered: string[] = [];
    const { element, seen } = await list({ enter: (id) => Promise.resolve(entered.push(id)) });
    const told = oneEvent(element, 'cc-account-changed');
    await seen.open('Bluebird');
    expect((await told).detail).to.deep.equal({ accountId: three[1]?.id });
    expect(entered).to.deep.equal([three[1]?.id]);
  });

  it('does nothing when the host vetoes', async () => {
    const entered: string[] = [];
    const { element, seen } = await list({ enter: (id) => Promise.resolve(entered.push(id)) });
    element.addEventListener('cc-account-change-request', (event) => event.preventDefault());
    await seen.open('Bluebird');
    await settled(element);
    expect(entered).to.deep.equal([]);
  });

  it('tells filter and sort as the attributes take them', async () => {
    const { element, seen } = await list();
    const told = oneEvent(element, 'cc-filter-changed');
    await seen.filter('Status', 'Trial');
    expect((await told).detail).to.deep.equal({ accountId: 'acc_1', filter: 'status=trial', sort: '' });
  });

  it('as cards, the box to select an account stands beside its picture', async () => {
    const { element } = await list(
      { items: [account('Bluebird')] },
      html`<cc-account-list selectable view="cards"></cc-account-list>`,
    );
    const at = (selector: string) =>
      element.renderRoot.querySelector(`tbody .row ${selector}`)?.getBoundingClientRect() ?? new DOMRect();
    expect(at('.avatar').width).to.be.greaterThan(0);
    expect(at('.check').right).to.be.at.most(at('.avatar').left);
  });

  it('tells the selection, and asks for access to all that match on all pages', async () => {
    const many = Array.from({ length: 8 }, (_, index) => account(`Client ${index}`));
    const markup = html`<cc-account-list selectable page-size="3"></cc-account-list>`;
    const { element, seen } = await list({ items: many }, markup);
    const told = oneEvent(element, 'cc-selection-changed');
    await seen.select('Client 1');
    expect((await told).detail.ids).to.deep.equal([many[1]?.id]);
    await seen.press('Select all 8');
    await settled(element);
    const asked = oneEvent(element, 'cc-grant-open-request');
    await seen.press('Grant access…');
    expect((await asked).detail.input.accountIds).to.have.members(many.map(({ id }) => id));
  });
});

describe('cc-account-list refusal and failure', () => {
  it('says that it could not be loaded, and loads on Retry', async () => {
    let down = true;
    const { element, seen } = await list({ fail: () => (down ? problem('timeout') : undefined) });
    expect(seen.message()).to.contain('We couldn’t load your accounts');
    expect(element.matches(':state(failed)')).to.equal(true);
    down = false;
    await seen.press('Retry');
    await settled(element);
    expect(seen.names()).to.have.length(3);
  });

  it('R01: keeps the rows and says that they are old when asking again fails', async () => {
    let down = false;
    const { element, seen } = await list({ fail: () => (down ? problem('offline') : undefined) });
    down = true;
    await element.refresh();
    await settled(element);
    expect(seen.names()).to.have.length(3);
    expect(seen.trouble()).to.contain('Not up to date');
  });

  it('R13: says that the viewer may not see the list', async () => {
    const { element, seen } = await list({ fail: () => problem('forbidden') });
    expect(seen.message()).to.contain('You can’t see client accounts');
    expect(element.matches(':state(refused)')).to.equal(true);
  });

  it('W03: stays where it is and asks for the list again when the account is gone', async () => {
    const { element, seen, asked } = await list({ enter: () => Promise.reject(problem('not-found')) });
    let told = false;
    element.addEventListener('cc-account-changed', () => (told = true));
    await seen.open('Bluebird');
    await waitUntil(() => asked.length === 2);
    await settled(element);
    expect(seen.trouble()).to.equal('You can’t open Bluebird any more.');
    expect(told).to.equal(false);
  });
});

describe('cc-account-list accessibility', () => {
  for (const [name, given, markup] of [
    ['with rows', {}, html`<cc-account-list></cc-account-list>`],
    ['with selection', {}, html`<cc-account-list selectable addable></cc-account-list>`],
    ['without accounts', { items: [] }, html`<cc-account-list></cc-account-list>`],
    ['when it failed', { fail: () => problem('timeout') }, html`<cc-account-list></cc-account-list>`],
  ] as const) {
    it(`has no axe findings ${name}`, async () => {
      const { element } = await list(given as Given, markup);
      await expectAccessible(element);
    });
  }

  it('names each Open and each menu after its account', async () => {
    const { element } = await list();
    const row = element.renderRoot.querySelector('.row');
    expect(row?.querySelector('.open .visually-hidden')?.textContent).to.equal('Open Alder');
    expect(row?.querySelector('.more')?.getAttribute('aria-label')).to.equal('Actions for Alder');
  });
});
