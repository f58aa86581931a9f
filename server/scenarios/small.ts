import { createChance } from './chance.js';
import { createCrowd } from './crowd.js';
import { hostileNames } from './data/hostile-names.js';
import {
  bluebird,
  bluebirdPeople,
  clientPerson,
  harbourLane,
  harbourLanePeople,
  linden,
  lindenPeople,
  northwindAccount,
  partnerPeople,
} from './northwind.js';
import { minutes } from './scenario.js';
import type { Scenario, ScenarioAccount, ScenarioInvitation, ScenarioPerson } from './scenario.js';

const { day } = minutes;

/** The partner account and its owner, and what a scenario adds. */
function scenario(
  name: Scenario['name'],
  summary: string,
  parts: {
    accounts?: readonly ScenarioAccount[];
    people?: readonly ScenarioPerson[];
    invitations?: readonly ScenarioInvitation[];
    logins?: readonly string[];
    identityPolicy?: Scenario['identityPolicy'];
  } = {},
): Scenario {
  return {
    name,
    summary,
    identityPolicy: parts.identityPolicy ?? 'one_identity',
    accounts: [northwindAccount, ...(parts.accounts ?? [])],
    people: [...partnerPeople(1), ...(parts.people ?? [])],
    invitations: parts.invitations ?? [],
    logins: ['partner.owner', ...(parts.logins ?? [])],
  };
}

const invite = (
  account: string,
  email: string,
  rest: Omit<ScenarioInvitation, 'account' | 'email' | 'invitedBy' | 'role'> & Partial<ScenarioInvitation>,
): ScenarioInvitation => ({ account, email, role: 'campaign_creator', invitedBy: 'partner.owner', ...rest });

export const empty = (): Scenario => scenario('empty', 'A new partner account with nobody but its owner.');

export const three = (): Scenario =>
  scenario('three', 'A partner account with three people and one client.', {
    accounts: [harbourLane, linden],
    people: [...partnerPeople(3).slice(1), ...harbourLanePeople, ...lindenPeople],
    logins: ['partner.manager', 'partner.accounts', 'harbourlane.owner', 'linden.owner'],
  });

/** Five hundred people and three clients: paging, search and long lists. */
export function fiveHundred(): Scenario {
  const chance = createChance(500);
  const somebody = createCrowd(chance);
  const people = Array.from({ length: 499 }, (): ScenarioPerson => {
    const { displayName, username, mailbox } = somebody();
    const role = chance.pick([
      'account_manager',
      'campaign_creator',
      'campaign_creator',
      'partner_manager',
    ] as const);
    const suspended = chance.percent(5);
    return {
      username,
      email: `${mailbox}@northwind.test`,
      displayName,
      mfa: chance.percent(60),
      memberships: [
        {
          account: 'northwind',
          role,
          status: suspended ? 'suspended' : 'active',
          joinedDaysAgo: chance.between(61, 1400),
          lastActiveMinutesAgo: chance.percent(6) ? null : chance.between(1, 60 * day),
          ...(suspended ? { suspendedDaysAgo: chance.between(1, 60), suspendedBy: 'partner.owner' } : {}),
        },
      ],
    };
  });
  return scenario('five-hundred', 'A partner account with 500 people.', {
    accounts: [bluebird, harbourLane],
    people: [...people, ...bluebirdPeople, ...harbourLanePeople],
  });
}

export const seatLimit = (): Scenario =>
  scenario('seat-limit', 'A client whose last place waits for an invited person.', {
    accounts: [bluebird],
    people: bluebirdPeople.slice(0, 2),
    invitations: [
      invite('bluebird', 'theo@bluebird.test', {
        delivery: 'delivered',
        sentDaysAgo: 5,
        invitedBy: 'bluebird.owner',
      }),
    ],
    logins: ['bluebird.owner'],
  });

export const expiredInvites = (): Scenario =>
  scenario('expired-invites', 'Invitations that expired, bounced, wait for a new sender or end soon.', {
    people: partnerPeople(3).slice(1),
    invitations: [
      invite('northwind', 'luca.moretti@northwind.test', { delivery: 'delivered', sentDaysAgo: 14 }),
      invite('northwind', 'dana.whitaker@northwind.test', {
        delivery: 'sent',
        sentDaysAgo: 40,
        sentCount: 4,
      }),
      invite('northwind', 'ben.carter@nrthwind.test', { delivery: 'bounced', sentDaysAgo: 8 }),
      invite('northwind', 'rhys.morgan@northwind.test', {
        delivery: 'delivered',
        sentDaysAgo: 9,
        invitedBy: 'partner.accounts',
      }),
      invite('northwind', 'priya.nair@northwind.test', {
        delivery: 'delivered',
        sentDaysAgo: 6.5,
        name: 'Priya Nair',
      }),
    ],
  });

export const longNames = (): Scenario =>
  scenario('long-names', 'Names that are long, right to left, or look like markup or formulas.', {
    accounts: [
      {
        ...bluebird,
        name: 'Ærøskøbing, Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch & Sons Ltd',
      },
    ],
    people: [
      ...hostileNames.map((displayName, index): ScenarioPerson => ({
        username: `guest.${index + 1}`,
        email: `${'long-'.repeat(index % 8)}guest.${index + 1}@${'a-rather-long-label-of-a-domain.'.repeat(index % 4)}northwind.test`,
        displayName,
        memberships: [
          {
            account: 'northwind',
            role: 'campaign_creator',
            joinedDaysAgo: 30 + index,
            lastActiveMinutesAgo: index * 77 + 1,
          },
        ],
      })),
      ...bluebirdPeople,
    ],
    invitations: [
      invite('northwind', `${'very.'.repeat(11)}long@northwind.test`, {
        delivery: 'sent',
        sentDaysAgo: 1,
        name: hostileNames[0],
      }),
    ],
  });

/** A client that moved to a smaller plan: seven people, three places (story 12). */
export const overLimit = (): Scenario =>
  scenario('over-limit', 'A client with seven people on a plan for three.', {
    accounts: [bluebird],
    people: [
      ...bluebirdPeople,
      ...['Ada Cole', 'Ben Frost', 'Cleo Hart', 'Dev Shah'].map((name, index) =>
        clientPerson('bluebird', `bluebird.guest${index + 1}`, name, 'campaign_creator', (index + 2) * day),
      ),
    ],
    logins: ['bluebird.owner'],
  });

/** One login per account (F4): the invitee's address is her sign-in name at a client. */
export const usernameConflict = (): Scenario =>
  scenario('username-conflict', 'One login per account: an address that is a sign-in name elsewhere.', {
    identityPolicy: 'per_account',
    accounts: [bluebird, harbourLane],
    people: [
      ...bluebirdPeople.slice(0, 1),
      ...harbourLanePeople,
      {
        username: 'priya.nair@studio-nair.test',
        email: 'priya.nair@studio-nair.test',
        displayName: 'Priya Nair',
        memberships: [
          { account: 'bluebird', role: 'campaign_creator', joinedDaysAgo: 90, lastActiveMinutesAgo: 40 },
        ],
      },
    ],
    logins: ['priya.nair@studio-nair.test', 'bluebird.owner', 'harbourlane.owner'],
  });

/** A closed client beside an open one; its owner has nowhere left to go (R86). */
export const closedAccount = (): Scenario =>
  scenario('closed-account', 'A closed client account, and a person without any account.', {
    accounts: [harbourLane, { ...bluebird, status: 'closed', closedDaysAgo: 20 }],
    people: [
      ...harbourLanePeople,
      ...bluebirdPeople.map((person) => ({
        ...person,
        memberships: person.memberships.map((membership) => ({ ...membership, status: 'removed' as const })),
      })),
    ],
    logins: ['bluebird.owner', 'harbourlane.owner'],
  });
