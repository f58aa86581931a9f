import { clientNames } from './data/client-names.js';
import { northwindPeople } from './data/northwind-people.js';
import { northwindClients } from './northwind-clients.js';
import { minutes } from './scenario.js';
import type {
  Scenario,
  ScenarioAccount,
  ScenarioInvitation,
  ScenarioMembership,
  ScenarioPerson,
} from './scenario.js';

const { hour, day } = minutes;

export const northwindAccount: ScenarioAccount = {
  key: 'northwind',
  name: 'Northwind Partners',
  kind: 'parent',
  planId: null,
  singleBilling: true,
  createdDaysAgo: 1460,
};

const client = (key: string, name: string, planId: string, createdDaysAgo: number): ScenarioAccount => ({
  key,
  name,
  kind: 'child',
  planId,
  parent: 'northwind',
  createdDaysAgo,
});

export const bluebird = client('bluebird', 'Bluebird Dental', 'standard', 640);
export const harbourLane = client('harbourlane', 'Harbour Lane Books', 'standard', 210);
export const foxglove = client('foxglove', 'Foxglove Pottery', 'premium', 480);

/** An account that nobody manages yet: the client that a partner can ask for a link (R73). */
export const linden: ScenarioAccount = {
  key: 'linden',
  name: 'Linden Bakery',
  kind: 'standalone',
  planId: 'standard',
  createdDaysAgo: 90,
};

/** Somebody who has one login at a demo client. */
export function clientPerson(
  account: string,
  username: string,
  displayName: string,
  role: ScenarioMembership['role'],
  lastActiveMinutesAgo: number | null,
  joinedDaysAgo = 200,
): ScenarioPerson {
  const source = role === 'account_owner' ? 'owner_setup' : 'invitation';
  return {
    username,
    email: `${username}@${account}.test`,
    displayName,
    memberships: [{ account, role, source, joinedDaysAgo, lastActiveMinutesAgo }],
  };
}

/** The people of the partner account, as many as wanted from the top of the list. */
export function partnerPeople(count = northwindPeople.length): ScenarioPerson[] {
  return northwindPeople.slice(0, count).map((person) => ({
    username: person.username,
    email: `${person.mailbox}@northwind.test`,
    displayName: person.name,
    mfa: person.mfa ?? false,
    ...(person.locale === undefined ? {} : { locale: person.locale }),
    memberships: [
      {
        account: 'northwind',
        role: person.role,
        status: person.suspendedDaysAgo === undefined ? 'active' : 'suspended',
        gate: person.gate ?? 'none',
        source: person.role === 'account_owner' ? 'owner_setup' : 'invitation',
        joinedDaysAgo: person.joinedDaysAgo,
        lastActiveMinutesAgo: person.active,
        ...(person.suspendedDaysAgo === undefined
          ? {}
          : { suspendedDaysAgo: person.suspendedDaysAgo, suspendedBy: 'partner.owner' }),
      },
    ],
  }));
}

export const lindenPeople: readonly ScenarioPerson[] = [
  clientPerson('linden', 'linden.owner', 'Nadia Petrova', 'account_owner', 2 * hour, 90),
  clientPerson('linden', 'linden.creator', 'Tom Brandt', 'campaign_creator', 3 * day, 30),
];

export const bluebirdPeople: readonly ScenarioPerson[] = [
  clientPerson('bluebird', 'bluebird.owner', 'Sofia Marchetti', 'account_owner', 2 * hour, 640),
  clientPerson('bluebird', 'bluebird.accounts', 'Ravi Menon', 'account_manager', day + 3 * hour, 400),
  clientPerson('bluebird', 'bluebird.creator', 'Elsie Tan', 'campaign_creator', 5 * day, 120),
];

export const harbourLanePeople: readonly ScenarioPerson[] = [
  clientPerson('harbourlane', 'harbourlane.owner', 'Elena Marsh', 'account_owner', hour, 210),
];

const foxglovePeople: readonly ScenarioPerson[] = [
  clientPerson('foxglove', 'foxglove.owner', 'Tess Holloway', 'account_owner', 25, 480),
  clientPerson('foxglove', 'arlo.finch', 'Arlo Finch', 'account_manager', 3 * day, 300),
  clientPerson('foxglove', 'bea.lindqvist', 'Bea Lindqvist', 'campaign_creator', 9 * day, 250),
  clientPerson('foxglove', 'cormac.daly', 'Cormac Daly', 'campaign_creator', null, 4),
];

/** A freelancer with roles on several clients, each given there and not through the partner. */
const freelancer: ScenarioPerson = {
  username: 'priya.nair',
  email: 'priya.nair@studio-nair.test',
  displayName: 'Priya Nair',
  mfa: true,
  memberships: [
    { account: 'foxglove', role: 'account_manager', joinedDaysAgo: 180, lastActiveMinutesAgo: day },
    { account: 'juniper-moss', role: 'account_manager', joinedDaysAgo: 160, lastActiveMinutesAgo: 50 },
    { account: 'quayside-tours', role: 'campaign_creator', joinedDaysAgo: 90, lastActiveMinutesAgo: 4 * day },
    { account: 'amberley-roofing', role: 'campaign_creator', joinedDaysAgo: 30, lastActiveMinutesAgo: null },
    {
      account: 'ash-grove-stables',
      role: 'account_manager',
      status: 'suspended',
      joinedDaysAgo: 170,
      lastActiveMinutesAgo: 52 * day,
      suspendedDaysAgo: 51,
    },
  ],
};

/** People of a client whose plan has become too small for them (R23). */
const tooMany: readonly ScenarioPerson[] = ['Nell Ward', 'Otis Grey', 'Pia Storm', 'Rory Vane'].map(
  (name, index) =>
    clientPerson(
      'hillview-veterinary-group',
      `hillview.${name.split(' ')[0]?.toLowerCase() ?? ''}`,
      name,
      'campaign_creator',
      index * day + 30,
      90,
    ),
);

const invite = (
  email: string,
  rest: Omit<ScenarioInvitation, 'account' | 'email' | 'invitedBy'> & { invitedBy?: string },
): ScenarioInvitation => ({ account: 'northwind', email, invitedBy: 'partner.owner', ...rest });

/** Every state an invitation can be in; one was sent by somebody who may no longer grant the role (R43). */
export const northwindInvitations: readonly ScenarioInvitation[] = [
  invite('priya.nair@northwind.test', {
    role: 'campaign_creator',
    delivery: 'delivered',
    sentDaysAgo: 2,
    name: 'Priya Nair',
  }),
  invite('luca.moretti@northwind.test', { role: 'campaign_creator', delivery: 'sent', sentDaysAgo: 14 }),
  invite('ben.carter@nrthwind.test', {
    role: 'account_manager',
    delivery: 'bounced',
    sentDaysAgo: 1,
    name: 'Ben Carter',
  }),
  invite('lotte.de-vries+campaigns@northwind.test', {
    role: 'partner_manager',
    delivery: 'sent',
    sentDaysAgo: 6.8,
    sentCount: 3,
    message: 'Hi Lotte, here is your own login. Please don’t share the old one any more.',
  }),
  invite("seamus.o'brien@northwind.test", {
    role: 'account_manager',
    delivery: 'delivered',
    sentDaysAgo: 4,
    invitedBy: 'partner.accounts',
  }),
  invite('dana.whitaker@northwind.test', {
    role: 'campaign_creator',
    delivery: 'delivered',
    sentDaysAgo: 33,
  }),
  invite('uma.thakur@northwind.test', {
    role: 'account_manager',
    delivery: 'delivered',
    sentDaysAgo: 62,
    state: 'accepted',
  }),
  invite('oskar.blum@northwind.test', {
    role: 'campaign_creator',
    delivery: 'delivered',
    sentDaysAgo: 20,
    state: 'declined',
  }),
  invite('mai1@northwind.test', {
    role: 'campaign_creator',
    delivery: 'sent',
    sentDaysAgo: 12,
    state: 'revoked',
  }),
];

/** Logins that the sign-in page offers, by account. */
export const demoLogins = [
  'partner.owner',
  'partner.manager',
  'partner.accounts',
  'partner.creator',
  'bluebird.owner',
  'bluebird.accounts',
  'bluebird.creator',
  'harbourlane.owner',
  'foxglove.owner',
  'linden.owner',
] as const;

/** One partner, 240 clients it reaches, a few it does not, and people in every role and state. */
export function northwind(): Scenario {
  const named = [
    ...partnerPeople(),
    ...bluebirdPeople,
    ...harbourLanePeople,
    ...foxglovePeople,
    ...lindenPeople,
    freelancer,
    ...tooMany,
  ];
  const clients = northwindClients(named.map(({ username }) => username));
  return {
    name: 'northwind',
    summary: `A partner account with ${clientNames.length + 3} client accounts and people in every role and state.`,
    identityPolicy: 'one_identity',
    accounts: [northwindAccount, bluebird, harbourLane, foxglove, linden, ...clients.accounts],
    people: [...named, ...clients.people],
    invitations: [...northwindInvitations, ...clients.invitations],
    logins: demoLogins,
  };
}
