import { endpoint, type Endpoint } from '../endpoint.js';
import { ProblemError } from '../problem.js';
import { requireCapability } from '../services/access.js';
import { rotateLinkCode, wireLinkCode } from '../services/link-codes.js';
import { approveLink, declineLink } from '../services/link-decisions.js';
import { partLink } from '../services/link-ending.js';
import { cancelLink, remindLink, requestLink } from '../services/link-requests.js';
import {
  linkCapability,
  listLinks,
  openLink,
  stateOf,
  viewLink,
  type OpenedLink,
} from '../services/links.js';
import { requireStepUp } from '../services/step-up.js';
import { accountLink, linkApproval, linkCode, linkPage, linkQuery, linkRequest } from './schemas/link.js';

const tag = 'Links';
const one = '/account-links/:linkId';

/** The side the caller is shown a link from: the one that has something to decide, where they stand on both. */
const sideOf = ({ sides, link }: OpenedLink) =>
  sides.find((side) => side !== link.initiatedBy) ?? sides[0] ?? 'parent';

export const linkEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'POST',
    path: '/account-links',
    summary: 'Ask an existing account for a link, as its partner or as its client',
    tag,
    access: 'session',
    body: linkRequest,
    idempotent: true,
    stepUp: 'sometimes',
    reply: { 201: accountLink },
    problems: [
      'not-found',
      'mfa-enrolment-required',
      'link-exists',
      'already-linked',
      'link-cycle',
      'link-code-invalid',
    ],
    async handle({ context, body }) {
      const asked = await requestLink(context, body);
      if (asked instanceof ProblemError) return asked;
      const view = await viewLink(context, asked.link, asked.side);
      return { status: 201, body: view, location: `/account-links/${asked.link.id}` };
    },
  }),
  endpoint({
    method: 'GET',
    path: '/accounts/:accountId/links',
    summary: 'Links of an account, asked for, in force and past',
    tag,
    // A parent and a client ask for different capabilities; the use-case knows which.
    access: { account: 'accountId' },
    query: linkQuery,
    reply: { 200: linkPage },
    handle: async ({ context, access, query }) => ({
      status: 200,
      body: await listLinks(context, access, query),
    }),
  }),
  endpoint({
    method: 'GET',
    path: one,
    summary: 'One link, as my side sees it',
    tag,
    access: 'session',
    reply: { 200: accountLink },
    problems: ['mfa-enrolment-required'],
    async handle({ context, params }) {
      const opened = await openLink(context, params.linkId);
      return { status: 200, body: await viewLink(context, opened.link, sideOf(opened)) };
    },
  }),
  endpoint({
    method: 'POST',
    path: `${one}/approve`,
    summary: 'Say yes to exactly what was shown, with a ceiling where I set one',
    tag,
    access: 'session',
    body: linkApproval,
    idempotent: true,
    stepUp: 'sometimes',
    reply: { 200: accountLink },
    problems: [
      'mfa-enrolment-required',
      'link-not-pending',
      'already-linked',
      'link-cycle',
      'account-mismatch',
      'stale-version',
    ],
    async handle({ context, params, body }) {
      const opened = await openLink(context, params.linkId);
      const approved = await approveLink(context, opened, body);
      return { status: 200, body: await viewLink(context, approved, sideOf(opened)) };
    },
  }),
  endpoint({
    method: 'POST',
    path: `${one}/decline`,
    summary: 'Say no',
    tag,
    access: 'session',
    idempotent: true,
    stepUp: 'sometimes',
    reply: { 200: accountLink },
    problems: ['mfa-enrolment-required', 'link-not-pending'],
    async handle({ context, params }) {
      const opened = await openLink(context, params.linkId);
      const declined = await declineLink(context, opened);
      return { status: 200, body: await viewLink(context, declined, sideOf(opened)) };
    },
  }),
  endpoint({
    method: 'POST',
    path: `${one}/reminders`,
    summary: 'Remind the other side; at most three times',
    tag,
    access: 'session',
    idempotent: true,
    reply: { 200: accountLink },
    problems: ['mfa-enrolment-required', 'link-not-pending'],
    async handle({ context, params }) {
      const opened = await openLink(context, params.linkId);
      const reminded = await remindLink(context, opened);
      return { status: 200, body: await viewLink(context, reminded, sideOf(opened)) };
    },
  }),
  endpoint({
    method: 'DELETE',
    path: one,
    summary: 'Take a request back, or end the link',
    tag,
    access: 'session',
    ifMatch: true,
    stepUp: 'sometimes',
    reply: { 204: null },
    problems: ['mfa-enrolment-required', 'link-not-pending', 'single-billing-active', 'child-without-owner'],
    async handle({ context, params, match }) {
      const opened = await openLink(context, params.linkId);
      requireStepUp(context);
      await match(opened.link.version, () => viewLink(context, opened.link, sideOf(opened)));
      const active = stateOf(opened.link, context.now) === 'active';
      await (active ? partLink : cancelLink)(context, opened);
      return { status: 204 };
    },
  }),
  endpoint({
    method: 'GET',
    path: '/accounts/:accountId/link-code',
    summary: 'What the other side types to ask for a link with this account',
    tag,
    access: { account: 'accountId' },
    reply: { 200: linkCode },
    async handle({ access }) {
      requireCapability(access, linkCapability(access.account));
      return { status: 200, body: wireLinkCode(access.account) };
    },
  }),
  endpoint({
    method: 'POST',
    path: '/accounts/:accountId/link-code',
    summary: 'A new code; the old one leads nowhere from now on',
    tag,
    access: { account: 'accountId' },
    idempotent: true,
    stepUp: 'sometimes',
    reply: { 200: linkCode },
    async handle({ context, access }) {
      requireCapability(access, linkCapability(access.account));
      requireStepUp(context);
      return { status: 200, body: wireLinkCode(await rotateLinkCode(context, access.account)) };
    },
  }),
];
