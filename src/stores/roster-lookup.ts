import type { Invitation, Member, Page } from '../client/index.js';
import { canonicalEmail, emailKey } from '../domain/check/email.js';
import { limits } from '../domain/limits.js';
import { pagesOf } from './every-page.js';
import type { StoreContext } from './scope.js';

/** Somebody with a role here, or somebody invited whose link still works. */
export type Known = Member | Invitation;

/** Two addresses with the same key are one mailbox. */
export function addressKey(email: string): string {
  return emailKey(canonicalEmail(email) ?? email.trim());
}

interface Asked {
  readonly q?: string;
  readonly limit: number;
  readonly cursor?: string;
}

/** Who of a list of addresses is here already, whatever is looked for in the roster: for a file of people. */
export function createRosterLookup({ client, accountId, signal: scopeEnds }: StoreContext) {
  return {
    /** By `addressKey`; members before invitations. Asks page by page, or one by one where that is less. */
    async byEmail(
      emails: readonly string[],
      { signal: ends, onProgress }: { signal: AbortSignal; onProgress(done: number, total: number): void },
    ): Promise<ReadonlyMap<string, Known>> {
      const signal = AbortSignal.any([ends, scopeEnds]);
      const found = new Map<string, Known>();
      const wanted = new Set(emails.map(addressKey));
      const lists: readonly ((asked: Asked) => Promise<Page<Known>>)[] = [
        (asked) => client.invitations.list(accountId, { ...asked, state: 'pending' }, { signal }),
        (asked) => client.members.list(accountId, asked, { signal }),
      ];
      const take = (items: readonly Known[]) => {
        for (const one of items) if (wanted.has(addressKey(one.email))) found.set(addressKey(one.email), one);
      };
      for (const list of lists) {
        const { total = Infinity } = await list({ limit: 1 });
        const asOnes = total > emails.length * limits.pageSizeMax;
        let done = 0;
        const pages = asOnes ? onesOf(list, emails) : pagesOf(list);
        for await (const { items } of pages) {
          signal.throwIfAborted();
          take(items);
          done += asOnes ? 1 : items.length;
          onProgress(done, asOnes ? emails.length : total);
        }
      }
      return found;
    },
  };
}

async function* onesOf(
  list: (asked: Asked) => Promise<Page<Known>>,
  emails: readonly string[],
): AsyncGenerator<Page<Known>> {
  for (const q of emails) yield await list({ q, limit: limits.pageSizeMax });
}
