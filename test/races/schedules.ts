import assert from 'node:assert/strict';
import { createChance, type Chance } from '../../server/scenarios/chance.js';
import type { Row } from '../../server/stores/schema.js';
import { plantToken, type Deployment, type Person, type Reply } from '../support/deployment.js';
import { accountIdOf, userIdOf } from '../support/server.js';
import { memberOf } from '../support/world.js';
import { beta, leaveOneSeat } from './last-seat.js';

/** Two servers, and people who are signed in at both. */
export interface Ground {
  place: Deployment;
  urls: readonly string[];
  people: ReadonlyMap<string, Person>;
  /** Whether the servers know how to hand over an account. */
  transfers: boolean;
}

/** Calls that are sent at the same moment, and what must hold when all are answered. */
interface Schedule {
  calls: readonly (() => Promise<Reply>)[];
  holds(replies: readonly Reply[]): Promise<void>;
}

export const players = [
  ...['alpha.owner', 'alpha.spare', 'alpha.creator', 'agency.owner', 'agency.partner'],
  ...['beta.owner', 'gamma.owner'],
] as const;

const alpha = accountIdOf('alpha');

/** Runs the schedule of this seed; the statuses it brought. */
export async function runSchedule(ground: Ground, seed: number): Promise<number[]> {
  const chance = createChance(seed);
  const kinds = [seats, owners, usernames] as const;
  const { calls, holds } = await (kinds[seed % 3] ?? seats)(ground, chance, seed);
  const replies = await Promise.all(calls.map((send) => send()));
  const strange = replies.filter(({ status }) => status >= 500 && status !== 503);
  assert.deepEqual(strange, [], 'every answer is a definite one');
  await holds(replies);
  return replies.map(({ status }) => status);
}

/** Somebody, at one of the servers. */
function at({ urls, people }: Ground, chance: Chance, name: string) {
  const person = people.get(name);
  assert.ok(person, name);
  const url = chance.pick(urls);
  return (method: string, path: string, body?: unknown, headers?: Record<string, string>) => () =>
    person(url, method, path, body, headers);
}

/** P14: at every moment used and reserved seats together are within the plan, whatever is tried at once. */
async function seats(ground: Ground, chance: Chance, seed: number): Promise<Schedule> {
  const { place } = ground;
  const { store } = place;
  await leaveOneSeat(place);
  const waiting = chance.percent(50);
  await store.transaction(async (tx) => {
    await tx.memberships.updateWhere(
      { accountId: beta, source: 'invitation', id: { not: memberOf('beta.manager') } },
      { status: 'removed' },
    );
    await tx.memberships.touch(
      { id: memberOf('beta.manager') },
      { status: !waiting && chance.percent(50) ? 'suspended' : 'active' },
    );
  });
  const path = `/accounts/${beta}/invitations`;
  const calls: Schedule['calls'][number][] = [];
  const by = (name: string) => at(ground, chance, name);
  const token = `cci_${`gamma${seed}`.padEnd(43, 'x')}`;
  if (waiting) {
    const body = { email: 'gamma.owner@gamma.test', roleId: 'campaign_creator' };
    const { status, body: invited } = await by('beta.owner')('POST', path, body)();
    assert.equal(status, 201);
    await plantToken(store, String(invited['id']), token);
    calls.push(by('gamma.owner')('POST', '/invitation-acceptances', { token }));
    if (chance.percent(50)) {
      calls.push(
        by('beta.owner')('DELETE', `${path}/${String(invited['id'])}`, undefined, { 'if-match': '"v1"' }),
      );
    }
  }
  for (let count = chance.between(2, 4); count > 0; count -= 1) {
    const email = `p${chance.whole(3)}.${seed}@example.test`;
    const inviter = chance.pick(['beta.owner', 'agency.owner', 'agency.partner']);
    calls.push(by(inviter)('POST', path, { email, roleId: 'campaign_creator' }));
  }
  const manager = await store.read.memberships.get(memberOf('beta.manager'));
  const wanted = chance.percent(50) ? 'active' : 'suspended';
  calls.push(
    by('beta.owner')(
      'PATCH',
      `/accounts/${beta}/members/${memberOf('beta.manager')}`,
      { status: wanted },
      tag(manager),
    ),
  );
  return {
    calls,
    async holds(replies) {
      const used = await store.read.memberships.count({ accountId: beta, status: 'active' });
      const reserved = await store.read.invitations.count({ accountId: beta, state: 'pending' });
      assert.ok(used + reserved <= 3, `seed ${seed}: ${used} used and ${reserved} reserved of 3`);
      const keys = await store.read.invitations.find({ where: { accountId: beta, state: 'pending' } });
      assert.equal(
        new Set(keys.map(({ emailKey }) => emailKey)).size,
        keys.length,
        'one invitation an address',
      );
      assert.ok(replies.some(({ status }) => status < 300) || replies.every(({ status }) => status >= 400));
    },
  };
}

/** P13: the account has exactly one owner, and knows who it is, whatever is tried at once. */
async function owners(ground: Ground, chance: Chance, seed: number): Promise<Schedule> {
  const { store } = ground.place;
  await restoreAlpha(ground);
  const members = `/accounts/${alpha}/members`;
  const rows = await store.read.memberships.find({ where: { accountId: alpha } });
  const version = (name: string) => tag(rows.find(({ id }) => id === memberOf(name)));
  const by = (name: string) => at(ground, chance, name);
  const of = (name: string) => `${members}/${memberOf(name)}`;
  const boss = (): string => chance.pick(['agency.owner', 'agency.partner', 'alpha.owner']);
  const moves: (() => Schedule['calls'][number])[] = [
    () => by('alpha.owner')('DELETE', of('alpha.owner'), undefined, version('alpha.owner')),
    () => by(boss())('DELETE', of('alpha.owner'), undefined, version('alpha.owner')),
    () => by(boss())('PATCH', of('alpha.owner'), { roleId: 'campaign_creator' }, version('alpha.owner')),
    () => by(boss())('PATCH', of('alpha.owner'), { status: 'suspended' }, version('alpha.owner')),
    () => by('alpha.spare')('DELETE', of('alpha.spare'), undefined, version('alpha.spare')),
    () => by(boss())('DELETE', of('alpha.spare'), undefined, version('alpha.spare')),
    () => by(boss())('PATCH', of('alpha.spare'), { status: 'suspended' }, version('alpha.spare')),
    () => by(boss())('PATCH', of('alpha.spare'), { roleId: 'account_manager' }, version('alpha.spare')),
  ];
  const calls = Array.from({ length: chance.between(3, 6) }, () => chance.pick(moves)());
  if (ground.transfers && chance.percent(80)) calls.push(...(await handOver(ground, chance)));
  return {
    calls,
    async holds() {
      const active = { accountId: alpha, roleId: 'account_owner', status: 'active' };
      const found = await store.read.memberships.find({ where: active });
      assert.equal(found.length, 1, `seed ${seed}: ${found.length} owners`);
      const account = await store.read.accounts.get(alpha);
      assert.equal(account?.ownerMembershipId, found[0]?.id, `seed ${seed}: the account names its owner`);
    },
  };
}

/** A transfer to `alpha.spare` that waits for an answer, which comes together with everything else. */
async function handOver(ground: Ground, chance: Chance): Promise<Schedule['calls']> {
  const path = `/accounts/${alpha}/ownership-transfers`;
  const by = (name: string) => at(ground, chance, name);
  const body = { toMembershipId: memberOf('alpha.spare') };
  const { status, body: started } = await by('alpha.owner')('POST', path, body)();
  assert.equal(status, 201, JSON.stringify(started));
  const one = `${path}/${String(started['id'])}`;
  const headers = tag({ version: Number(started['version']) });
  const calls = [by('alpha.spare')('POST', `${one}/accept`, {})];
  if (chance.percent(50)) calls.push(by('alpha.spare')('POST', `${one}/accept`, {}));
  if (chance.percent(30)) calls.push(by('alpha.owner')('DELETE', one, undefined, headers));
  return calls;
}

/** The people of `alpha` as the scenario has them. */
async function restoreAlpha({ place }: Ground): Promise<void> {
  await place.store.transaction(async (tx) => {
    const [owner, spare] = [memberOf('alpha.owner'), memberOf('alpha.spare')];
    await tx.ownershipTransfers.updateWhere({ accountId: alpha, state: 'pending' }, { state: 'cancelled' });
    await tx.memberships.updateWhere(
      { accountId: alpha, roleId: 'account_owner' },
      { roleId: 'account_manager' },
    );
    await tx.memberships.update(owner, { status: 'active', roleId: 'account_owner' });
    await tx.memberships.update(spare, { status: 'active', roleId: 'campaign_creator', mfaActive: true });
    // A transfer asks for a second factor of whoever receives it (R56).
    await tx.users.touch({ id: userIdOf('alpha.spare') }, { mfaActive: true });
    await tx.accounts.touch({ id: alpha }, { ownerMembershipId: owner });
    await tx.budgetEvents.remove({});
  });
}

/** R49, U05: a name belongs to one login; whoever was told that it is theirs has it. */
async function usernames(ground: Ground, chance: Chance, seed: number): Promise<Schedule> {
  const { store } = ground.place;
  const wishers = ['alpha.owner', 'alpha.creator', 'agency.owner', 'beta.owner'];
  const users = await store.read.users.find({ where: { id: { in: wishers.map(userIdOf) } } });
  const wishes = users.map((user) => ({ user, username: `${chance.pick(['ann', 'Ann', 'ben'])}.${seed}` }));
  const calls = wishes.map(({ user, username }) => {
    const name = wishers.find((one) => userIdOf(one) === user.id) ?? '';
    return at(ground, chance, name)('PATCH', '/me', { username }, tag(user));
  });
  return {
    calls,
    async holds(replies) {
      const won = wishes.filter((_, index) => replies[index]?.status === 200);
      const keys = won.map(({ username }) => username.toLowerCase());
      assert.equal(new Set(keys).size, keys.length, `seed ${seed}: ${keys.join(' ')}`);
      for (const { user, username } of won) {
        assert.equal((await store.read.users.get(user.id))?.username, username, `seed ${seed}`);
      }
      assert.ok(won.length > 0, `seed ${seed}: somebody has got a name`);
    },
  };
}

function tag(row: Pick<Row<'memberships'>, 'version'> | undefined): Record<string, string> {
  return { 'if-match': `"v${row?.version ?? 0}"` };
}
