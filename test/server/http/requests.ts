import { accountIdOf, userIdOf, type Sent } from '../../support/server.js';
import { memberOf } from '../../support/world.js';

/** One request that the backend answers with success, on the accounts of the test world. */
export interface ValidRequest {
  as: string | null;
  path: string;
  body?: Record<string, unknown>;
}

/** What a row of the table may name. */
export interface Ids {
  invitationId: string;
  transferId: string;
  linkId: string;
  bulkGrantId: string;
  offboardingId: string;
  enrolmentId: string;
  challengeId: string;
  token: string;
}

const alpha = `/accounts/${accountIdOf('alpha')}`;
const as = 'alpha.owner';

/** Endpoint → a request that is right in every way; a new endpoint belongs here before anything else. */
export const validRequests: Readonly<Record<string, (ids: Ids) => ValidRequest>> = {
  'GET /capabilities': () => ({ as: null, path: '/capabilities' }),
  'POST /auth/sessions': () => ({
    as: null,
    path: '/auth/sessions',
    body: { username: 'alpha.owner', password: 'northwind-demo-2026' },
  }),
  'GET /auth/sessions/current': () => ({ as, path: '/auth/sessions/current' }),
  'DELETE /auth/sessions/current': () => ({ as, path: '/auth/sessions/current' }),
  'POST /auth/step-ups': () => ({ as, path: '/auth/step-ups' }),
  'POST /auth/challenges/:challengeId': ({ challengeId }) => ({
    as,
    path: `/auth/challenges/${challengeId}`,
    body: { password: 'northwind-demo-2026' },
  }),
  'POST /auth/password-resets': () => ({
    as: null,
    path: '/auth/password-resets',
    body: { username: 'alpha.owner' },
  }),
  'POST /auth/password-resets/complete': () => ({
    as: null,
    path: '/auth/password-resets/complete',
    body: { token: `ccr_${'x'.repeat(43)}`, password: 'a long pass phrase 2026' },
  }),
  'PUT /me/password': () => ({ as, path: '/me/password', body: { password: 'a long pass phrase 2026' } }),
  'GET /me': () => ({ as, path: '/me' }),
  'PATCH /me': () => ({ as, path: '/me', body: { displayName: 'Olive Alpha' } }),
  'GET /me/mfa': () => ({ as, path: '/me/mfa' }),
  'POST /me/mfa/enrolments': () => ({ as, path: '/me/mfa/enrolments', body: { label: 'Phone' } }),
  'POST /me/mfa/enrolments/:enrolmentId/verify': () => ({
    as,
    path: '/me/mfa/enrolments/enr_0000000000000000000000/verify',
    body: { code: '012345' },
  }),
  'DELETE /me/mfa/enrolments/:enrolmentId': ({ enrolmentId }) => ({
    as: 'alpha.manager',
    path: `/me/mfa/enrolments/${enrolmentId}`,
  }),
  'POST /me/mfa/recovery-codes': () => ({ as, path: '/me/mfa/recovery-codes' }),
  'PUT /me/mfa/recovery-codes': () => ({ as, path: '/me/mfa/recovery-codes' }),
  'GET /me/trusted-devices': () => ({ as, path: '/me/trusted-devices' }),
  'DELETE /me/trusted-devices': () => ({ as, path: '/me/trusted-devices' }),
  'DELETE /me/trusted-devices/:deviceId': () => ({
    as,
    path: '/me/trusted-devices/dev_0000000000000000000000',
  }),
  'GET /accounts/:accountId/mfa-forecast': () => ({ as, path: `${alpha}/mfa-forecast` }),
  'POST /accounts/:accountId/mfa-reminders': () => ({ as, path: `${alpha}/mfa-reminders` }),
  'POST /accounts/:accountId/members/:memberId/mfa-reset': () => ({
    as,
    path: `${alpha}/members/${memberOf('alpha.spare')}/mfa-reset`,
  }),
  'GET /me/memberships': () => ({ as, path: '/me/memberships' }),
  'PUT /me/current-account': () => ({
    as,
    path: '/me/current-account',
    body: { accountId: accountIdOf('alpha') },
  }),
  'PUT /me/favourites': () => ({
    as,
    path: '/me/favourites',
    body: { accountId: accountIdOf('alpha'), favourite: true },
  }),
  'GET /accounts': () => ({ as: 'agency.owner', path: '/accounts' }),
  'GET /accounts/:accountId': () => ({ as, path: alpha }),
  'PATCH /accounts/:accountId': () => ({ as, path: alpha, body: { name: 'Alpha and Sons' } }),
  'DELETE /accounts/:accountId': () => ({ as, path: alpha }),
  'POST /accounts/:accountId/restore': () => ({ as, path: `${alpha}/restore` }),
  'GET /accounts/:accountId/access': () => ({ as, path: `${alpha}/access` }),
  'GET /accounts/:accountId/roles': () => ({ as, path: `${alpha}/roles` }),
  'GET /accounts/:accountId/seats': () => ({ as, path: `${alpha}/seats` }),
  'GET /accounts/:accountId/partner-people': () => ({ as, path: `${alpha}/partner-people` }),
  'GET /accounts/:accountId/members': () => ({ as, path: `${alpha}/members` }),
  'GET /accounts/:accountId/members/:memberId': () => ({
    as,
    path: `${alpha}/members/${memberOf('alpha.spare')}`,
  }),
  'PATCH /accounts/:accountId/members/:memberId': () => ({
    as,
    path: `${alpha}/members/${memberOf('alpha.spare')}`,
    body: { roleId: 'account_manager' },
  }),
  'DELETE /accounts/:accountId/members/:memberId': () => ({
    as,
    path: `${alpha}/members/${memberOf('alpha.spare')}`,
  }),
  'GET /accounts/:accountId/ownership-transfers': () => ({ as, path: `${alpha}/ownership-transfers` }),
  'POST /accounts/:accountId/ownership-transfers': () => ({
    as,
    path: `${alpha}/ownership-transfers`,
    body: { toMembershipId: memberOf('alpha.spare') },
  }),
  'POST /accounts/:accountId/ownership-transfers/:transferId/accept': ({ transferId }) => ({
    as: 'alpha.spare',
    path: `${alpha}/ownership-transfers/${transferId}/accept`,
  }),
  'DELETE /accounts/:accountId/ownership-transfers/:transferId': ({ transferId }) => ({
    as,
    path: `${alpha}/ownership-transfers/${transferId}`,
  }),
  'GET /accounts/:accountId/links': () => ({ as, path: `${alpha}/links` }),
  'GET /accounts/:accountId/link-code': () => ({ as, path: `${alpha}/link-code` }),
  'POST /accounts/:accountId/link-code': () => ({ as, path: `${alpha}/link-code` }),
  'POST /account-links': () => ({
    as,
    path: '/account-links',
    body: { parentId: accountIdOf('rival'), childId: accountIdOf('alpha'), note: 'Run our campaigns' },
  }),
  'GET /account-links/:linkId': ({ linkId }) => ({ as, path: `/account-links/${linkId}` }),
  'POST /account-links/:linkId/approve': ({ linkId }) => ({
    as,
    path: `/account-links/${linkId}/approve`,
    body: {
      shown: {
        parentId: accountIdOf('agency'),
        parentName: 'Account agency',
        childId: accountIdOf('alpha'),
        childName: 'Account alpha',
      },
    },
  }),
  'POST /account-links/:linkId/decline': ({ linkId }) => ({ as, path: `/account-links/${linkId}/decline` }),
  'POST /account-links/:linkId/reminders': ({ linkId }) => ({
    as,
    path: `/account-links/${linkId}/reminders`,
  }),
  'DELETE /account-links/:linkId': ({ linkId }) => ({ as, path: `/account-links/${linkId}` }),
  'GET /accounts/:accountId/people': () => ({ as, path: `${alpha}/people` }),
  'GET /accounts/:accountId/people/:personId': () => ({
    as,
    path: `${alpha}/people/${userIdOf('alpha.spare')}`,
  }),
  'POST /bulk-grants': () => ({
    as,
    path: '/bulk-grants',
    body: {
      subject: { email: 'bulk@example.test' },
      roleId: 'campaign_creator',
      accounts: [{ accountId: accountIdOf('alpha') }],
      dryRun: true,
    },
  }),
  'GET /bulk-grants': () => ({ as, path: '/bulk-grants' }),
  'GET /bulk-grants/:bulkGrantId': ({ bulkGrantId }) => ({ as, path: `/bulk-grants/${bulkGrantId}` }),
  'GET /bulk-grants/:bulkGrantId/items': ({ bulkGrantId }) => ({
    as,
    path: `/bulk-grants/${bulkGrantId}/items`,
  }),
  'POST /bulk-grants/:bulkGrantId/retry': ({ bulkGrantId }) => ({
    as,
    path: `/bulk-grants/${bulkGrantId}/retry`,
  }),
  'DELETE /bulk-grants/:bulkGrantId': ({ bulkGrantId }) => ({ as, path: `/bulk-grants/${bulkGrantId}` }),
  'POST /accounts/:accountId/offboardings': () => ({
    as,
    path: `${alpha}/offboardings`,
    body: { subject: { email: 'bulk@example.test' }, dryRun: true },
  }),
  'GET /accounts/:accountId/offboardings': () => ({ as, path: `${alpha}/offboardings` }),
  'GET /offboardings/:offboardingId': ({ offboardingId }) => ({ as, path: `/offboardings/${offboardingId}` }),
  'GET /offboardings/:offboardingId/items': ({ offboardingId }) => ({
    as,
    path: `/offboardings/${offboardingId}/items`,
  }),
  'POST /offboardings/:offboardingId/retry': ({ offboardingId }) => ({
    as,
    path: `/offboardings/${offboardingId}/retry`,
  }),
  'DELETE /offboardings/:offboardingId': ({ offboardingId }) => ({
    as,
    path: `/offboardings/${offboardingId}`,
  }),
  'GET /accounts/:accountId/audit-events': () => ({ as, path: `${alpha}/audit-events?limit=5` }),
  'GET /accounts/:accountId/events': () => ({ as, path: `${alpha}/events` }),
  'GET /accounts/:accountId/invitations': () => ({ as, path: `${alpha}/invitations` }),
  'POST /accounts/:accountId/invitations': () => ({
    as,
    path: `${alpha}/invitations`,
    body: { email: 'someone.new@example.test', roleId: 'campaign_creator' },
  }),
  'GET /accounts/:accountId/invitations/:invitationId': ({ invitationId }) => ({
    as,
    path: `${alpha}/invitations/${invitationId}`,
  }),
  'PATCH /accounts/:accountId/invitations/:invitationId': ({ invitationId }) => ({
    as,
    path: `${alpha}/invitations/${invitationId}`,
    body: { roleId: 'account_manager' },
  }),
  'DELETE /accounts/:accountId/invitations/:invitationId': ({ invitationId }) => ({
    as,
    path: `${alpha}/invitations/${invitationId}`,
  }),
  'POST /accounts/:accountId/invitations/:invitationId/resend': ({ invitationId }) => ({
    as,
    path: `${alpha}/invitations/${invitationId}/resend`,
  }),
  'POST /accounts/:accountId/invitations/:invitationId/link': ({ invitationId }) => ({
    as,
    path: `${alpha}/invitations/${invitationId}/link`,
  }),
  'POST /invitation-lookups': ({ token }) => ({ as: null, path: '/invitation-lookups', body: { token } }),
  'POST /invitation-acceptances': ({ token }) => ({
    as: null,
    path: '/invitation-acceptances',
    body: { token, username: 'waiting.person', password: 'a long pass phrase 2026', name: 'Waiting Person' },
  }),
  'POST /invitation-email-codes': ({ token }) => ({
    as: null,
    path: '/invitation-email-codes',
    body: { token },
  }),
  'POST /invitation-declines': ({ token }) => ({ as: null, path: '/invitation-declines', body: { token } }),
  'POST /invitation-renewals': ({ token }) => ({ as: null, path: '/invitation-renewals', body: { token } }),
  'POST /email-change-undos': () => ({
    as: null,
    path: '/email-change-undos',
    body: { token: 'x'.repeat(43) },
  }),
  'POST /username-checks': () => ({ as: null, path: '/username-checks', body: { username: 'free.name' } }),
};

/** The same request with something wrong about it. */
export function sentWith(request: ValidRequest, wrong: Sent = {}): Sent {
  return { ...(request.body && { body: request.body }), ...wrong };
}
