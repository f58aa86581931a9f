import { limits } from '../../src/domain/index.js';
import { endpoint, type Endpoint } from '../endpoint.js';
import { ProblemError } from '../problem.js';
import { auditFactors, securityUrlOf, tellOwner } from '../services/factor-changes.js';
import {
  cancelEnrolment,
  overviewOf,
  prepareCodes,
  removeEnrolment,
  requireEnrolment,
  requireRemovable,
  startEnrolment,
  verifyEnrolment,
  wireEnrolment,
} from '../services/enrolments.js';
import { lockMe } from '../services/me.js';
import { drawCodes, keepCodes, markSaved } from '../services/recovery-codes.js';
import { requireStepUp } from '../services/step-up.js';
import {
  enrolmentDraft,
  enrolmentProof,
  enrolmentStarted,
  enrolmentVerified,
  mfaOverview,
  recoveryCodeBatch,
} from './schemas/factor.js';

/** One's own affairs: open behind a gate, and about no account. */
const own = { tag: 'Second factor', access: 'session', shownAccount: false } as const;

export const mfaEndpoints: readonly Endpoint[] = [
  endpoint({
    ...own,
    method: 'GET',
    path: '/me/mfa',
    summary: 'My second factors, recovery codes left, and what is asked of me',
    reply: { 200: mfaOverview },
    handle: async ({ context }) => ({ status: 200, body: await overviewOf(context) }),
  }),
  endpoint({
    ...own,
    method: 'POST',
    path: '/me/mfa/enrolments',
    summary: 'Start to set up an authenticator; its secret is told once',
    body: enrolmentDraft,
    idempotent: true,
    stepUp: true,
    reply: { 201: enrolmentStarted },
    problems: ['name-invalid'],
    async handle({ context, body }) {
      return { status: 201, body: await startEnrolment(context, body) };
    },
  }),
  endpoint({
    ...own,
    method: 'POST',
    path: '/me/mfa/enrolments/:enrolmentId/verify',
    summary: `Confirm it with a code; ${String(limits.recoveryCodes)} recovery codes are told once`,
    body: enrolmentProof,
    idempotent: true,
    reply: { 200: enrolmentVerified },
    problems: ['code-invalid'],
    prepare: ({ context, ports, params, body }) =>
      prepareCodes(context, ports, params.enrolmentId, body.code),
    async handle({ context, params, body, prepared }) {
      return {
        status: 200,
        body: await verifyEnrolment(context, params.enrolmentId, body.code, prepared),
      };
    },
  }),
  endpoint({
    ...own,
    method: 'DELETE',
    path: '/me/mfa/enrolments/:enrolmentId',
    summary: 'Turn a second factor off, or give its set-up up',
    ifMatch: true,
    stepUp: 'sometimes',
    reply: { 204: null },
    problems: ['mfa-required-by-policy'],
    async handle({ context, params, match }) {
      const row = await requireEnrolment(context, params.enrolmentId);
      const pending = row.state === 'pending';
      if (!pending) {
        await requireRemovable(context);
        requireStepUp(context);
      }
      await match(row.version, () => wireEnrolment(row));
      await (pending ? cancelEnrolment(context, row) : removeEnrolment(context, row));
      return { status: 204 };
    },
  }),
  endpoint({
    ...own,
    method: 'POST',
    path: '/me/mfa/recovery-codes',
    summary: 'New recovery codes in place of all earlier ones; told once',
    idempotent: true,
    stepUp: true,
    reply: { 201: recoveryCodeBatch },
    problems: ['mfa-enrolment-required'],
    async prepare({ context, ports }) {
      // Asked here as well, so that nobody makes us hash for nothing.
      requireStepUp(context);
      if (!context.actor.user.mfaActive) throw new ProblemError('mfa-enrolment-required');
      return drawCodes(ports);
    },
    async handle({ context, prepared }) {
      const user = await lockMe(context);
      if (!user.mfaActive) throw new ProblemError('mfa-enrolment-required');
      await keepCodes(context, user.id, prepared);
      await auditFactors(context, user, 'mfa.codes-renewed');
      await tellOwner(context, user, 'recovery_codes_renewed', { securityUrl: securityUrlOf(context) });
      return { status: 201, body: { codes: prepared.codes } };
    },
  }),
  endpoint({
    ...own,
    method: 'PUT',
    path: '/me/mfa/recovery-codes',
    summary: 'Say that I keep the newest recovery codes',
    reply: { 204: null },
    async handle({ context }) {
      await markSaved(context, context.actor.user.id);
      return { status: 204 };
    },
  }),
];
