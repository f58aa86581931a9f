import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { AccountListItem, Page } from '../../../src/client/wire/index.js';
import { accountIdOf, startServer, userIdOf, type TestServer } from '../../support/server.js';
import { memberOf, world } from '../../support/world.js';

const path = (key: string): string => `/accounts/${accountIdOf(key)}`;

describe('clients that were referred', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startServer({ scenario: world });
    await server.store.transaction(async (tx) => {
      await tx.accountLinks.updateWhere({ childId: accountIdOf('alpha') }, { relationship: 'referred' });
      await tx.accounts.update(accountIdOf('alpha'), { relationship: 'referred', planId: 'starter' });
    });
  });
  afterEach(() => server.close());

  const list = async (username: string, query: string) =>
    (await (await server.as(username)).get(`/accounts${query}`)).json<Page<AccountListItem>>();
  const names = async (username: string, query: string) =>
    (await list(username, query)).items.map(({ name }) => name);

  it('K8, K12: are listed when they are asked for, with nothing that belongs to their own people', async () => {
    const [alpha, ...others] = (await list('agency.owner', '?relationship=referred')).items;
    assert.deepEqual(others, []);
    assert.ok(alpha);
    const { id, name, status, relationship, ...rest } = alpha;
    assert.deepEqual(
      [id, name, status, relationship],
      [accountIdOf('alpha'), 'Account alpha', 'active', 'referred'],
    );
    const { planId, planName, mfaPolicy, seats, roleId, source, lastActivityAt, parent } = rest;
    const hidden = [planId, planName, mfaPolicy, seats, roleId, source, lastActivityAt, parent];
    assert.deepEqual(new Set(hidden), new Set([null]));
    assert.deepEqual(await names('agency.owner', ''), ['Account beta']);
    assert.deepEqual(await names('agency.owner', '?relationship=managed'), ['Account beta']);
  });

  it('are not found by what is not told of them, nor put in its order', async () => {
    const referred = (query: string) => names('agency.owner', `?relationship=referred&${query}`);
    assert.deepEqual(await referred('q=alpha&status=active'), ['Account alpha']);
    for (const query of ['plan=starter', 'seats=free', 'role=account_owner', 'source=inherited', 'q=starter'])
      assert.deepEqual(await referred(query), [], query);
    await server.store.transaction(async (tx) => {
      await tx.accountLinks.updateWhere({ childId: accountIdOf('beta') }, { relationship: 'referred' });
      await tx.accounts.update(accountIdOf('beta'), { relationship: 'referred', planId: 'premium' });
    });
    const byName = ['Account alpha', 'Account beta'];
    for (const sort of ['plan', '-plan', 'seats', '-seats']) {
      assert.deepEqual((await referred(`sort=${sort}`)).toSorted(), byName);
      assert.deepEqual(await referred(`sort=${sort}`), await referred(`sort=${sort.replace('-', '')}`), sort);
    }
  });

  it('R5: are nothing to another partner, to siblings, and to a token for another client', async () => {
    assert.deepEqual(await names('rival.manager', '?relationship=referred'), []);
    assert.deepEqual(await names('beta.owner', '?relationship=referred'), []);
    assert.deepEqual(await names('alpha.owner', '?relationship=referred'), ['Account alpha']);
    assert.deepEqual(
      await names('agency.owner', `?relationship=referred&parent=${accountIdOf('rival')}`),
      [],
    );
    const rival = await server.as('rival.manager');
    assert.equal((await rival.get(path('alpha'))).status, 404);
    assert.equal((await (await server.as('agency.owner')).get(path('alpha'))).status, 404);
  });

  it('R11: somebody who is a member there has the whole of it', async () => {
    await server.store.transaction(async (tx) => {
      await tx.memberships.update(memberOf('alpha.creator'), { userId: userIdOf('agency.manager') });
    });
    const [alpha] = (await list('agency.manager', '?relationship=referred&plan=starter')).items;
    assert.deepEqual([alpha?.source, alpha?.roleId], ['direct', 'campaign_creator']);
  });
});
