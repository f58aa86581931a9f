import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Endpoint } from '../../../server/endpoint.js';
import { accountIdOf, startServer, type Answered } from '../../support/server.js';
import { askForLink, memberOf, world } from '../../support/world.js';
import { isBound, nameOf, startSweep, type Sweep } from './sweep.js';

const unknown = 'acc_0000000000000000000000';

describe('R93: what is looked up, in its order', () => {
  let sweep: Sweep;
  before(async () => {
    sweep = await startSweep();
    await askForLink(sweep.server.store);
    const owner = await sweep.as('alpha.owner');
    await owner.put('/me/current-account', { accountId: accountIdOf('alpha') });
  });
  after(() => sweep.server.close());

  async function each(
    which: (endpoint: Endpoint) => boolean,
    check: (endpoint: Endpoint) => Promise<void>,
  ): Promise<void> {
    const chosen = sweep.endpoints.filter(which);
    assert.ok(chosen.length > 0);
    for (const endpoint of chosen) await check(endpoint);
  }

  function refused(answer: Answered, endpoint: Endpoint, status: number, slug: string): void {
    const got = { status: answer.status, type: answer.problem().type };
    assert.deepEqual(got, { status, type: `/problems/${slug}` }, `${nameOf(endpoint)}: ${answer.text}`);
  }

  const writes = ({ method }: Endpoint) => method !== 'GET';
  const named = (account: string) => (path: string) => path.replace(/acc_\w+/, account);

  it('nobody signed in', () =>
    each(
      ({ access }) => access !== 'public',
      async (endpoint) => {
        const answer = await sweep.send(endpoint, { as: null });
        refused(answer, endpoint, 401, 'unauthenticated');
        assert.equal(answer.headers.get('www-authenticate'), 'Bearer');
      },
    ));

  it('a session that does not exist is nobody, a token that does not verify is refused everywhere', () =>
    each(
      () => true,
      async (endpoint) => {
        const stranger = { as: null, headers: { cookie: 'crew_session=stolen' } };
        if (endpoint.access !== 'public') {
          refused(await sweep.send(endpoint, stranger), endpoint, 401, 'unauthenticated');
        }
        for (const authorization of ['Bearer x.y.z', 'Basic YTpi', 'Bearer']) {
          const answer = await sweep.send(endpoint, { as: null, headers: { authorization } });
          refused(answer, endpoint, 401, 'unauthenticated');
        }
      },
    ));

  it("AC-003, AC-005, AC-010: another's account, the own parent and an unknown one answer alike", () =>
    each(isBound, async (endpoint) => {
      const bodies = new Set<string>();
      for (const account of [unknown, accountIdOf('gamma'), accountIdOf('agency'), accountIdOf('beta')]) {
        const answer = await sweep.send(endpoint, { path: named(account) });
        refused(answer, endpoint, 404, 'not-found');
        bodies.add(JSON.stringify({ ...answer.problem(), instance: '' }));
      }
      assert.equal(bodies.size, 1, `${nameOf(endpoint)} answers in one way`);
    }));

  it('the requesting parent learns that the link waits, and only those who may ask for links do', () =>
    each(isBound, async (endpoint) => {
      const path = named(accountIdOf('solo'));
      refused(await sweep.send(endpoint, { as: 'agency.owner', path }), endpoint, 403, 'link-pending');
      refused(await sweep.send(endpoint, { as: 'agency.partner', path }), endpoint, 403, 'link-pending');
      refused(await sweep.send(endpoint, { as: 'agency.creator', path }), endpoint, 404, 'not-found');
      refused(await sweep.send(endpoint, { as: 'rival.owner', path }), endpoint, 404, 'not-found');
    }));

  it('R59: a suspended member is out, in every endpoint', () =>
    each(isBound, async (endpoint) => {
      refused(await sweep.send(endpoint, { as: 'alpha.suspended' }), endpoint, 404, 'not-found');
    }));

  it('R70: behind the gate nothing is open but one’s own access', () =>
    each(isBound, async (endpoint) => {
      const answer = await sweep.send(endpoint, { as: 'alpha.gated' });
      if (endpoint.path.endsWith('/access')) {
        const { capabilities } = answer.json<{ capabilities: string[] }>();
        assert.deepEqual(capabilities, ['self.profile', 'self.factors', 'self.leave']);
      } else {
        assert.equal(answer.status, 403, `${nameOf(endpoint)}: ${answer.text}`);
      }
    }));

  it('AC-008: an account id in the body that is not the one in the path', () =>
    each(
      (endpoint) => isBound(endpoint) && endpoint.body !== undefined,
      async (endpoint) => {
        const { body } = await sweep.request(endpoint);
        const other = { ...body, accountId: accountIdOf('beta') };
        refused(await sweep.send(endpoint, { body: other }), endpoint, 422, 'account-mismatch');
        const foreign = { body: other, path: named(accountIdOf('gamma')) };
        refused(await sweep.send(endpoint, foreign), endpoint, 404, 'not-found');
      },
    ));

  it('R92: another tab has made another account current', () =>
    each(
      (endpoint) => writes(endpoint) && endpoint.shownAccount && endpoint.access !== 'public',
      async (endpoint) => {
        const headers = { 'cc-account': accountIdOf('beta') };
        const answer = await sweep.send(endpoint, { headers });
        refused(answer, endpoint, 409, 'account-changed');
        assert.equal(answer.problem().currentAccountId, accountIdOf('alpha'));
      },
    ));

  it('R14: no If-Match or * is 428; weak, old and garbled tags are 412 with what is current', () =>
    each(
      ({ ifMatch }) => ifMatch,
      async (endpoint) => {
        const vague: Record<string, string>[] = [{}, { 'if-match': '*' }, { 'if-match': '' }];
        for (const headers of vague) {
          refused(await sweep.send(endpoint, { headers }), endpoint, 428, 'precondition-required');
        }
        for (const tag of ['W/"v1"', '"v0"', '"v99"', 'v1', '"1"', '"v1', 'W/"v1", "v7"']) {
          const answer = await sweep.send(endpoint, { headers: { 'if-match': tag } });
          refused(answer, endpoint, 412, 'stale-version');
          assert.equal(answer.problem().code, 'precondition_failed');
          const { version } = answer.problem().current as { version: number };
          assert.equal(answer.headers.get('etag'), `"v${String(version)}"`);
        }
      },
    ));

  it('threat 17: a page of another site', () =>
    each(writes, async (endpoint) => {
      const evil = [
        { origin: 'https://evil.test' },
        { origin: 'null' },
        { 'sec-fetch-site': 'cross-site' },
        { 'sec-fetch-site': 'same-site' },
        { origin: 'http://localhost:4400', 'sec-fetch-site': 'cross-site' },
      ];
      for (const headers of evil) {
        const answer = await sweep.send(endpoint, { headers: headers as Record<string, string> });
        refused(answer, endpoint, 403, 'origin-refused');
      }
    }));
});

describe('R93: one request with everything wrong, put right step by step', () => {
  it('answers form, sign-in, relation, mismatch, tab, right, proof, version and seat in this order', async () => {
    const server = await startServer({
      scenario: {
        ...world,
        accounts: world.accounts.map((account) =>
          account.key === 'alpha' ? { ...account, planId: 'starter' } : account,
        ),
      },
    });
    const alpha = accountIdOf('alpha');
    const signedIn = {
      creator: await server.as('alpha.creator'),
      owner: await server.as('alpha.owner'),
    };
    await signedIn.creator.put('/me/current-account', { accountId: alpha });
    await signedIn.creator.put('/me/current-account', { accountId: alpha });
    server.clock.advance(16 * 60);
    const step = async (
      caller: typeof signedIn.owner,
      change: { account?: string; bodyAccount?: string; tab?: string; match?: string; status?: unknown } = {},
    ): Promise<string> => {
      const path = `/accounts/${change.account ?? alpha}/members/${memberOf('alpha.suspended')}`;
      const headers: Record<string, string> = {};
      if (change.tab) headers['cc-account'] = change.tab;
      if (change.match) headers['if-match'] = change.match;
      const body = { status: change.status ?? 'active', accountId: change.bodyAccount ?? alpha };
      const answer = await caller.send('PATCH', path, { headers, body });
      return `${String(answer.status)} ${answer.problem().type?.replace('/problems/', '') ?? ''}`;
    };
    const wrong = { account: accountIdOf('gamma'), bodyAccount: unknown, tab: unknown };
    const order = [
      await step(server.anonymous(), { ...wrong, status: 'gone' }),
      await step(server.anonymous(), wrong),
      await step(signedIn.creator, wrong),
      await step(signedIn.creator, { ...wrong, account: alpha }),
      await step(signedIn.creator, { tab: unknown }),
      await step(signedIn.creator),
      await step(signedIn.owner),
    ];
    const fresh = await server.as('alpha.owner');
    order.push(await step(fresh), await step(fresh, { match: '"v9"' }), await step(fresh, { match: '"v1"' }));
    assert.deepEqual(order, [
      '422 type-mismatch',
      '401 unauthenticated',
      '404 not-found',
      '422 account-mismatch',
      '409 account-changed',
      '403 forbidden',
      '401 step-up-required',
      '428 precondition-required',
      '412 stale-version',
      '409 seat-limit-reached',
    ]);
    await server.close();
  });
});
