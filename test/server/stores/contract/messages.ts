import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import type { Store } from '../../../../server/stores/port.js';
import { newRow, unique } from '../rows.js';

/** Long enough for a message that was wrongly sent to arrive. */
const QUIET_MS = 80;

export function messagePromises(store: () => Store): void {
  const channel = `test_${unique().replaceAll('-', '')}`;

  const listening = async (name: string) => {
    const heard: string[] = [];
    const end = await store().listen(name, (payload) => heard.push(payload));
    const until = async (count: number) => {
      for (let waited = 0; heard.length < count && waited < 5_000; waited += 10) await wait(10);
      return heard;
    };
    return { heard, end, until };
  };

  describe('messages', () => {
    it('are delivered after the commit, each to every listener of the channel', async () => {
      const [one, two, other] = [
        await listening(channel),
        await listening(channel),
        await listening(`${channel}_b`),
      ];
      const row = newRow('entries');
      let seenAtDelivery: unknown;
      const endLast = await store().listen(channel, () => {
        seenAtDelivery ??= store().read.entries.get(row.id);
      });
      await store().transaction(async (tx) => {
        await tx.notify(channel, 'first "one"');
        await tx.entries.insert(row);
        await tx.notify(channel, 'second ž 🙂');
        await wait(QUIET_MS);
        assert.deepEqual(one.heard, []);
      });
      assert.deepEqual(await one.until(2), ['first "one"', 'second ž 🙂']);
      assert.deepEqual(await two.until(2), one.heard);
      assert.deepEqual(other.heard, []);
      assert.deepEqual(await seenAtDelivery, row);
      await Promise.all([one.end(), two.end(), other.end(), endLast()]);
    });

    it('are not delivered when the transaction fails', async () => {
      const { heard, end, until } = await listening(channel);
      const failing = store().transaction(async (tx) => {
        await tx.notify(channel, 'lost');
        throw new Error('rolled back');
      });
      await assert.rejects(failing, /rolled back/);
      await store().transaction((tx) => tx.notify(channel, 'kept'));
      await until(1);
      await wait(QUIET_MS);
      assert.deepEqual(heard, ['kept']);
      await end();
    });

    it('are delivered once when a transaction sends the same twice', async () => {
      const { end, until, heard } = await listening(channel);
      await store().transaction(async (tx) => {
        await tx.notify(channel, 'same');
        await tx.notify(channel, 'same');
        await tx.notify(channel, 'other');
      });
      await until(2);
      await wait(QUIET_MS);
      assert.deepEqual(heard, ['same', 'other']);
      await end();
    });

    it('reach nobody whose listening has ended', async () => {
      const [gone, here] = [await listening(channel), await listening(channel)];
      await gone.end();
      await store().transaction((tx) => tx.notify(channel, 'x'));
      assert.deepEqual(await here.until(1), ['x']);
      assert.deepEqual(gone.heard, []);
      await here.end();
      await store().transaction((tx) => tx.notify(channel, 'y'));
      await wait(QUIET_MS);
      assert.deepEqual(here.heard, ['x']);
    });

    it('are refused when a channel or payload is out of bounds', async () => {
      for (const [name, payload] of [
        ['Not A Channel', 'x'],
        ['a"b', 'x'],
        [channel, ''],
        [channel, 'x'.repeat(8_000)],
      ] as const) {
        await assert.rejects(
          store().transaction((tx) => tx.notify(name, payload)),
          TypeError,
        );
      }
    });
  });
}
