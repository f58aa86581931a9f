import assert from 'node:assert/strict';
import { refused, type ContractWorld } from './contract-world.js';

const role = 'campaign_creator';
const tess = { email: 'tess@harbourlane.test', name: 'Tess' };

async function creatorOf({ owner, parentId }: ContractWorld) {
  const { items } = await owner.people.list(parentId, { q: 'chlo' });
  const [creator] = items;
  assert.ok(creator?.userId);
  return { ...creator, userId: creator.userId };
}

/** What every client promises about people over many accounts, jobs, and accounts that were closed. */
export const jobPromises: Readonly<Record<string, (world: ContractWorld) => Promise<void>>> = {
  'R88: a person is found once, with what they hold and what follows from the partner account': async (
    world,
  ) => {
    const { owner, parentId, childId } = world;
    const creator = await creatorOf(world);
    assert.deepEqual([creator.memberships, creator.invitations, creator.roleIds], [1, 0, [role]]);
    const { person, items } = await owner.people.access(parentId, creator.id);
    assert.equal(person.userId, creator.userId);
    assert.deepEqual(
      items.map(({ account, kind, through }) => [account.id, kind, through?.accountId]),
      [
        [parentId, 'membership', undefined],
        [childId, 'inherited', parentId],
      ],
    );
    await refused(owner.people.access(parentId, 'usr_0000000000000000000000'), 'not-found');
    await refused(world.childSide.people.list(parentId), 'not-found');
  },

  'R79, R82: a forecast changes nothing, the job gives the role, and asking again skips': async (world) => {
    const { owner, childId, work } = world;
    const { userId } = await creatorOf(world);
    const draft = { subject: { userId }, roleId: role, accounts: [{ accountId: childId }] } as const;
    const asked = { ...draft, accounts: [...draft.accounts] };
    const forecast = await owner.bulkGrants.forecast({ ...asked, dryRun: true });
    await work();
    const [would] = (await owner.bulkGrants.items(forecast.id)).items;
    assert.deepEqual([would?.account.id, would?.outcome], [childId, 'granted']);
    assert.equal((await owner.members.list(childId)).total, 1);
    const job = await owner.bulkGrants.start(asked);
    await work();
    const done = await owner.bulkGrants.get(job.id);
    assert.deepEqual([done.status, done.counts], ['completed', { total: 1, done: 1, granted: 1 }]);
    assert.equal((await owner.members.list(childId)).total, 2);
    const again = await owner.bulkGrants.start(asked);
    await work();
    assert.equal((await owner.bulkGrants.get(again.id)).counts.skipped, 1);
    const own = (await owner.bulkGrants.list()).items.map(({ id }) => id);
    assert.deepEqual(own.sort(), [again.id, job.id].sort());
  },

  'R79, R80, R81: an address is invited; what fails keeps its reason, and only that is tried again': async (
    world,
  ) => {
    const { owner, childSide, childId, work } = world;
    const asked = { subject: tess, roleId: role, accounts: [{ accountId: childId }] } as const;
    for (const email of ['one@harbourlane.test', 'two@harbourlane.test'])
      await childSide.invitations.create(childId, { email, roleId: role });
    const job = await owner.bulkGrants.start({ ...asked, accounts: [...asked.accounts] });
    await work();
    const failed = await owner.bulkGrants.get(job.id);
    assert.deepEqual([failed.status, failed.counts.failed], ['completed_with_errors', 1]);
    const [item] = (await owner.bulkGrants.items(job.id, { outcome: 'failed' })).items;
    assert.deepEqual([item?.problem?.code, item?.problem?.limit], ['seat_limit', 3]);
    const [open] = (await childSide.invitations.list(childId)).items;
    assert.ok(open);
    await childSide.invitations.revoke(childId, open);
    await owner.bulkGrants.retry(job.id);
    await work();
    const { status, counts } = await owner.bulkGrants.get(job.id);
    assert.deepEqual([status, counts.invited], ['completed', 1]);
    await refused(childSide.bulkGrants.get(job.id), 'not-found');
    assert.deepEqual((await childSide.bulkGrants.list()).items, []);
  },

  'R88, R89: everything a person reaches ends in one job': async (world) => {
    const { owner, parentId, childId, work } = world;
    const { userId, id } = await creatorOf(world);
    const draft = { subject: { userId } };
    const preview = await owner.offboardings.forecast(parentId, { ...draft, dryRun: true });
    await work();
    const would = (await owner.offboardings.items(preview.id)).items;
    assert.deepEqual(
      would.map(({ account, kind, outcome }) => [account.id, kind, outcome]),
      [
        [parentId, 'membership', 'removed'],
        [childId, 'inherited', 'removed'],
      ],
    );
    assert.equal((await owner.people.access(parentId, id)).items.length, 2);
    const job = await owner.offboardings.start(parentId, { ...draft, dryRun: false });
    await work();
    assert.equal((await owner.offboardings.get(job.id)).status, 'completed');
    assert.deepEqual(
      (await owner.offboardings.list(parentId)).items.map((one) => one.id),
      [job.id],
    );
    await refused(owner.people.access(parentId, id), 'not-found');
  },

  'R85, R86: a closed account is listed for whoever may restore it, and comes back with its people': async (
    world,
  ) => {
    const { owner, childSide, childId, parentId } = world;
    await refused(owner.accounts.close(await owner.accounts.get(parentId)), 'has-active-links');
    const closed = await childSide.accounts.close(await childSide.accounts.get(childId));
    assert.equal(closed.status, 'closed');
    await refused(childSide.accounts.get(childId), 'not-found');
    for (const client of [owner, childSide]) {
      const { items } = await client.accounts.list({ status: 'closed' });
      assert.deepEqual(
        items.map(({ id, source, seats, roleId }) => [id, source, seats, roleId]),
        [[childId, null, null, null]],
      );
    }
    assert.deepEqual((await owner.accounts.list()).items, []);
    assert.equal((await owner.accounts.list({ status: 'closed', parent: parentId })).total, 1);
    assert.equal((await owner.accounts.restore(childId)).status, 'active');
    assert.equal((await childSide.members.list(childId)).total, 1);
    await refused(owner.accounts.get(childId), 'not-found');
  },
};
