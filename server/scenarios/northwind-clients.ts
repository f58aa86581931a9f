import type { AccountStatus } from '../../src/domain/accounts.js';
import { createChance } from './chance.js';
import type { Chance } from './chance.js';
import { createCrowd, slug } from './crowd.js';
import type { Somebody } from './crowd.js';
import { clientNames, unreachedNames } from './data/client-names.js';
import { minutes } from './scenario.js';
import type { ScenarioAccount, ScenarioInvitation, ScenarioMembership, ScenarioPerson } from './scenario.js';

const { day } = minutes;
const parent = 'northwind';

export interface Clients {
  accounts: ScenarioAccount[];
  people: ScenarioPerson[];
  invitations: ScenarioInvitation[];
}

/** The generated clients of the partner: every plan, most states of an account, owners and their people. */
export function northwindClients(taken: Iterable<string>): Clients {
  const chance = createChance(20261122);
  const somebody = createCrowd(chance, taken);
  const clients: Clients = { accounts: [], people: [], invitations: [] };
  clientNames.forEach((name, index) => {
    const planId = planOf(index);
    const account: ScenarioAccount = {
      key: keyOf(name, index),
      name,
      kind: 'child',
      status: statusOf(index),
      planId,
      parent,
      singleBilling: planId !== 'starter' && chance.percent(30),
      createdDaysAgo: chance.between(20, 1400),
      ...(index % 61 === 17 ? { maxRole: 'campaign_creator' as const } : {}),
      ...(index % 29 === 11 ? { mfaPolicy: 'required' as const } : {}),
    };
    clients.accounts.push(account);
    populate(clients, account, chance, somebody);
  });
  addUnreached(clients, chance, somebody);
  return clients;
}

const planOf = (index: number): string =>
  index % 4 === 1 ? 'starter' : index % 4 === 3 ? 'premium' : 'standard';

/** A few of every state of section 5; most are simply active. */
function statusOf(index: number): AccountStatus {
  if (index % 83 === 40) return 'disabled';
  if (index % 97 === 60) return 'closing';
  if (index % 23 === 5) return 'overdue';
  if (index % 19 === 6) return 'trial';
  if (index % 47 === 30) return 'trial_expired';
  return 'active';
}

function keyOf(name: string, index: number): string {
  const key = slug(name);
  return key === '' || key.length > 40 ? `client-${index + 1}` : key;
}

function populate(
  clients: Clients,
  account: ScenarioAccount,
  chance: Chance,
  somebody: () => Somebody,
): void {
  const size =
    account.planId === 'starter'
      ? 1
      : account.planId === 'premium'
        ? chance.between(2, 11)
        : chance.between(1, 3);
  const owner = addPerson(clients, account, chance, somebody(), 'account_owner');
  for (let place = 1; place < size; place += 1) {
    addPerson(
      clients,
      account,
      chance,
      somebody(),
      chance.percent(55) ? 'campaign_creator' : 'account_manager',
    );
  }
  const free = account.planId === 'premium' || (account.planId === 'standard' && size < 3);
  if (free && account.status !== 'disabled' && chance.percent(22)) {
    const invitee = somebody();
    const sentDaysAgo = chance.between(0, 12);
    clients.invitations.push({
      account: account.key,
      email: `${invitee.mailbox}@${account.key}.test`,
      role: chance.percent(70) ? 'campaign_creator' : 'account_manager',
      delivery: chance.percent(10) ? 'bounced' : 'delivered',
      sentDaysAgo,
      invitedBy: owner,
    });
  }
}

function addPerson(
  clients: Clients,
  account: ScenarioAccount,
  chance: Chance,
  person: Somebody,
  role: ScenarioMembership['role'],
): string {
  const suspended = role !== 'account_owner' && chance.percent(6);
  const joinedDaysAgo =
    role === 'account_owner' ? account.createdDaysAgo : chance.between(1, account.createdDaysAgo);
  clients.people.push({
    username: person.username,
    email: `${person.mailbox}@${account.key}.test`,
    displayName: person.displayName,
    mfa: account.mfaPolicy === 'required' || chance.percent(45),
    memberships: [
      {
        account: account.key,
        role,
        status: suspended ? 'suspended' : 'active',
        source: role === 'account_owner' ? 'owner_setup' : 'invitation',
        joinedDaysAgo,
        lastActiveMinutesAgo: chance.percent(8) ? null : chance.between(1, Math.min(joinedDaysAgo, 60) * day),
        ...(suspended ? { suspendedDaysAgo: Math.min(joinedDaysAgo, chance.between(1, 40)) } : {}),
      },
    ],
  });
  return person.username;
}

/** Closed and merely referred accounts: they carry the partner's name, but nobody of it may enter. */
function addUnreached(clients: Clients, chance: Chance, somebody: () => Somebody): void {
  for (const name of unreachedNames.closed) {
    clients.accounts.push({
      key: slug(name),
      name,
      kind: 'child',
      status: 'closed',
      planId: 'standard',
      parent,
      createdDaysAgo: 900,
      closedDaysAgo: chance.between(5, 110),
    });
  }
  for (const name of unreachedNames.referred) {
    const account: ScenarioAccount = {
      key: slug(name),
      name,
      kind: 'child',
      planId: 'standard',
      parent,
      relationship: 'referred',
      createdDaysAgo: chance.between(100, 700),
    };
    clients.accounts.push(account);
    addPerson(clients, account, chance, somebody(), 'account_owner');
  }
}
