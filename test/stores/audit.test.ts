import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AuditEvent, AuditQuery } from '../../src/client/index.js';
import { createAuditStore, Scope, type AuditFilter } from '../../src/stores/index.js';
import { anEntry, pagesOf } from '../support/history.js';
import { held, stubClient } from '../support/stub-client.js';

const ids = (items: readonly AuditEvent[] = []) => items.map(({ id }) => id);
const settled = () => new Promise((done) => setTimeout(done));

function trailOf(
  list: (query: AuditQuery) => unknown,
  filters: readonly AuditFilter[] = [{}],
  timers: (() => void)[] = [],
) {
  const client = stubClient({
    audit: {
      list: async (_: string, query: AuditQuery = {}) => (await list(query)) as never,
      stream: () => () => undefined,
    },
    capabilities: (async () => Promise.resolve({ features: [] })) as never,
  });
  const clock = {
    now: () => new Date('2026-11-22T12:00:00Z'),
    after: (_: number, work: () => void) => {
      timers.push(work);
      return () => undefined;
    },
  };
  const scope = new Scope({ client, accountId: 'acc_1', clock });
  return { client, scope, trail: scope.use(createAuditStore).open(filters) };
}

describe('the history as a store', () => {
  it('reads several questions as one list, in the order things happened, each entry once', async () => {
    const mine = { userId: 'usr_1', displayName: null, username: 'one' };
    const events = [
      anEntry(1, 'member.role-changed', { targetId: 'mem_1' }),
      anEntry(2, 'mfa.enrolled', { actor: mine, targetId: 'usr_1' }),
      anEntry(3, 'invitation.created', { actor: mine, targetId: 'inv_1' }),
      anEntry(4, 'member.added', { actor: mine, targetId: 'mem_1' }),
      anEntry(5, 'member.removed', { targetId: 'mem_2' }),
    ];
    const filters = [{ target: 'mem_1' }, { target: 'usr_1' }, { actor: 'usr_1' }];
    const { trail } = trailOf(
      pagesOf(() => events, 1),
      filters,
    );
    await settled();
    const { data } = trail.$entries.get();
    assert.deepEqual(ids(data?.items), ['aud_1', 'aud_2', 'aud_3', 'aud_4']);
    assert.equal(data?.more, false);
  });

  it('goes on behind what is shown, without a gap and without a repeat', async () => {
    const events = Array.from({ length: 120 }, (_, hour) => anEntry(hour, 'member.suspended'));
    const { trail } = trailOf(pagesOf(() => events, 7));
    await settled();
    await trail.older();
    assert.equal(trail.$entries.get().data?.more, true);
    await trail.older();
    const { data } = trail.$entries.get();
    assert.deepEqual(ids(data?.items), ids(events));
    assert.equal(data?.more, false);
  });

  it('R03: shows the answer to the newest question only', async () => {
    const slow = held<object>();
    const { trail } = trailOf(({ types }) =>
      types ? { items: [anEntry(2, 'mfa.reset')], nextCursor: null } : slow.promise,
    );
    await trail.ask([{ types: 'mfa' }]);
    slow.give({ items: [anEntry(1, 'member.removed')], nextCursor: null });
    await settled();
    assert.deepEqual(ids(trail.$entries.get().data?.items), ['aud_2']);
  });

  it('R01: keeps what it has when loading again or loading older fails', async () => {
    let fails = false;
    const events = Array.from({ length: 60 }, (_, hour) => anEntry(hour, 'member.suspended'));
    const list = pagesOf(() => events);
    const { trail } = trailOf((query) => {
      if (fails) throw new Error('away');
      return list(query);
    });
    await settled();
    fails = true;
    await trail.older();
    assert.ok(trail.$older.get().error);
    await trail.refresh();
    assert.equal(trail.$entries.get().state, 'failed');
    assert.equal(trail.$entries.get().data?.items.length, 50);
  });

  it('brings what happens meanwhile, in order; while it is held, it counts', async () => {
    const timers: (() => void)[] = [];
    const events = [anEntry(10, 'member.added')];
    const { client, trail } = trailOf(
      pagesOf(() => events),
      [{}],
      timers,
    );
    await settled();
    trail.follow(true);
    const happens = async (hours: number) => {
      events.push(anEntry(hours, 'member.removed'));
      client.tell('live.changed', { accountId: 'acc_1', kind: 'member', id: 'x', version: 1 });
      client.tell('live.changed', { accountId: 'acc_1', kind: 'seats', id: 'y', version: 1 });
      assert.equal(timers.length, 1, 'looked at once for all that comes together');
      timers.pop()?.();
      await settled();
    };
    await happens(5);
    assert.deepEqual(ids(trail.$entries.get().data?.items), ['aud_5', 'aud_10']);
    trail.hold(true);
    await happens(4);
    assert.equal(trail.$waiting.get(), 1);
    assert.equal(trail.$entries.get().data?.items.length, 2);
    trail.hold(false);
    assert.deepEqual(ids(trail.$entries.get().data?.items), ['aud_4', 'aud_5', 'aud_10']);
  });

  it('leaves no hole where more has happened than one page holds', async () => {
    const timers: (() => void)[] = [];
    let events = [anEntry(1000, 'member.added')];
    const { client, trail } = trailOf(
      pagesOf(() => events),
      [{}],
      timers,
    );
    await settled();
    trail.follow(true);
    events = [...events, ...Array.from({ length: 80 }, (_, hour) => anEntry(hour, 'member.removed'))];
    client.tell('live.changed', { accountId: 'acc_1', kind: 'everything', id: 'acc_1', version: 0 });
    timers.pop()?.();
    await settled();
    const { data } = trail.$entries.get();
    assert.deepEqual(ids(data?.items), ids(events.toSorted((a, b) => b.at.localeCompare(a.at)).slice(0, 50)));
    assert.equal(data?.more, true);
  });

  it('listens no more once it is closed, or its scope has ended', async () => {
    const timers: (() => void)[] = [];
    const { client, scope, trail } = trailOf(
      pagesOf(() => []),
      [{}],
      timers,
    );
    await settled();
    trail.follow(true);
    trail.close();
    client.tell('live.changed', { accountId: 'acc_1', kind: 'member', id: 'x', version: 1 });
    assert.equal(timers.length, 0);
    scope.dispose();
    assert.equal(client.listening(), 0);
  });
});
