import type { CallOptions, CallTable } from '../call.js';
import { decodeItems } from '../decode.js';
import type { PartnerPerson, PartnerPersonList } from '../wire/index.js';

/** The link between a partner account and its client. */
export interface LinksGroup {
  /** People of the partner account who reach this client (R90). */
  partnerPeople(accountId: string, options?: CallOptions): Promise<PartnerPersonList>;
}

export const linksCalls: CallTable<LinksGroup> = {
  partnerPeople: {
    to: 'GET accounts/*/partner-people',
    gives: decodeItems<PartnerPerson, PartnerPersonList>('userId'),
  },
};
