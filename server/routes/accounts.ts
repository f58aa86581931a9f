import { endpoint, type Endpoint } from '../endpoint.js';
import { closeAccount, restoreAccount } from '../services/account-closing.js';
import { listAccounts } from '../services/account-list.js';
import { authoriseAccountChange, changeAccount, wireAccount } from '../services/accounts.js';
import { listPartnerPeople } from '../services/partner-people.js';
import { listRoles } from '../services/roles.js';
import { invitesLeft } from '../services/invitation-budgets.js';
import { seatsOf, wireSeats } from '../services/seats.js';
import {
  account,
  accountPage,
  accountPatch,
  accountQuery,
  effectiveAccess,
  roleList,
  seatUsage,
} from './schemas/account.js';
import { partnerPersonList } from './schemas/member.js';

const tag = 'Accounts';
const enter = { account: 'accountId', capability: 'account.access' } as const;

export const accountEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/accounts',
    summary: 'Client accounts I can enter, with their seats',
    tag,
    access: 'session',
    query: accountQuery,
    reply: { 200: accountPage },
    handle: async ({ context, query }) => ({ status: 200, body: await listAccounts(context, query) }),
  }),
  endpoint({
    method: 'GET',
    path: '/accounts/:accountId',
    summary: 'One account',
    tag,
    access: enter,
    reply: { 200: account },
    handle: async ({ context, access }) => ({ status: 200, body: await wireAccount(context, access) }),
  }),
  endpoint({
    method: 'PATCH',
    path: '/accounts/:accountId',
    summary: 'Change name, second-factor policy or Single Billing',
    tag,
    access: enter,
    body: accountPatch,
    ifMatch: true,
    stepUp: 'sometimes',
    reply: { 200: account },
    problems: ['name-invalid'],
    async handle({ context, access, body, match }) {
      await authoriseAccountChange(context, access, body);
      await match(access.account.version, () => wireAccount(context, access));
      const changed = await changeAccount(context, access, body);
      return { status: 200, body: await wireAccount(context, { ...access, account: changed }) };
    },
  }),
  endpoint({
    method: 'DELETE',
    path: '/accounts/:accountId',
    summary: 'Close an account; it can be restored for 120 days',
    tag,
    // Closing is the owner's: the one capability that only owners have.
    access: { account: 'accountId', capability: 'ownership.transfer' },
    ifMatch: true,
    stepUp: true,
    reply: { 202: account },
    problems: ['has-active-links'],
    async handle({ context, access, match }) {
      await match(access.account.version, () => wireAccount(context, access));
      const closed = await closeAccount(context, access);
      return { status: 202, body: await wireAccount(context, { ...access, grants: [], account: closed }) };
    },
  }),
  endpoint({
    method: 'POST',
    path: '/accounts/:accountId/restore',
    summary: 'Bring a closed account back, with its members',
    tag,
    // Nobody has a relation to a closed account: the use-case knows who had the one that counts.
    access: 'session',
    shownAccount: false,
    idempotent: true,
    stepUp: 'sometimes',
    reply: { 200: account },
    problems: ['malformed-request', 'link-pending', 'account-unavailable'],
    async handle({ context, params }) {
      return {
        status: 200,
        body: await wireAccount(context, await restoreAccount(context, params.accountId)),
      };
    },
  }),
  endpoint({
    method: 'GET',
    path: '/accounts/:accountId/access',
    summary: 'What I may do here, and which grant gives it',
    tag,
    access: { account: 'accountId' },
    reply: { 200: effectiveAccess },
    async handle({ context, access }) {
      const grants = access.grants.map(({ membershipId, source, roleId, grantAccountId }) => {
        return { membershipId, source, roleId, grantAccountId };
      });
      const capabilities = [...access.capabilities];
      const targetAccountId = access.account.id;
      return { status: 200, body: { userId: context.actor.user.id, targetAccountId, capabilities, grants } };
    },
  }),
  endpoint({
    method: 'GET',
    path: '/accounts/:accountId/roles',
    summary: 'Every role, with the reason where I cannot grant it here',
    tag,
    access: enter,
    reply: { 200: roleList },
    handle: async ({ access }) => ({ status: 200, body: listRoles(access) }),
  }),
  endpoint({
    method: 'GET',
    path: '/accounts/:accountId/seats',
    summary: 'Seats used, reserved and free',
    tag,
    access: enter,
    reply: { 200: seatUsage },
    async handle({ context, access: { account: row } }) {
      const seats = wireSeats(context, row, await seatsOf(context, row));
      return { status: 200, body: { ...seats, invitesLeft: await invitesLeft(context, row) } };
    },
  }),
  endpoint({
    method: 'GET',
    path: '/accounts/:accountId/partner-people',
    summary: 'People of the partner account who reach this client',
    tag,
    access: { account: 'accountId', capability: 'users.manage' },
    reply: { 200: partnerPersonList },
    handle: async ({ context, access }) => ({ status: 200, body: await listPartnerPeople(context, access) }),
  }),
];
