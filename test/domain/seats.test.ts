import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { canAccept, canInvite, canReactivate, resendNeedsSeat, seatUsage } from '../../src/domain/index.js';

/** limit, members, pending → used, reserved, available, over | invite, accept, reactivate */
const table = `
limit members pending  used reserved available over   invite accept reactivate
3     1       0        1    0        2         no     yes    yes    yes
3     1       1        1    1        1         no     yes    yes    yes
3     1       2        1    2        0         no     no     yes    no
3     2       1        2    1        0         no     no     yes    no
3     3       0        3    0        0         no     no     no     no
3     2       5        2    5        0         no     no     yes    no
3     7       0        7    0        0         yes    no     no     no
3     7       2        7    2        0         yes    no     no     no
1     1       0        1    0        0         no     no     no     no
0     0       0        0    0        0         no     no     no     no
-     900     40       900  40       -         no     yes    yes    yes
`;

describe('seats', () => {
  for (const line of table.trim().split('\n').slice(1)) {
    const cell = line.trim().split(/\s+/);
    const number = (at: number): number => Number(cell[at]);
    const limit = cell[0] === '-' ? null : number(0);
    it(`R17, R18, R21, R23: limit ${cell[0]}, ${cell[1]} members, ${cell[2]} pending`, () => {
      const seats = seatUsage({ limit, members: number(1), pending: number(2) });
      assert.deepEqual(seats, {
        limit,
        used: number(3),
        reserved: number(4),
        available: cell[5] === '-' ? null : number(5),
        overLimit: cell[6] === 'yes',
        ownerUsesSeat: true,
      });
      assert.equal(canInvite(seats).ok, cell[7] === 'yes', 'invite');
      assert.equal(canAccept(seats).ok, cell[8] === 'yes', 'accept');
      assert.equal(canReactivate(seats).ok, cell[9] === 'yes', 'reactivate');
    });
  }

  it('R15: a parent has no limit and nothing is refused', () => {
    const seats = seatUsage({ limit: null, members: 10_000, pending: 500 });
    assert.equal(seats.available, null);
    assert.equal(seats.overLimit, false);
    assert.deepEqual(canInvite(seats), { ok: true });
  });

  it('R16: a refusal carries the numbers', () => {
    const seats = seatUsage({ limit: 3, members: 2, pending: 1 });
    assert.deepEqual(canInvite(seats), { ok: false, code: 'seat_limit', limit: 3, used: 2, reserved: 1 });
    const full = seatUsage({ limit: 3, members: 3, pending: 0 });
    assert.deepEqual(canAccept(full), { ok: false, code: 'seat_limit', limit: 3, used: 3, reserved: 0 });
  });

  it('R21: a host may let the owner use no seat', () => {
    const seats = seatUsage({ limit: 1, members: 1, pending: 0, ownerUsesSeat: false });
    assert.equal(seats.used, 0);
    assert.equal(seats.ownerUsesSeat, false);
    assert.ok(canInvite(seats).ok);
    const without = seatUsage({ limit: 1, members: 1, pending: 0, ownerUsesSeat: false, hasOwner: false });
    assert.equal(without.used, 1, 'only an owner is left out');
    assert.equal(seatUsage({ limit: 1, members: 0, pending: 0, ownerUsesSeat: false }).used, 0);
  });

  it('R20: only resending an expired invitation takes a seat again', () => {
    assert.equal(resendNeedsSeat('expired'), true);
    assert.equal(resendNeedsSeat('pending'), false);
  });
});
