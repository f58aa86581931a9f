import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { BulkGrant, Offboarding, Page } from '../../../src/client/wire/index.js';
import { agencyWith, clients, grant, work } from '../../support/agency.js';
import { refused } from '../../support/invites.js';
import { accountIdOf, startServer, userIdOf, type Caller, type TestServer } from '../../support/server.js';

const helper = { userId: userIdOf('helper') };
const agency = accountIdOf('agency');
const asked = { subject: helper, roleId: 'account_manager', accounts: clients(1, 3) };

describe('finding one’s own jobs again', () => {
  let server: TestServer;
  let boss: Caller;
  beforeEach(async () => {
    server = await startServer({ scenario: agencyWith(3) });
    boss = await server.as('boss');
  });
  afterEach(() => server.close());

  const grants = async (query = '', caller = boss) =>
    (await caller.get(`/bulk-grants${query}`)).json<Page<BulkGrant>>();
  const ids = async (query = '', caller = boss) => (await grants(query, caller)).items.map(({ id }) => id);
  const offboardings = async (query = '', caller = boss) =>
    (await caller.get(`/accounts/${agency}/offboardings${query}`)).json<Page<Offboarding>>();

  it('R79: a job at work is found without its id, with how far it is; afterwards with its result', async () => {
    const { id } = (await boss.post('/bulk-grants', asked)).json<BulkGrant>();
    assert.deepEqual(await ids('?status=open'), [id]);
    assert.deepEqual(await ids('?status=ended'), []);
    const [waiting] = (await grants()).items;
    assert.deepEqual([waiting?.status, waiting?.counts], ['queued', { total: 3, done: 0 }]);
    assert.equal(waiting?.subject.displayName, 'helper');
    await work(server);
    assert.deepEqual(await ids('?status=open'), []);
    const [done] = (await grants('?status=ended')).items;
    assert.deepEqual([done?.status, done?.counts.granted], ['completed', 3]);
  });

  it('lists the newest first, page by page, without forecasts, and by partner account', async () => {
    const first = await grant(server, boss, asked);
    server.clock.advance(60);
    await grant(server, boss, { ...asked, dryRun: true });
    const second = await grant(server, boss, asked);
    assert.deepEqual(await ids(), [second.id, first.id]);
    const page = await grants('?limit=1');
    assert.deepEqual([page.items[0]?.id, page.total], [second.id, 2]);
    assert.deepEqual(await ids(`?limit=1&cursor=${page.nextCursor ?? ''}`), [first.id]);
    assert.deepEqual(await ids(`?parent=${agency}`), [second.id, first.id]);
    assert.deepEqual(await ids(`?parent=${accountIdOf('client-1')}`), []);
  });

  it('R89: an offboarding is found at the account where it was started', async () => {
    const body = { subject: helper, dryRun: false };
    const { id } = (await boss.post(`/accounts/${agency}/offboardings`, body)).json<Offboarding>();
    await boss.post(`/accounts/${agency}/offboardings`, { ...body, dryRun: true });
    assert.deepEqual(
      (await offboardings()).items.map((one) => [one.id, one.parentId]),
      [[id, agency]],
    );
    assert.deepEqual(await ids(), []);
  });

  it('R5: a job is nobody’s but its starter’s, and nothing to whoever does not reach the account', async () => {
    await grant(server, boss, asked);
    await boss.post(`/accounts/${agency}/offboardings`, { subject: helper, dryRun: false });
    const planner = await server.as('planner');
    assert.deepEqual(await ids('', planner), []);
    assert.deepEqual((await offboardings('', planner)).items, []);
    const owner = await server.as('owner.1');
    assert.deepEqual(await ids('', owner), []);
    refused(await owner.get(`/accounts/${agency}/offboardings`), 404, 'not-found');
    refused(await server.anonymous().get('/bulk-grants'), 401, 'unauthenticated');
    refused(await boss.get('/bulk-grants?status=nonsense'), 422, 'query-invalid');
  });
});
