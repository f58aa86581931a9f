import { endpoint, type Endpoint } from '../endpoint.js';
import { ProblemError } from '../problem.js';
import { lockMe } from '../services/me.js';
import { requireGoodPassword, setPassword } from '../services/new-password.js';
import { askForReset, openReset } from '../services/password-resets.js';
import {
  passwordChange,
  passwordReset,
  passwordResetDone,
  passwordResetRequest,
} from './schemas/password.js';

const tag = 'Sign-in';

export const passwordEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'POST',
    path: '/auth/password-resets',
    summary: 'Mail a link that sets a new password, if there is such a login',
    tag,
    access: 'public',
    shownAccount: false,
    body: passwordResetRequest,
    reply: { 202: null },
    problems: ['rate-limited'],
    async handle({ context, body }) {
      await askForReset(context, body.username);
      return { status: 202 };
    },
  }),
  endpoint({
    method: 'POST',
    path: '/auth/password-resets/complete',
    summary: 'Set a new password with the mailed link; second factors stay',
    tag,
    access: 'public',
    shownAccount: false,
    body: passwordReset,
    reply: { 200: passwordResetDone },
    problems: ['challenge-ended', 'password-rejected'],
    async prepare({ context, ports, body }) {
      const user = await openReset(context, body.token);
      return ports.passwordHash.hash(await requireGoodPassword(context, user, body.password));
    },
    async handle({ context, body, prepared }) {
      const user = await openReset(context, body.token, { lock: true });
      // Whoever holds the mailbox is not whoever sits at a browser that is signed in: every session ends.
      const { username } = await setPassword({ ...context, actor: null }, user, prepared);
      context.log.info('password-reset', { requestId: context.requestId, ip: context.ip, userId: user.id });
      return { status: 200, body: { username } };
    },
  }),
  endpoint({
    method: 'PUT',
    path: '/me/password',
    summary: 'Change my password; every other browser is signed out',
    tag: 'Me',
    access: 'session',
    stepUp: true,
    body: passwordChange,
    reply: { 204: null },
    problems: ['password-rejected'],
    async prepare({ context, ports, body }) {
      const { user, session } = context.actor;
      // With an embed token the login is the host's.
      if (!session) throw new ProblemError('forbidden', { next: 'Change it where you signed in.' });
      return ports.passwordHash.hash(await requireGoodPassword(context, user, body.password));
    },
    async handle({ context, prepared }) {
      const user = await setPassword(context, await lockMe(context), prepared);
      const { session, authenticatedAt } = context.actor;
      return { status: 204, session: { start: user, deviceId: session?.deviceId, authenticatedAt } };
    },
  }),
];
