import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isCcError, type CcError, type Invitation, type Member } from '../../src/client/index.js';
import { createRosterActions, withChange, type RowState } from '../../src/stores/roster-actions.js';
import { createRosterStore } from '../../src/stores/roster.js';
import { Scope } from '../../src/stores/scope.js';
import { aFailure, aMember, anAccount, anInvitation, aRefusal } from '../../src/testing/builders.js';
import { createFakeClient, type FakeClientOptions } from '../../src/testing/fake-client.js';
import { FakeClock, settle } from '../support/fake-clock.js';
import { held } from '../support/stub-client.js';

const account = anAccount();
const owner = aMember({ username: 'maya.okafor', roleId: 'account_owner' });
const daniel = aMember({ username: 'd.reyes', displayName: 'Daniel Reyes' });
const priya = anInvitation();

async function bench(calls: FakeClientOptions['calls'] = {}, clock = new FakeClock()) {
  const client = createFakeClient({
    accounts: [account],
    members: [owner, daniel],
    invitations: [priya],
    now: () => clock.now(),
    calls,
  });
  const scope = new Scope({ client, accountId: account.id, clock });
  const roster = scope.use(createRosterStore);
  const acts = scope.use(createRosterActions);
  for (const store of [roster.$members, roster.$invitations]) store.subscribe(() => undefined);
  await settle();
  const row = (id = daniel.id): RowState | undefined => acts.$rows.get().get(id);
  const shown = (id = daniel.id) =>
    withChange((roster.member(id) ?? roster.invitation(id)) as Member, row(id));
  return { client, clock, scope, roster, acts, row, shown };
}

async function refusal(promise: Promise<unknown>): Promise<CcError> {
  const error = await promise.then(
    () => assert.fail('a refusal was expected'),
    (thrown: unknown) => thrown,
  );
  assert.ok(isCcError(error));
  return error as CcError;
}

describe('roster acts: changing a role', () => {
  it('shows the new role at once, saves it, and offers Undo for 10 s', async () => {
    const { acts, clock, roster, row, shown } = await bench();
    const saving = acts.setRole(daniel.id, 'campaign_creator');
    assert.deepEqual(row(), {
      state: 'busy',
      act: { kind: 'change', patch: { roleId: 'campaign_creator' } },
    });
    assert.equal(shown().roleId, 'campaign_creator');
    assert.equal(roster.member(daniel.id)?.roleId, 'account_manager', 'nothing is written before it is sure');
    const saved = await saving;
    assert.deepEqual([saved.roleId, saved.version], ['campaign_creator', 2]);
    assert.equal(roster.member(daniel.id)?.roleId, 'campaign_creator');
    assert.equal(row()?.state, 'saved');
    await clock.advance(9_999);
    assert.equal(row()?.state, 'saved');
    await clock.advance(1);
    assert.equal(row(), undefined);
  });

  it('rolls back when it fails, says why, and the same can be tried again', async () => {
    let down = true;
    const base = createFakeClient({ accounts: [account], members: [owner, daniel] });
    const { acts, row, shown } = await bench({
      'members.setRole': ({ path, body, version }) => {
        if (down) throw aFailure('offline');
        const { roleId } = body as { roleId: 'campaign_creator' };
        return base.members.setRole(account.id, { id: path[3] ?? '', version: version ?? 0 }, roleId);
      },
    });
    const error = await refusal(acts.setRole(daniel.id, 'campaign_creator'));
    assert.equal(error.kind, 'offline');
    assert.equal(shown().roleId, 'account_manager');
    const failed = row();
    assert.ok(failed?.state === 'failed');
    assert.deepEqual(
      [failed.error.kind, failed.act],
      ['offline', { kind: 'change', patch: { roleId: 'campaign_creator' } }],
    );
    down = false;
    await acts.again(daniel.id);
    assert.deepEqual([shown().roleId, row()?.state], ['campaign_creator', 'saved']);
  });

  it('R94: Undo writes the old value with the new version, and offers no Undo of itself', async () => {
    const sent: unknown[] = [];
    const { acts, client, row, shown } = await bench();
    client.subscribe('member.changed', ({ value }) => sent.push([value.roleId, value.version]));
    await acts.setRole(daniel.id, 'campaign_creator');
    await acts.undo(daniel.id);
    assert.deepEqual(sent, [
      ['campaign_creator', 2],
      ['account_manager', 3],
    ]);
    assert.deepEqual([shown().roleId, row()], ['account_manager', undefined]);
    assert.equal(await acts.undo(daniel.id), undefined);
  });

  it('R94: Undo stays while it has focus', async () => {
    const { acts, clock, row } = await bench();
    await acts.setRole(daniel.id, 'campaign_creator');
    await clock.advance(9_000);
    acts.hold(daniel.id, true);
    await clock.advance(60_000);
    assert.equal(row()?.state, 'saved');
    acts.hold(daniel.id, false);
    await clock.advance(10_000);
    assert.equal(row(), undefined);
  });

  it('R14: a conflict shows theirs, keeps ours, and ours can be written over it', async () => {
    const { acts, client, roster, row, shown } = await bench();
    // Somebody else was faster, and this page has not heard of it.
    await client.as(owner.userId).members.setRole(account.id, daniel, 'partner_manager');
    const error = await refusal(acts.setRole(daniel.id, 'campaign_creator'));
    assert.equal(error.kind, 'stale-version');
    const conflict = row();
    assert.ok(conflict?.state === 'conflict');
    assert.deepEqual(
      [conflict.patch, conflict.theirs.roleId],
      [{ roleId: 'campaign_creator' }, 'partner_manager'],
    );
    assert.equal(shown().roleId, 'partner_manager');
    await acts.again(daniel.id);
    assert.deepEqual(
      [roster.member(daniel.id)?.roleId, roster.member(daniel.id)?.version],
      ['campaign_creator', 3],
    );
  });

  it('R14: theirs can be taken', async () => {
    const { acts, client, row, shown } = await bench();
    await client.as(owner.userId).members.setRole(account.id, daniel, 'partner_manager');
    await refusal(acts.setRole(daniel.id, 'campaign_creator'));
    acts.dismiss(daniel.id);
    assert.deepEqual([row(), shown().roleId], [undefined, 'partner_manager']);
  });

  it('a conflict over something else that already says what we want is no conflict: our answer was lost', async () => {
    const { acts, client, row, shown } = await bench();
    await client.as(owner.userId).members.setRole(account.id, daniel, 'campaign_creator');
    const member = await acts.setRole(daniel.id, 'campaign_creator');
    assert.deepEqual([member.version, row(), shown().version], [2, undefined, 2]);
  });

  it('the other side is loaded where the refusal does not bring it', async () => {
    const { acts, row } = await bench({
      'members.setRole': () => {
        throw aRefusal('stale-version', { current: 7 });
      },
      'members.get': () => ({ ...daniel, roleId: 'partner_manager', version: 7 }),
    });
    await refusal(acts.setRole(daniel.id, 'campaign_creator'));
    const conflict = row();
    assert.ok(conflict?.state === 'conflict');
    assert.equal(conflict.theirs.version, 7);
  });

  it('I01: a second press while the first is on its way sends nothing', async () => {
    const { acts, client } = await bench();
    const first = acts.setRole(daniel.id, 'campaign_creator');
    const second = await refusal(acts.setRole(daniel.id, 'partner_manager'));
    await first;
    assert.equal(second.kind, 'aborted');
    assert.equal(client.made.filter((action) => action === 'members.setRole').length, 1);
  });

  it('rows are changed independently', async () => {
    const slow = held<Member>();
    const { acts, row } = await bench({ 'members.setRole': () => slow.promise });
    const change = acts.setRole(daniel.id, 'campaign_creator');
    await acts.link(priya.id);
    assert.equal(row(daniel.id)?.state, 'busy');
    slow.give({ ...daniel, roleId: 'campaign_creator', version: 2 });
    await change;
  });

  it('a change is refused where the rules say no, and the row says it', async () => {
    const { acts, row } = await bench();
    const error = await refusal(acts.setRole(owner.id, 'account_manager'));
    assert.equal(error.kind, 'last-owner');
    assert.equal(row(owner.id)?.state, 'failed');
  });
});

describe('roster acts: status, removal, invitations', () => {
  it('suspends, and Undo lets the person in again', async () => {
    const { acts, shown, row } = await bench();
    await acts.setStatus(daniel.id, 'suspended');
    assert.deepEqual([shown().status, row()?.state], ['suspended', 'saved']);
    await acts.undo(daniel.id);
    assert.equal(shown().status, 'active');
  });

  it('R94: removing takes the row out and offers no Undo', async () => {
    const { acts, roster, row } = await bench();
    await acts.remove(daniel.id);
    assert.deepEqual([roster.member(daniel.id), row()], [undefined, undefined]);
    assert.equal(roster.$members.get().data?.total, 1);
  });

  it('R04: somebody already removed elsewhere goes from the list, and the refusal says so', async () => {
    const { acts, client, roster, row } = await bench();
    await client.as(owner.userId).members.remove(account.id, daniel);
    assert.equal((await refusal(acts.remove(daniel.id))).kind, 'not-found');
    assert.deepEqual([roster.member(daniel.id), row()], [undefined, undefined]);
    assert.equal((await refusal(acts.setRole(daniel.id, 'campaign_creator'))).kind, 'not-found');
  });

  it('R42: an invitation takes another role, and Undo gives it back', async () => {
    const { acts, roster } = await bench();
    await acts.setRole(priya.id, 'account_manager');
    assert.equal(roster.invitation(priya.id)?.roleId, 'account_manager');
    await acts.undo(priya.id);
    assert.equal(roster.invitation(priya.id)?.roleId, 'campaign_creator');
  });

  it('R40: a revoked invitation goes', async () => {
    const { acts, roster } = await bench();
    await acts.revoke(priya.id);
    assert.equal(roster.invitation(priya.id), undefined);
  });

  it('R39: a resend that is too early says when', async () => {
    const { acts, row, clock } = await bench();
    await acts.resend(priya.id);
    const error = await refusal(acts.resend(priya.id));
    assert.deepEqual([error.kind, error.retryAfter], ['rate-limited', 60]);
    assert.equal(row(priya.id)?.state, 'failed');
    await clock.advance(61_000);
    const sent = (await acts.again(priya.id)) as Invitation;
    assert.equal(sent.sentCount, 3);
  });

  it('I02: a resend whose answer was lost is repeated with its key, a new one gets a new key', async () => {
    const keys: (string | undefined)[] = [];
    const answers = [aFailure('timeout'), aRefusal('unavailable'), undefined, undefined];
    const { acts } = await bench({
      'invitations.resend': ({ options }) => {
        keys.push(options.idempotencyKey);
        const failure = answers.shift();
        if (failure) throw failure;
        return { ...priya, version: 2 };
      },
    });
    await refusal(acts.resend(priya.id));
    await refusal(acts.again(priya.id));
    await acts.again(priya.id);
    await acts.resend(priya.id);
    assert.equal(new Set(keys.slice(0, 3)).size, 1);
    assert.notEqual(keys[3], keys[0]);
  });

  it('after a refusal the next try is another intent', async () => {
    const keys = new Set<string | undefined>();
    const { acts } = await bench({
      'invitations.link': ({ options }) => {
        keys.add(options.idempotencyKey);
        throw aRefusal('invitation-not-pending');
      },
    });
    await refusal(acts.link(priya.id));
    await refusal(acts.again(priya.id));
    assert.equal(keys.size, 2);
  });

  it('R10: when the scope ends, nothing is written late and no timer is left', async () => {
    const { acts, clock, row, scope } = await bench();
    await acts.setRole(daniel.id, 'campaign_creator');
    const late = refusal(acts.setStatus(daniel.id, 'suspended'));
    scope.dispose();
    assert.equal((await late).kind, 'aborted');
    assert.notEqual(row()?.state, 'failed');
    assert.equal(clock.waiting, 0);
  });
});

describe('roster acts: in any order', () => {
  it('P25: after 300 random runs of two people the row shows what the backend has', async () => {
    const roles = ['account_manager', 'campaign_creator', 'partner_manager'] as const;
    const step = fc.record({
      who: fc.constantFrom('us', 'them', 'undo', 'again', 'dismiss', 'refresh'),
      role: fc.constantFrom(...roles),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const { acts, client, roster, scope } = await bench();
        const others = client.as(owner.userId);
        const truth = () => others.members.get(account.id, daniel.id);
        for (const { who, role } of steps) {
          if (who === 'us') await acts.setRole(daniel.id, role).catch(() => undefined);
          if (who === 'them') await others.members.setRole(account.id, await truth(), role);
          if (who === 'undo') await acts.undo(daniel.id)?.catch(() => undefined);
          if (who === 'again') await acts.again(daniel.id)?.catch(() => undefined);
          if (who === 'dismiss') acts.dismiss(daniel.id);
          if (who === 'refresh') await roster.refresh();
          const shown = roster.member(daniel.id);
          assert.ok(shown && shown.version <= (await truth()).version);
        }
        await roster.refresh();
        assert.equal(roster.member(daniel.id)?.roleId, (await truth()).roleId);
        scope.dispose();
      }),
      { numRuns: 300 },
    );
  });
});
