import { cpus } from 'node:os';
import { argon2 } from '../server/node/system-ports.js';
import { demoPassword } from '../server/scenarios/index.js';
import { invite, mailedToken } from '../test/support/invites.js';
import { accountIdOf, startServer, type Caller } from '../test/support/server.js';
import { world } from '../test/support/world.js';

/**
 * `npm run bench:timing`: can it be told by the time of an answer who exists (P18)? Asks each question in pairs, once
 * about somebody or something that is there and once about nothing, in turns, and prints by how much the medians and
 * the 90th percentiles differ. `BENCH_PAIRS` asks more (the night run of trust.md: 2,000). It is no test: figures of a
 * machine that does something else at the same time say nothing.
 */
const pairs = Number(process.env['BENCH_PAIRS'] ?? 200);
const [medianLimit, highLimit] = [2, 5];

// Budgets would end the measurement, and an answer that they give is not the one in question.
const limits = {
  ...{ signInFailuresPerPair: 1e9, signInFailuresPerUser: 1e9, signInFailuresPerAddress: 1e9 },
  ...{ invitesPerDay: 1e9, invitesPerDayFirstMonth: 1e9 },
};
const server = await startServer({ scenario: world, config: { limits }, ports: { passwordHash: argon2 } });
const passwordHash = await argon2.hash(demoPassword);
await server.store.transaction((tx) => tx.users.touch({}, { passwordHash }));
const owner = await server.as('agency.owner');
const nobody = server.anonymous();

let number = 0;
const fresh = (): number => (number += 1);
const unknownToken = `cci_${'0'.repeat(43)}`;

async function revokedToken(): Promise<string> {
  const email = 'revoked@example.test';
  const { id } = await invite(owner, 'agency', { email });
  const token = await mailedToken(server, email);
  await owner.del(`/accounts/${accountIdOf('agency')}/invitations/${id}`);
  return token;
}

interface Question {
  name: string;
  /** Asked `index` times before. */
  there(index: number): Promise<{ status: number }>;
  nothing(index: number): Promise<{ status: number }>;
}

const invitation = (caller: Caller, email: string) =>
  caller.post(`/accounts/${accountIdOf('agency')}/invitations`, { email, roleId: 'campaign_creator' });
const signIn = (username: string) =>
  nobody.post(
    '/auth/sessions',
    { username, password: 'not the password' },
    { key: null, peer: `192.0.2.${fresh() % 250}` },
  );
const reset = (username: string) =>
  nobody.post('/auth/password-resets', { username }, { key: null, peer: `198.51.100.${fresh() % 250}` });

const revoked = await revokedToken();
const questions: readonly Question[] = [
  {
    name: 'sign-in with a wrong password: a login, none',
    there: (index) => signIn(`elsewhere.${index}`),
    nothing: (index) => signIn(`nosuch.${index}`),
  },
  {
    name: 'forgotten password: a login, none',
    there: (index) => reset(`elsewhere.${index}`),
    nothing: (index) => reset(`nosuch.${index}`),
  },
  {
    name: 'looking a link up: revoked, unknown',
    there: () => nobody.post('/invitation-lookups', { token: revoked }, { key: null }),
    nothing: () => nobody.post('/invitation-lookups', { token: unknownToken }, { key: null }),
  },
  {
    name: 'accepting a link: revoked, unknown',
    there: () => nobody.post('/invitation-acceptances', { token: revoked, username: 'x.y.z' }),
    nothing: () => nobody.post('/invitation-acceptances', { token: unknownToken, username: 'x.y.z' }),
  },
  {
    name: 'inviting: an address with a login elsewhere, an unknown one',
    there: async (index) => {
      const email = `login${index}@elsewhere.test`;
      return invitation(owner, email);
    },
    nothing: (index) => invitation(owner, `nobody${index}@nowhere.test`),
  },
];

/** People elsewhere whose addresses are invited: logins of their own, on no account here. */
async function peopleElsewhere(): Promise<void> {
  const at = server.clock.now().toISOString();
  await server.store.transaction(async (tx) => {
    const [template] = await tx.users.find({ limit: 1 });
    if (!template) throw new Error('nobody is there');
    for (let index = 0; index < pairs; index += 1) {
      const email = `login${index}@elsewhere.test`;
      const id = `usr_${String(index).padStart(22, '0')}`;
      const own = {
        id,
        username: `elsewhere.${index}`,
        usernameKey: `elsewhere.${index}`,
        email,
        emailKey: email,
      };
      await tx.users.insert({ ...template, ...own, emailVerifiedAt: at, currentAccountId: null });
    }
  });
}

function quantile(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

await peopleElsewhere();
console.log(`${cpus().length} cores, Node ${process.version}; ${pairs} pairs each, in memory; times in ms\n`);
console.log(
  '| Question | Answers | Median, there | Median, nothing | Apart | p90 apart | |\n| --- | --- | ---: | ---: | ---: | ---: | --- |',
);
for (const { name, there, nothing } of questions) {
  const times: Record<'there' | 'nothing', number[]> = { there: [], nothing: [] };
  const seen = new Set<string>();
  for (let index = 0; index < pairs; index += 1) {
    // In turns, so that whatever slows the machine slows both.
    const order = index % 2 === 0 ? (['there', 'nothing'] as const) : (['nothing', 'there'] as const);
    for (const side of order) {
      const started = performance.now();
      const { status } = await (side === 'there' ? there(index) : nothing(index));
      times[side].push(performance.now() - started);
      seen.add(`${status}`);
    }
  }
  const [one, other] = [quantile(times.there, 0.5), quantile(times.nothing, 0.5)];
  const [apart, high] = [
    Math.abs(one - other),
    Math.abs(quantile(times.there, 0.9) - quantile(times.nothing, 0.9)),
  ];
  const kept =
    apart <= medianLimit && high <= highLimit ? 'within P18' : `more than ${medianLimit} and ${highLimit} ms`;
  console.log(
    `| ${name} | ${[...seen].join(', ')} | ${one.toFixed(2)} | ${other.toFixed(2)} | ${apart.toFixed(2)} | ${high.toFixed(2)} | ${kept} |`,
  );
}
await server.close();
