import type { Invitation, Member } from '../client/index.js';
import { pagesOf } from './every-page.js';
import { invitationQuery, memberQuery } from './roster-query.js';
import { createRosterStore } from './roster.js';
import type { StoreContext } from './scope.js';

/** A part of everybody who matches, in the order of the list: who is invited first. */
export interface RosterPart {
  readonly invitations: readonly Invitation[];
  readonly members: readonly Member[];
  /** All of them, as known so far. */
  readonly total: number;
}

/** Everybody who matches what is looked for now, over all pages: for selecting them and for a file. */
export function createRosterPages(context: StoreContext) {
  const { client, accountId, clock, signal: scopeEnds, use } = context;
  const roster = use(createRosterStore);

  return {
    /** Page by page; the next one is asked for when the last has been taken. Ends with `signal`. */
    async *everybody(ends: AbortSignal = scopeEnds): AsyncGenerator<RosterPart, void> {
      const signal = AbortSignal.any([ends, scopeEnds]);
      const query = roster.$query.get();
      const [invited, asked] = [invitationQuery(query), memberQuery(query, clock.now())];
      let before = 0;
      if (invited) {
        const pages = pagesOf((page) =>
          client.invitations.list(accountId, { ...invited, ...page }, { signal }),
        );
        for await (const { items, total } of pages) {
          before = total ?? before;
          yield { invitations: items, members: [], total: before };
        }
      }
      if (!asked) return;
      let members = 0;
      for await (const { items, total } of pagesOf((page) =>
        client.members.list(accountId, { ...asked, ...page }, { signal }),
      )) {
        members = total ?? members;
        yield { invitations: [], members: items, total: before + members };
      }
    },
  };
}

export type RosterPages = ReturnType<typeof createRosterPages>;
