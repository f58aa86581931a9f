import type { AccountListItem } from '../../client/index.js';
import type { AccountListStore } from '../../stores/account-list.js';
import { adoptLate } from '../base/late-styles.js';
import { LongList } from '../shared/long-list.js';
import { waitingRow } from '../shared/long-list-source.js';
import type { ListMenus } from './menus.js';
import { row } from './row.js';
import { settleBars, type TableView } from './table.js';
import type { AccountListHost } from './view.js';
import { windowStyles } from './window.styles.js';

/** The clients of a large partner account as one long list. */
export class AccountWindow extends LongList<AccountListItem, TableView> {
  constructor(host: AccountListHost, store: () => AccountListStore | undefined, menus: ListMenus) {
    const rows = () => store()?.$rows.get().data;
    super(host, {
      get page() {
        const { from = 0, items = [], total = 0 } = rows() ?? {};
        return { from, shown: items.length, total };
      },
      get query() {
        return store()?.$query.get();
      },
      get answer() {
        return rows();
      },
      at: (index) => rows()?.items[index - (rows()?.from ?? 0)],
      isSame: (before, now) => before === now,
      row,
      waiting: ({ words }) => waitingRow(words.common.loading),
      drawn: settleBars,
      moved: () => menus.close(),
      goTo: (from, size) => store()?.goTo(from, size),
    });
    adoptLate(host.renderRoot, [windowStyles]);
  }
}
