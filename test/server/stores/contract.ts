import { after, before, describe } from 'node:test';
import type { Store } from '../../../server/stores/port.js';
import { countPromises } from './contract/counting.js';
import { messagePromises } from './contract/messages.js';
import { orderPromises } from './contract/order.js';
import { readPromises } from './contract/reading.js';
import { transactionPromises } from './contract/transactions.js';
import { uniquePromises } from './contract/unique.js';
import { valuePromises } from './contract/values.js';
import { writePromises } from './contract/writing.js';

/** What every store promises; one suite for all of them. Tests share the store and keep to rows of their own. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`the store ${name}`, () => {
    let store: Store | undefined;
    const opened = (): Store => {
      if (!store) throw new Error('The store is not open');
      return store;
    };
    before(async () => {
      store = await open();
      await store.migrate();
    });
    after(() => store?.close());

    readPromises(opened);
    orderPromises(opened);
    countPromises(opened);
    writePromises(opened);
    valuePromises(opened);
    uniquePromises(opened);
    transactionPromises(opened);
    messagePromises(opened);
  });
}
