import { endpoint, type Endpoint } from '../endpoint.js';
import { ProblemError } from '../problem.js';
import { acceptInvitation, preparePassword } from '../services/acceptance.js';
import { openInvitation, previewInvitation } from '../services/invitation-opening.js';
import { askForRenewal, declineInvitation, sendInvitationCode } from '../services/invitation-replies.js';
import {
  invitationAcceptance,
  invitationAccepted,
  invitationPreview,
  invitationToken,
} from './schemas/invitation.js';

const tag = 'Accepting an invitation';

/** How a link can be refused (domain.md 6). */
const lookupProblems = [
  'account-unavailable',
  'invitation-expired',
  'invitation-malformed',
  'invitation-not-found',
  'invitation-revoked',
  'invitation-used',
] as const;

/** Nobody's account is shown on these pages, so R92 has nothing to compare. */
const open = { method: 'POST', tag, access: 'public', shownAccount: false } as const;

export const acceptanceEndpoints: readonly Endpoint[] = [
  endpoint({
    ...open,
    path: '/invitation-lookups',
    summary: 'What an invitation is about',
    body: invitationToken,
    reply: { 200: invitationPreview },
    problems: lookupProblems,
    async handle({ context, body }) {
      const opened = await openInvitation(context, body.token);
      return { status: 200, body: await previewInvitation(context, opened) };
    },
  }),
  endpoint({
    ...open,
    path: '/invitation-acceptances',
    summary: 'Accept an invitation as a new or as the signed-in person',
    body: invitationAcceptance,
    idempotent: true,
    reply: { 201: invitationAccepted },
    problems: [
      ...lookupProblems,
      'already-member',
      'code-invalid',
      'email-code-required',
      'email-unverified',
      'identity-exists',
      'invitation-email-mismatch',
      'invitation-no-longer-allowed',
      'name-invalid',
      'password-rejected',
      'seat-limit-reached',
      'username-invalid',
      'username-taken',
    ],
    prepare: ({ context, ports, body }) =>
      preparePassword(context, body, (password) => ports.passwordHash.hash(password)),
    async handle({ context, body, prepared }) {
      const outcome = await acceptInvitation(context, body, prepared);
      if (outcome instanceof ProblemError) return outcome;
      const { accepted, newPerson } = outcome;
      return { status: 201, body: accepted, ...(newPerson ? { session: { start: newPerson } } : {}) };
    },
  }),
  endpoint({
    ...open,
    path: '/invitation-email-codes',
    summary: 'Mail the code that a copied link needs',
    body: invitationToken,
    idempotent: true,
    reply: { 202: null },
    problems: [...lookupProblems, 'rate-limited'],
    async handle({ context, body }) {
      await sendInvitationCode(context, body.token);
      return { status: 202 };
    },
  }),
  endpoint({
    ...open,
    path: '/invitation-declines',
    summary: 'Decline an invitation',
    body: invitationToken,
    idempotent: true,
    reply: { 204: null },
    problems: lookupProblems,
    async handle({ context, body }) {
      await declineInvitation(context, body.token);
      return { status: 204 };
    },
  }),
  endpoint({
    ...open,
    path: '/invitation-renewals',
    summary: 'Ask for a new invitation; the inviter is told once a day at most',
    body: invitationToken,
    idempotent: true,
    reply: { 202: null },
    problems: lookupProblems.filter((slug) => slug !== 'invitation-expired'),
    async handle({ context, body }) {
      await askForRenewal(context, body.token);
      return { status: 202 };
    },
  }),
];
