import { createClient, type CcClient } from '../../src/client/index.js';
import { createFakeClient } from '../../src/testing/fake-client.js';
import { aClient, aMember, anAccount } from '../../src/testing/builders.js';
import { createJobWorker } from '../../server/jobs/worker.js';
import { createMemoryStore } from '../../server/stores/memory/memory-store.js';
import type { Store } from '../../server/stores/port.js';
import { scenarioOf, seed, type Scenario } from '../../server/scenarios/index.js';
import { accountIdOf, demoPassword, startServer } from '../support/server.js';
import { clientContract } from './contract.js';

clientContract('fake client', async () => {
  let now = Date.parse('2026-11-22T09:00:00Z');
  const [parent, child] = [anAccount(), aClient()];
  const owner = aMember({ username: 'partner.owner', roleId: 'account_owner' });
  const creator = aMember({
    username: 'partner.creator',
    roleId: 'campaign_creator',
    displayName: 'Chloé Bertrand',
  });
  const clientOwner = aMember({
    username: 'harbourlane.owner',
    roleId: 'account_owner',
    accountId: child.id,
    mfaActive: false,
  });
  const fake = createFakeClient({
    accounts: [parent, { ...child, seatLimit: 3 }],
    members: [owner, creator, clientOwner],
    viewer: owner.userId,
    now: () => new Date(now),
  });
  return {
    parentId: parent.id,
    childId: child.id,
    childOwner: clientOwner.username,
    owner: fake,
    childSide: fake.as(clientOwner.userId),
    nobody: fake.as(null),
    pass: (seconds) => (now += seconds * 1000),
    work: () => Promise.resolve(),
  };
});

// One backend for all tests, which takes time to start; each test gives it a store of its own.
let store: Store = createMemoryStore();
const changing = new Proxy({} as Store, {
  get(_, name: keyof Store) {
    const value: unknown = store[name];
    return typeof value === 'function' ? value.bind(store) : value;
  },
});
let started: ReturnType<typeof startServer> | undefined;

clientContract('REST client', async () => {
  started ??= startServer({ scenario: null, store: changing, config: { identityPolicy: 'one_identity' } });
  const server = await started;
  const { clock, passwordHash } = server.ports;
  store = createMemoryStore();
  await seed(store, smallNorthwind(), { clock, passwordHash });
  const { publicUrl } = server.config;

  /** A browser of its own, with its own cookies. */
  function browser(): CcClient {
    const jar = new Map<string, string>();
    return createClient({
      baseUrl: `${publicUrl}/v1`,
      clock: { now: () => server.clock.now(), after: (ms, work) => timer(ms, work) },
      async fetch(input, init) {
        const request = new Request(input, init);
        request.headers.set('cookie', [...jar].map((pair) => pair.join('=')).join('; '));
        const response = await server.app.fetch(request, '192.0.2.1');
        for (const line of response.headers.getSetCookie()) {
          const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
          jar.set(name, value);
        }
        return response;
      },
    });
  }

  async function signedIn(username: string): Promise<CcClient> {
    const client = browser();
    await client.auth.signIn({ username, password: demoPassword });
    return client;
  }

  return {
    parentId: accountIdOf('northwind'),
    childId: accountIdOf('harbourlane'),
    childOwner: 'harbourlane.owner',
    owner: await signedIn('partner.owner'),
    childSide: await signedIn('harbourlane.owner'),
    nobody: browser(),
    pass: (seconds) => server.clock.advance(seconds),
    work: () => createJobWorker(server.ports, server.config).drain(),
  };
});

/** Northwind and one of its clients; the other 239 make no difference here. */
function smallNorthwind(): Scenario {
  const { accounts, people, ...scenario } = scenarioOf('northwind');
  const keys = ['northwind', 'harbourlane'];
  return {
    ...scenario,
    accounts: accounts.filter(({ key }) => keys.includes(key)),
    people: people.filter(({ memberships }) => memberships.every(({ account }) => keys.includes(account))),
    invitations: [],
  };
}

/** Time limits run in real time, apart from the clock of the backend. */
function timer(ms: number, work: () => void): () => void {
  const handle = setTimeout(work, ms);
  return () => clearTimeout(handle);
}
