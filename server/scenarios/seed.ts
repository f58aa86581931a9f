import { demoSecretKey } from '../config.js';
import type { Clock, PasswordHash } from '../ports.js';
import type { Store, Table, Tables } from '../stores/port.js';
import type { NewRow, TableName } from '../stores/schema.js';
import { accountIdOf, userIdOf } from './ids.js';
import { demoPassword } from './scenario.js';
import type { Scenario } from './scenario.js';
import { accountRows } from './rows/accounts.js';
import { historyRows } from './rows/history.js';
import { invitationRows } from './rows/invitations.js';
import { demoRecoveryCodes, personRows } from './rows/people.js';

export interface SeedPorts {
  clock: Clock;
  passwordHash: PasswordHash;
  /** Key of the deployment, which seals the secrets of second factors. */
  secretKey?: string;
}

/** Rows for one statement: well below the 65,535 values PostgreSQL takes at once. */
const chunk = 500;

/**
 * Puts a scenario into a store, once: where its partner account is present already, nothing happens and
 * the answer is false. Every login has the demo password, which is hashed a single time.
 */
export async function seed(store: Store, scenario: Scenario, ports: SeedPorts): Promise<boolean> {
  if (await isSeeded(store, scenario)) return false;
  const passwordHash = await ports.passwordHash.hash(demoPassword);
  const codeHashes = await Promise.all(demoRecoveryCodes.map((code) => ports.passwordHash.hash(code)));
  const secrets = { passwordHash, codeHashes, secretKey: ports.secretKey ?? demoSecretKey };
  const now = ports.clock.now();
  return store.transaction(async (tx) => {
    await tx.hold('scenario');
    if (await tx.accounts.get(firstAccount(scenario))) return false;
    const people = personRows(scenario, now, secrets);
    const accounts = accountRows(scenario, now, people.memberships);
    await put(tx, 'users', people.users);
    await put(tx, 'accounts', accounts.accounts);
    await put(tx, 'accountLinks', accounts.links);
    await put(tx, 'memberships', people.memberships);
    await put(tx, 'mfaEnrolments', people.enrolments);
    await put(tx, 'recoveryCodes', people.recoveryCodes);
    const invited = invitationRows(scenario, now);
    await put(tx, 'invitations', invited.invitations);
    await put(tx, 'invitationTokens', invited.tokens);
    const history = historyRows(scenario, now);
    await put(tx, 'entries', history.entries);
    await put(tx, 'auditEvents', history.auditEvents);
    return true;
  });
}

/** Is there sample data in this store? Production refuses to start on it (T30). */
export async function hasDemoData(store: Store): Promise<boolean> {
  return (await store.read.users.get(userIdOf('partner.owner'))) !== undefined;
}

async function isSeeded(store: Store, scenario: Scenario): Promise<boolean> {
  return (await store.read.accounts.get(firstAccount(scenario))) !== undefined;
}

function firstAccount(scenario: Scenario): string {
  const [first] = scenario.accounts;
  if (!first) throw new RangeError('A scenario has at least one account');
  return accountIdOf(first.key);
}

async function put<Name extends TableName>(
  tables: Tables,
  name: Name,
  rows: readonly NewRow<Name>[],
): Promise<void> {
  const table: Table<Name> = tables[name];
  for (let start = 0; start < rows.length; start += chunk)
    await table.insert(...rows.slice(start, start + chunk));
}
