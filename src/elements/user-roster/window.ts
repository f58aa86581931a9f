import { adoptLate } from '../base/late-styles.js';
import { LongList } from '../shared/long-list.js';
import { waitingRow } from '../shared/long-list-source.js';
import type { Roster } from './model.js';
import { row, type RowView } from './row.js';
import type { Row } from './view.js';
import { windowStyles } from './window.styles.js';
import type { RosterWork } from './work.js';

/** The members of a large account as one long list. */
export class RosterWindow extends LongList<Row, RowView> {
  constructor(work: RosterWork) {
    const pageNow = (): Roster['page'] => work.seen?.page ?? { from: 0, shown: 0, total: 0 };
    super(work.host, {
      get page() {
        return pageNow();
      },
      get query() {
        return work.data.query;
      },
      get answer() {
        return work.data.roster?.$members.get().data;
      },
      at: (index) => work.seen?.groups.find(({ id }) => id === 'members')?.rows[index - pageNow().from],
      isSame,
      isSameView: (before, now) => before === now,
      row,
      waiting: ({ words }) => waitingRow(words.common.loading),
      moved: () => {
        if (work.acting?.anchor) work.acting.menus.close();
      },
      goTo: (from, size) => work.data.roster?.goTo(from, size),
    });
    adoptLate(work.host.renderRoot, [windowStyles]);
  }
}

/** Nothing new about the same person. */
function isSame(before: Row, now: Row): boolean {
  const [one, other] = [before.entry, now.entry];
  const same = one.kind === 'member' && other.kind === 'member' && one.member === other.member;
  return same && before.state === now.state && before.note === now.note;
}
