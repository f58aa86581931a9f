import { createApp } from '../../server/app.js';
import { createConfig, type Config } from '../../server/config.js';
import { createJobWorker } from '../../server/jobs/worker.js';
import { createOutbox } from '../../server/mail/outbox.js';
import type { Mail } from '../../server/ports.js';
import {
  accountIdOf,
  demoPassword,
  scenarioOf,
  seed,
  type ScenarioName,
} from '../../server/scenarios/index.js';
import { jobsChannel } from '../../server/services/jobs.js';
import { createMemoryStore } from '../../server/stores/memory/memory-store.js';
import type { Store } from '../../server/stores/port.js';
import { createClient, type CcClient, type ClientOptions } from '../client/index.js';
import { inProcess } from './in-process.js';
import { goodNetwork, throughNetwork, type Network } from './network.js';
import { keepMail, MockClock, mockPasswordHash, pageRandom, quietLog } from './ports.js';

export interface MockOptions {
  /** What is in the store at the start; `northwind` when absent. */
  scenario?: ScenarioName;
  /** Username of the person who is signed in; the scenario's first login when absent, nobody when null. */
  viewer?: string | null;
  /** Key of the account shown, such as `bluebird`; the scenario's first account when absent. */
  account?: string;
  network?: Partial<Network>;
  config?: Partial<Omit<Config, 'limits'>>;
  /** The moment the scenario is about; now when absent. */
  now?: Date;
}

/** The backend in the memory of this page: the real server on the memory store. */
export interface MockBackend {
  readonly client: CcClient;
  readonly accountId: string;
  readonly clock: MockClock;
  readonly network: Network;
  readonly store: Store;
  readonly fetch: typeof fetch;
  /** What was mailed so far. */
  mails(): Promise<readonly Mail[]>;
  /** Another client of the same backend, with its own session: a second browser. */
  signIn(username: string | null, options?: Partial<ClientOptions>): Promise<CcClient>;
  /** Id of an account of the scenario, such as `bluebird`. */
  accountIdOf(key: string): string;
}

/** Starts a backend with a scenario and signs the viewer in. */
export async function createMockBackend(options: MockOptions = {}): Promise<MockBackend> {
  const scenario = scenarioOf(options.scenario ?? 'northwind');
  const clock = new MockClock(options.now);
  const store = createMemoryStore();
  await store.migrate();
  await seed(store, scenario, { clock, passwordHash: mockPasswordHash });
  const publicUrl = globalThis.location?.origin ?? 'http://localhost';
  const config = createConfig({ publicUrl, identityPolicy: scenario.identityPolicy, ...options.config });
  const letters: Mail[] = [];
  const ports = {
    store,
    clock,
    random: pageRandom,
    scheduler: clock,
    passwordHash: mockPasswordHash,
    mail: keepMail(letters),
    log: quietLog,
  };
  const app = createApp(ports, config);
  const outbox = createOutbox(ports, config);
  const jobs = createJobWorker(ports, config);
  // Without the timer of a process: nothing is left behind when the page lets go of it.
  await store.listen(jobsChannel, () => void jobs.drain());
  const network: Network = { ...goodNetwork(), ...options.network };
  const key = options.account ?? scenario.accounts[0]?.key ?? '';

  async function connect(username: string | null, extra?: Partial<ClientOptions>) {
    const own = inProcess(app, publicUrl);
    // Signing in at the start does not depend on the network that the story is about.
    if (username !== null) {
      const direct = createClient({ baseUrl: `${publicUrl}/v1`, fetch: own.fetch, clock });
      await direct.auth.signIn({ username, password: demoPassword });
    }
    const send = throughNetwork(own.fetch, network);
    return { client: createClient({ baseUrl: `${publicUrl}/v1`, fetch: send, clock, ...extra }), send };
  }

  const viewer = options.viewer === undefined ? (scenario.logins[0] ?? null) : options.viewer;
  const { client, send } = await connect(viewer);
  return {
    client,
    accountId: accountIdOf(key),
    clock,
    network,
    store,
    fetch: send,
    accountIdOf,
    mails: async () => {
      await outbox.drain();
      return letters;
    },
    signIn: async (username, extra) => (await connect(username, extra)).client,
  };
}
