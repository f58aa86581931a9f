import assert from 'node:assert/strict';
import { generate } from 'otplib';
import type { CcClient, FactType } from '../../src/client/index.js';
import { refused, type ContractWorld } from './contract-world.js';

/** Both backends stand still at this moment. */
const now = Date.parse('2026-11-22T09:00:00.000Z') / 1000;

function hear(client: CcClient): FactType[] {
  const told: FactType[] = [];
  client.subscribe('*', (_, type) => told.push(type));
  return told;
}

async function enrol(client: CcClient) {
  const started = await client.mfa.enrol({ label: 'Phone' });
  const code = await generate({ secret: started.secret, epoch: now });
  return client.mfa.verify(started.id, code);
}

/** Promises about the own second factor, and about those of others. */
export const factorPromises: Record<string, (world: ContractWorld) => Promise<void>> = {
  'R63, R65: a factor is set up, confirmed, told with its codes once, and turned off again': async ({
    childSide,
  }) => {
    const before = await childSide.mfa.list();
    assert.deepEqual([before.enrolments, before.recoveryCodes.remaining], [[], 0]);
    const told = hear(childSide);
    const started = await childSide.mfa.enrol({ label: 'Phone' });
    assert.match(started.secret, /^[A-Z2-7]{32}$/);
    assert.match(started.otpauthUri, /^otpauth:\/\/totp\//);
    assert.deepEqual(
      (await childSide.mfa.list()).enrolments.map(({ state }) => state),
      ['pending'],
    );
    await refused(childSide.mfa.verify(started.id, '000000'), 'code-invalid');
    const code = await generate({ secret: started.secret, epoch: now });
    const { recoveryCodes, ...active } = await childSide.mfa.verify(started.id, code);
    assert.deepEqual([active.state, recoveryCodes?.length], ['active', 10]);
    const after = await childSide.mfa.list();
    assert.deepEqual(
      [after.recoveryCodes.remaining, after.recoveryCodes.saved, after.demand],
      [10, false, 'none'],
    );
    await childSide.mfa.codesSaved();
    assert.equal((await childSide.mfa.list()).recoveryCodes.saved, true);
    assert.equal((await childSide.mfa.recoveryCodes()).codes.length, 10);
    await refused(childSide.mfa.remove({ id: active.id, version: 99 }), 'stale-version');
    await childSide.mfa.remove(active);
    assert.deepEqual((await childSide.mfa.list()).enrolments, []);
    await refused(childSide.mfa.recoveryCodes(), 'mfa-enrolment-required');
    assert.deepEqual(
      told.filter((type) => type !== 'failure'),
      Array<FactType>(4).fill('mfa.changed'),
    );
  },

  'S01, S05: a set-up that was started anew is dead': async ({ childSide }) => {
    const first = await childSide.mfa.enrol({});
    await childSide.mfa.enrol({});
    await refused(childSide.mfa.verify(first.id, '123456'), 'not-found');
  },

  'S06: the same key tells the same codes': async ({ childSide }) => {
    const started = await childSide.mfa.enrol({});
    const code = await generate({ secret: started.secret, epoch: now });
    const options = { idempotencyKey: '"one-intent"' };
    const first = await childSide.mfa.verify(started.id, code, options);
    const again = await childSide.mfa.verify(started.id, code, options);
    assert.deepEqual(again.recoveryCodes, first.recoveryCodes);
  },

  'R67: nobody has remembered browsers without having ticked': async ({ childSide }) => {
    assert.deepEqual((await childSide.devices.list()).items, []);
    await refused(childSide.devices.forget('dev_0000000000000000000000'), 'not-found');
    await childSide.devices.forgetAll();
  },

  'R70: a forecast counts those without a factor; a reminder leaves once a day': async ({
    childSide,
    childId,
    pass,
  }) => {
    const forecast = await childSide.accounts.mfaForecast(childId);
    assert.deepEqual([forecast.members, forecast.without, forecast.you], [1, 1, true]);
    assert.equal(forecast.remindAt, null);
    assert.equal((await childSide.accounts.remindMfa(childId)).sent, 0);
    assert.equal((await refused(childSide.accounts.remindMfa(childId), 'rate-limited')).retryAfter, 86_400);
    assert.ok((await childSide.accounts.mfaForecast(childId)).remindAt);
    await enrol(childSide);
    assert.equal((await childSide.accounts.mfaForecast(childId)).without, 0);
    pass(0);
  },

  'R71: never the factor of an owner, nor the own one': async ({ owner, childSide, parentId, childId }) => {
    const { items } = await childSide.members.list(childId);
    const childOwner = items.find(({ you }) => you);
    assert.ok(childOwner);
    await refused(owner.members.resetMfa(childId, childOwner.id), 'reset-out-of-scope');
    const own = (await owner.members.list(parentId)).items.find(({ you }) => you);
    await refused(owner.members.resetMfa(parentId, own?.id ?? ''), 'reset-out-of-scope');
  },

  'R71: the factor of a member is taken away, and told': async ({ owner, parentId }) => {
    const { items } = await owner.members.list(parentId, { q: 'partner.creator' });
    const [creator] = items;
    assert.ok(creator);
    const told = hear(owner);
    const after = await owner.members.resetMfa(parentId, creator.id);
    assert.equal(after.mfaActive, false);
    assert.deepEqual(told, ['member.changed']);
  },
};
