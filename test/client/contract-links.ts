import assert from 'node:assert/strict';
import type { AccountLink } from '../../src/client/index.js';
import { refused, type ContractWorld } from './contract-world.js';

const shownOf = ({ parent, child }: AccountLink) => ({
  ...{ parentId: parent.id, parentName: parent.name, childId: child.id, childName: child.name },
});

/** The client parts from its partner, which asks it anew. */
async function askedAgain({ owner, childSide, parentId, childId }: ContractWorld): Promise<AccountLink> {
  const [link] = (await childSide.links.list(childId, { state: 'active' })).items;
  assert.ok(link);
  await childSide.links.end(link);
  const { code } = await childSide.links.code(childId);
  return owner.links.request({ parentId, linkCode: code.toLowerCase(), note: 'Again' });
}

/** What every client promises about links. */
export const linkPromises: Readonly<Record<string, (world: ContractWorld) => Promise<void>>> = {
  'R77: a link that ended gives no access, and both sides see who ended it': async (world) => {
    const { owner, childSide, childId, parentId } = world;
    await askedAgain(world);
    await refused(owner.accounts.get(childId), 'link-pending').catch(() =>
      refused(owner.accounts.get(childId), 'not-found'),
    );
    const ended = (await childSide.links.list(childId, { state: 'ended' })).items;
    assert.deepEqual(
      ended.map(({ endReason, side }) => [endReason, side]),
      [['ended_by_child', 'child']],
    );
    const theirs = (await owner.links.list(parentId, { state: 'ended' })).items;
    assert.deepEqual(
      theirs.map(({ id }) => id),
      ended.map(({ id }) => id),
    );
  },

  'R73, R74, R78: asked by code, approved with a ceiling, in the list at once': async (world) => {
    const { owner, childSide, childId, parentId } = world;
    const link = await askedAgain(world);
    assert.deepEqual([link.state, link.side, link.remindersLeft], ['pending', 'parent', 3]);
    const [theirs] = (await childSide.links.list(childId, { state: 'pending' })).items;
    assert.deepEqual([theirs?.id, theirs?.side, theirs?.note], [link.id, 'child', 'Again']);
    await refused(owner.links.approve(link.id, { shown: shownOf(link) }), 'forbidden');
    const shown = shownOf(link);
    await refused(
      childSide.links.approve(link.id, { shown: { ...shown, parentName: 'Somebody' } }),
      'stale-version',
    );
    const approved = await childSide.links.approve(link.id, { shown, maxRole: 'account_manager' });
    assert.deepEqual([approved.state, approved.maxRole], ['active', 'account_manager']);
    assert.equal((await owner.accounts.get(childId)).parent?.id, parentId);
    const { parent, items } = await childSide.links.partnerPeople(childId);
    assert.equal(parent?.id, parentId);
    assert.ok(items.length > 0 && items.every(({ since }) => !Number.isNaN(Date.parse(since))));
    await refused(childSide.links.decline(link.id), 'link-not-pending');
  },

  'R75, R76: no second request, no reminder on the same day, and it can be taken back': async (world) => {
    const { owner, childSide, childId, parentId } = world;
    const { code } = await childSide.links.code(childId);
    await refused(owner.links.request({ parentId, linkCode: code }), 'link-exists');
    await refused(owner.links.request({ parentId, linkCode: 'NOTACODE' }), 'link-code-invalid');
    const link = await askedAgain(world);
    await refused(owner.links.remind(link.id), 'rate-limited');
    await owner.links.end(link);
    assert.equal((await childSide.links.get(link.id)).state, 'cancelled');
    await refused(childSide.links.approve(link.id, { shown: shownOf(link) }), 'link-not-pending');
  },

  'R73: a new link code takes the place of the old one': async ({ owner, childSide, childId, parentId }) => {
    const before = await childSide.links.code(childId);
    const after = await childSide.links.rotateCode(childId);
    assert.notEqual(after.code, before.code);
    await refused(owner.links.request({ parentId, linkCode: before.code }), 'link-code-invalid');
    assert.equal((await childSide.links.code(childId)).code, after.code);
  },
};
