import type { AccountLink, LinkCode, Page } from '../client/index.js';
import { createLoadable } from './loadable.js';
import type { StoreContext } from './scope.js';

/** The links of an account and its link code. Both sides see the same state (R78). */
export function createLinksStore(context: StoreContext) {
  const { client, accountId, signal } = context;
  const links = createLoadable<Page<AccountLink>>(
    context,
    (stop) => client.links.list(accountId, {}, { signal: stop }),
    ['link.changed', 'link.ended', 'account.closed', 'account.restored'],
  );
  const code = createLoadable<LinkCode>(context, (stop) => client.links.code(accountId, { signal: stop }));
  return {
    $links: links.$value,
    $code: code.$value,
    refresh: links.refresh,
    async rotateCode(): Promise<void> {
      await client.links.rotateCode(accountId, { signal });
      await code.refresh();
    },
  };
}

export type LinksStore = ReturnType<typeof createLinksStore>;
