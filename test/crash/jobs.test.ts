import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createJobWorker } from '../../server/jobs/worker.js';
import { seed } from '../../server/scenarios/index.js';
import { agencyWith, clients } from '../support/agency.js';
import { ready, signIn, startDeployment, until, type Deployment } from '../support/deployment.js';
import { startServer, userIdOf } from '../support/server.js';
import { openPostgres } from '../../server/stores/sql/dialect-postgres.js';
import { argon2 } from '../../server/node/system-ports.js';

const total = 300;
const helper = { userId: userIdOf('helper') };
const asked = { subject: helper, roleId: 'account_manager', accounts: clients(1, total) };

describe('a job of 300 accounts', { timeout: 300_000 }, () => {
  let place: Deployment;
  before(async () => {
    place = await startDeployment();
  });
  after(() => place.close());

  it('Z2, R79: two workers at once finish every item once', async () => {
    const first = openPostgres(await place.postgres.createDatabase());
    await first.migrate();
    const server = await startServer({ scenario: agencyWith(60), store: first });
    const boss = await server.as('boss');
    for (const accounts of [clients(1, 30), clients(31, 60), clients(1, 60)])
      assert.equal((await boss.post('/bulk-grants', { ...asked, accounts })).status, 202);
    const workers = [1, 2].map(() => createJobWorker(server.ports, server.config));
    const done = await Promise.all(workers.map((worker) => worker.drain()));
    assert.equal(
      done.reduce((sum, count) => sum + count, 0),
      120,
    );
    assert.equal(await first.read.jobItems.count({ outcome: 'waiting' }), 0);
    assert.equal(await first.read.jobItems.count({ outcome: 'granted' }), 60);
    assert.equal(await first.read.memberships.count({ ...helper, source: 'bulk' }), 60);
    await server.close();
  });

  it('Z2, V01: killed in the middle and started again, it is finished once', async () => {
    await place.store.migrate();
    await seed(place.store, agencyWith(total), { clock: { now: () => new Date() }, passwordHash: argon2 });
    let server = await ready(await place.start());
    const boss = await signIn(server.url, 'boss');
    const started = await boss(server.url, 'POST', '/bulk-grants', asked);
    assert.equal(started.status, 202);
    const id = String(started.body['id']);
    const { read } = place.store;
    await until('the first items', async () =>
      (await read.jobItems.count({ outcome: 'granted' })) > 20 ? true : undefined,
    );
    server.signal('SIGKILL');
    await server.ended;
    const left = await read.jobItems.count({ outcome: 'waiting' });
    assert.ok(left > 0 && left < total, `${left} were left`);
    // Other processes may be at work on the database, so there is a time to wait: a minute.
    await place.store.transaction((tx) => tx.jobs.touch({ id }, { leaseUntil: '2000-01-01T00:00:00.000Z' }));
    server = await ready(await place.start());
    const own = await boss(server.url, 'GET', '/bulk-grants?status=open');
    assert.deepEqual(
      (own.body['items'] as { id: string }[]).map((one) => one.id),
      [id],
    );
    const job = await until('its end', async () => {
      const { body } = await boss(server.url, 'GET', `/bulk-grants/${id}`);
      return body['status'] === 'completed' ? body : undefined;
    });
    assert.deepEqual(job['counts'], { total, done: total, granted: total });
    assert.equal(await read.memberships.count({ ...helper, source: 'bulk' }), total);
    assert.equal(await read.outbox.count({ template: 'access_given' }), 1);
  });
});
