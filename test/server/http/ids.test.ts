import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Scenario } from '../../../server/scenarios/index.js';
import { badInputs, type BadInput } from '../../support/bad-inputs.js';
import { accountIdOf, startServer, type Caller, type TestServer } from '../../support/server.js';
import { memberOf, unlink, world } from '../../support/world.js';

const row = (id: string): BadInput => {
  const found = badInputs('accountId').find((one) => one.id === id);
  assert.ok(found, `${id} is in the list`);
  return found;
};

describe('accountId', () => {
  let server: TestServer;
  let owner: Caller;
  before(async () => {
    server = await startServer({ scenario: world });
    owner = await server.as('alpha.owner');
  });
  after(() => server.close());

  const relations: Readonly<Record<string, string>> = {
    own: 'alpha',
    foreign: 'gamma',
    'parent-of-own': 'agency',
  };

  it('AC-001, AC-003, AC-005: own, foreign, and the parent of the own account', async () => {
    for (const id of ['AC-001', 'AC-003', 'AC-005']) {
      const { context, code } = row(id);
      const account = accountIdOf(relations[String(context?.['relation'])] ?? '');
      const answer = await owner.get(`/accounts/${account}`);
      if (code === undefined) assert.equal(answer.status, 200, id);
      else assert.equal(answer.problem().code, code, id);
    }
  });

  it('AC-006: unlinked a moment ago', async () => {
    const other = await startServer({ scenario: world });
    const partner = await other.as('agency.owner');
    const path = `/accounts/${accountIdOf('beta')}`;
    assert.equal((await partner.get(`${path}/members`)).status, 200);
    await unlink(other.store, 'beta');
    for (const answer of [
      await partner.get(path),
      await partner.get(`${path}/members`),
      await partner.patch(`${path}/members/${memberOf('beta.manager')}`, { roleId: 'campaign_creator' }),
    ]) {
      assert.equal(answer.status, 404);
      assert.equal(answer.problem().code, row('AC-006').code);
    }
    const clients = (await partner.get('/accounts')).json<{ items: { id: string }[] }>().items;
    assert.deepEqual(
      clients.map(({ id }) => id),
      [accountIdOf('alpha')],
    );
    await other.close();
  });

  it('AC-008: an id in the body that differs from the path', async () => {
    const answer = await owner.patch(`/accounts/${accountIdOf('alpha')}`, {
      name: 'A',
      accountId: 'acc_other',
    });
    assert.equal(answer.status, 422);
    assert.equal(answer.problem().code, row('AC-008').code);
    const same = { name: 'Account alpha', accountId: accountIdOf('alpha') };
    assert.equal((await owner.patch(`/accounts/${accountIdOf('alpha')}`, same)).status, 200);
  });

  it('AC-010: well-formed and unknown', async () => {
    const { value, code } = row('AC-010');
    assert.equal((await owner.get(`/accounts/${String(value)}`)).problem().code, code);
  });

  for (const { id, why, value, code } of badInputs('accountId').filter(
    (one) => one.code === 'account_id_malformed',
  )) {
    it(`${id}: ${why}`, async () => {
      for (const after of ['', '/members', '/access']) {
        const answer = await owner.get(`/accounts/${encodeURIComponent(String(value))}${after}`);
        assert.equal(answer.status, 400, answer.text);
        assert.equal(answer.problem().code, code);
      }
    });
  }

  it('AC-015, AC-023: a stray slash as it is typed, without encoding', async () => {
    for (const path of ['/accounts/', '/accounts//members', `/accounts/${accountIdOf('alpha')}//members`]) {
      const answer = await owner.get(path);
      assert.equal(answer.status, 400, path);
      assert.equal(answer.problem().code, 'account_id_malformed');
    }
  });
});

describe('roleId', () => {
  /** Creators who manage users do not exist, so these rows are asked with the roles the rows name. */
  const people: Readonly<Record<string, string>> = {
    'parent account_owner': 'agency.owner',
    'parent campaign_creator': 'agency.creator',
    'parent self:campaign_creator': 'agency.creator',
    'child account_owner': 'alpha.owner',
  };
  const target: Readonly<Record<string, string>> = {
    parent: 'agency.spare',
    child: 'alpha.spare',
    'parent self:campaign_creator': 'agency.creator',
  };

  let server: TestServer;
  before(async () => {
    server = await startServer({ scenario: world as Scenario });
  });
  after(() => server.close());

  for (const { id, why, value, verdict, code, context = {} } of badInputs('roleId')) {
    it(`${id}: ${why}`, async () => {
      const kind = String(context['accountKind'] ?? 'parent');
      const who = `${kind} ${String(context['actor'] ?? 'account_owner')}`;
      const caller = await server.as(people[who] ?? '');
      const account = kind === 'parent' ? 'agency' : 'alpha';
      const member =
        context['target'] === 'last_owner' ? `${account}.owner` : (target[who] ?? target[kind] ?? '');
      const path = `/accounts/${accountIdOf(account)}/members/${memberOf(member)}`;
      const answer = await caller.patch(path, { roleId: value });
      if (verdict === 'accept') {
        assert.equal(answer.status, 200, answer.text);
        assert.equal(answer.json<{ roleId: string }>().roleId, value);
      } else {
        assert.equal(answer.problem().code, code, answer.text);
      }
    });
  }
});
