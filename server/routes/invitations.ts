import { endpoint, type Endpoint } from '../endpoint.js';
import {
  changeInvitedRole,
  copyLink,
  getInvitation,
  resendInvitation,
  revokeInvitation,
} from '../services/invitation-changes.js';
import { listInvitations } from '../services/invitation-list.js';
import { viewCreated, viewInvitation } from '../services/invitation-view.js';
import { createInvitation } from '../services/invitations.js';
import { acceptUrl } from '../services/links-in-mail.js';
import {
  invitation,
  invitationCreated,
  invitationDraft,
  invitationLink,
  invitationPage,
  invitationPatch,
  invitationQuery,
} from './schemas/invitation.js';

const tag = 'Invitations';
const manage = { account: 'accountId', capability: 'users.manage' } as const;
const one = '/accounts/:accountId/invitations/:invitationId';

export const invitationEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/accounts/:accountId/invitations',
    summary: 'Invitations that still wait for somebody, or those in one state',
    tag,
    access: manage,
    query: invitationQuery,
    reply: { 200: invitationPage },
    handle: async ({ context, params, query }) => ({
      status: 200,
      body: await listInvitations(context, params.accountId, query),
    }),
  }),
  endpoint({
    method: 'POST',
    path: '/accounts/:accountId/invitations',
    summary: 'Invite somebody',
    tag,
    // The role decision says who may invite, in its own order (2c).
    access: { account: 'accountId' },
    body: invitationDraft,
    idempotent: true,
    reply: { 201: invitationCreated },
    problems: [
      'already-member',
      'cannot-change-own-role',
      'email-invalid',
      'invitation-not-pending',
      'invitation-pending',
      'name-invalid',
      'rate-limited',
      'role-not-available',
      'seat-limit-reached',
      'username-invalid',
      'username-taken',
      'username-taken-elsewhere',
    ],
    async handle({ context, access, body }) {
      const { invitation: created, token } = await createInvitation(context, access, body);
      const view = viewCreated(context, created);
      return {
        status: 201,
        body: { ...view, url: acceptUrl(context.config, token) },
        location: `/accounts/${created.accountId}/invitations/${created.id}`,
      };
    },
  }),
  endpoint({
    method: 'GET',
    path: one,
    summary: 'One invitation',
    tag,
    access: manage,
    reply: { 200: invitation },
    async handle({ context, params }) {
      const row = await getInvitation(context, params.accountId, params.invitationId);
      return { status: 200, body: await viewInvitation(context, row) };
    },
  }),
  endpoint({
    method: 'PATCH',
    path: one,
    summary: 'Change the role of a pending invitation',
    tag,
    access: { account: 'accountId' },
    body: invitationPatch,
    ifMatch: true,
    reply: { 200: invitation },
    problems: ['invitation-not-pending', 'role-not-available'],
    async handle({ context, params, access, body, match }) {
      const row = await getInvitation(context, params.accountId, params.invitationId, { lock: true });
      const changed = await changeInvitedRole(context, access, row, body.roleId, () =>
        match(row.version, () => viewInvitation(context, row)),
      );
      return { status: 200, body: await viewInvitation(context, changed) };
    },
  }),
  endpoint({
    method: 'DELETE',
    path: one,
    summary: 'Revoke an invitation: its links stop at once',
    tag,
    access: manage,
    ifMatch: true,
    reply: { 204: null },
    problems: ['invitation-not-pending'],
    async handle({ context, params, access, match }) {
      const row = await getInvitation(context, params.accountId, params.invitationId, { lock: true });
      await match(row.version, () => viewInvitation(context, row));
      await revokeInvitation(context, access, row);
      return { status: 204 };
    },
  }),
  endpoint({
    method: 'POST',
    path: `${one}/resend`,
    summary: 'Send it again with a new link; all earlier links stop',
    tag,
    access: { account: 'accountId' },
    idempotent: true,
    reply: { 200: invitation },
    problems: [
      'invitation-not-pending',
      'rate-limited',
      'role-not-available',
      'seat-limit-reached',
      'username-taken-elsewhere',
    ],
    async handle({ context, params, access }) {
      const row = await getInvitation(context, params.accountId, params.invitationId, { lock: true });
      const sent = await resendInvitation(context, access, row);
      return { status: 200, body: await viewInvitation(context, sent) };
    },
  }),
  endpoint({
    method: 'POST',
    path: `${one}/link`,
    summary: 'A fresh link to copy; it ends only the earlier copied one',
    tag,
    access: manage,
    idempotent: true,
    reply: { 200: invitationLink },
    problems: ['invitation-not-pending'],
    async handle({ context, params }) {
      const row = await getInvitation(context, params.accountId, params.invitationId, { lock: true });
      const token = await copyLink(context, row);
      return { status: 200, body: { url: acceptUrl(context.config, token), expiresAt: row.expiresAt } };
    },
  }),
];
