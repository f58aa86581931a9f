import { recoveryCodeFrom } from '../../../src/domain/check/codes.js';
import { emailKey } from '../../../src/domain/check/email.js';
import { usernameKey } from '../../../src/domain/check/username.js';
import { limits } from '../../../src/domain/limits.js';
import { roleDefinitions } from '../../../src/domain/roles.js';
import { sealFactorSecret } from '../../services/factor-secrets.js';
import { personColumns } from '../../services/people.js';
import type { NewRow } from '../../stores/schema.js';
import { accountIdOf, membershipIdOf, scenarioBytes, scenarioId, userIdOf } from '../ids.js';
import type { Scenario, ScenarioMembership, ScenarioPerson } from '../scenario.js';
import { daysAgo, minutesAgo } from './ago.js';

export interface PersonRows {
  users: NewRow<'users'>[];
  memberships: NewRow<'memberships'>[];
  enrolments: NewRow<'mfaEnrolments'>[];
  recoveryCodes: NewRow<'recoveryCodes'>[];
}

/** What every login of a scenario shares. */
export interface PersonSecrets {
  passwordHash: string;
  /** Of the demo recovery codes. */
  codeHashes: readonly string[];
  secretKey: string;
}

/** Logins, what they may do where, and the second factor of those who have one. */
export function personRows(scenario: Scenario, now: Date, secrets: PersonSecrets): PersonRows {
  const rows: PersonRows = { users: [], memberships: [], enrolments: [], recoveryCodes: [] };
  for (const person of scenario.people) {
    const user = userRow(person, scenario.identityPolicy, now, secrets.passwordHash);
    rows.users.push(user);
    rows.memberships.push(...person.memberships.map((membership) => membershipRow(user, membership, now)));
    if (!person.mfa) continue;
    rows.enrolments.push(enrolmentRow(user, secrets.secretKey));
    rows.recoveryCodes.push(...codeRows(user, secrets.codeHashes));
  }
  return rows;
}

function userRow(
  person: ScenarioPerson,
  identityPolicy: Scenario['identityPolicy'],
  now: Date,
  passwordHash: string,
): NewRow<'users'> {
  const joined = daysAgo(now, Math.max(0, ...person.memberships.map(({ joinedDaysAgo }) => joinedDaysAgo)));
  const [first] = person.memberships;
  return {
    id: userIdOf(person.username),
    externalId: null,
    accountId: identityPolicy === 'per_account' && first ? accountIdOf(first.account) : null,
    username: person.username,
    usernameKey: usernameKey(person.username),
    email: person.email,
    emailKey: emailKey(person.email),
    emailVerifiedAt: joined,
    displayName: person.displayName,
    status: 'active',
    passwordHash,
    passwordSetAt: joined,
    mfaActive: person.mfa ?? false,
    enrolVersion: person.mfa ? 1 : 0,
    locale: person.locale ?? 'en',
    currentAccountId: null,
    createdAt: joined,
    version: 1,
  };
}

function membershipRow(
  user: NewRow<'users'>,
  membership: ScenarioMembership,
  now: Date,
): NewRow<'memberships'> {
  const status = membership.status ?? 'active';
  const suspended = status === 'suspended';
  const { account, role, suspendedDaysAgo = 1, suspendedBy } = membership;
  return {
    id: membershipIdOf(user.username, account),
    userId: user.id,
    accountId: accountIdOf(account),
    roleId: role,
    status,
    gate: membership.gate ?? 'none',
    source: membership.source ?? 'invitation',
    invitedBy: null,
    suspendedAt: suspended ? daysAgo(now, suspendedDaysAgo) : null,
    suspendedBy: suspended && suspendedBy !== undefined ? userIdOf(suspendedBy) : null,
    removedAt: status === 'removed' ? daysAgo(now, 1) : null,
    createdAt: daysAgo(now, membership.joinedDaysAgo),
    lastActiveAt:
      membership.lastActiveMinutesAgo === null ? null : minutesAgo(now, membership.lastActiveMinutesAgo),
    roleOrder: roleDefinitions[role].order,
    ...personColumns(user),
    version: 1,
  };
}

/** The secret in the authenticator of a seeded person, in Base32. */
export const factorSecretOf = (username: string): string =>
  base32(scenarioBytes(`scenario secret ${username}`)(20));

/** An authenticator whose secret follows from the username, so that a test can compute its codes. */
function enrolmentRow(user: NewRow<'users'>, secretKey: string): NewRow<'mfaEnrolments'> {
  const owner = { id: scenarioId('enrolment', user.username), userId: user.id };
  const random = { bytes: scenarioBytes(`scenario nonce ${user.username}`) };
  return {
    ...owner,
    method: 'totp',
    state: 'active',
    label: 'Authenticator app',
    secret: sealFactorSecret(factorSecretOf(user.username), owner, secretKey, random),
    enrolVersion: 1,
    lastStep: 0,
    failures: 0,
    createdAt: user.createdAt,
    expiresAt: null,
    lastUsedAt: null,
    version: 1,
  };
}

/** Recovery codes of every seeded person with a factor; as public as the demo password. */
export const demoRecoveryCodes: readonly string[] = Array.from({ length: limits.recoveryCodes }, (_, index) =>
  recoveryCodeFrom(scenarioBytes(`scenario recovery code ${String(index)}`)(10)),
);

function codeRows(
  { id: userId, username, createdAt }: NewRow<'users'>,
  hashes: readonly string[],
): NewRow<'recoveryCodes'>[] {
  return hashes.map((codeHash, index) => ({
    id: scenarioId('recoveryCode', `${String(index)} of ${username}`),
    userId,
    codeHash,
    batch: 1,
    usedAt: null,
    savedAt: createdAt,
    createdAt,
  }));
}

/** RFC 4648, without padding: 20 bytes need none. */
function base32(bytes: Uint8Array): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits.replace(/.{5}/g, (five) => alphabet.charAt(parseInt(five, 2)));
}
