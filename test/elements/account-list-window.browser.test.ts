import { expect, html } from '@open-wc/testing';
import type { CcAccountList } from '../../src/elements/account-list/account-list.js';
import { account, list, said, settled } from '../support/account-list.js';
import { expectAccessible } from '../support/axe.js';
import { waitUntil } from '../support/wait.js';

const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    account(`Client ${String(index).padStart(5, '0')}`, {
      status: index % 100 === 7 ? 'overdue' : 'active',
    }),
  );
const many = numbered(10_000);

const box = (element: CcAccountList) => element.renderRoot.querySelector<HTMLElement>('.windowed');
const rows = (element: CcAccountList) => [
  ...element.renderRoot.querySelectorAll<HTMLElement>('.virtual > .row:not(.waiting)'),
];
const nameOf = (row: Element | undefined) => row?.querySelector('.name > bdi')?.textContent;
const places = (element: CcAccountList) =>
  rows(element).map((row) => Number(row.getAttribute('aria-rowindex')));

async function long(markup = html`<cc-account-list></cc-account-list>`) {
  const shown = await list({ items: many }, markup);
  await waitUntil(() => rows(shown.element).length > 5, 'a long list');
  return shown;
}

/** Drags the scrollbar so that the account of this place stands at the top, and waits for it. */
async function dragTo(element: CcAccountList, place: number): Promise<void> {
  const height = rows(element)[0]?.getBoundingClientRect().height ?? 0;
  (box(element) as HTMLElement).scrollTop = place * height;
  const wanted = `Client ${String(place + 2).padStart(5, '0')}`;
  await waitUntil(() => rows(element).some((row) => nameOf(row) === wanted), wanted);
}

describe('cc-account-list, one long list of 10,000 accounts', () => {
  it('has pages up to 200 accounts, where the host names a page size, and as cards', async () => {
    const few = await list({ items: many.slice(0, 200) });
    expect(few.seen.count()).to.equal('1–50 of 200');
    const asked = await list({ items: many }, html`<cc-account-list page-size="20"></cc-account-list>`);
    expect(asked.seen.count()).to.equal('1–20 of 10,000');
    const cards = await list({ items: many }, html`<cc-account-list view="cards"></cc-account-list>`);
    expect(box(cards.element)).to.equal(null);
  });

  it('draws and asks for only what can be seen, and tells the size of the whole', async () => {
    const { element, seen, asked } = await long();
    expect(element.renderRoot.querySelector('table')?.getAttribute('aria-rowcount')).to.equal('10001');
    expect(seen.count()).to.equal('10,000 client accounts');
    await dragTo(element, 9_000);
    await dragTo(element, 4_000);
    expect(rows(element).length).to.be.lessThan(40);
    expect(element.renderRoot.querySelectorAll('*').length).to.be.lessThan(2_500);
    expect(asked.length).to.be.lessThan(8);
    expect(Math.max(...asked.map(({ limit = 0 }) => limit))).to.equal(100);
    const at = rows(element).findIndex((row) => nameOf(row) === 'Client 04002');
    expect(places(element)[at]).to.equal(4_004);
  });

  it('stands in the order it is read once it rests', async () => {
    const { element } = await long();
    await dragTo(element, 300);
    await dragTo(element, 305);
    await waitUntil(
      () => String(places(element)) === String(places(element).toSorted((a, b) => a - b)),
      'order',
    );
    const tops = rows(element).map((row) => row.getBoundingClientRect().top);
    expect(tops).to.deep.equal(tops.toSorted((a, b) => a - b));
  });

  it('keeps the row with focus, however far the list is scrolled', async () => {
    const { element } = await long();
    const more = rows(element)[2]?.querySelector<HTMLElement>('.more');
    more?.focus();
    await dragTo(element, 5_000);
    expect(element.shadowRoot?.activeElement === more).to.equal(true);
    expect(nameOf(more?.closest('.row') ?? undefined)).to.equal('Client 00002');
  });

  it('lets the server search, filter and sort, and shows the answer from its top', async () => {
    const { element, seen, last } = await long();
    await dragTo(element, 2_000);
    await seen.sortBy('Seats used');
    await waitUntil(() => last()?.sort === 'seats' && box(element)?.scrollTop === 0, 'the top');
    await seen.filter('Status', 'Payment due');
    await waitUntil(() => last()?.status === 'overdue', 'the filter');
    seen.search('client 0001');
    await waitUntil(() => rows(element).length === 0 && seen.names().length === 10, 'what was found');
    expect(last()).to.include({ q: 'client 0001', status: 'overdue', sort: 'seats' });
  });

  it('selects one after the other, or the first 500 of all with the box in the head', async () => {
    const { element, seen } = await long(html`<cc-account-list selectable></cc-account-list>`);
    await dragTo(element, 7_000);
    await seen.select('Client 07002');
    await waitUntil(() => element.matches(':state(selecting)'), 'one selected');
    const head = element.renderRoot.querySelector<HTMLInputElement>('thead input');
    expect(head?.ariaLabel).to.equal('Select the first 500');
    expect(head?.indeterminate).to.equal(true);
    head?.click();
    await waitUntil(() => said() === '500 selected', 'all that one job takes');
  });

  it('opens an account and its menu like a page does', async () => {
    const { element, seen, marks } = await long();
    await dragTo(element, 1_000);
    await seen.act('Client 01002', 'Add to favourites');
    await settled(element);
    expect(marks).to.deep.equal([{ accountId: many[1_002]?.id, favourite: true }]);
    const row = rows(element).find((one) => nameOf(one) === 'Client 01002');
    expect(row?.querySelector('.star') === null).to.equal(false);
  });

  it('passes axe', async () => {
    const { element } = await long(html`<cc-account-list selectable></cc-account-list>`);
    await dragTo(element, 120);
    await expectAccessible(element);
  });
});
