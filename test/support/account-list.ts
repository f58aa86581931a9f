import { aTimeout, fixture, html } from '@open-wc/testing';
import { CcError, type AccountListItem, type AccountQuery, type SeatUsage } from '../../src/client/index.js';
import '../../src/define/account-list.js';
import '../../src/define/provider.js';
import type { CcAccountList } from '../../src/elements/account-list/account-list.js';
import { AccountListHarness } from '../../src/testing/harnesses/account-list.harness.js';
import { stubClient } from './stub-client.js';
import { waitUntil } from './wait.js';

export const problem = (kind: string) => new CcError({ kind, code: kind.replaceAll('-', '_') });

export function account(
  name: string,
  more: Partial<AccountListItem> = {},
): AccountListItem & { seats: SeatUsage } {
  const id = `acc_${name.toLowerCase().replaceAll(/\W/g, '').padEnd(22, '0').slice(0, 22)}`;
  const seats = { accountId: id, limit: 3, used: 2, reserved: 0, available: 1, overLimit: false };
  return {
    id,
    name,
    kind: 'child',
    status: 'active',
    planId: 'standard',
    planName: 'Standard',
    parent: null,
    relationship: 'managed',
    singleBilling: false,
    mfaPolicy: 'encouraged',
    childCount: 0,
    closedAt: null,
    version: 1,
    seats: { ...seats, planName: 'Standard', planUrl: '/plans', ownerUsesSeat: true },
    roleId: 'account_manager',
    source: 'direct',
    lastActivityAt: null,
    favourite: false,
    ...(more as { seats?: SeatUsage }),
  };
}

export const three = [account('Alder'), account('Bluebird', { status: 'overdue' }), account('Copper')];

export interface Given {
  items?: AccountListItem[];
  total?: number;
  fail?: () => Error | undefined;
  enter?: (id: string) => Promise<unknown>;
  restore?: (id: string) => Promise<unknown>;
}

export async function list(
  { items = three, total, fail, enter = () => Promise.resolve(), restore }: Given = {},
  markup = html`<cc-account-list></cc-account-list>`,
) {
  const asked: AccountQuery[] = [];
  const marks: unknown[] = [];
  const parent = { ...account('Northwind Partners'), id: 'acc_1', kind: 'parent', childCount: items.length };
  const client = stubClient({
    accounts: {
      get: () => Promise.resolve(parent),
      restore: restore as never,
      list: (query: AccountQuery = {}) => {
        asked.push(query);
        const error = fail?.();
        if (error) return Promise.reject(error);
        const found = items.filter(({ name }) => name.toLowerCase().includes((query.q ?? '').toLowerCase()));
        const from = query.from ?? 0;
        const page = found.slice(from, from + (query.limit ?? 50));
        return Promise.resolve({
          items: page,
          nextCursor: null,
          total: query.q ? found.length : (total ?? found.length),
        });
      },
    },
    me: {
      setCurrent: enter as never,
      setFavourite: (mark: unknown) => {
        marks.push(mark);
        return Promise.resolve();
      },
    },
    capabilities: () => Promise.resolve({ plans: [{ id: 'starter', name: 'Starter' }] }) as never,
  } as never);
  const provider = await fixture(
    html`<cc-provider account-id="acc_1" .client=${client}>${markup}</cc-provider>`,
  );
  const element = provider.querySelector('cc-account-list') as CcAccountList;
  await settled(element);
  return { element, seen: new AccountListHarness(element), asked, marks, last: () => asked.at(-1) };
}

export async function settled(element: CcAccountList): Promise<void> {
  // The list comes after its frame.
  await waitUntil(() => element.renderRoot.querySelector('[part=toolbar]'), 'the list');
  await aTimeout(0);
  await element.updateComplete;
  await aTimeout(0);
  await element.updateComplete;
}

export const said = () =>
  [...document.querySelectorAll('cc-provider > [data-cc-live=polite]')].at(-1)?.textContent ?? '';
