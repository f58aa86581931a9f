/** The backend in browser memory, for demonstrations, stories and tests: no network, no key, nothing kept. */
import type { CcClient } from '../client/index.js';
import { createMockBackend, type MockBackend, type MockOptions } from './backend.js';

export { createMockBackend, type MockBackend, type MockOptions };
export type { Network } from './network.js';
export { MockClock } from './ports.js';
export { demoLogins, demoPassword, scenarioNames, type ScenarioName } from '../../server/scenarios/index.js';

/** A client of a fresh backend with this scenario, with its first person signed in. */
export async function createMockClient(scenario: MockOptions['scenario'] = 'northwind'): Promise<CcClient> {
  return (await createMockBackend({ scenario })).client;
}
