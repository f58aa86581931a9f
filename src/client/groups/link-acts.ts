import type { CallOptions, CallTable, CreateOptions, Versioned, WriteOptions } from '../call.js';
import { decodeItems, decodeNothing, decodeOne } from '../decode.js';
import type { AccountLink, LinkApproval, LinkCode, LinkQuery, LinkRequest, Page } from '../wire/index.js';

/** Links between a partner account and its clients, beyond who reaches a client (R73–R78). */
export interface LinkActsGroup {
  /** Links of an account, the newest first: asked for, in force and past. */
  list(accountId: string, query?: LinkQuery, options?: CallOptions): Promise<Page<AccountLink>>;
  get(linkId: string, options?: CallOptions): Promise<AccountLink>;
  /** Asks the other side; no account and no user is created. */
  request(draft: LinkRequest, options?: CreateOptions): Promise<AccountLink>;
  /** Asks again: three times at most, once a day (R75). */
  remind(linkId: string, options?: CreateOptions): Promise<AccountLink>;
  /** Says yes to exactly what was shown; only the client’s owner sets a ceiling (R74, R91). */
  approve(linkId: string, approval: LinkApproval, options?: CreateOptions): Promise<AccountLink>;
  decline(linkId: string, options?: CreateOptions): Promise<AccountLink>;
  /** Takes a request back, or ends the link (R77). */
  end(link: Versioned, options?: WriteOptions): Promise<void>;
  /** What the other side types to ask for a link with this account. */
  code(accountId: string, options?: CallOptions): Promise<LinkCode>;
  /** A new code; the old one leads nowhere. */
  rotateCode(accountId: string, options?: CreateOptions): Promise<LinkCode>;
}

const link = decodeOne<AccountLink>('id');
const code = decodeOne<LinkCode>('code');
const changed = (value: AccountLink) =>
  ['link.changed', { accountId: undefined, id: value.id, value }] as const;

export const linkActsCalls: CallTable<LinkActsGroup> = {
  list: { to: 'GET accounts/*/links', with: 'query', gives: decodeItems<AccountLink>('id') },
  get: { to: 'GET account-links/*', gives: link },
  request: { to: 'POST account-links', with: 'body', gives: link, fact: changed },
  remind: { to: 'POST account-links/*/reminders', gives: link, fact: changed },
  approve: { to: 'POST account-links/*/approve', with: 'body', gives: link, fact: changed },
  decline: { to: 'POST account-links/*/decline', gives: link, fact: changed },
  end: {
    to: 'DELETE account-links/*',
    gives: decodeNothing,
    fact: () => ['link.ended', {}],
  },
  code: { to: 'GET accounts/*/link-code', gives: code },
  rotateCode: { to: 'POST accounts/*/link-code', gives: code },
};
