import type { EffectiveAccess, MyMembership, Page, RoleList } from '../../client/wire/index.js';
import { expect, expectProblem, expectStatus } from '../caller.js';
import type { Stand } from '../subject.js';
import type { Rule, Suite } from '../suite.js';

/** What somebody may do on an account. */
async function capabilities(suite: Suite, stand: Stand, accountId: string): Promise<readonly string[]> {
  const answer = await (await suite.as(stand)).get(`/accounts/${accountId}/access`);
  return expectStatus<EffectiveAccess>(answer, 200).capabilities;
}

function may(
  stand: Stand,
  has: readonly string[],
  allowed: readonly string[],
  denied: readonly string[],
): void {
  for (const one of allowed) expect(has.includes(one), `${stand} may ${one}, and is not let`);
  for (const one of denied) expect(!has.includes(one), `${stand} may not ${one}, and is let`);
}

/** An id of the right form that no account has. */
const unknown = 'acc_0000000000000000000000';

/** Which accounts somebody reaches, and what the roles carry there (2a, 2b). */
export const reachRules: readonly Rule[] = [
  {
    rule: 'R4',
    title: 'who has a role on a client does not reach its partner account',
    async check(suite) {
      const caller = await suite.as('childOwner');
      expectProblem(await caller.get(`/accounts/${suite.accounts.parent}`), 404, 'not-found');
      const listed = expectStatus<Page<MyMembership>>(await caller.get('/me/memberships'), 200).items;
      const ids = listed.map(({ account }) => account.id);
      expect(!ids.includes(suite.accounts.parent), 'the partner account is listed to somebody of a client');
      expect(ids.includes(suite.accounts.child), 'the own account is not listed');
    },
  },
  {
    rule: 'R5',
    title: 'an account out of reach is answered as one that does not exist',
    async check(suite) {
      const caller = await suite.as('childOwner');
      const { stranger, limited } = suite.accounts;
      const none = await caller.get(`/accounts/${unknown}`);
      expectProblem(none, 404, 'not-found');
      for (const id of [stranger, ...(limited === undefined ? [] : [limited])]) {
        for (const path of ['', '/members', '/invitations', '/seats', '/access']) {
          const foreign = await caller.get(`/accounts/${id}${path}`);
          expectProblem(foreign, 404, 'not-found');
          const said = (text: string) => text.replace(/"instance":"[^"]*"/, '');
          expect(said(foreign.text) === said(none.text), `${foreign.call} tells that the account exists`);
        }
      }
    },
  },
  {
    rule: 'R6',
    title: 'Account Manager on the partner account: no billing there, billing on its clients',
    async check(suite) {
      const stand = 'parentAccountManager';
      const { parent, child } = suite.accounts;
      may(stand, await capabilities(suite, stand, parent), ['product.use'], ['billing.manage']);
      may(stand, await capabilities(suite, stand, child), ['billing.manage', 'campaigns.publish'], []);
    },
  },
  {
    rule: 'R7',
    title: 'a role on a client carries no billing',
    async check(suite) {
      for (const stand of ['childAccountManager', 'childCampaignCreator'] as const) {
        may(
          stand,
          await capabilities(suite, stand, suite.accounts.child),
          ['campaigns.edit'],
          ['billing.manage'],
        );
      }
    },
  },
  {
    rule: 'R8',
    title: 'Campaign Creator on the partner account: billing on clients, no schedule, publish or lists',
    async check(suite) {
      const stand = 'parentCampaignCreator';
      const has = await capabilities(suite, stand, suite.accounts.child);
      may(stand, has, ['billing.manage'], ['campaigns.schedule', 'campaigns.publish', 'lists.manage']);
    },
  },
  {
    rule: 'R9',
    title: 'Partner Manager on the partner account: partnership tools, no product',
    async check(suite) {
      const stand = 'parentPartnerManager';
      const has = await capabilities(suite, stand, suite.accounts.parent);
      may(stand, has, ['partnerTools.use', 'account.access'], ['product.use', 'campaigns.copyToChild']);
    },
  },
  {
    rule: 'R10',
    title: 'Partner Manager in a client: entry, billing, product and users',
    async check(suite) {
      const stand = 'parentPartnerManager';
      const has = await capabilities(suite, stand, suite.accounts.child);
      may(stand, has, ['account.access', 'billing.manage', 'product.use', 'users.manage'], []);
    },
  },
  {
    rule: 'R1',
    title: 'a client offers Account Manager and Campaign Creator only, and says why not the others',
    async check(suite) {
      const caller = await suite.as('childOwner');
      const path = `/accounts/${suite.accounts.child}`;
      const { items } = expectStatus<RoleList>(await caller.get(`${path}/roles`), 200);
      const offered = items.filter(({ available }) => available).map(({ id }) => id);
      expect(
        offered.sort().join(' ') === 'account_manager campaign_creator',
        `offered: ${offered.join(' ')}`,
      );
      const manager = items.find(({ id }) => id === 'partner_manager');
      expect(
        manager === undefined || manager.reason !== null,
        'no reason why Partner Manager is not offered',
      );
      const body = { email: suite.address(), roleId: 'partner_manager' };
      expectProblem(
        await caller.post(`${path}/invitations`, body),
        422,
        'role-not-available',
        'role_not_available',
      );
    },
  },
  {
    rule: 'R2',
    title: 'a partner account offers three roles, and nobody is made owner by an invitation',
    async check(suite) {
      const caller = await suite.as('parentOwner');
      const path = `/accounts/${suite.accounts.parent}`;
      const { items } = expectStatus<RoleList>(await caller.get(`${path}/roles`), 200);
      const offered = items.filter(({ available }) => available).map(({ id }) => id);
      const wanted = 'account_manager campaign_creator partner_manager';
      expect(offered.sort().join(' ') === wanted, `offered: ${offered.join(' ')}`);
      const body = { email: suite.address(), roleId: 'account_owner' };
      expectProblem(
        await caller.post(`${path}/invitations`, body),
        422,
        'role-not-available',
        'role_not_grantable',
      );
    },
  },
  {
    rule: 'R87',
    title: 'nobody grants a role that carries more than their own',
    async check(suite) {
      const caller = await suite.as('parentPartnerManager');
      const body = { email: suite.address(), roleId: 'account_manager' };
      const answer = await caller.post(`/accounts/${suite.accounts.parent}/invitations`, body);
      expectProblem(answer, 403, 'forbidden', 'role_above_actor');
    },
  },
  {
    rule: 'R93',
    title: 'form comes before authentication, and capability after relation',
    async check(suite) {
      expectProblem(await suite.nobody().get('/accounts/acc_1/members'), 400, 'malformed-request');
      const members = `/accounts/${suite.accounts.child}/members`;
      expectProblem(await suite.nobody().get(members), 401, 'unauthenticated');
      expectProblem(
        await (await suite.as('childCampaignCreator')).get(members),
        403,
        'forbidden',
        'forbidden',
      );
      expectProblem(await (await suite.as('strangerOwner')).get(members), 404, 'not-found');
    },
  },
];
