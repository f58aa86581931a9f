import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { argon2, systemClock } from '../server/node/system-ports.js';
import { seed, userIdOf } from '../server/scenarios/index.js';
import type { Store } from '../server/stores/port.js';
import { openPglite } from '../server/stores/sql/dialect-pglite.js';
import { openPostgres } from '../server/stores/sql/dialect-postgres.js';
import { agencyWith, clients } from '../test/support/agency.js';
import { ready, signIn } from '../test/support/deployment.js';
import { runPortal, temporaryFolder, type PortalProcess } from '../test/support/portal-process.js';
import { startPostgres } from '../test/support/postgres.js';

/**
 * `npm run bench:jobs`: gives one person a role on 500 client accounts in one job, over HTTP, on the embedded database
 * and on PostgreSQL, and once more when it is there already. Prints seconds, accounts a second, and each as a ratio to
 * the forecast in the same run, which decides as much and writes next to nothing.
 */
const total = 500;
const subject = { userId: userIdOf('helper') };
const grant = { subject, roleId: 'account_manager', accounts: clients(1, total) };

async function fill(store: Store): Promise<void> {
  await store.migrate();
  await seed(store, agencyWith(total), { clock: systemClock, passwordHash: argon2 });
}

async function lane(title: string, server: PortalProcess): Promise<void> {
  const { url } = await ready(server);
  const boss = await signIn(url, 'boss');

  /** Seconds from the request to the end of the job, which is asked for as a page asks. */
  async function seconds(path: string, body: object): Promise<number> {
    const started = performance.now();
    const answer = await boss(url, 'POST', path, body);
    if (answer.status !== 202) throw new Error(`${path} answered ${answer.status}`);
    const at = `${path}/${String(answer.body['id'])}`;
    for (;;) {
      // A server that was busy for longer than it keeps a connection closes it under the next question.
      const job = await boss(url, 'GET', at).then(
        ({ body: found }) => found,
        () => ({ status: 'running' }) as Record<string, unknown>,
      );
      if (job['status'] === 'completed') return (performance.now() - started) / 1000;
      if (job['status'] !== 'queued' && job['status'] !== 'running')
        throw new Error(`ended as ${String(job['status'])}`);
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  const forecast = await seconds('/bulk-grants', { ...grant, dryRun: true });
  const lines: [string, number][] = [
    ['forecast', forecast],
    ['grant', await seconds('/bulk-grants', { ...grant, dryRun: false })],
    ['the same again', await seconds('/bulk-grants', { ...grant, dryRun: false })],
  ];
  for (const [name, took] of lines) {
    console.log(
      `| ${title} | ${name} | ${took.toFixed(1)} | ${(total / took).toFixed(0)} | ${(took / forecast).toFixed(2)}× |`,
    );
  }
  server.signal('SIGTERM');
  await server.ended;
}

const place = await temporaryFolder();
console.log(`${cpus().length} cores, Node ${process.version}; one person, ${total} accounts\n`);
console.log('| Where | Job | Seconds | Accounts/s | To the forecast |\n| --- | --- | ---: | ---: | ---: |');

const folder = await mkdtemp(join(tmpdir(), 'crew-bench-'));
const embedded = await openPglite({ dataDir: join(folder, 'database') });
await fill(embedded);
await embedded.close();
await lane('PGlite', await runPortal(place.portal, { DATA_DIR: folder, SCENARIO: 'empty' }));
await rm(folder, { recursive: true, force: true });

const postgres = await startPostgres();
const DATABASE_URL = await postgres.createDatabase();
const store = openPostgres(DATABASE_URL);
await fill(store);
await store.close();
await lane('PostgreSQL', await runPortal(place.portal, { DATABASE_URL, SCENARIO: 'empty' }));
await postgres.stop();
await place.remove();
