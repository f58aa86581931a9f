import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aPartnerPerson } from '../../src/testing/builders.js';
import { anybody, invitationQuery, matchesPartner, memberQuery } from '../../src/stores/roster-query.js';

describe('roster: queries', () => {
  const now = new Date('2026-11-22T09:30:45.000Z');

  it('values that nobody knows are no filter, so the backend does not refuse the list', () => {
    const wild = {
      q: ' x ',
      role: 'wizard',
      status: 'dancing',
      mfa: 'maybe',
      lastActive: '5w',
      sort: '-shoeSize',
    };
    assert.deepEqual(memberQuery(wild, now), {
      q: 'x',
      role: undefined,
      status: undefined,
      mfa: undefined,
      lastActive: undefined,
      sort: undefined,
    });
    assert.deepEqual(memberQuery({ ...anybody, q: 'y'.repeat(500) }, now)?.q?.length, 200);
    assert.deepEqual(invitationQuery({ ...anybody, role: 'wizard' }), {
      q: undefined,
      role: undefined,
      state: undefined,
    });
  });

  it('nobody invited has a second factor, a status of members or been here', () => {
    for (const query of [{ mfa: 'off' }, { lastActive: '-30d' }])
      assert.equal(invitationQuery({ ...anybody, ...query }), undefined);
    assert.equal(invitationQuery({ ...anybody, status: 'active' }), undefined);
    assert.equal(invitationQuery({ ...anybody, status: 'invited' })?.state, 'pending');
    assert.equal(memberQuery({ ...anybody, status: 'invited' }, now), undefined);
  });

  it('the last activity is asked for as a time, and leaves out who was never here or only then', () => {
    const asked = (lastActive: string) => memberQuery({ ...anybody, lastActive }, now)?.lastActive;
    assert.equal(asked('7d'), '2026-11-15T09:30:00.000Z');
    assert.equal(asked('-30d'), '-2026-10-23T09:30:00.000Z');
    assert.equal(asked('never'), '-1970-01-01T00:00:00.000Z');
    for (const wild of ['', '0d', '7', '-d', '12345d']) assert.equal(asked(wild), undefined, wild);
    const match = (lastEnteredAt: string | null, lastActive: string) =>
      matchesPartner(aPartnerPerson({ lastEnteredAt }), { ...anybody, lastActive }, now);
    const visits = ['2026-11-20T00:00:00.000Z', '2026-01-01T00:00:00.000Z', null];
    const found = (lastActive: string) => visits.map((at) => match(at, lastActive));
    assert.deepEqual(
      [found('7d'), found('-30d')],
      [
        [true, false, false],
        [false, true, true],
      ],
    );
    assert.deepEqual(found('never'), [false, false, true]);
  });

  it('partner people are searched without letter case and accents, by name, username and address', () => {
    const zoe = aPartnerPerson({
      displayName: 'Zoë van der Berg',
      username: 'zvdb',
      email: 'zoe@northwind.test',
    });
    const match = (query: object) => matchesPartner(zoe, { ...anybody, ...query }, now);
    for (const q of ['', 'ZOE', 'zvdb', 'northwind', ' berg ']) assert.equal(match({ q }), true, q);
    assert.equal(match({ q: 'daniel' }), false);
    assert.deepEqual([match({ mfa: 'on' }), match({ mfa: 'off' })], [true, false]);
    assert.deepEqual([match({ status: 'active' }), match({ status: 'invited' })], [true, false]);
    assert.deepEqual([match({ role: 'partner_manager' }), match({ role: 'account_owner' })], [true, false]);
  });
});
