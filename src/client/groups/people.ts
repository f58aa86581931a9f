import type { CallOptions, CallTable } from '../call.js';
import { decodeItems, type Decoder } from '../decode.js';
import type { Page, PersonAccess, PersonQuery, PersonSummary } from '../wire/index.js';

/** People over a partner account and all its clients. */
export interface PeopleGroup {
  /** Each person once, however many accounts they are on. */
  list(accountId: string, query?: PersonQuery, options?: CallOptions): Promise<Page<PersonSummary>>;
  /** Everything one person reaches, and through what (R88); `personId` is `PersonSummary.id`. */
  access(accountId: string, personId: string, options?: CallOptions): Promise<PersonAccess>;
}

/** A person, and a list of what they reach. */
const access: Decoder<PersonAccess> = (value) => {
  const { person, items } = (value ?? {}) as Partial<PersonAccess>;
  if (typeof person !== 'object' || !Array.isArray(items)) throw new TypeError('no person');
  return value as PersonAccess;
};

export const peopleCalls: CallTable<PeopleGroup> = {
  list: { to: 'GET accounts/*/people', with: 'query', gives: decodeItems<PersonSummary>('id') },
  access: { to: 'GET accounts/*/people/*', gives: access },
};
