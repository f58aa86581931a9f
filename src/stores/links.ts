import type { AccountLink, LinkApproval, LinkCode, LinkRequest, PartnerPersonList } from '../client/index.js';
import { limits } from '../domain/limits.js';
import { createLoadable } from './loadable.js';
import type { StoreContext } from './scope.js';

/** The links of an account: what waits for an answer first, then the newest. */
export interface LinkList {
  readonly items: readonly AccountLink[];
  /** There are older ones: `more()` brings them. */
  readonly more: boolean;
}

/** The links of an account. Both sides see the same state (R78). */
export function createLinksStore(context: StoreContext) {
  const { client, accountId, signal, onDispose } = context;
  let wanted: number = limits.pageSize;
  const links = createLoadable<LinkList>(
    context,
    async (stop) => {
      const options = { signal: stop };
      const waiting = await client.links.list(
        accountId,
        { state: 'pending', limit: limits.pageSizeMax },
        options,
      );
      const items = new Map(waiting.items.map((link) => [link.id, link]));
      for (let from = 0; ; from += limits.pageSizeMax) {
        const limit = Math.min(limits.pageSizeMax, wanted - from);
        const page = await client.links.list(accountId, { from, limit }, options);
        for (const link of page.items) if (!items.has(link.id)) items.set(link.id, link);
        const seen = from + page.items.length;
        const more = page.items.length > 0 && seen < (page.total ?? seen);
        if (!more || seen >= wanted) return { items: [...items.values()], more };
      }
    },
    ['link.changed', 'link.ended', 'account.closed', 'account.restored'],
  );
  const { $value, refresh } = links;
  onDispose(
    client.subscribe('live.changed', ({ accountId: about, kind }) => {
      const concerns = kind === 'link' || kind === 'everything';
      if (about === accountId && concerns && $value.get().state !== 'idle') void refresh();
    }),
  );

  /** Somebody else was quicker: what is shown is read again, and the refusal goes on. */
  async function orReadAgain<Result>(act: () => Promise<Result>): Promise<Result> {
    try {
      return await act();
    } catch (error) {
      const { kind } = error as { kind?: string };
      if (['link-not-pending', 'stale-version', 'not-found'].includes(kind ?? '')) void refresh();
      throw error;
    }
  }

  return {
    $links: $value,
    refresh,
    /** Brings as many again as are shown at first. */
    more(): Promise<void> {
      wanted += limits.pageSize;
      return refresh();
    },
    request: (draft: LinkRequest): Promise<AccountLink> => client.links.request(draft, { signal }),
    remind: (linkId: string) => orReadAgain(() => client.links.remind(linkId, { signal })),
    approve: (linkId: string, approval: LinkApproval) =>
      orReadAgain(() => client.links.approve(linkId, approval, { signal })),
    decline: (linkId: string) => orReadAgain(() => client.links.decline(linkId, { signal })),
    /** Takes a request back, or ends the link. */
    end: (link: AccountLink) => orReadAgain(() => client.links.end(link, { signal })),
  };
}

export type LinksStore = ReturnType<typeof createLinksStore>;

/** What the other side types to ask for a link with this account. */
export function createLinkCodeStore(context: StoreContext) {
  const { client, accountId, signal } = context;
  const code = createLoadable<LinkCode>(context, (stop) => client.links.code(accountId, { signal: stop }));
  return {
    $code: code.$value,
    refresh: code.refresh,
    async rotate(): Promise<void> {
      await client.links.rotateCode(accountId, { signal });
      await code.refresh();
    },
  };
}

export type LinkCodeStore = ReturnType<typeof createLinkCodeStore>;

/** Who of the partner reaches this client, as what, and since when (R90). */
export function createPartnerPeopleStore(context: StoreContext) {
  const { client, accountId } = context;
  const people = createLoadable<PartnerPersonList>(
    context,
    (signal) => client.links.partnerPeople(accountId, { signal }),
    ['link.changed', 'link.ended'],
  );
  return { $people: people.$value, refresh: people.refresh };
}

export type PartnerPeopleStore = ReturnType<typeof createPartnerPeopleStore>;
