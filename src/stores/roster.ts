import { atom, computed } from 'nanostores';
import type { CcFacts, FactType, Invitation, Member, PartnerPersonList } from '../client/index.js';
import { listLimits } from '../domain/list-limits.js';
import { createLoadable, type Loadable } from './loadable.js';
import { createPagedList } from './paged-list.js';
import { anybody, invitationQuery, matchesPartner, memberQuery, type RosterQuery } from './roster-query.js';
import type { StoreContext } from './scope.js';
import { typing } from './typing.js';

type AccountFact = Extract<FactType, `${'member' | 'invitation'}.${string}`>;

/**
 * The people of an account in three lists: members, invitations, and the partner people who reach a client (R90).
 * Search and filters apply to all three, sorting and paging to the members.
 */
export function createRosterStore(context: StoreContext) {
  const { client, accountId, clock, onDispose } = context;
  let query = anybody;
  let pageSize: number = listLimits.pageSize;
  const $query = atom<RosterQuery>(query);

  const members = createPagedList<Member, RosterQuery>(context, {
    query,
    limit: () => pageSize,
    idOf: ({ id }) => id,
    load(asked, window, signal) {
      const filter = memberQuery(asked, clock.now());
      return filter && client.members.list(accountId, { ...filter, ...window }, { signal });
    },
  });
  const invitations = createPagedList<Invitation, RosterQuery>(context, {
    query,
    limit: () => pageSize,
    idOf: ({ id }) => id,
    load(asked, window, signal) {
      const filter = invitationQuery(asked);
      return filter && client.invitations.list(accountId, { ...filter, ...window }, { signal });
    },
  });
  const partner = createLoadable<PartnerPersonList>(context, (signal) =>
    client.links.partnerPeople(accountId, { signal }),
  );

  async function send(): Promise<void> {
    typed.stop();
    const lists = [members.ask(query)];
    if (JSON.stringify(invitationQuery(query)) !== invitationsAsked) lists.push(invitations.ask(query));
    invitationsAsked = JSON.stringify(invitationQuery(query));
    await Promise.all(lists);
  }
  let invitationsAsked = JSON.stringify(invitationQuery(query));

  const typed = typing(clock, () => void send());
  const change = (patch: Partial<RosterQuery>) => $query.set((query = { ...query, ...patch }));

  const refresh = async () => {
    await Promise.all([members.refresh(), invitations.refresh(), partner.refresh()]);
  };

  const when = <Type extends AccountFact>(type: Type, react: (fact: CcFacts[Type]) => unknown) =>
    client.subscribe(type, (fact) => {
      if (fact.accountId === accountId && members.started()) void react(fact);
    });
  const releases = [
    when('member.changed', ({ value }) => members.replace(value)),
    when('member.removed', ({ id }) => members.drop(id)),
    when('invitation.created', invitations.refresh),
    when('invitation.changed', ({ value }) => invitations.replace(value)),
    when('invitation.resent', ({ value }) => invitations.replace(value)),
    when('invitation.revoked', ({ id }) => invitations.drop(id)),
    when('invitation.accepted', refresh),
    // What could not be loaded without knowing who asks can be now (I04).
    client.subscribe('signed-in', () => {
      if (members.started()) void refresh();
    }),
  ];
  onDispose(() => {
    typed.stop();
    for (const release of releases) release();
  });

  return {
    /** What is looked for, as typed and chosen. */
    $query,
    $members: members.$rows,
    $invitations: invitations.$rows,
    /** Partner people who match the query. */
    $partner: computed([partner.$value, $query], (people, asked) => narrow(people, asked, clock.now())),

    /** Filters or sorts, and asks at once. */
    setQuery(patch: Partial<RosterQuery>): Promise<void> {
      change(patch);
      return send();
    },
    /** Searches once the person stops typing; the words are in `$query` at once. */
    search(q: string): void {
      change({ q });
      typed.start();
    },
    /** Shows the page of members that starts at this index. */
    goTo: members.goTo,
    /** The same for invitations. */
    goToInvitations: invitations.goTo,
    /** Rows per page, 1 to 100. */
    setPageSize(size: number): void {
      const next = Math.min(listLimits.pageSizeMax, Math.max(1, Math.trunc(size) || listLimits.pageSize));
      if (next === pageSize) return;
      pageSize = next;
      if (members.started()) void Promise.all([members.goTo(0), invitations.goTo(0)]);
    },
    refresh,
    /** A row as it is shown. */
    member: members.find,
    invitation: invitations.find,
    /** Takes over what somebody learned about a row, such as the other side of a conflict. */
    adoptMember: members.replace,
    adoptInvitation: invitations.replace,
    /** Takes out a row that is gone, of whichever list (R04). */
    drop(id: string): void {
      members.drop(id);
      invitations.drop(id);
    },
  };
}

export type RosterStore = ReturnType<typeof createRosterStore>;

function narrow(
  people: Loadable<PartnerPersonList>,
  query: RosterQuery,
  now: Date,
): Loadable<PartnerPersonList> {
  if (!people.data) return people;
  const items = people.data.items.filter((person) => matchesPartner(person, query, now));
  return { ...people, data: { ...people.data, items } };
}
