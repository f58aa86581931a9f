import { membershipIdOf } from '../../server/scenarios/ids.js';
import type { Scenario } from '../../server/scenarios/index.js';
import type { Store } from '../../server/stores/port.js';
import type { NewRow } from '../../server/stores/schema.js';
import type { RoleId } from '../../src/domain/index.js';
import { accountIdOf, userIdOf } from './server.js';

type Person = Scenario['people'][number];

/** `alpha.owner` is Account Owner on the account `alpha`, and so on. */
function person(
  account: string,
  short: string,
  role: RoleId,
  more: Partial<Person['memberships'][number]> = {},
): Person {
  const username = `${account}.${short}`;
  const source = role === 'account_owner' ? 'owner_setup' : 'invitation';
  return {
    username,
    email: `${username}@${account}.test`,
    displayName: `${short} of ${account}`,
    memberships: [{ account, role, source, joinedDaysAgo: 100, lastActiveMinutesAgo: 60, ...more }],
  };
}

const account = (key: string, kind: 'parent' | 'child' | 'standalone', parent?: string) => ({
  key,
  kind,
  name: `Account ${key}`,
  planId: kind === 'parent' ? null : 'premium',
  createdDaysAgo: 200,
  ...(parent === undefined ? {} : { parent }),
});

/**
 * Every role in every place, small enough to be walked through whole: the partner `agency` with its clients
 * `alpha` and `beta`, the partner `rival` with its client `gamma`, and the standalone account `solo`.
 */
export const world: Scenario = {
  name: 'three',
  summary: 'Every role in every place.',
  identityPolicy: 'one_identity',
  accounts: [
    { ...account('agency', 'parent'), singleBilling: true },
    account('alpha', 'child', 'agency'),
    account('beta', 'child', 'agency'),
    account('rival', 'parent'),
    account('gamma', 'child', 'rival'),
    account('solo', 'standalone'),
  ],
  people: [
    person('agency', 'owner', 'account_owner'),
    person('agency', 'manager', 'account_manager'),
    person('agency', 'creator', 'campaign_creator'),
    person('agency', 'partner', 'partner_manager'),
    person('agency', 'spare', 'campaign_creator'),
    person('alpha', 'owner', 'account_owner'),
    person('alpha', 'manager', 'account_manager'),
    person('alpha', 'creator', 'campaign_creator'),
    person('alpha', 'spare', 'campaign_creator'),
    person('alpha', 'suspended', 'account_manager', { status: 'suspended', suspendedDaysAgo: 1 }),
    person('alpha', 'gated', 'account_manager', { gate: 'mfa_enrolment' }),
    person('beta', 'owner', 'account_owner'),
    person('beta', 'manager', 'account_manager'),
    person('rival', 'owner', 'account_owner'),
    person('rival', 'manager', 'account_manager'),
    person('gamma', 'owner', 'account_owner'),
    person('solo', 'owner', 'account_owner'),
  ],
  invitations: [],
  logins: ['agency.owner'],
};

/** Id of the membership of `alpha.owner` on `alpha`. */
export const memberOf = (username: string): string => membershipIdOf(username, username.split('.')[0] ?? '');

/** A request of `agency` to link `solo` that nobody has answered (R93: `link-pending`). */
export async function askForLink(store: Store, values: Partial<NewRow<'accountLinks'>> = {}): Promise<void> {
  await store.transaction(async (tx) => {
    await tx.accountLinks.insert({
      id: 'lnk_0000000000000000000001',
      parentId: accountIdOf('agency'),
      childId: accountIdOf('solo'),
      initiatedBy: 'parent',
      state: 'pending',
      relationship: 'managed',
      maxRole: null,
      note: null,
      reason: null,
      requestedBy: userIdOf('agency.owner'),
      decidedBy: null,
      reminders: 0,
      lastRemindedAt: null,
      expiresAt: '2026-12-01T00:00:00.000Z',
      activatedAt: null,
      endedAt: null,
      endReason: null,
      createdAt: '2026-11-20T00:00:00.000Z',
      version: 1,
      ...values,
    });
  });
}

/** Turns on a second factor for somebody, who signs in before that with the password alone. */
export async function giveFactor(store: Store, username: string): Promise<void> {
  await store.transaction(async (tx) => {
    await tx.users.update(userIdOf(username), { mfaActive: true });
    await tx.memberships.touch({ userId: userIdOf(username) }, { mfaActive: true });
  });
}

/** Ends the link between a client and its partner, as an unlinking would (R77). */
export async function unlink(store: Store, child: string): Promise<void> {
  await store.transaction(async (tx) => {
    const ended = { state: 'ended', endedAt: '2026-11-22T08:59:59.000Z' };
    await tx.accountLinks.updateWhere({ childId: accountIdOf(child), state: 'active' }, ended);
    const alone = { parentId: null, relationship: null, kind: 'standalone' };
    await tx.accounts.update(accountIdOf(child), alone);
  });
}
