import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { InvitationQuery, MemberQuery } from '../../src/client/index.js';
import { createRosterLookup } from '../../src/stores/roster-lookup.js';
import { Scope } from '../../src/stores/scope.js';
import { anInvitation, aPage, someMembers } from '../../src/testing/builders.js';
import { stubClient } from '../support/stub-client.js';

const accountId = 'acc_1';

/** An account of so many members, and one invitation; notes what it was asked. */
function bench(count: number) {
  const members = someMembers(count);
  const waiting = anInvitation({ email: 'Priya.Nair@northwind.test' });
  const asked: MemberQuery[] = [];
  const states: unknown[] = [];
  const client = stubClient({
    members: {
      list: async (_, query: MemberQuery = {}) => {
        asked.push(query);
        const { q, limit = 50, cursor } = query;
        const found = members.filter(({ email }) => !q || email.includes(q.toLowerCase()));
        const from = Number(cursor ?? 0);
        const next = from + limit < found.length ? String(from + limit) : null;
        return aPage(found.slice(from, from + limit), { nextCursor: next, total: found.length });
      },
    },
    invitations: {
      list: async (_, { state }: InvitationQuery = {}) => {
        states.push(state);
        return aPage([waiting], { total: 1 });
      },
    },
  });
  const lookup = new Scope({ client, accountId }).use(createRosterLookup);
  const told: [number, number][] = [];
  const find = (emails: readonly string[], signal = new AbortController().signal) =>
    lookup.byEmail(emails, { signal, onProgress: (done, total) => told.push([done, total]) });
  return { members, asked, states, told, find };
}

describe('roster: who of a list of addresses is here', () => {
  it('X02: finds members and those who wait, in any letter case, and tells how far it is', async () => {
    const { members, states, told, find } = bench(230);
    const wanted = members.slice(0, 3).map(({ email }) => email.toUpperCase().replace('.TEST', '.test'));
    const found = await find([...wanted, 'priya.nair@northwind.test', 'nobody@northwind.test']);
    assert.deepEqual(
      new Set([...found.values()].map(({ email }) => email)),
      new Set([...members.slice(0, 3).map(({ email }) => email), 'Priya.Nair@northwind.test']),
    );
    assert.deepEqual(new Set(states), new Set(['pending']), 'an expired invite is no obstacle');
    assert.deepEqual(told.at(-1), [230, 230]);
  });

  it('X02: asks page by page, but one by one where that is less', async () => {
    const many = bench(230);
    await many.find(['a@x.test', 'b@x.test', 'c@x.test']);
    assert.deepEqual(
      many.asked.map(({ q, limit }) => [q, limit]),
      [[undefined, 1], ...Array.from({ length: 3 }, () => [undefined, 100])],
    );
    const few = bench(230);
    const [first] = few.members;
    const found = await few.find([first?.email ?? '', 'b@x.test']);
    assert.deepEqual(
      few.asked.map(({ q }) => q),
      [undefined, first?.email, 'b@x.test'],
    );
    assert.equal([...found.values()][0]?.id, first?.id);
  });

  it('asks for nothing more once it is stopped', async () => {
    const { asked, find } = bench(230);
    const stop = new AbortController();
    stop.abort();
    await assert.rejects(find(['a@x.test', 'b@x.test', 'c@x.test'], stop.signal), { name: 'AbortError' });
    assert.equal(asked.length, 0);
  });
});
