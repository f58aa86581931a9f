import { foldForSearch } from '../../src/domain/index.js';
import type { Actor, Context } from '../context.js';
import type { Row } from '../stores/schema.js';

/** The name that a person is listed by. */
export function shownName(user: Pick<Row<'users'>, 'displayName' | 'username'>): string {
  return user.displayName ?? user.username;
}

/** Copies of a person's facts that a roster is searched and sorted by. */
export function personColumns(
  user: Pick<Row<'users'>, 'displayName' | 'username' | 'email' | 'mfaActive'>,
): Pick<Row<'memberships'>, 'nameKey' | 'searchText' | 'mfaActive'> {
  const parts = [user.displayName ?? '', user.username, user.email];
  return {
    nameKey: foldForSearch(shownName(user)),
    searchText: parts.map(foldForSearch).join('\n'),
    mfaActive: user.mfaActive,
  };
}

/** Brings the copies in every membership up to date; call it with each change of name, username, address or factor. */
export async function syncPerson(context: Context<Actor | null>, user: Row<'users'>): Promise<void> {
  await context.tx.memberships.touch({ userId: user.id, status: { not: 'removed' } }, personColumns(user));
}
