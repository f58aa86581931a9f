import { endpoint, type Endpoint } from '../endpoint.js';
import { undoAddressChange } from '../services/addresses.js';
import { spend } from '../services/budgets.js';
import { openInvitation } from '../services/invitation-opening.js';
import { checkAvailability } from '../services/usernames.js';
import { usernameAnswer, usernameCheck } from './schemas/invitation.js';
import { emailChangeUndo } from './schemas/session.js';

const tag = 'Usernames and addresses';

export const usernameEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'POST',
    path: '/username-checks',
    summary: 'Is this username free? For acceptance, invitation and change',
    tag,
    access: 'public',
    shownAccount: false,
    body: usernameCheck,
    reply: { 200: usernameAnswer },
    problems: ['username-invalid', 'rate-limited', 'invitation-malformed', 'invitation-not-found'],
    async handle({ context, body }) {
      const { actor, config, ip } = context;
      const bucket = `username-check:${actor?.user.id ?? ip ?? 'unknown'}`;
      await spend(context, { bucket, limit: config.limits.usernameChecksPerMinute, seconds: 60 });
      // The holder of a link asks for the invited address; it is proven before the name is taken (R50).
      const invited = body.token === undefined ? undefined : await openInvitation(context, body.token);
      const own = actor?.user.emailVerifiedAt ? actor.user.email : null;
      const seeker = { userId: actor?.user.id, ownVerifiedEmail: invited?.invitation.email ?? own };
      return { status: 200, body: await checkAvailability(context, body.username, seeker) };
    },
  }),
  endpoint({
    method: 'POST',
    path: '/email-change-undos',
    summary: 'Put back the address that a change replaced, by the link mailed to it',
    tag,
    access: 'public',
    shownAccount: false,
    body: emailChangeUndo,
    idempotent: true,
    reply: { 204: null },
    problems: ['challenge-ended', 'identity-exists'],
    async handle({ context, body }) {
      await undoAddressChange(context, body.token);
      return { status: 204, session: 'end' };
    },
  }),
];
