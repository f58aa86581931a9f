import type { CcClient } from '../../src/client/index.js';
import '../../src/define/account-switcher.js';
import type { CcAccountSwitcher } from '../../src/elements/account-switcher/account-switcher.js';

/** In the page of `bench-switcher.ts`: the work of the switcher itself, over a backend that answers at once. */
declare global {
  interface Window {
    benchSwitcher(count: number, turns: number): Promise<{ open: number; searches: number[] }>;
  }
}

interface Asked {
  readonly q?: string;
  readonly show?: string;
  readonly from?: number;
  readonly limit?: number;
}

const partner = { id: 'acc_partner', name: 'Partner', kind: 'parent', parent: null };

function clientOf(count: number): CcClient {
  const all = Array.from({ length: count }, (_, index) => ({
    ...{ id: `acc_${index}`, name: `Client ${index}`, kind: 'child', status: 'active', planName: 'Standard' },
  }));
  const client = {
    subscribe: () => () => undefined,
    accounts: {
      get: () => Promise.resolve(partner),
      list: ({ q = '', show, from = 0, limit = 50 }: Asked) => {
        const found = show ? [] : q ? all.slice(Number(q) % 40) : all;
        return Promise.resolve({
          items: found.slice(from, from + limit),
          nextCursor: null,
          total: found.length,
        });
      },
    },
    me: {
      memberships: () =>
        Promise.resolve({ items: [{ account: partner, source: 'direct' }], nextCursor: null }),
    },
  };
  return client as unknown as CcClient;
}

const frame = () => new Promise((drawn) => setTimeout(drawn));

async function first(element: CcAccountSwitcher, name: string): Promise<void> {
  const shown = () => element.renderRoot.querySelector('.window .option .name')?.textContent.trim() === name;
  while (!shown()) await frame();
  // Laid out as well, not only in the tree.
  element.renderRoot.querySelector<HTMLElement>('.list')?.getBoundingClientRect();
}

window.benchSwitcher = async (count, turns) => {
  const switcher = document.createElement('cc-account-switcher');
  switcher.client = clientOf(count);
  switcher.accountId = partner.id;
  switcher.layout = 'list';
  let started = performance.now();
  document.body.append(switcher);
  await first(switcher, 'Client 0');
  const open = performance.now() - started;
  const searches: number[] = [];
  const pause = 120;
  for (let turn = 1; turn <= turns; turn += 1) {
    const wanted = (turn % 38) + 1;
    const field = switcher.renderRoot.querySelector<HTMLInputElement>('#search');
    if (!field) throw new Error('No search field');
    started = performance.now();
    field.value = String(wanted);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await first(switcher, `Client ${wanted}`);
    // The pause after the last key is waiting, not work.
    searches.push(performance.now() - started - pause);
  }
  switcher.remove();
  return { open, searches };
};
