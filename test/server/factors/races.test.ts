import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { systemRandom } from '../../../server/node/system-ports.js';
import type { Store } from '../../../server/stores/port.js';
import { openPostgres } from '../../../server/stores/sql/dialect-postgres.js';
import { challenge, codeNow, enrol, verify, wrongCode, type Enrolled } from '../../support/factors.js';
import { openTestPglite } from '../../support/pglite.js';
import { startPostgres, type TestPostgres } from '../../support/postgres.js';
import { startServer, userIdOf, type TestServer } from '../../support/server.js';
import { world } from '../../support/world.js';

const manager = 'alpha.manager';

interface Place {
  name: string;
  /** Stores of one database, each for a server of its own. */
  open(): Promise<{ stores: Store[]; end(): Promise<void> }>;
  /** How many send the same right code at once, and how many send a wrong one (P2, P3). */
  replays: number;
  guesses: number;
}

/** One process proves nothing about locks; on the embedded database the same promises are about its statements. */
const places: readonly Place[] = [
  {
    name: 'two servers on PostgreSQL',
    replays: 200,
    guesses: 500,
    async open() {
      const postgres: TestPostgres = await startPostgres();
      const url = await postgres.createDatabase();
      const stores = [openPostgres(url), openPostgres(url)];
      await stores[0]?.migrate();
      return { stores, end: () => postgres.stop() };
    },
  },
  {
    name: 'PGlite',
    replays: 40,
    guesses: 60,
    open: async () => ({ stores: [await openTestPglite()], end: async () => undefined }),
  },
];

for (const place of places) {
  describe(`second factors raced: ${place.name}`, { timeout: 300_000 }, () => {
    let servers: TestServer[] = [];
    let end: () => Promise<void>;
    let mine: Enrolled;

    const turn = (index: number): TestServer => {
      const server = servers[index % servers.length];
      assert.ok(server);
      return server;
    };
    const pass = (seconds: number) => {
      for (const { clock } of servers) clock.advance(seconds);
    };
    const evaluated = () =>
      servers.flatMap(({ logs }) => logs).filter((line) => line.includes('factor-refused'));

    before(async () => {
      const opened = await place.open();
      end = opened.end;
      servers = [];
      for (const [index, store] of opened.stores.entries()) {
        const config = { identityPolicy: 'one_identity', limits: { signInFailuresPerPair: 10_000 } } as const;
        const scenario = index === 0 ? world : null;
        servers.push(await startServer({ store, scenario, config, ports: { random: systemRandom } }));
      }
      mine = await enrol(turn(0), await turn(0).as(manager));
    });
    after(async () => {
      for (const server of servers) await server.close();
      await end();
    });

    it(`P2: one code sent ${String(place.replays)} times at once, in one challenge and in many: one success`, async () => {
      pass(30);
      const one = await challenge(turn(0), manager);
      const many = await Promise.all(
        Array.from({ length: 10 }, (_, index) => challenge(turn(index), manager)),
      );
      const code = await codeNow(turn(0), mine.secret);
      const answers = await Promise.all(
        Array.from({ length: place.replays }, (_, index) => {
          const path = index % 2 === 0 ? one.path : (many[index % many.length]?.path ?? '');
          return turn(index).anonymous().post(path, { code });
        }),
      );
      assert.equal(answers.filter(({ status }) => status === 200).length, 1);
      const refusals = new Set(
        answers.filter(({ status }) => status !== 200).map((one) => one.problem().code),
      );
      // A server with more to do than it can says so instead of deciding.
      const allowed = ['mfa_code_used', 'challenge_ended', 'unavailable'];
      assert.deepEqual(
        [...refusals].filter((reason) => !allowed.includes(reason)),
        [],
      );
      assert.equal(await turn(0).store.read.factorAttempts.count(), 0);
    });

    it(`P3: of ${String(place.guesses)} wrong codes at once, five are looked at`, async () => {
      const { path } = await challenge(turn(0), manager);
      const code = await wrongCode(turn(0), mine.secret);
      const answers = await Promise.all(
        Array.from({ length: place.guesses }, (_, index) => turn(index).anonymous().post(path, { code })),
      );
      const statuses = answers.map(({ status }) => status);
      assert.equal(statuses.filter((status) => status === 422).length, 5);
      assert.ok(statuses.includes(410));
      assert.ok(statuses.every((status) => [422, 410, 503].includes(status)));
      assert.equal(evaluated().length, 5);
      assert.equal(await turn(0).store.read.factorAttempts.count(), 5);
    });

    it('threat 8: a challenge for each guess brings no more than ten in all', async () => {
      const opened = await Promise.all(
        Array.from({ length: 20 }, (_, index) => challenge(turn(index), manager)),
      );
      const code = await wrongCode(turn(0), mine.secret);
      const answers = await Promise.all(opened.map(({ path, caller }) => caller.post(path, { code })));
      assert.equal(answers.filter(({ status }) => status === 422).length, 5);
      assert.equal(answers.filter(({ status }) => status === 423).length, 15);
      assert.equal(evaluated().length, 10);
    });

    it('R66: one recovery code in many challenges at once signs in once', async () => {
      const opened = await Promise.all(
        Array.from({ length: 8 }, (_, index) => challenge(turn(index), manager)),
      );
      const answers = await Promise.all(
        opened.map(({ path, caller }) => caller.post(path, { recoveryCode: mine.codes[0] })),
      );
      assert.equal(answers.filter(({ status }) => status === 200).length, 1);
      assert.ok(answers.every(({ status }) => status < 500));
      const left = await turn(0).store.read.recoveryCodes.count({ userId: userIdOf(manager), usedAt: null });
      assert.equal(left, 9);
    });

    it('S05: many tabs confirm at once: one factor, one batch of codes', async () => {
      const { path, caller } = await challenge(turn(0), manager);
      assert.equal((await caller.post(path, { recoveryCode: mine.codes[1] })).status, 200);
      const started = await caller.post('/me/mfa/enrolments');
      const { id, secret } = started.json<{ id: string; secret: string }>();
      const code = await codeNow(turn(0), secret);
      const tabs = servers.map((server) => server.withHeaders({ cookie: caller.cookie() }));
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, index) => verify(tabs[index % tabs.length] ?? caller, id, code)),
      );
      assert.deepEqual(answers.map(({ status }) => status).sort(), [200, ...Array<number>(7).fill(404)]);
      const { read } = turn(0).store;
      assert.equal(await read.mfaEnrolments.count({ userId: userIdOf(manager) }), 1);
      assert.equal(await read.recoveryCodes.count({ userId: userIdOf(manager) }), 10);
    });
  });
}
