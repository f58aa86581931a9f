import { endpoint, type Endpoint } from '../endpoint.js';
import { requireCapability } from '../services/access.js';
import { listMembers, wireMember } from '../services/member-list.js';
import {
  changeRole,
  changeStatus,
  guard,
  removeMember,
  requireMember,
  targetOf,
} from '../services/members.js';
import { requireRole } from '../services/role-grants.js';
import { requireStepUp } from '../services/step-up.js';
import { member, memberPage, memberPatch, memberQuery } from './schemas/member.js';

const tag = 'Members';
const manage = { account: 'accountId', capability: 'users.manage' } as const;

export const memberEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/accounts/:accountId/members',
    summary: 'Members, searched, filtered and sorted',
    tag,
    access: manage,
    query: memberQuery,
    reply: { 200: memberPage },
    handle: async ({ context, params, query }) => ({
      status: 200,
      body: await listMembers(context, params.accountId, query),
    }),
  }),
  endpoint({
    method: 'GET',
    path: '/accounts/:accountId/members/:memberId',
    summary: 'One member; everybody may read their own',
    tag,
    // Leaving and taking an offered ownership are one's own affairs: they begin with one's own membership.
    access: { account: 'accountId' },
    reply: { 200: member },
    async handle({ context, params, access }) {
      const own = access.grants.some(({ membershipId }) => membershipId === params.memberId);
      if (!own) requireCapability(access, 'users.manage');
      const row = await requireMember(context, params.accountId, params.memberId);
      return { status: 200, body: await wireMember(context, row) };
    },
  }),
  endpoint({
    method: 'PATCH',
    path: '/accounts/:accountId/members/:memberId',
    summary: 'Change the role, suspend or reactivate',
    tag,
    // The role decision and the guards say who may, in their own order (2c).
    access: { account: 'accountId' },
    body: memberPatch,
    ifMatch: true,
    stepUp: 'sometimes',
    reply: { 200: member },
    problems: ['role-not-available', 'last-owner', 'cannot-change-own-role', 'seat-limit-reached'],
    async handle({ context, params, access, body, match }) {
      const row = await requireMember(context, params.accountId, params.memberId);
      const { roleId, status } = body;
      if (status !== undefined) {
        guard(context, access, status === 'active' ? 'reactivate' : 'suspend', row);
        requireStepUp(context);
        await match(row.version, () => wireMember(context, row));
        const changed = await changeStatus(context, access, row, status);
        return { status: 200, body: await wireMember(context, changed) };
      }
      const role = requireRole(access, roleId, targetOf(context, row));
      requireStepUp(context);
      await match(row.version, () => wireMember(context, row));
      return { status: 200, body: await wireMember(context, await changeRole(context, row, role)) };
    },
  }),
  endpoint({
    method: 'DELETE',
    path: '/accounts/:accountId/members/:memberId',
    summary: 'Remove a member, or leave',
    tag,
    access: { account: 'accountId' },
    ifMatch: true,
    stepUp: 'sometimes',
    reply: { 204: null },
    problems: ['last-owner'],
    async handle({ context, params, access, match }) {
      const row = await requireMember(context, params.accountId, params.memberId);
      guard(context, access, 'remove', row);
      // Leaving is one's own affair; only what is done to others needs a fresh proof (R69).
      if (row.userId !== context.actor.user.id) requireStepUp(context);
      await match(row.version, () => wireMember(context, row));
      await removeMember(context, row);
      return { status: 204 };
    },
  }),
];
