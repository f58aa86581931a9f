import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Clock } from '../../src/client/clock.js';
import { createLoadable } from '../../src/stores/loadable.js';
import { Scope, type StoreContext } from '../../src/stores/scope.js';
import { createTicker } from '../../src/stores/ticker.js';
import { held, stubClient } from '../support/stub-client.js';

const scope = (options: Partial<ConstructorParameters<typeof Scope>[0]> = {}) =>
  new Scope({ client: stubClient(), accountId: 'acc_1', ...options });

const turn = () => new Promise((done) => setTimeout(done));

describe('Scope', () => {
  it('makes each store once, and another scope makes its own', () => {
    const create = () => ({ id: {} });
    const one = scope();
    assert.equal(one.use(create), one.use(create));
    assert.notEqual(one.use(create), scope().use(create));
  });

  it('lets a store use another store of the same scope', () => {
    const base = ({ accountId }: StoreContext) => ({ accountId });
    const derived = ({ use }: StoreContext) => ({ base: use(base) });
    const one = scope();
    assert.equal(one.use(derived).base, one.use(base));
  });

  it('refreshes every store that can', async () => {
    const refreshed: string[] = [];
    const one = scope();
    one.use(() => ({ refresh: async () => void refreshed.push('a') }));
    one.use(() => ({ plain: true }));
    await one.refresh();
    assert.deepEqual(refreshed, ['a']);
  });

  it('aborts what runs and releases what was taken when it ends', () => {
    const one = scope();
    let released = 0;
    const signal = one.use((context) => {
      context.onDispose(() => (released += 1));
      return { signal: context.signal };
    }).signal;
    one.dispose();
    assert.deepEqual([signal.aborted, one.ended, released], [true, true, 1]);
  });
});

describe('createLoadable', () => {
  it('loads when somebody first looks, and not before', async () => {
    let calls = 0;
    const store = scope().use((context) => createLoadable(context, async () => ++calls));
    await turn();
    assert.equal(calls, 0);
    const stop = store.$value.subscribe(() => undefined);
    assert.equal(store.$value.get().state, 'loading');
    await turn();
    assert.deepEqual(store.$value.get(), { state: 'ready', data: 1 });
    stop();
  });

  it('R03: shows the newest answer, also when it comes first', async () => {
    const answers = [held<string>(), held<string>()];
    let call = 0;
    const store = scope().use((context) =>
      createLoadable(context, () => (answers[call++] as (typeof answers)[0]).promise),
    );
    const first = store.refresh();
    const second = store.refresh();
    answers[1]?.give('new');
    await second;
    answers[0]?.give('old');
    await first;
    assert.deepEqual(store.$value.get(), { state: 'ready', data: 'new' });
  });

  it('R01: keeps what it had when loading again fails', async () => {
    let call = 0;
    const store = scope().use((context) =>
      createLoadable(context, async () => {
        call += 1;
        if (call === 2) throw new Error('down');
        return call;
      }),
    );
    await store.refresh();
    await store.refresh();
    const value = store.$value.get();
    assert.deepEqual([value.state, value.data], ['failed', 1]);
  });

  it('R10: writes nothing after its scope ended', async () => {
    const answer = held<string>();
    const one = scope();
    const seen: string[] = [];
    const store = one.use((context) => createLoadable(context, () => answer.promise));
    store.$value.listen(({ state }) => seen.push(state));
    const running = store.refresh();
    one.dispose();
    answer.give('late');
    await running;
    assert.deepEqual(
      seen.filter((state) => state !== 'loading'),
      [],
    );
  });

  it('loads again after a fact of its account, once somebody looked, and no more once the scope ended', async () => {
    const client = stubClient();
    let calls = 0;
    const one = scope({ client });
    const store = one.use((context) => createLoadable(context, async () => ++calls, ['member.changed']));
    const tell = (accountId: string) => client.tell('member.changed', { accountId } as never);
    tell('acc_1');
    await turn();
    assert.equal(calls, 0);
    await store.refresh();
    tell('acc_2');
    tell('acc_1');
    await turn();
    assert.equal(calls, 2);
    one.dispose();
    tell('acc_1');
    assert.equal(calls, 2);
  });
});

describe('createTicker', () => {
  function fakeClock() {
    let now = 0;
    const waiting = new Set<() => void>();
    const clock: Clock = {
      now: () => new Date(now),
      after: (_, work) => {
        waiting.add(work);
        return () => waiting.delete(work);
      },
    };
    const pass = (ms: number) => {
      now += ms;
      const due = [...waiting];
      waiting.clear();
      due.forEach((work) => work());
    };
    return { clock, waiting, pass };
  }

  it('tells the time to all who look with one timer, and stops it with the scope', () => {
    const { clock, waiting, pass } = fakeClock();
    const one = scope({ clock });
    assert.equal(one.use(createTicker), one.use(createTicker));
    const { $now } = one.use(createTicker);
    assert.equal(waiting.size, 0);
    const seen: number[] = [];
    $now.listen((at) => seen.push(at.getTime()));
    $now.listen(() => undefined);
    assert.equal(waiting.size, 1);
    pass(30_000);
    assert.deepEqual(seen.at(-1), 30_000);
    one.dispose();
    assert.equal(waiting.size, 0);
  });
});
