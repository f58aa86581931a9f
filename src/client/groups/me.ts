import type { CallOptions, CallTable, Versioned, WriteOptions } from '../call.js';
import { decodeItems, decodeNothing, decodeOne } from '../decode.js';
import type { FavouriteMark, ListQuery, Me, MePatch, MyMembership, Page } from '../wire/index.js';

/** The signed-in person. */
export interface MeGroup {
  get(options?: CallOptions): Promise<Me>;
  update(me: Versioned, patch: MePatch, options?: WriteOptions): Promise<Me>;
  /** Accounts the person can enter, direct and inherited. */
  memberships(query?: ListQuery, options?: CallOptions): Promise<Page<MyMembership>>;
  /** Remembers which account is shown (R92). */
  setCurrent(accountId: string, options?: CallOptions): Promise<Me>;
  /** Marks an account for the person themselves; nobody else sees it. */
  setFavourite(mark: FavouriteMark, options?: CallOptions): Promise<void>;
}

const me = decodeOne<Me>('id');

export const meCalls: CallTable<MeGroup> = {
  get: { to: 'GET me', gives: me },
  update: { to: 'PATCH me/@', with: 'body', gives: me, fact: 'me.changed' },
  memberships: { to: 'GET me/memberships', with: 'query', gives: decodeItems<MyMembership>('account.id') },
  setCurrent: {
    to: 'PUT me/current-account',
    with: 'accountId',
    gives: me,
    fact: 'me.changed',
  },
  setFavourite: { to: 'PUT me/favourites', with: 'body', gives: decodeNothing },
};
