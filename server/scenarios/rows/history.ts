import type { NewRow } from '../../stores/schema.js';
import { accountIdOf, invitationIdOf, membershipIdOf, scenarioId, userIdOf } from '../ids.js';
import type { Scenario } from '../scenario.js';
import { daysAgo, minutesAgo } from './ago.js';

/** What happened before: who entered clients through the partner (R90), who joined and who was invited. */
export function historyRows(
  scenario: Scenario,
  now: Date,
): { entries: NewRow<'entries'>[]; auditEvents: NewRow<'auditEvents'>[] } {
  return { entries: entryRows(scenario, now), auditEvents: auditRows(scenario, now) };
}

function entryRows(scenario: Scenario, now: Date): NewRow<'entries'>[] {
  const clients = scenario.accounts
    .filter(({ kind, status }) => kind === 'child' && status !== 'closed')
    .slice(0, 12);
  const partners = scenario.people
    .filter((person) => person.memberships[0]?.account === scenario.accounts[0]?.key)
    .slice(0, 4);
  return partners.flatMap((person, column) =>
    clients
      .filter((_, row) => (row + column) % 3 === 0)
      .map((account, row) => ({
        id: scenarioId('entry', `${person.username} in ${account.key}`),
        userId: userIdOf(person.username),
        accountId: accountIdOf(account.key),
        at: minutesAgo(now, 40 + row * 1300 + column * 210),
      })),
  );
}

/** In the order things happened: the store numbers them as they come. */
function auditRows(scenario: Scenario, now: Date): NewRow<'auditEvents'>[] {
  const joined = scenario.people.flatMap((person) =>
    person.memberships
      .filter(({ source }) => source !== 'owner_setup')
      .map(({ account, role, joinedDaysAgo }) =>
        auditRow(`${person.username} on ${account}`, {
          at: daysAgo(now, joinedDaysAgo),
          actorUserId: userIdOf(person.username),
          accountId: accountIdOf(account),
          action: 'member.added',
          targetType: 'membership',
          targetId: membershipIdOf(person.username, account),
          after: { roleId: role, status: 'active' },
        }),
      ),
  );
  const invited = scenario.invitations.map((invitation) =>
    auditRow(`${invitation.email} to ${invitation.account}`, {
      at: daysAgo(now, invitation.sentDaysAgo),
      actorUserId: userIdOf(invitation.invitedBy),
      accountId: accountIdOf(invitation.account),
      action: 'invitation.created',
      targetType: 'invitation',
      targetId: invitationIdOf(invitation.email, invitation.account),
      after: { email: invitation.email, roleId: invitation.role },
    }),
  );
  return [...joined, ...invited].sort((a, b) => a.at.localeCompare(b.at));
}

function auditRow(
  key: string,
  event: Omit<NewRow<'auditEvents'>, 'id' | 'before' | 'ip' | 'correlationId'>,
): NewRow<'auditEvents'> {
  return {
    id: scenarioId('auditEvent', `${event.action} ${key}`),
    before: null,
    ip: null,
    correlationId: null,
    ...event,
  };
}
