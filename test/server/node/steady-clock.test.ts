import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSteadyClock } from '../../../server/node/steady-clock.js';
import { invite, lookup, mailedToken, refused } from '../../support/invites.js';
import { startServer } from '../../support/server.js';
import { world } from '../../support/world.js';

const hour = 3_600_000;

/** A machine whose clock can be set, and a log of what was said about it. */
function machine() {
  const told: unknown[] = [];
  const say = (event: string, fields?: object) => void told.push([event, fields]);
  const hands = { wall: Date.parse('2026-11-22T09:00:00.000Z'), passed: 0 };
  const clock = createSteadyClock(
    { info: say, warn: say, error: say },
    () => hands.wall,
    () => hands.passed,
  );
  const pass = (ms: number): number => {
    hands.wall += ms;
    hands.passed += ms;
    return clock.now().getTime() - Date.parse('2026-11-22T09:00:00.000Z');
  };
  return { clock, hands, pass, told };
}

describe('T31: the clock', () => {
  it('goes with the machine and never back', () => {
    const { pass, hands, told } = machine();
    assert.equal(pass(1000), 1000);
    // A correction by a few seconds stands still, and is nothing to speak of.
    hands.wall -= 5000;
    assert.equal(pass(1000), 1000);
    assert.equal(pass(5000), 2000);
    assert.deepEqual(told, []);
  });

  it('set back by an hour goes on from where it was, and says so once', () => {
    const { pass, hands, told } = machine();
    assert.equal(pass(hour), hour);
    hands.wall -= hour;
    assert.equal(pass(1000), hour + 1000);
    assert.equal(pass(1000), hour + 2000);
    assert.deepEqual(told, [['clock-jumped', { seconds: -3600 }]]);
    hands.wall += hour;
    assert.equal(pass(1000), hour + 3000);
  });

  it('set forward, or woken from sleep, follows the machine and says so once', () => {
    const { pass, hands, told } = machine();
    hands.wall += hour;
    assert.equal(pass(1000), hour + 1000);
    assert.equal(pass(1000), hour + 2000);
    assert.deepEqual(told, [['clock-jumped', { seconds: 3600 }]]);
  });

  it('V08: an invitation that has expired is not revived by a clock set back', async () => {
    const { clock, hands } = machine();
    const server = await startServer({ scenario: world, ports: { clock } });
    await invite(await server.as('alpha.owner'), 'alpha', { email: 'late@example.test' });
    const token = await mailedToken(server, 'late@example.test');
    const week = 7 * 24 * hour + 1000;
    hands.wall += week;
    refused(await lookup(server.anonymous(), token), 410, 'invitation-expired');
    hands.wall -= hour;
    refused(await lookup(server.anonymous(), token), 410, 'invitation-expired');
    await server.close();
  });
});
