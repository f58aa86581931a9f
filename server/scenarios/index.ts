import { northwind } from './northwind.js';
import {
  closedAccount,
  empty,
  expiredInvites,
  fiveHundred,
  longNames,
  overLimit,
  seatLimit,
  three,
  usernameConflict,
} from './small.js';
import type { Scenario, ScenarioName } from './scenario.js';

const builders: Readonly<Record<ScenarioName, () => Scenario>> = {
  northwind,
  empty,
  three,
  'five-hundred': fiveHundred,
  'seat-limit': seatLimit,
  'expired-invites': expiredInvites,
  'long-names': longNames,
  'over-limit': overLimit,
  'username-conflict': usernameConflict,
  'closed-account': closedAccount,
};

/** The scenario of this name; the same every time. */
export function scenarioOf(name: ScenarioName): Scenario {
  return builders[name]();
}

export { demoPassword, scenarioNames } from './scenario.js';
export type { Scenario, ScenarioName } from './scenario.js';
export { demoLogins } from './northwind.js';
export { accountIdOf, userIdOf } from './ids.js';
export { demoRecoveryCodes, factorSecretOf } from './rows/people.js';
export { hasDemoData, seed } from './seed.js';
