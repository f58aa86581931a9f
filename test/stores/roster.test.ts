import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { CcError, Invitation, Member, Page, PartnerPerson } from '../../src/client/index.js';
import { createRosterStore } from '../../src/stores/roster.js';
import { Scope } from '../../src/stores/scope.js';
import {
  aFailure,
  aMember,
  anInvitation,
  aPage,
  aPartnerPerson,
  aRefusal,
  someMembers,
} from '../../src/testing/builders.js';
import { FakeClock, settle } from '../support/fake-clock.js';
import { held, stubClient } from '../support/stub-client.js';

const accountId = 'acc_1';

interface Asked<Item> {
  query: Record<string, unknown>;
  signal: AbortSignal;
  give(page: Page<Item>): void;
  fail(error: CcError): void;
}

/** A roster whose lists are answered when the test says so. */
function bench() {
  const asked: Asked<Member>[] = [];
  const invited: Asked<Invitation>[] = [];
  const list =
    <Item>(into: Asked<Item>[]) =>
    (_: string, query = {}, { signal = new AbortController().signal } = {}) => {
      const { promise, give, fail } = held<Page<Item>>();
      into.push({ query: JSON.parse(JSON.stringify(query)), signal, give, fail });
      return promise;
    };
  const people: PartnerPerson[] = [aPartnerPerson()];
  const client = stubClient({
    members: { list: list(asked) },
    invitations: { list: list(invited) },
    links: { partnerPeople: async () => ({ parent: null, items: people }) },
  });
  const clock = new FakeClock();
  const scope = new Scope({ client, accountId, clock });
  const roster = scope.use(createRosterStore);
  const stops = [roster.$members, roster.$invitations, roster.$partner].map((store) =>
    store.subscribe(() => undefined),
  );
  const names = () => roster.$members.get().data?.items.map(({ displayName }) => displayName);
  return { client, clock, scope, roster, asked, invited, names, stop: () => stops.forEach((end) => end()) };
}

const named = (...names: string[]) =>
  aPage(names.map((displayName) => aMember({ displayName, username: displayName.toLowerCase() })));

describe('roster: loading', () => {
  it('asks for nothing before somebody looks', async () => {
    let calls = 0;
    const count = async () => Promise.reject(new Error(String((calls += 1))));
    const client = stubClient({
      members: { list: count },
      invitations: { list: count },
      links: { partnerPeople: count },
    });
    const roster = new Scope({ client, accountId }).use(createRosterStore);
    roster.setPageSize(20);
    client.tell('signed-in', { user: {} as never });
    client.tell('member.removed', { accountId, id: 'mem_1', value: undefined });
    await settle();
    assert.equal(calls, 0);
    roster.$members.subscribe(() => undefined)();
    assert.equal(calls, 1);
  });

  it('goes through idle, loading, ready, and asks each list once', async () => {
    const { roster, asked, invited, names } = bench();
    assert.equal(roster.$members.get().state, 'loading');
    assert.deepEqual(asked[0]?.query, { from: 0, limit: 50 });
    assert.deepEqual(invited[0]?.query, { from: 0, limit: 50 });
    asked[0]?.give(named('Aisha'));
    invited[0]?.give(aPage([anInvitation()]));
    await settle();
    assert.equal(roster.$members.get().state, 'ready');
    assert.deepEqual(names(), ['Aisha']);
    assert.equal(roster.$invitations.get().data?.total, 1);
    assert.equal(roster.$partner.get().data?.items.length, 1);
    assert.deepEqual([asked.length, invited.length], [1, 1]);
  });

  it('R01: old rows stay when loading again fails, with the error', async () => {
    const { roster, asked, names } = bench();
    asked[0]?.give(named('Aisha'));
    await settle();
    for (const round of [1, 2, 3]) {
      const again = roster.refresh();
      assert.equal(roster.$members.get().state, 'loading');
      assert.deepEqual(names(), ['Aisha']);
      asked[round]?.fail(aRefusal('unavailable'));
      await settle();
      const { state } = roster.$members.get();
      assert.equal(state, 'failed');
      assert.deepEqual(names(), ['Aisha']);
      void again;
    }
    const failed = roster.$members.get();
    assert.equal(failed.state === 'failed' && failed.error.kind, 'unavailable');
  });

  it('a first load that fails has no rows', async () => {
    const { roster, asked } = bench();
    asked[0]?.fail(aFailure('offline'));
    await settle();
    assert.deepEqual([roster.$members.get().state, roster.$members.get().data], ['failed', undefined]);
  });

  it('R10: when the scope ends, requests are aborted and nothing is written late', async () => {
    const { roster, scope, asked, clock } = bench();
    roster.search('late');
    const before = roster.$members.get();
    scope.dispose();
    assert.equal(asked[0]?.signal.aborted, true);
    asked[0]?.give(named('Aisha'));
    await clock.advance(10_000);
    assert.equal(roster.$members.get(), before);
    assert.deepEqual([clock.waiting, asked.length], [0, 1]);
  });
});

describe('roster: search, filters, sorting, paging', () => {
  it('R03: query A answered after query B shows only B', async () => {
    const { roster, asked, names } = bench();
    void roster.setQuery({ q: 'a' });
    void roster.setQuery({ q: 'b' });
    assert.deepEqual(
      asked.map(({ signal }) => signal.aborted),
      [true, true, false],
    );
    asked[2]?.give(named('Bea'));
    asked[1]?.give(named('Aisha'));
    asked[0]?.give(named('Zoe'));
    await settle();
    assert.deepEqual(names(), ['Bea']);
  });

  it('R02: page 2 answered before page 1 does not replace the page asked for last', async () => {
    const { roster, asked, names } = bench();
    void roster.goTo(50);
    void roster.goTo(0);
    asked[2]?.give(aPage(someMembers(2), { total: 52 }));
    asked[1]?.give(named('Page two'));
    await settle();
    assert.deepEqual(names(), ['Person 001', 'Person 002']);
    assert.equal(roster.$members.get().data?.from, 0);
  });

  it('typing asks once, after the person stops, and the words are there at once', async () => {
    const { roster, asked, clock } = bench();
    for (const q of ['c', 'ch', 'chl']) {
      roster.search(q);
      await clock.advance(100);
    }
    assert.equal(roster.$query.get().q, 'chl');
    assert.equal(asked.length, 1);
    await clock.advance(250);
    assert.deepEqual(
      asked.map(({ query }) => query['q']),
      [undefined, 'chl'],
    );
  });

  it('a filter is asked at once and takes words along that were still being typed', async () => {
    const { roster, asked, clock } = bench();
    roster.search('chl');
    void roster.setQuery({ mfa: 'off' });
    await clock.advance(1_000);
    assert.deepEqual(
      asked.map(({ query }) => [query['q'], query['mfa']]),
      [
        [undefined, undefined],
        ['chl', 'off'],
      ],
    );
  });

  it('sorting asks for members only; a new query starts at the first page', async () => {
    const { roster, asked, invited } = bench();
    void roster.goTo(100);
    void roster.setQuery({ sort: '-lastActive' });
    assert.deepEqual(asked.at(-1)?.query, { sort: '-lastActive', from: 0, limit: 50 });
    assert.equal(invited.length, 1);
  });

  it('a status of invitations empties the members without asking, and the other way round', async () => {
    const { roster, asked, invited, names } = bench();
    asked[0]?.give(named('Aisha'));
    invited[0]?.give(aPage([anInvitation()]));
    await settle();
    void roster.setQuery({ status: 'expired' });
    await settle();
    assert.deepEqual([names(), asked.length], [[], 1]);
    assert.equal(invited[1]?.query['state'], 'expired');
    void roster.setQuery({ status: 'suspended' });
    await settle();
    assert.equal(asked[1]?.query['status'], 'suspended');
    assert.deepEqual(roster.$invitations.get().data?.items, []);
  });

  it('a page that is empty because rows went away leads to the last one there is', async () => {
    const { roster, asked } = bench();
    void roster.goTo(100);
    asked[1]?.give(aPage<Member>([], { total: 60 }));
    await settle();
    assert.equal(asked[2]?.query['from'], 50);
  });

  it('another page size starts at the first page; sizes stay within 1 and 100', () => {
    const { roster, asked } = bench();
    roster.setPageSize(500);
    assert.deepEqual(asked.at(-1)?.query, { from: 0, limit: 100 });
    roster.setPageSize(100);
    assert.equal(asked.length, 2);
    roster.setPageSize(0);
    assert.equal(asked.at(-1)?.query['limit'], 50);
  });

  it('R03: in 500 orders of answers the last question is what is shown', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 6 }),
        fc.infiniteStream(fc.nat()),
        async (queries, picks) => {
          const { roster, asked, names, scope, stop } = bench();
          for (const q of queries) void roster.setQuery({ q });
          const open = [...asked];
          for (const pick of picks) {
            const [next] = open.splice(pick % Math.max(1, open.length), 1);
            if (!next) break;
            const q = String(next.query['q'] ?? 'none');
            if (pick % 3 === 0) next.fail(aFailure('timeout'));
            else next.give(named(`found ${q}`));
            await settle(1);
            const now = roster.$members.get();
            // Never the answer to an older question.
            if (now.state === 'ready') assert.deepEqual(names(), [`found ${queries.at(-1)}`]);
          }
          assert.notEqual(roster.$members.get().state, 'loading');
          stop();
          scope.dispose();
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('roster: what others do', () => {
  async function ready() {
    const all = bench();
    all.asked[0]?.give(aPage(someMembers(3), { total: 3 }));
    all.invited[0]?.give(aPage([anInvitation()]));
    await settle();
    return all;
  }
  const [first] = someMembers(1) as [Member];
  const about = (value: Member, id = accountId) => ({ accountId: id, id: value.id, value });

  it('a changed member changes in its place, an older version does not come back', async () => {
    const { client, roster } = await ready();
    client.tell('member.changed', about({ ...first, roleId: 'campaign_creator', version: 3 }));
    client.tell('member.changed', about({ ...first, roleId: 'partner_manager', version: 2 }));
    client.tell('member.changed', about({ ...first, roleId: 'account_owner', version: 9 }, 'acc_other'));
    assert.equal(roster.member(first.id)?.roleId, 'campaign_creator');
  });

  it('trust 5, invariant 7: a list that was on its way during a write does not bring the old row back', async () => {
    const { client, roster, asked } = await ready();
    void roster.refresh();
    client.tell('member.changed', about({ ...first, roleId: 'campaign_creator', version: 2 }));
    asked[1]?.give(aPage(someMembers(3)));
    await settle();
    assert.equal(roster.member(first.id)?.roleId, 'campaign_creator');
  });

  it('R04: a removed member goes, and a list on its way that still has it is asked for again', async () => {
    const { client, roster, asked } = await ready();
    void roster.refresh();
    client.tell('member.removed', { accountId, id: first.id, value: undefined });
    assert.equal(roster.member(first.id), undefined);
    assert.equal(roster.$members.get().data?.total, 2);
    asked[1]?.give(aPage(someMembers(3)));
    await settle();
    assert.equal(roster.member(first.id), undefined);
    assert.equal(asked.length, 3);
  });

  it('a row that goes from a page with more behind it lets the next one move up', async () => {
    const { client, asked } = bench();
    asked[0]?.give(aPage(someMembers(3), { total: 4 }));
    await settle();
    client.tell('member.removed', { accountId, id: first.id, value: undefined });
    assert.equal(asked.length, 2);
  });

  it('invitations come, change and go', async () => {
    const { client, roster, invited, asked } = await ready();
    const invitation = anInvitation();
    client.tell('invitation.created', { accountId, id: 'inv_new', value: anInvitation() });
    assert.equal(invited.length, 2);
    invited[1]?.give(aPage([invitation]));
    await settle();
    client.tell('invitation.resent', {
      accountId,
      id: invitation.id,
      value: { ...invitation, sentCount: 2, version: 2 },
    });
    assert.equal(roster.invitation(invitation.id)?.sentCount, 2);
    client.tell('invitation.revoked', { accountId, id: invitation.id, value: undefined });
    assert.equal(roster.invitation(invitation.id), undefined);
    const accepted = {
      membershipId: 'mem_1',
      accountName: 'x',
      roleId: 'campaign_creator',
      gate: 'none',
    } as const;
    client.tell('invitation.accepted', { accountId, ...accepted });
    assert.deepEqual([asked.length, invited.length], [2, 3]);
  });

  it('I04: after signing in again everything is asked for again', async () => {
    const { client, asked } = await ready();
    client.tell('signed-in', { user: {} as never });
    assert.equal(asked.length, 2);
  });
});
