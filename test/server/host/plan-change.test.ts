import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { SeatUsage } from '../../../src/client/wire/index.js';
import { readPlans } from '../../../server/node/plans.js';
import { StartError } from '../../../server/node/start-error.js';
import { accountIdOf, startServer, type Caller, type TestServer } from '../../support/server.js';
import { world } from '../../support/world.js';

const hostKey = 'c0ffee11c0ffee22c0ffee33c0ffee44';
const plans = [
  { id: 'one', name: 'One', seatLimit: 1, planUrl: null },
  { id: 'premium', name: 'Premium', seatLimit: null, planUrl: '/plans' },
];

describe('the host changes the plan of an account', () => {
  let server: TestServer;
  let owner: Caller;
  before(async () => {
    server = await startServer({ scenario: world, config: { hostKey, plans } });
    owner = await server.as('alpha.owner');
  });
  after(() => server.close());

  async function put(
    body: unknown,
    { key = hostKey, account = accountIdOf('alpha'), headers = {} } = {},
  ): Promise<{ status: number; body: Record<string, unknown> }> {
    const { publicUrl } = server.config;
    const request = new Request(`${publicUrl}/host/v1/accounts/${account}/plan`, {
      method: 'PUT',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${key}`, ...headers },
    });
    const response = await server.app.fetch(request);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }
  const invite = (name: string) =>
    owner.post(`/accounts/${accountIdOf('alpha')}/invitations`, {
      email: `${name}@example.test`,
      roleId: 'campaign_creator',
    });

  it('R23: to fewer seats: nobody is removed, the account is over its limit, and invites are refused', async () => {
    const pending = await invite('waits');
    assert.equal(pending.status, 201);
    const { status, body } = await put({ planId: 'one' });
    assert.equal(status, 200);
    assert.deepEqual([body['limit'], body['used'], body['reserved'], body['overLimit']], [1, 5, 1, true]);
    const seats = (await owner.get(`/accounts/${accountIdOf('alpha')}/seats`)).json<SeatUsage>();
    const { invitesLeft: _own, ...counted } = seats;
    assert.deepEqual(body, counted);
    assert.equal((await invite('late')).problem().code, 'seat_limit');
  });

  it('R16: to more seats: the same invite goes out, and the history names the change without a person', async () => {
    assert.equal((await put({ planId: 'premium' })).status, 200);
    assert.equal((await invite('late')).status, 201);
    const [last] = await server.store.read.auditEvents.find({
      where: { accountId: accountIdOf('alpha'), action: 'account.updated' },
      orderBy: [['seq', 'desc']],
    });
    assert.deepEqual(
      [last?.actorUserId, last?.before, last?.after],
      [null, { planId: 'one' }, { planId: 'premium' }],
    );
  });

  it('the same again changes nothing, and no plan at all is no limit', async () => {
    const events = () => server.store.read.auditEvents.count({ action: 'account.updated' });
    const before = await events();
    assert.equal((await put({ planId: 'premium' })).status, 200);
    assert.equal(await events(), before);
    assert.equal((await put({ planId: null })).body['limit'], null);
  });

  it('T03: is for whoever knows the key, from no browser, and tells nobody else what exists', async () => {
    const unauthenticated = [
      put({ planId: 'one' }, { key: 'c0ffee11c0ffee22c0ffee33c0ffee45' }),
      put({ planId: 'one' }, { headers: { Authorization: '' } }),
      put({ planId: 'one' }, { headers: { Origin: server.config.publicUrl } }),
      put({ planId: 'one' }, { key: 'wrong', account: 'acc_1' }),
    ];
    for (const { status } of await Promise.all(unauthenticated)) assert.equal(status, 401);
    const cookie = { Authorization: '', Cookie: owner.cookie() };
    assert.equal((await put({ planId: 'one' }, { headers: cookie })).status, 401);
    assert.equal((await put({ planId: 'one' }, { account: accountIdOf('nowhere') })).status, 404);
    assert.equal((await put({ planId: 'one' }, { account: 'acc_1' })).body['code'], 'account_id_malformed');
    for (const planId of ['unknown', 7, undefined]) {
      assert.equal((await put({ planId })).body['code'], 'type_mismatch', String(planId));
    }
  });

  it('without a key there is no such address', async () => {
    const closed = await startServer({ scenario: world });
    const { publicUrl } = closed.config;
    const at = `${publicUrl}/host/v1/accounts/${accountIdOf('alpha')}/plan`;
    const headers = { 'Content-Type': 'application/json', Authorization: 'Bearer null' };
    const answer = await closed.app.fetch(
      new Request(at, { method: 'PUT', body: '{"planId":null}', headers }),
    );
    assert.equal(answer.status, 404);
    await closed.close();
  });

  it('plans come from the environment, checked', () => {
    assert.equal(readPlans(undefined), null);
    const own = [
      { id: 'a', name: 'A', seatLimit: 2, planUrl: 'https://app.example/plans' },
      { id: 'b', name: 'B' },
    ];
    assert.deepEqual(readPlans(JSON.stringify(own)), [own[0], { ...own[1], seatLimit: null, planUrl: null }]);
    for (const bad of [
      '',
      '{}',
      '[{}]',
      '[null]',
      '[{"id":"a","name":"A","seatLimit":0}]',
      '[{"id":"a","name":"A","planUrl":"javascript:x"}]',
      '[{"id":"a","name":"A"},{"id":"a","name":"B"}]',
    ])
      assert.throws(() => readPlans(bad), StartError, bad);
  });
});
