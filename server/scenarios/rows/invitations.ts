import { emailKey } from '../../../src/domain/check/email.js';
import { limits } from '../../../src/domain/limits.js';
import { linkChannels } from '../../../src/domain/invitations.js';
import { addSeconds } from '../../../src/domain/time.js';
import type { NewRow } from '../../stores/schema.js';
import { accountIdOf, invitationIdOf, scenarioId, userIdOf } from '../ids.js';
import type { Scenario, ScenarioInvitation } from '../scenario.js';
import { hashSecret } from '../../services/secrets.js';
import { daysAgo } from './ago.js';

export interface InvitationRows {
  invitations: NewRow<'invitations'>[];
  tokens: NewRow<'invitationTokens'>[];
}

/** Invitations in every state, with the tokens whose text a scenario gives away. */
export function invitationRows(scenario: Scenario, now: Date): InvitationRows {
  const invitations = scenario.invitations.map((invitation) => invitationRow(scenario, invitation, now));
  return { invitations, tokens: scenario.invitations.flatMap((invitation) => tokenRows(invitation, now)) };
}

function invitationRow(scenario: Scenario, invitation: ScenarioInvitation, now: Date): NewRow<'invitations'> {
  const sentAt = daysAgo(now, invitation.sentDaysAgo);
  const { email, state = 'pending' } = invitation;
  const accepted =
    state === 'accepted' ? scenario.people.find((person) => person.email === email) : undefined;
  return {
    id: invitationIdOf(email, invitation.account),
    accountId: accountIdOf(invitation.account),
    email,
    emailKey: emailKey(email),
    name: invitation.name ?? null,
    roleId: invitation.role,
    proposedUsername: invitation.proposedUsername ?? null,
    state,
    delivery: invitation.delivery,
    emailProven: state === 'accepted',
    expiresAt: addSeconds(sentAt, limits.inviteLifeSeconds).toISOString(),
    sentCount: invitation.sentCount ?? 1,
    lastSentAt: sentAt,
    invitedBy: userIdOf(invitation.invitedBy),
    bulkGrantId: null,
    acceptedUserId: accepted ? userIdOf(accepted.username) : null,
    revokeReason: state === 'revoked' ? 'revoked' : null,
    message: invitation.message ?? null,
    locale: null,
    createdAt: daysAgo(now, invitation.sentDaysAgo + ((invitation.sentCount ?? 1) - 1) * 2),
    version: invitation.sentCount ?? 1,
  };
}

function tokenRows(invitation: ScenarioInvitation, now: Date): NewRow<'invitationTokens'>[] {
  return linkChannels.flatMap((channel) => {
    const token = invitation.tokens?.[channel];
    if (token === undefined) return [];
    return {
      id: scenarioId('invitationToken', `${channel} for ${invitation.email} to ${invitation.account}`),
      invitationId: invitationIdOf(invitation.email, invitation.account),
      channel,
      tokenHash: hashSecret('invitation', token),
      status: 'live',
      createdAt: daysAgo(now, invitation.sentDaysAgo),
    };
  });
}
