import { isId } from '../../src/domain/index.js';
import { endpoint, type Endpoint } from '../endpoint.js';
import { fieldProblem } from '../kernel/parse.js';
import { ProblemError } from '../problem.js';
import { requireAccess } from '../services/access.js';
import { setFavourite } from '../services/account-uses.js';
import { lockMe, setCurrentAccount, wireMe } from '../services/me.js';
import { listMyMemberships } from '../services/my-memberships.js';
import { changeProfile } from '../services/profile-changes.js';
import { requireStepUp } from '../services/step-up.js';
import {
  currentAccount,
  favouriteMark,
  me,
  mePatch,
  myMembershipPage,
  myMembershipQuery,
} from './schemas/session.js';

const tag = 'Me';

export const meEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/me',
    summary: 'My profile',
    tag,
    access: 'session',
    reply: { 200: me },
    handle: async ({ context }) => ({ status: 200, body: wireMe(context.actor.user) }),
  }),
  endpoint({
    method: 'PATCH',
    path: '/me',
    summary: 'Change my profile',
    tag,
    access: 'session',
    body: mePatch,
    ifMatch: true,
    stepUp: 'sometimes',
    reply: { 200: me },
    problems: [
      'name-invalid',
      'username-invalid',
      'username-taken',
      'email-invalid',
      'email-code-required',
      'code-invalid',
      'identity-exists',
      'rate-limited',
    ],
    async handle({ context, body, match }) {
      if (body.username !== undefined || body.email !== undefined) requireStepUp(context);
      const user = await lockMe(context);
      await match(user.version, () => wireMe(user));
      const changed = await changeProfile(context, user, body);
      return changed instanceof ProblemError ? changed : { status: 200, body: wireMe(changed) };
    },
  }),
  endpoint({
    method: 'GET',
    path: '/me/memberships',
    summary: 'Accounts I can enter, directly or through a partner account',
    tag,
    access: 'session',
    query: myMembershipQuery,
    reply: { 200: myMembershipPage },
    handle: async ({ context, query }) => ({ status: 200, body: await listMyMemberships(context, query) }),
  }),
  endpoint({
    method: 'PUT',
    path: '/me/current-account',
    summary: 'Remember the account that is shown',
    tag,
    access: 'session',
    shownAccount: false,
    body: currentAccount,
    reply: { 200: me },
    problems: ['not-found', 'link-pending', 'mfa-enrolment-required'],
    async handle({ context, body }) {
      if (!isId('account', body.accountId)) {
        throw fieldProblem([{ pointer: '/accountId', code: 'account_id_malformed' }]);
      }
      await requireAccess(context, body.accountId, 'account.access');
      return { status: 200, body: wireMe(await setCurrentAccount(context, body.accountId)) };
    },
  }),
  endpoint({
    method: 'PUT',
    path: '/me/favourites',
    summary: 'Mark an account for myself, or take the mark away',
    tag,
    access: 'session',
    shownAccount: false,
    body: favouriteMark,
    reply: { 204: null },
    problems: ['not-found', 'link-pending', 'mfa-enrolment-required'],
    async handle({ context, body: { accountId, favourite } }) {
      if (!isId('account', accountId)) {
        throw fieldProblem([{ pointer: '/accountId', code: 'account_id_malformed' }]);
      }
      await requireAccess(context, accountId, 'account.access');
      await setFavourite(context, accountId, favourite);
      return { status: 204 };
    },
  }),
];
