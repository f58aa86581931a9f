import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type {
  Account,
  AccountListItem,
  AuditEvent,
  Member,
  MyMembership,
  Page,
} from '../../../src/client/wire/index.js';
import { deliver, invite, lookup, refused, tokenIn } from '../../support/invites.js';
import { accountIdOf, startServer, userIdOf, type Caller, type TestServer } from '../../support/server.js';
import { giveFactor, memberOf, world } from '../../support/world.js';

const path = (name: string): string => `/accounts/${accountIdOf(name)}`;
const day = 24 * 3600;

for (const identityPolicy of ['one_identity', 'per_account'] as const) {
  describe(`closing and restoring an account, ${identityPolicy}`, () => {
    let server: TestServer;
    let owner: Caller;
    beforeEach(async () => {
      server = await startServer({ scenario: { ...world, identityPolicy } });
      owner = await server.as('alpha.owner');
    });
    afterEach(() => server.close());

    const close = (caller = owner, name = 'alpha') => caller.del(path(name));
    const restore = (caller = owner, name = 'alpha') => caller.post(`${path(name)}/restore`);
    const members = async (caller = owner) =>
      (await caller.get(`${path('alpha')}/members`)).json<Page<Member>>().items;
    const mailed = async () => {
      await deliver(server);
      return server.mails.splice(0).map(({ to, subject }) => `${to}: ${subject}`);
    };

    it('R85: memberships end, invitations are revoked and links end; people keep their login', async () => {
      const { url } = await invite(owner, 'alpha', { email: 'new@alpha.test' });
      await mailed();
      const answer = await close();
      assert.equal(answer.status, 202);
      const closed = answer.json<Account>();
      assert.deepEqual([closed.status, closed.closedAt], ['closed', '2026-11-22T09:00:00.000Z']);
      refused(await owner.get(path('alpha')), 404, 'not-found');
      refused(await (await server.as('agency.owner')).get(path('alpha')), 404, 'not-found');
      refused(await lookup(server.anonymous(), tokenIn(url)), 410, 'account-unavailable');
      assert.equal((await owner.get('/me')).status, 200);
      const { read } = server.store;
      const where = { accountId: accountIdOf('alpha') };
      assert.equal(await read.memberships.count({ ...where, status: { not: 'removed' } }), 0);
      assert.equal(await read.invitations.count({ ...where, state: 'pending' }), 0);
      assert.equal(await read.accountLinks.count({ childId: accountIdOf('alpha'), state: 'active' }), 0);
    });

    it('R85: everybody whose access ended is told, the owner of the partner account and the invitee too', async () => {
      await invite(owner, 'alpha', { email: 'new@alpha.test' });
      await mailed();
      await close();
      const mails = await mailed();
      for (const who of ['alpha.owner@alpha.test', 'alpha.spare@alpha.test', 'agency.owner@agency.test']) {
        assert.ok(mails.includes(`${who}: Account alpha was closed`), who);
      }
      assert.ok(mails.includes('new@alpha.test: Your invite to Account alpha was withdrawn'));
      assert.ok(!mails.some((mail) => mail.startsWith('agency.manager')));
    });

    it('R86: whoever has no membership left signs in to an empty list', async () => {
      await close();
      const again = await server.as('alpha.spare');
      assert.deepEqual((await again.get('/me/memberships')).json<Page<MyMembership>>().items, []);
    });

    it('R85: a closed account is listed for those who may restore it, and for nobody else', async () => {
      const closed = async (username: string, query = '') => {
        const caller = await server.as(username);
        const { items } = (await caller.get(`/accounts?status=closed${query}`)).json<Page<AccountListItem>>();
        return items.map(({ name, source, seats }) => [name, source, seats]);
      };
      assert.deepEqual(await closed('alpha.owner'), []);
      await close();
      const listed = [['Account alpha', null, null]];
      assert.deepEqual(await closed('alpha.owner'), listed);
      assert.deepEqual(await closed('agency.owner'), listed);
      assert.deepEqual(await closed('agency.owner', `&parent=${accountIdOf('agency')}&q=alph`), listed);
      assert.deepEqual(await closed('agency.owner', '&q=beta'), []);
      assert.deepEqual(await closed('agency.owner', '&plan=premium'), []);
      assert.deepEqual(await closed('agency.owner', `&parent=${accountIdOf('rival')}`), []);
      for (const username of ['agency.manager', 'alpha.manager', 'beta.owner', 'rival.manager'])
        assert.deepEqual(await closed(username), [], username);
      const { items } = (await (await server.as('agency.owner')).get('/accounts')).json<
        Page<AccountListItem>
      >();
      assert.ok(items.every(({ status }) => status !== 'closed'));
      server.clock.advance(120 * day + 1);
      assert.deepEqual(await closed('alpha.owner'), []);
    });

    it('R86: a partner account with clients is not closed', async () => {
      const partner = await server.as('agency.owner');
      refused(await close(partner, 'agency'), 409, 'has-active-links');
      for (const name of ['alpha', 'beta']) assert.equal((await close(partner, name)).status, 202);
      assert.equal((await close(partner, 'agency')).status, 202);
    });

    it('R85: a restore brings memberships back as they were, and neither invitations nor the link', async () => {
      await invite(owner, 'alpha', { email: 'new@alpha.test' });
      const before = await members();
      await owner.del(`${path('alpha')}/members/${memberOf('alpha.creator')}`);
      await close();
      server.clock.advance(60);
      await mailed();
      const answer = await restore();
      assert.equal(answer.status, 200);
      const { status, closedAt, kind } = answer.json<Account>();
      assert.deepEqual([status, closedAt, kind], ['active', null, 'standalone']);
      const facts = (list: Member[]) =>
        list.map(({ username, roleId, status: state }) => [username, roleId, state]);
      assert.deepEqual(
        facts(await members()),
        facts(before.filter(({ username }) => username !== 'alpha.creator')),
      );
      assert.ok((await mailed()).includes('alpha.spare@alpha.test: Account alpha is open again'));
      const { items } = (await owner.get(`${path('alpha')}/invitations?status=revoked`)).json<Page<object>>();
      assert.equal(await server.store.read.invitations.count({ state: 'pending' }), 0, JSON.stringify(items));
      refused(await (await server.as('agency.owner')).get(path('alpha')), 404, 'not-found');
      refused(await (await server.as('alpha.creator')).get(path('alpha')), 404, 'not-found');
    });

    it('R85: who comes back has the name and the factor of now', async () => {
      await close();
      const spare = await server.as('alpha.spare');
      await spare.patch('/me', { displayName: 'Aaron First' });
      await giveFactor(server.store, 'alpha.spare');
      await restore();
      const [first] = await members();
      assert.deepEqual([first?.displayName, first?.mfaActive], ['Aaron First', true]);
    });

    it('R85: for 120 days; what was a trial is one again; a repeat finds it done', async () => {
      await server.store.transaction((tx) => tx.accounts.update(accountIdOf('alpha'), { status: 'trial' }));
      await close();
      server.clock.advance(120 * day - 60);
      owner = await server.as('alpha.owner');
      assert.equal((await restore()).json<Account>().status, 'trial');
      assert.equal((await restore()).json<Account>().status, 'trial');
      await close();
      server.clock.advance(120 * day + 1);
      owner = await server.as('alpha.owner');
      refused(await restore(), 410, 'account-unavailable');
    });

    it('only its owner and the owner of the partner that lost it may restore it', async () => {
      await close();
      for (const name of ['alpha.manager', 'agency.partner', 'agency.manager', 'beta.owner', 'rival.owner']) {
        refused(await restore(await server.as(name)), 404, 'not-found');
      }
      // It is open again, and no longer theirs to see.
      const partner = await server.as('agency.owner');
      assert.equal((await restore(partner)).status, 200);
      refused(await partner.get(path('alpha')), 404, 'not-found');
    });

    it('R69: closing and restoring need a fresh proof', async () => {
      server.clock.advance(16 * 60);
      refused(await close(), 401, 'step-up-required');
      owner = await server.as('alpha.owner');
      await close();
      server.clock.advance(16 * 60);
      refused(await restore(), 401, 'step-up-required');
    });

    it('threat 20: the history has a row for each thing that ended and came back', async () => {
      await invite(owner, 'alpha', { email: 'new@alpha.test' });
      await close();
      await restore();
      const { items } = (await owner.get(`${path('alpha')}/audit-events?since=2026-11-22T09:00:00Z`)).json<
        Page<AuditEvent>
      >();
      const count = (action: string) => items.filter((event) => event.action === action).length;
      assert.deepEqual(
        ['account.closed', 'member.removed', 'invitation.revoked', 'link.ended', 'member.restored'].map(
          count,
        ),
        [1, 6, 1, 1, 6],
      );
      assert.equal(items[0]?.actor?.userId, userIdOf('alpha.owner'));
    });

    it('R92: whoever was looking at it works on elsewhere', async () => {
      const partner = await server.as('agency.owner');
      await partner.put('/me/current-account', { accountId: accountIdOf('alpha') });
      await close();
      const body = { toMembershipId: memberOf('beta.manager') };
      const headers = { 'cc-account': accountIdOf('beta') };
      const answer = await partner.post(`${path('beta')}/ownership-transfers`, body, { headers });
      refused(answer, 403, 'mfa-enrolment-required');
    });
  });
}
