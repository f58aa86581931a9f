import { endpoint, type Endpoint } from '../endpoint.js';
import { wireMember } from '../services/member-list.js';
import { requireMember } from '../services/members.js';
import { forecastOf, remindMembers } from '../services/mfa-forecast.js';
import { resetMember } from '../services/mfa-reset.js';
import { mfaForecast, mfaReminder } from './schemas/factor.js';
import { member } from './schemas/member.js';

/** Whoever decides the policy may look at what it would do. */
const settings = { account: 'accountId', capability: 'settings.manage' } as const;

export const mfaAdminEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/accounts/:accountId/mfa-forecast',
    summary: 'Whom a required second factor would stop until they set it up',
    tag: 'Accounts',
    access: settings,
    reply: { 200: mfaForecast },
    handle: async ({ context, access }) => ({ status: 200, body: await forecastOf(context, access) }),
  }),
  endpoint({
    method: 'POST',
    path: '/accounts/:accountId/mfa-reminders',
    summary: 'Remind the members without a second factor',
    tag: 'Accounts',
    access: settings,
    idempotent: true,
    reply: { 202: mfaReminder },
    handle: async ({ context, access }) => ({ status: 202, body: await remindMembers(context, access) }),
  }),
  endpoint({
    method: 'POST',
    path: '/accounts/:accountId/members/:memberId/mfa-reset',
    summary: "Take a member's second factor away, so that they set up a new one",
    tag: 'Members',
    access: { account: 'accountId', capability: 'mfa.resetOther' },
    idempotent: true,
    stepUp: true,
    reply: { 202: member },
    problems: ['reset-out-of-scope'],
    async handle({ context, params, access }) {
      const row = await requireMember(context, params.accountId, params.memberId);
      await resetMember(context, access, row);
      const after = await requireMember(context, params.accountId, params.memberId);
      return { status: 202, body: await wireMember(context, after) };
    },
  }),
];
