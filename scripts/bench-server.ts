import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { argon2, systemClock } from '../server/node/system-ports.js';
import { accountIdOf, seed, type Scenario } from '../server/scenarios/index.js';
import type { Store } from '../server/stores/port.js';
import { openPglite } from '../server/stores/sql/dialect-pglite.js';
import { openPostgres } from '../server/stores/sql/dialect-postgres.js';
import { ready, signIn, type Person } from '../test/support/deployment.js';
import { runPortal, temporaryFolder, type PortalProcess } from '../test/support/portal-process.js';
import { startPostgres } from '../test/support/postgres.js';
import { crowdOf, searchWords } from './bench-people.js';

/**
 * `npm run bench:server`: the backend as processes over HTTP, with 1,000 and 100,000 members in one account, on the
 * embedded database and on PostgreSQL with one and two processes. Prints requests a second, p50 and p99, and how the
 * cost of one call grows with the account. `BENCH_SIZES`, `BENCH_SECONDS` and `BENCH_LANES` choose less or more.
 */
const sizes = (process.env['BENCH_SIZES'] ?? '1000,100000').split(',').map(Number);
const seconds = Number(process.env['BENCH_SECONDS'] ?? 5);
const chosen = (process.env['BENCH_LANES'] ?? 'PGlite,PostgreSQL').split(',');
const callers = 16;

const big = accountIdOf('big');
const path = `/accounts/${big}`;
let invited = 0;
let searched = 0;

/** What is measured; `most` calls at the most, where a budget ends what one account may do in a day. */
const calls: readonly {
  name: string;
  most?: number;
  send(person: Person, url: string): Promise<{ status: number }>;
}[] = [
  { name: 'list members', send: (person, url) => person(url, 'GET', `${path}/members?limit=50`) },
  {
    name: 'search members',
    send: (person, url) =>
      person(
        url,
        'GET',
        `${path}/members?limit=50&q=${searchWords[(searched += 1) % searchWords.length] ?? ''}`,
      ),
  },
  { name: 'access check', send: (person, url) => person(url, 'GET', `${path}/access`) },
  {
    name: 'invite',
    most: 200,
    send: (person, url) =>
      person(url, 'POST', `${path}/invitations`, {
        email: `b${(invited += 1)}@bench.example`,
        roleId: 'campaign_creator',
      }),
  },
];

interface Figure {
  perSecond: number;
  p50: number;
  p99: number;
  /** Milliseconds of one call when nobody else calls: the best of many, since others may keep the machine busy. */
  alone: number;
}

type Figures = Map<string, Figure>;

async function measure(
  person: Person,
  urls: readonly string[],
  { send, most = Infinity }: (typeof calls)[number],
): Promise<Figure> {
  const once = async (index: number): Promise<number> => {
    const started = performance.now();
    const { status } = await send(person, urls[index % urls.length] ?? '');
    if (status >= 300) throw new Error(`answered ${status}`);
    return performance.now() - started;
  };
  for (let index = 0; index < 20; index += 1) await once(index);
  const single: number[] = [];
  for (let index = 0; index < 60; index += 1) single.push(await once(index));
  const times: number[] = [];
  const started = performance.now();
  const until = started + seconds * 1000;
  let sent = 0;
  const caller = async (): Promise<void> => {
    while (performance.now() < until && sent < most) times.push(await once((sent += 1)));
  };
  await Promise.all(Array.from({ length: callers }, caller));
  const took = (performance.now() - started) / 1000;
  return {
    perSecond: times.length / took,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    alone: Math.min(...single),
  };
}

function quantile(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

async function fill(store: Store, size: number): Promise<void> {
  await store.migrate();
  const scenario: Scenario = {
    name: 'five-hundred',
    summary: 'One account of many people.',
    identityPolicy: 'one_identity',
    accounts: [{ key: 'big', kind: 'parent', name: 'Big', planId: null, createdDaysAgo: 400 }],
    people: crowdOf(size),
    invitations: [],
    logins: ['bench.owner'],
  };
  await seed(store, scenario, { clock: systemClock, passwordHash: argon2 });
  // Gathers statistics where no autovacuum does.
  await store.migrate();
}

async function lane(title: string, servers: readonly PortalProcess[]): Promise<Figures> {
  const figures: Figures = new Map();
  try {
    const urls = (await Promise.all(servers.map(ready))).map(({ url }) => url);
    const person = await signIn(urls[0] ?? '', 'bench.owner');
    for (const call of calls) {
      const figure = await measure(person, urls, call);
      figures.set(call.name, figure);
      const { perSecond, p50, p99, alone } = figure;
      console.log(
        `| ${title} | ${call.name} | ${perSecond.toFixed(0)} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | ${alone.toFixed(1)} |`,
      );
    }
  } finally {
    for (const server of servers) server.signal('SIGTERM');
    await Promise.all(servers.map(({ ended }) => ended));
  }
  return figures;
}

async function onPglite(portal: string, size: number): Promise<Figures> {
  const folder = await mkdtemp(join(tmpdir(), 'crew-bench-'));
  try {
    const store = await openPglite({ dataDir: join(folder, 'database') });
    await fill(store, size);
    await store.close();
    const server = await runPortal(portal, { DATA_DIR: folder, SCENARIO: 'empty' });
    return await lane(`PGlite, 1 process, ${size}`, [server]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What autovacuum does within a minute. */
async function tidyUp(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query('vacuum analyze');
  await client.end();
}

async function onPostgres(portal: string, size: number): Promise<Record<string, Figures>> {
  const postgres = await startPostgres();
  try {
    const DATABASE_URL = await postgres.createDatabase();
    // Filling takes longer than any call may.
    const store = openPostgres(DATABASE_URL, { statementMs: 600_000, idleMs: 600_000 });
    await fill(store, size);
    await tidyUp(DATABASE_URL);
    const figures: Record<string, Figures> = {};
    for (const count of [1, 2]) {
      await store.transaction((tx) => tx.budgetEvents.remove({}));
      const settings = { DATABASE_URL, SCENARIO: 'empty' };
      const servers = await Promise.all(Array.from({ length: count }, () => runPortal(portal, settings)));
      figures[`PostgreSQL, ${count}`] = await lane(
        `PostgreSQL, ${count} process${count > 1 ? 'es' : ''}, ${size}`,
        servers,
      );
    }
    await store.close();
    return figures;
  } finally {
    await postgres.stop();
  }
}

const place = await temporaryFolder();
const grown = new Map<string, Figures[]>();
console.log(
  `${cpus().length} cores, Node ${process.version}; ${callers} callers, ${seconds} s a line; times in ms\n`,
);
console.log(
  '| Where, members | Call | Requests/s | p50 | p99 | Alone |\n| --- | --- | ---: | ---: | ---: | ---: |',
);
for (const size of sizes) {
  const found: Record<string, Figures> = {};
  if (chosen.includes('PGlite')) found['PGlite'] = await onPglite(place.portal, size);
  if (chosen.includes('PostgreSQL')) Object.assign(found, await onPostgres(place.portal, size));
  for (const [name, figures] of Object.entries(found)) grown.set(name, [...(grown.get(name) ?? []), figures]);
}
await place.remove();

console.log(
  `\n| Growth of one call alone, ${sizes.join(' → ')} members | ${calls.map(({ name }) => name).join(' | ')} |`,
);
console.log(`| --- | ${calls.map(() => '---:').join(' | ')} |`);
for (const [name, all] of grown) {
  const [first, last] = [all[0], all.at(-1)];
  const factors = calls.map((call) => {
    const [from, to] = [first?.get(call.name)?.alone ?? NaN, last?.get(call.name)?.alone ?? NaN];
    return `${(to / from).toFixed(2)}×`;
  });
  console.log(`| ${name} | ${factors.join(' | ')} |`);
}
