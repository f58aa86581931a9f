import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type {
  Offboarding,
  OffboardingItem,
  Page,
  PersonAccess,
  PersonSummary,
} from '../../../src/client/wire/index.js';
import { agencyWith, clientId, grant, clients, work } from '../../support/agency.js';
import { refused } from '../../support/invites.js';
import { mailed } from '../../support/partnership.js';
import { accountIdOf, startServer, userIdOf, type Caller, type TestServer } from '../../support/server.js';

const agency = `/accounts/${accountIdOf('agency')}`;
const helper = { userId: userIdOf('helper') };

describe('one person over all accounts', () => {
  let server: TestServer;
  const start = async (...world: Parameters<typeof agencyWith>) => {
    server = await startServer({ scenario: agencyWith(...world) });
    return server.as('boss');
  };
  afterEach(() => server.close());

  async function offboard(caller: Caller, body: object): Promise<[Offboarding, OffboardingItem[]]> {
    const answer = await caller.post(`${agency}/offboardings`, body);
    assert.equal(answer.status, 202, answer.text);
    await work(server);
    const path = `/offboardings/${answer.json<Offboarding>().id}`;
    const items = (await caller.get(`${path}/items`)).json<Page<OffboardingItem>>().items;
    return [(await caller.get(path)).json<Offboarding>(), items];
  }

  it('R88: every direct grant, invitation and inherited reach, each with its source', async () => {
    const boss = await start(3, { helped: [2] });
    const access = (await boss.get(`${agency}/people/${helper.userId}`)).json<PersonAccess>();
    assert.deepEqual(
      access.items.map(({ kind, account, through }) => [kind, account.name, through?.accountName ?? null]),
      [
        ['membership', 'Agency', null],
        ['membership', 'Client 2', null],
        ['inherited', 'Client 1', 'Agency'],
        ['inherited', 'Client 2', 'Agency'],
        ['inherited', 'Client 3', 'Agency'],
      ],
    );
    assert.deepEqual([access.person.memberships, access.person.userId], [2, helper.userId]);
  });

  it('R88, R89: the preview catches what removing the partner role would leave, and the run ends all of it', async () => {
    const boss = await start(3, { helped: [2] });
    const [preview, listed] = await offboard(boss, { subject: helper, dryRun: true });
    assert.deepEqual(preview.counts, { total: 5, done: 5, removed: 5 });
    assert.equal((await boss.get(`${agency}/people/${helper.userId}`)).status, 200, 'nothing has happened');
    const [run, items] = await offboard(boss, { subject: helper, dryRun: false });
    assert.equal(run.status, 'completed');
    assert.deepEqual(
      items.map(({ outcome }) => outcome),
      listed.map(({ outcome }) => outcome),
    );
    assert.equal(await server.store.read.memberships.count({ ...helper, status: { not: 'removed' } }), 0);
    refused(await boss.get(`${agency}/people/${helper.userId}`), 404, 'not-found');
    assert.deepEqual(await mailed(server), ['helper@agency.test: Your access to 2 accounts has ended']);
  });

  it('R89: an owner’s item fails with last-owner; what is done stays done', async () => {
    const boss = await start(3);
    await grant(server, boss, {
      subject: { userId: userIdOf('owner.1') },
      roleId: 'campaign_creator',
      accounts: clients(2, 2),
    });
    const [run, items] = await offboard(boss, { subject: { userId: userIdOf('owner.1') }, dryRun: false });
    assert.equal(run.status, 'completed_with_errors');
    assert.deepEqual(
      items.map(({ account, outcome, problem }) => [account.name, outcome, problem?.code]),
      [
        ['Client 1', 'failed', 'last_owner'],
        ['Client 2', 'removed', undefined],
      ],
    );
  });

  it('R89: a Partner Manager ends what is on clients, not the role on the partner account', async () => {
    await start(2, { helped: [1] });
    const planner = await server.as('planner');
    const [, items] = await offboard(planner, { subject: helper, dryRun: false });
    assert.deepEqual(
      items.map(({ kind, outcome }) => [kind, outcome]),
      [
        ['membership', 'failed'],
        ['membership', 'removed'],
        ['inherited', 'failed'],
        ['inherited', 'failed'],
      ],
    );
    refused(
      await planner.post(`${agency}/offboardings`, {
        subject: { userId: userIdOf('planner') },
        dryRun: true,
      }),
      403,
      'cannot-change-own-role',
    );
  });

  it('people: each once, searched and sorted, invited ones by an invitation of theirs; a ceiling hides', async () => {
    const boss = await start(4, { helped: [1, 2], capped: [4] });
    await grant(server, boss, {
      subject: { email: 'new@example.test' },
      roleId: 'campaign_creator',
      accounts: clients(1, 2),
    });
    const list = async (query: string) =>
      (await boss.get(`${agency}/people${query}`)).json<Page<PersonSummary>>();
    const all = await list('?sort=-accounts');
    assert.deepEqual([all.total, all.items[0]?.displayName, all.items[0]?.memberships], [7, 'helper', 3]);
    assert.ok(!all.items.some(({ username }) => username === 'owner.4'));
    const [invited] = (await list('?q=NEW%40example')).items;
    assert.deepEqual([invited?.userId, invited?.invitations], [null, 2]);
    assert.match(invited?.id ?? '', /^inv_/);
    assert.equal(
      (await boss.get(`${agency}/people/${invited?.id ?? ''}`)).json<PersonAccess>().items.length,
      2,
    );
    const first = await list('?limit=3');
    assert.equal((await list(`?limit=10&cursor=${first.nextCursor ?? ''}`)).items.length, 4);
    assert.equal((await list('?from=6&limit=3')).items.length, 1);
    const owner = await server.as('owner.1');
    refused(await owner.get(`${agency}/people`), 404, 'not-found');
    assert.equal((await owner.get(`/accounts/${clientId(1)}/people`)).json<Page<PersonSummary>>().total, 3);
  });
});
