import { endpoint, type Endpoint } from '../endpoint.js';
import { ProblemError } from '../problem.js';
import { answerChallenge, openChallenge, startChallenge } from '../services/challenges.js';
import { noteDeviceUse, trustDevice } from '../services/devices.js';
import { abandonProof, demandAfterPassword, methodsOfStepUp, prepareProof } from '../services/factors.js';
import { wireJustSignedIn, wireSignedIn } from '../services/me.js';
import { refund } from '../services/budgets.js';
import { acceptProof, provePassword } from '../services/password-proof.js';
import { challengeAnswer, signedIn, signIn, signInPending } from './schemas/session.js';

const tag = 'Sign-in';

export const authEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'POST',
    path: '/auth/sessions',
    summary: 'Sign in with username and password',
    tag,
    access: 'public',
    shownAccount: false,
    body: signIn,
    reply: { 201: signedIn, 202: signInPending },
    problems: ['credentials-wrong', 'rate-limited'],
    prepare: ({ context, ports, body }) => provePassword(context, ports, body),
    abandon: (context, { spent }) => refund(context, spent),
    async handle({ context, prepared, headers }) {
      const user = await acceptProof(context, prepared);
      const { log, requestId, ip } = context;
      if (!user) {
        // Without the name: people type passwords into the wrong field.
        log.warn('sign-in-refused', { requestId, ip });
        throw new ProblemError('credentials-wrong');
      }
      const { methods, device } = await demandAfterPassword(context, headers, user);
      if (methods.length > 0) {
        return { status: 202, body: await startChallenge(context, user, 'sign_in', methods) };
      }
      log.info('signed-in', { requestId, ip, userId: user.id });
      if (!device) return { status: 201, body: wireJustSignedIn(context, user), session: { start: user } };
      await noteDeviceUse(context, device);
      // R69: a remembered browser is no proof of the factor; the last one was given when it was remembered.
      const authenticatedAt = user.mfaActive ? new Date(device.firstSeenAt) : context.now;
      const body = wireSignedIn(context, { user, session: null, authenticatedAt, accountLimit: null });
      return { status: 201, body, session: { start: user, deviceId: device.id, authenticatedAt } };
    },
  }),
  endpoint({
    method: 'GET',
    path: '/auth/sessions/current',
    summary: 'Who is signed in',
    tag,
    access: 'session',
    reply: { 200: signedIn },
    handle: async ({ context }) => ({ status: 200, body: wireSignedIn(context, context.actor) }),
  }),
  endpoint({
    method: 'DELETE',
    path: '/auth/sessions/current',
    summary: 'Sign out',
    tag,
    access: 'session',
    shownAccount: false,
    reply: { 204: null },
    handle: async () => ({ status: 204, session: 'end' }),
  }),
  endpoint({
    method: 'POST',
    path: '/auth/step-ups',
    summary: 'Start a fresh proof for a sensitive act',
    tag,
    access: 'session',
    shownAccount: false,
    reply: { 201: signInPending },
    async handle({ context }) {
      // With an embed token the proof is the host's: it mints a token with a new `auth_time`.
      if (!context.actor.session)
        throw new ProblemError('forbidden', { next: 'Get a fresh token from the host.' });
      const { user } = context.actor;
      const methods = await methodsOfStepUp(context);
      const challenge = await startChallenge(context, user, 'step_up', methods);
      return { status: 201, body: challenge };
    },
  }),
  endpoint({
    method: 'POST',
    path: '/auth/challenges/:challengeId',
    summary: 'Answer a challenge: finish a sign-in or a step-up',
    tag,
    access: 'public',
    shownAccount: false,
    body: challengeAnswer,
    reply: { 200: signedIn },
    problems: [
      'credentials-wrong',
      'code-invalid',
      'code-reused',
      'challenge-ended',
      'factor-locked',
      'rate-limited',
    ],
    prepare: async ({ context, ports, params, body }) =>
      prepareProof(context, ports, await openChallenge(context, params.challengeId), body),
    abandon: abandonProof,
    async handle({ context, params, body, prepared, headers }) {
      const outcome = await answerChallenge(context, params.challengeId, body, prepared);
      if (outcome instanceof ProblemError) return outcome;
      const { user, method, purpose } = outcome;
      const { requestId, ip, log, config, actor } = context;
      log.info(purpose === 'sign_in' ? 'signed-in' : 'stepped-up', {
        requestId,
        ip,
        userId: user.id,
        method,
      });
      // R67: a recovery code says that the factor is lost, and a password is none.
      const remembers = body.trustDevice === true && config.trustedDevices;
      const trusted =
        remembers && (method === 'totp' || method === 'email_code')
          ? await trustDevice(context, headers, user)
          : undefined;
      const deviceId = trusted?.deviceId ?? (purpose === 'step_up' ? actor?.session?.deviceId : null);
      return {
        status: 200,
        body: wireJustSignedIn(context, user),
        session: { start: user, deviceId },
        cookies: trusted ? [trusted.cookie] : [],
      };
    },
  }),
];
