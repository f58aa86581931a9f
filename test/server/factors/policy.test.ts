import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Member, MfaForecast, MfaOverview, MfaReminder } from '../../../src/client/wire/index.js';
import { challenge, codeNow, enrol } from '../../support/factors.js';
import { deliver } from '../../support/invites.js';
import { accountIdOf, startServer, userIdOf, type Caller, type TestServer } from '../../support/server.js';
import { memberOf, world } from '../../support/world.js';

const alpha = `/accounts/${accountIdOf('alpha')}`;
const agency = `/accounts/${accountIdOf('agency')}`;
const tag = (version: number) => ({ headers: { 'if-match': `"v${String(version)}"` } });

describe('R70: what an account asks of its people', () => {
  let server: TestServer;
  let owner: Caller;
  beforeEach(async () => {
    server = await startServer({ scenario: world });
    owner = await server.as('alpha.owner');
  });
  afterEach(() => server.close());

  const policy = async (mfaPolicy: string, who = owner, account = alpha) =>
    (await who.patch(account, { mfaPolicy })).status;
  const overview = async (who: Caller) => (await who.get('/me/mfa')).json<MfaOverview>();
  const code = (answer: { problem(): { code: string } }) => answer.problem().code;

  it('required stops everybody without a factor, whoever set it and the owner too, until they have one', async () => {
    const manager = await server.as('alpha.manager');
    assert.equal(await policy('required'), 200);
    for (const who of [owner, manager]) {
      for (const path of [alpha, `${alpha}/seats`, `${alpha}/roles`]) {
        assert.deepEqual(
          [(await who.get(path)).status, code(await who.get(path))],
          [403, 'mfa_enrolment_required'],
        );
      }
      assert.equal((await overview(who)).demand, 'required');
      await enrol(server, who);
      assert.equal((await who.get(alpha)).status, 200);
      assert.equal((await overview(who)).demand, 'none');
    }
  });

  it('behind the gate only the own affairs are open', async () => {
    await policy('required');
    const access = (await owner.get(`${alpha}/access`)).json<{ capabilities: string[] }>();
    assert.ok(access.capabilities.every((name) => name.startsWith('self.')));
    for (const path of ['/me', '/me/mfa', '/me/trusted-devices', '/me/memberships']) {
      assert.equal((await owner.get(path)).status, 200, path);
    }
    assert.equal((await owner.patch('/me', { displayName: 'Behind the gate' })).status, 200);
    assert.equal(code(await owner.get(`${alpha}/members`)), 'mfa_enrolment_required');
    assert.equal(code(await owner.patch(alpha, { name: 'Changed' }, tag(2))), 'mfa_enrolment_required');
  });

  it('a factor is there before the gate: its owner notices nothing', async () => {
    await enrol(server, owner);
    await policy('required');
    assert.equal((await owner.get(alpha)).status, 200);
  });

  it('a milder policy opens the gate again', async () => {
    await enrol(server, owner);
    const manager = await server.as('alpha.manager');
    await policy('required');
    assert.equal((await manager.get(alpha)).status, 403);
    await policy('encouraged');
    assert.equal((await manager.get(alpha)).status, 200);
    assert.equal((await overview(manager)).demand, 'suggested');
    await policy('off');
    assert.equal((await overview(manager)).demand, 'none');
  });

  it('required: a factor cannot be turned off, elsewhere it can', async () => {
    const { id } = await enrol(server, owner);
    await policy('required');
    const refused = await owner.del(`/me/mfa/enrolments/${id}`, tag(2));
    assert.deepEqual([refused.status, code(refused)], [403, 'mfa_required_by_policy']);
    await policy('encouraged');
    assert.equal((await owner.del(`/me/mfa/enrolments/${id}`, tag(2))).status, 204);
  });

  it('whoever joins a requiring account enrols before entry', async () => {
    await enrol(server, owner);
    await policy('required');
    await owner.post(`${alpha}/invitations`, {
      email: 'agency.spare@agency.test',
      roleId: 'campaign_creator',
    });
    await deliver(server);
    const letter = server.mails.find(({ to }) => to === 'agency.spare@agency.test');
    const token = /#(cci_[\w-]+)/.exec(letter?.text ?? '')?.[1] ?? '';
    const joiner = await server.as('agency.spare');
    const joined = await joiner.post('/invitation-acceptances', { token });
    assert.equal(joined.json<{ gate: string }>().gate, 'mfa_enrolment', joined.text);
    assert.equal((await joiner.get(agency)).status, 200, 'other accounts stay open');
    assert.equal((await joiner.get(`${alpha}/seats`)).status, 403);
  });

  it('the policy itself needs settings.manage and a fresh proof', async () => {
    const creator = await server.as('alpha.creator');
    assert.equal(code(await creator.patch(alpha, { mfaPolicy: 'off' }, tag(1))), 'forbidden');
    server.clock.advance(15 * 60);
    assert.equal(code(await owner.patch(alpha, { mfaPolicy: 'off' }, tag(1))), 'step_up_required');
  });

  it('the forecast counts members without a factor, partner people too, and changes nothing', async () => {
    const forecast = async (who = owner, account = alpha) =>
      (await who.get(`${account}/mfa-forecast`)).json<MfaForecast>();
    const before = await forecast();
    assert.deepEqual(before, {
      accountId: accountIdOf('alpha'),
      policy: 'encouraged',
      members: 5,
      without: 5,
      partnerWithout: 5,
      you: true,
      remindAt: null,
    });
    await enrol(server, owner);
    const after = await forecast();
    assert.deepEqual([after.without, after.you], [4, false]);
    const partner = await forecast(await server.as('agency.owner'), agency);
    assert.deepEqual([partner.members, partner.without, partner.partnerWithout], [5, 5, 0]);
    await policy('required');
    const stopped = { accountId: accountIdOf('alpha'), status: 'active', gate: 'mfa_enrolment' };
    assert.equal(await server.store.read.memberships.count(stopped), after.without);
  });

  it('a reminder goes to those without, not to whoever sends it, once a day', async () => {
    await enrol(server, await server.as('alpha.manager'));
    await deliver(server);
    server.mails.length = 0;
    const sent = await owner.post(`${alpha}/mfa-reminders`);
    assert.equal(sent.status, 202, sent.text);
    assert.deepEqual(sent.json<MfaReminder>(), { sent: 3, nextAt: '2026-11-23T09:00:00.000Z' });
    await deliver(server);
    assert.deepEqual(server.mails.map(({ to }) => to).sort(), [
      'alpha.creator@alpha.test',
      'alpha.gated@alpha.test',
      'alpha.spare@alpha.test',
    ]);
    assert.match(server.mails[0]?.text ?? '', /http:\/\/localhost:4400\/security/);
    const again = await owner.post(`${alpha}/mfa-reminders`);
    assert.deepEqual([again.status, again.headers.get('retry-after')], [429, '86400']);
    const forecast = (await owner.get(`${alpha}/mfa-forecast`)).json<MfaForecast>();
    assert.equal(forecast.remindAt, '2026-11-23T09:00:00.000Z');
    server.clock.advance(24 * 3600);
    const tomorrow = await server.as('alpha.owner');
    assert.equal((await tomorrow.post(`${alpha}/mfa-reminders`)).status, 202);
  });

  it('threat 22: nobody gets more than three reminders a day, whatever accounts they belong to', async () => {
    const at = server.clock.now().toISOString();
    await server.store.transaction(async (tx) => {
      for (const n of ['1', '2', '3']) {
        const bucket = `mfa-reminded:${userIdOf('alpha.spare')}`;
        await tx.budgetEvents.insert({ id: `bud_${n.padStart(22, '0')}`, bucket, at });
      }
    });
    assert.equal((await owner.post(`${alpha}/mfa-reminders`)).json<MfaReminder>().sent, 3);
  });
});

describe('R71, R72: taking a factor away from somebody', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startServer({ scenario: world });
  });
  afterEach(() => server.close());

  const reset = async (who: string | Caller, whom: string, account = alpha) => {
    const caller = typeof who === 'string' ? await server.as(who) : who;
    return caller.post(`${account}/members/${memberOf(whom)}/mfa-reset`);
  };
  const outOfScope = (answer: Awaited<ReturnType<typeof reset>>) => {
    assert.deepEqual([answer.status, answer.problem().code], [403, 'reset_out_of_scope'], answer.text);
  };
  /** Makes somebody a member of one more account. */
  const join = (username: string, account: string, more: Partial<{ status: string; roleId: string }> = {}) =>
    server.store.transaction(async (tx) => {
      const row = await tx.memberships.get(memberOf(username));
      assert.ok(row);
      const id = `mem_${'0'.repeat(21)}${String(account.length)}`;
      await tx.memberships.insert({ ...row, id, accountId: accountIdOf(account), ...more });
    });

  it('ends codes, devices and sessions, mails both, and the next sign-in leads to a new set-up and nowhere else', async () => {
    const spare = await server.as('alpha.spare');
    const mine = await enrol(server, spare);
    server.clock.advance(30);
    const device = await challenge(server, 'alpha.spare');
    const trusted = await device.caller.post(device.path, {
      code: await codeNow(server, mine.secret),
      trustDevice: true,
    });
    assert.equal(trusted.status, 200);
    const half = await challenge(server, 'alpha.spare');
    await deliver(server);
    server.mails.length = 0;

    const answer = await reset('alpha.owner', 'alpha.spare');
    assert.equal(answer.status, 202, answer.text);
    const member = answer.json<Member>();
    assert.deepEqual([member.mfaActive, member.gate], [false, 'mfa_enrolment']);
    assert.equal((await spare.get('/me')).status, 401);
    assert.equal((await device.caller.get('/me')).status, 401);
    const open = await half.caller.post(half.path, { recoveryCode: mine.codes[0] });
    assert.equal(open.problem().code, 'challenge_ended');
    assert.equal(await server.store.read.recoveryCodes.count(), 0);
    assert.equal(await server.store.read.trustedDevices.count(), 0);

    await deliver(server);
    assert.deepEqual(server.mails.map(({ to, subject }) => [to, subject]).sort(), [
      ['alpha.owner@alpha.test', 'The second factor of spare of alpha was reset'],
      ['alpha.spare@alpha.test', 'Your second factor was reset'],
    ]);

    const again = await server.as('alpha.spare');
    assert.equal((await again.get('/me/mfa')).json<MfaOverview>().demand, 'required');
    assert.equal((await again.get(alpha)).problem().code, 'mfa_enrolment_required');
    const next = await enrol(server, again);
    assert.equal(next.codes.length, 10);
    assert.equal((await again.get(alpha)).status, 200);
    const history = await server.store.read.auditEvents.find({ where: { action: 'mfa.reset' } });
    assert.deepEqual(
      history.map(({ actorUserId, targetId }) => [actorUserId, targetId]),
      [[userIdOf('alpha.owner'), userIdOf('alpha.spare')]],
    );
  });

  it('never oneself, never an owner, also not the owner of another account', async () => {
    const owner = await server.as('agency.owner');
    outOfScope(await reset(owner, 'alpha.owner'));
    outOfScope(await reset(owner, 'agency.owner', agency));
    outOfScope(await reset('agency.partner', 'alpha.owner'));
    // Also owner of a client that the same partner manages.
    await server.store.transaction(async (tx) => {
      await tx.memberships.update(memberOf('beta.owner'), { roleId: 'account_manager' });
    });
    await join('alpha.spare', 'beta', { roleId: 'account_owner' });
    outOfScope(await reset(owner, 'alpha.spare'));
  });

  it('R72: not where the member also belongs to an account out of reach, suspended there or not', async () => {
    for (const status of ['active', 'suspended']) {
      await join('alpha.spare', 'rival', { status });
      outOfScope(await reset('alpha.owner', 'alpha.spare'));
      outOfScope(await reset('agency.owner', 'alpha.spare'));
      await server.store.transaction(async (tx) => {
        await tx.memberships.remove({ userId: userIdOf('alpha.spare'), accountId: accountIdOf('rival') });
      });
    }
    await join('alpha.spare', 'rival', { status: 'removed' });
    assert.equal((await reset('alpha.owner', 'alpha.spare')).status, 202);
  });

  it('R71: a partner who manages both clients may; the owner of one of them may not', async () => {
    await join('alpha.spare', 'beta');
    outOfScope(await reset('alpha.owner', 'alpha.spare'));
    assert.equal((await reset('agency.owner', 'alpha.spare')).status, 202);
  });

  it('needs mfa.resetOther and a fresh proof', async () => {
    assert.equal((await reset('alpha.manager', 'alpha.spare')).problem().code, 'forbidden');
    assert.equal((await reset('rival.owner', 'alpha.spare')).status, 404);
    const owner = await server.as('alpha.owner');
    server.clock.advance(15 * 60);
    assert.equal((await reset(owner, 'alpha.spare')).problem().code, 'step_up_required');
  });

  it('somebody without a factor has nothing to take away, and is told nothing', async () => {
    assert.equal((await reset('alpha.owner', 'alpha.spare')).status, 202);
    assert.equal(await server.store.read.outbox.count(), 0);
    const spare = await server.as('alpha.spare');
    assert.equal((await spare.get(alpha)).status, 200);
  });
});
