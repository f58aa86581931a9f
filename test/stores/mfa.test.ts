import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { EnrolmentVerified } from '../../src/client/index.js';
import { createDevicesStore } from '../../src/stores/devices.js';
import { createMfaStore, type MfaState } from '../../src/stores/mfa.js';
import { Scope } from '../../src/stores/scope.js';
import { aMe, aMember, aRefusal, aTrustedDevice } from '../../src/testing/builders.js';
import { createFakeClient, type FakeClientOptions } from '../../src/testing/fake-client.js';
import { settle } from '../support/fake-clock.js';
import { held } from '../support/stub-client.js';

function bench(calls: FakeClientOptions['calls'] = {}, mfaActive = false) {
  const { username } = aMe();
  const members = [aMember({ username, roleId: 'account_owner', mfaActive })];
  const client = createFakeClient({ calls, members });
  const scope = new Scope({ client });
  const mfa = scope.use(createMfaStore);
  const seen: MfaState[] = [];
  mfa.$setup.subscribe((state) => seen.push(state));
  return { client, scope, mfa, seen, steps: () => seen.map(({ step, busy }) => `${step}${busy ? '…' : ''}`) };
}

describe('the store of second factors', () => {
  it('R63, R65: secret, code, recovery codes, saved; and the overview follows', async () => {
    const { mfa, steps } = bench();
    const overview: string[] = [];
    mfa.$overview.subscribe(({ data }) => data && overview.push(data.demand));
    await mfa.start({ label: 'Phone' });
    const codes = await mfa.verify('123456');
    assert.ok(codes.step === 'codes' && codes.codes?.length === 10 && !codes.saved);
    const kept = await mfa.saved();
    assert.ok(kept.step === 'codes' && kept.saved);
    assert.deepEqual(steps(), ['idle', 'idle…', 'started', 'started…', 'codes', 'codes…', 'codes']);
    while (overview.at(-1) !== 'none') await settle();
    assert.equal(overview[0], 'suggested');
  });

  it('S02: a wrong code keeps the secret and is counted, for the hint about the clock', async () => {
    const { mfa } = bench();
    const before = await mfa.start();
    for (let count = 1; count < 4; count += 1) {
      const state = await mfa.verify('000000');
      assert.ok(state.step === 'started' && before.step === 'started');
      assert.deepEqual([state.wrong, state.enrolment], [count, before.enrolment]);
      assert.equal(state.error?.kind, 'code-invalid');
    }
    assert.equal((await mfa.verify('123456')).step, 'codes');
  });

  it('S05: a set-up that died elsewhere leads back to the start, and says why', async () => {
    const { mfa, client } = bench();
    await mfa.start();
    await client.mfa.enrol({});
    const state = await mfa.verify('123456');
    assert.deepEqual([state.step, state.error?.kind], ['idle', 'not-found']);
  });

  it('S06: after a lost answer the same code goes with the same key, another code with another', async () => {
    const keys: (string | undefined)[] = [];
    let fails = true;
    const { mfa } = bench({
      'mfa.verify': ({ options, path }): EnrolmentVerified => {
        keys.push(options.idempotencyKey);
        if (fails) throw aRefusal('unavailable');
        const active = { id: path[3] ?? '', method: 'totp', state: 'active', label: null, version: 2 };
        return { ...active, createdAt: '', lastUsedAt: null, recoveryCodes: ['A'] };
      },
    });
    await mfa.start();
    await mfa.verify('123456');
    await mfa.verify('654321');
    fails = false;
    assert.equal((await mfa.verify('123456')).step, 'codes');
    assert.deepEqual([keys[0] === keys[2], keys[0] === keys[1]], [true, false]);
  });

  it('a second press while the first is on its way is not a second attempt', async () => {
    const slow = held<EnrolmentVerified>();
    const { mfa, client } = bench({ 'mfa.verify': () => slow.promise });
    await mfa.start();
    const first = mfa.verify('123456');
    await mfa.verify('123456');
    const active = { id: 'enr_1', method: 'totp', state: 'active', label: null, version: 2 };
    slow.give({ ...active, createdAt: '', lastUsedAt: null, recoveryCodes: null });
    await first;
    assert.equal(client.made.filter((call) => call === 'mfa.verify').length, 1);
  });

  it('R69: a refusal for want of a fresh proof leaves everything where it was', async () => {
    const { mfa } = bench({
      'mfa.recoveryCodes': () => {
        throw aRefusal('step-up-required');
      },
    });
    const state = await mfa.renewCodes();
    assert.deepEqual([state.step, state.error?.kind], ['idle', 'step-up-required']);
  });

  it('new codes, and a factor that is turned off', async () => {
    const { mfa } = bench({}, true);
    mfa.$overview.subscribe(() => undefined);
    const loaded = async () => {
      do await settle();
      while (mfa.$overview.get().state !== 'ready');
    };
    await loaded();
    const [active] = mfa.$overview.get().data?.enrolments ?? [];
    assert.ok(active);
    assert.equal((await mfa.renewCodes()).step, 'codes');
    assert.equal((await mfa.remove(active)).step, 'idle');
    await loaded();
    assert.deepEqual(mfa.$overview.get().data?.enrolments, []);
  });

  it('threat 24: secret and codes are gone once they are left, and never in a fact', async () => {
    const { mfa, client, seen } = bench();
    const facts: unknown[] = [];
    client.subscribe('*', (detail) => facts.push(detail));
    await mfa.start();
    await mfa.verify('123456');
    mfa.leave();
    assert.deepEqual(seen.at(-1), { step: 'idle', busy: false });
    assert.doesNotMatch(JSON.stringify(facts), /JBSWY3|ABCD-EFGH/);
  });

  it('R10: writes nothing after the scope has ended', async () => {
    const { mfa, scope, seen } = bench({ 'mfa.enrol': () => new Promise(() => undefined) });
    const starting = mfa.start();
    const before = seen.length;
    scope.dispose();
    await starting;
    await settle();
    assert.equal(seen.length, before);
  });
});

describe('the store of remembered devices', () => {
  it('R68: forgets one, or all, and reads the list again', async () => {
    const { scope } = bench({}, true);
    const devices = scope.use(createDevicesStore);
    devices.$devices.subscribe(() => undefined);
    while (devices.$devices.get().state !== 'ready') await settle();
    assert.equal(devices.$devices.get().data?.items.length, 1);
    assert.equal(await devices.forget(aTrustedDevice().id), true);
    while (devices.$devices.get().state !== 'ready') await settle();
    assert.deepEqual(devices.$devices.get().data?.items, []);
    assert.equal(await devices.forgetAll(), true);
  });

  it('one that is gone already is as was wanted; another refusal is told', async () => {
    const { scope } = bench({
      'devices.forgetAll': () => {
        throw aRefusal('step-up-required');
      },
    });
    const devices = scope.use(createDevicesStore);
    assert.equal(await devices.forget('dev_gone'), true);
    assert.equal(devices.$forgetting.get().error, undefined);
    assert.equal(await devices.forgetAll(), false);
    assert.deepEqual(
      [devices.$forgetting.get().busy, devices.$forgetting.get().error?.kind],
      [null, 'step-up-required'],
    );
  });
});
