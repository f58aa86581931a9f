import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { argon2, systemClock } from '../../server/node/system-ports.js';
import { seed } from '../../server/scenarios/index.js';
import {
  nobody,
  plantToken,
  ready,
  signIn,
  startDeployment,
  tally,
  type Deployment,
  type Person,
  type Reply,
} from '../support/deployment.js';
import { accountIdOf } from '../support/server.js';
import { world } from '../support/world.js';
import { beta, inviteAtOnce, leaveOneSeat } from './last-seat.js';
import { players, runSchedule } from './schedules.js';

const naive = fileURLToPath(new URL('./naive-server.ts', import.meta.url));
const rounds = Number(process.env['RACE_ROUNDS'] ?? 3);
const schedules = Number(process.env['RACE_SCHEDULES'] ?? 60);
const statuses = (replies: readonly Reply[]) => replies.map(({ status }) => status);

/**
 * Two processes of the product on one PostgreSQL, started at the same moment: what one process, or one
 * connection, cannot prove (trust.md 0).
 */
describe('two servers on one PostgreSQL', { timeout: 300_000 }, () => {
  let place: Deployment;
  let urls: string[];
  let people: ReadonlyMap<string, Person>;
  before(async () => {
    place = await startDeployment();
    // At the same moment, on a database without a table.
    const environment = { SCENARIO: 'three' };
    const starting = [place.start({ environment }), place.start({ environment })];
    await Promise.all(starting.map(async (one) => ready(await one)));
    await seed(place.store, world, { clock: systemClock, passwordHash: argon2 });
    urls = place.servers.map(({ url }) => url);
    const signed = players.map(async (name) => [name, await signIn(urls[0] ?? '', name)] as const);
    people = new Map<string, Person>(await Promise.all(signed));
  });
  after(() => place.close());

  function who(name: (typeof players)[number]): Person {
    const person = people.get(name);
    assert.ok(person);
    return person;
  }

  it('V09: of two servers that start at once, one made the tables and the sample people', async () => {
    const partner = await signIn(urls[1] ?? '', 'partner.owner');
    for (const url of urls) {
      const members = await partner(url, 'GET', `/accounts/${accountIdOf('northwind')}/members`);
      assert.equal(members.body['total'], 3);
      assert.equal((await fetch(`${url}/readyz`)).status, 200);
    }
  });

  /** Races for the last seat, again and again; how many were let in each time. */
  async function raceForTheSeat(t: TestContext, at: string[], times: number): Promise<number[]> {
    const created: number[] = [];
    const answers: Reply[] = [];
    for (let round = 0; round < times; round += 1) {
      await leaveOneSeat(place);
      const replies = await inviteAtOnce(at, who('beta.owner'), 40, round);
      answers.push(...replies);
      created.push(await place.store.read.invitations.count({ accountId: beta, state: 'pending' }));
      const acknowledged = replies.filter(({ status }) => status === 201).length;
      assert.equal(acknowledged, created.at(-1), 'what was acknowledged is there, and nothing else');
    }
    t.diagnostic(
      `${times} × 40 invites for one seat: ${tally(statuses(answers))}; let in: ${created.join(' ')}`,
    );
    return created;
  }

  it('R19, P14: 40 invites for the last seat give exactly one 201', async (t) => {
    assert.deepEqual(await raceForTheSeat(t, urls, rounds), Array<number>(rounds).fill(1));
  });

  it('R19: without the row locks the same race is lost, so the race is one', async (t) => {
    const starting = [place.start({ script: naive }), place.start({ script: naive })];
    const servers = await Promise.all(starting.map(async (one) => ready(await one)));
    const at = servers.map(({ url }) => url);
    const lost = await raceForTheSeat(t, at, 3);
    assert.ok(Math.max(...lost) > 1, `let in: ${lost.join(' ')}`);
    // With its locks back the same process is as good as the product: the locks are the difference.
    for (const server of servers) server.signal('SIGUSR2');
    assert.deepEqual(await raceForTheSeat(t, at, 2), [1, 1]);
    for (const server of servers) server.signal('SIGKILL');
  });

  it('P11: 200 acceptances of one link make one membership, one login and one audit row', async (t) => {
    await leaveOneSeat(place);
    const email = 'everybody@example.test';
    const path = `/accounts/${beta}/invitations`;
    const owner = who('beta.owner');
    const invited = await owner(urls[0] ?? '', 'POST', path, { email, roleId: 'campaign_creator' });
    assert.equal(invited.status, 201);
    const id = String(invited.body['id']);
    const token = `cci_${'everybody'.padEnd(43, 'x')}`;
    await plantToken(place.store, id, token);
    const before = await place.store.read.memberships.count({ accountId: beta });
    const replies = await Promise.all(
      Array.from({ length: 200 }, (_, index) => accept(urls[index % 2] ?? '', token, `everybody${index}`)),
    );
    t.diagnostic(`200 acceptances of one link: ${tally(statuses(replies))}`);
    assert.equal(tally(statuses(replies)), '1 × 201, 199 × 410');
    const { users, memberships, auditEvents } = place.store.read;
    assert.equal(await users.count({ emailKey: email }), 1);
    assert.equal(await memberships.count({ accountId: beta }), before + 1);
    assert.equal(await auditEvents.count({ targetId: id, action: 'invitation.accepted' }), 1);
    const seats = await owner(urls[1] ?? '', 'GET', `/accounts/${beta}/seats`);
    assert.deepEqual([seats.body['used'], seats.body['reserved']], [3, 0]);
  });

  /** A server that cannot answer now says so, and a caller tries again, as the client does (trust.md 0). */
  async function accept(url: string, token: string, username: string): Promise<Reply> {
    for (;;) {
      const body = { token, username, password: 'correct horse battery staple' };
      const reply = await nobody(url, 'POST', '/invitation-acceptances', body);
      if (reply.status !== 503) return reply;
      assert.ok(reply.headers.get('retry-after'));
    }
  }

  it('R49: one name chosen by many people at the same moment belongs to one of them', async (t) => {
    const wishers = [...people.values()];
    const all: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const versions = await Promise.all(wishers.map((person) => person(urls[0] ?? '', 'GET', '/me')));
      const replies = await Promise.all(
        wishers.map((person, index) => {
          const username = index % 2 === 0 ? `wanted${round}` : `Wanted${round}`;
          const headers = { 'if-match': versions[index]?.headers.get('etag') ?? '' };
          return person(urls[index % 2] ?? '', 'PATCH', '/me', { username }, headers);
        }),
      );
      all.push(...statuses(replies));
      assert.equal(await place.store.read.users.count({ usernameKey: `wanted${round}` }), 1);
      assert.equal(replies.filter(({ status }) => status === 200).length, 1);
    }
    t.diagnostic(`${rounds} × ${wishers.length} people want one name: ${tally(all)}`);
    assert.deepEqual([...new Set(all)].sort(), [200, 409]);
  });

  it('P13, P14, Z3: random schedules at both servers keep the owner, the seats and the names', async (t) => {
    const document = (await (await fetch(`${urls[0] ?? ''}/v1/openapi.json`)).json()) as { paths: object };
    const transfers = '/accounts/{accountId}/ownership-transfers' in document.paths;
    const first = Number(process.env['RACE_SEED'] ?? 1);
    const brought: number[] = [];
    for (let number = first; number < first + schedules; number += 1) {
      try {
        brought.push(...(await runSchedule({ place, urls, people, transfers }, number)));
      } catch (error) {
        t.diagnostic(`RACE_SEED=${number} begins with the schedule that failed`);
        throw error;
      }
    }
    t.diagnostic(`${schedules} schedules, ${brought.length} calls: ${tally(brought)}; 0 broken`);
  });

  it('tells no secret and no fault of its own in the logs of all this', () => {
    for (const server of place.servers) {
      const log = server.err();
      assert.doesNotMatch(log, /cci_|crew_session|correct horse|"unexpected"/);
      for (const line of log.trimEnd().split('\n')) {
        if (line.includes('"request"')) assert.match(line, /"requestId":"req_/);
      }
    }
  });
});
