import assert from 'node:assert/strict';
import { foldForSearch } from '../../src/domain/index.js';
import type { CcClient, FactType, Member } from '../../src/client/index.js';
import { isIn, refused, type ContractWorld } from './contract-world.js';

async function creatorOf({ owner, parentId }: ContractWorld): Promise<Member> {
  const { items } = await owner.members.list(parentId, { q: 'partner.creator' });
  const found = items.find(({ username }) => username === 'partner.creator');
  assert.ok(found, 'the partner account has somebody called partner.creator');
  return found;
}

function hear(client: CcClient): FactType[] {
  const told: FactType[] = [];
  client.subscribe('*', (_, type) => told.push(type));
  return told;
}

/** Promises about changing members; `partner.creator` is a Campaign Creator of the partner account. */
export const memberPromises: Record<string, (world: ContractWorld) => Promise<void>> = {
  'a role is changed over the current version, and told': async (world) => {
    const { owner, parentId } = world;
    const before = await creatorOf(world);
    const told = hear(owner);
    const after = await owner.members.setRole(parentId, before, 'account_manager');
    assert.deepEqual([after.roleId, after.version], ['account_manager', before.version + 1]);
    assert.equal((await owner.members.get(parentId, before.id)).roleId, 'account_manager');
    assert.deepEqual(told, ['member.changed']);
  },

  'R14: an old version is refused with the member as it is now': async (world) => {
    const { owner, parentId } = world;
    const before = await creatorOf(world);
    const now = await owner.members.setRole(parentId, before, 'account_manager');
    const error = await refused(owner.members.setRole(parentId, before, 'partner_manager'), 'stale-version');
    assert.ok(isIn(error.facts, 'current'));
    const { id, roleId, version } = error.facts.current as Member;
    assert.deepEqual([id, roleId, version], [before.id, 'account_manager', now.version]);
    await refused(owner.members.remove(parentId, before), 'stale-version');
    assert.equal((await owner.members.get(parentId, before.id)).roleId, 'account_manager');
  },

  'R59: suspending stops at once and can be taken back': async (world) => {
    const { owner, parentId } = world;
    const before = await creatorOf(world);
    const suspended = await owner.members.setStatus(parentId, before, 'suspended');
    assert.equal(suspended.status, 'suspended');
    assert.notEqual(suspended.suspendedAt, null);
    const { items } = await owner.members.list(parentId, { status: 'suspended', q: 'partner.creator' });
    assert.deepEqual(
      items.map(({ id }) => id),
      [before.id],
    );
    const active = await owner.members.setStatus(parentId, suspended, 'active');
    assert.deepEqual([active.status, active.suspendedAt], ['active', null]);
  },

  'a removed member is gone': async (world) => {
    const { owner, parentId } = world;
    const before = await creatorOf(world);
    const { total = 0 } = await owner.members.list(parentId);
    const told = hear(owner);
    await owner.members.remove(parentId, before);
    assert.deepEqual(told, ['member.removed']);
    assert.equal((await owner.members.list(parentId)).total, total - 1);
    await refused(owner.members.get(parentId, before.id), 'not-found');
    await refused(owner.members.remove(parentId, before), 'not-found');
  },

  'members are found by name, sorted and counted': async ({ owner, parentId }) => {
    const all = await owner.members.list(parentId, { limit: 100 });
    assert.equal(all.total, all.items.length);
    const names = all.items.map(({ displayName, username }) => foldForSearch(displayName ?? username));
    assert.deepEqual(
      names,
      [...names].sort((a, b) => (a < b ? -1 : 1)),
    );
    const second = await owner.members.list(parentId, { from: 1, limit: 1 });
    assert.deepEqual(
      second.items.map(({ id }) => id),
      [all.items[1]?.id],
    );
    assert.equal(second.total, all.total);
    const page = await owner.members.list(parentId, { limit: 1 });
    assert.ok(page.nextCursor);
    const next = await owner.members.list(parentId, { limit: 1, cursor: page.nextCursor });
    assert.deepEqual(
      next.items.map(({ id }) => id),
      [all.items[1]?.id],
    );
  },
};
