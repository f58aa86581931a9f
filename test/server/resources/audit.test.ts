import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { AuditEvent, Page } from '../../../src/client/wire/index.js';
import { invite, refused } from '../../support/invites.js';
import { accountIdOf, startServer, userIdOf, type Caller, type TestServer } from '../../support/server.js';
import { memberOf, unlink, world } from '../../support/world.js';

const account = `/accounts/${accountIdOf('alpha')}`;
const history = `${account}/audit-events`;

describe('the history of an account', () => {
  let server: TestServer;
  let owner: Caller;
  beforeEach(async () => {
    server = await startServer({ scenario: world });
    owner = await server.as('alpha.owner');
  });
  afterEach(() => server.close());

  const read = async (query = '', caller = owner): Promise<Page<AuditEvent>> => {
    const answer = await caller.get(history + query);
    assert.equal(answer.status, 200, answer.text);
    return answer.json<Page<AuditEvent>>();
  };
  const actions = async (query = '', caller = owner) =>
    (await read(query, caller)).items.map(({ action }) => action);
  const rename = (name: string) => owner.patch(account, { name });
  const setRole = (roleId: string, caller = owner) =>
    caller.patch(`${account}/members/${memberOf('alpha.spare')}`, { roleId });

  it('threat 20: says who did what to whom, before and after, when, from where and in which call', async () => {
    const answer = await setRole('account_manager');
    const [event] = (await read('?limit=1')).items;
    assert.deepEqual(event, {
      id: event?.id,
      at: '2026-11-22T09:00:00.000Z',
      actor: { userId: userIdOf('alpha.owner'), displayName: 'owner of alpha', username: 'alpha.owner' },
      accountId: accountIdOf('alpha'),
      action: 'member.role-changed',
      targetType: 'membership',
      targetId: memberOf('alpha.spare'),
      targetName: 'spare of alpha',
      before: { userId: userIdOf('alpha.spare'), roleId: 'campaign_creator' },
      after: { roleId: 'account_manager' },
      ip: '192.0.2.1',
      correlationId: answer.headers.get('x-request-id'),
    });
  });

  it('pages from the newest to the oldest, and what happens meanwhile doubles and hides nothing', async () => {
    for (const name of ['One', 'Two', 'Three', 'Four', 'Five']) await rename(name);
    const names = (page: Page<AuditEvent>) => page.items.map(({ after }) => after?.['name']);
    const first = await read('?limit=2&types=account');
    assert.deepEqual([names(first), first.total], [['Five', 'Four'], 5]);
    await rename('Six');
    const second = await read(`?limit=2&types=account&cursor=${first.nextCursor ?? ''}`);
    assert.deepEqual(names(second), ['Three', 'Two']);
    const third = await read(`?limit=2&types=account&cursor=${second.nextCursor ?? ''}`);
    assert.deepEqual([names(third), third.nextCursor], [['One'], null]);
  });

  it('is asked by time, kind, actor and target', async () => {
    await rename('One');
    server.clock.advance(60);
    const partner = await server.as('agency.owner');
    await setRole('account_manager', partner);
    server.clock.advance(60);
    const { id } = await invite(owner, 'alpha', { email: 'new@alpha.test' });
    const recent = '?since=2026-11-22T09:00:00Z';
    assert.deepEqual(await actions(recent), ['invitation.created', 'member.role-changed', 'account.updated']);
    assert.deepEqual(await actions(`${recent}&until=2026-11-22T10:01:00%2B01:00`), ['account.updated']);
    assert.deepEqual(await actions(`${recent}&types=invitation,account.updated`), [
      'invitation.created',
      'account.updated',
    ]);
    assert.deepEqual(await actions(`?actor=${userIdOf('agency.owner')}`), ['member.role-changed']);
    assert.deepEqual(await actions(`?target=${id}`), ['invitation.created']);
    assert.deepEqual(await actions(`?actor=${userIdOf('beta.owner')}`), []);
    assert.equal((await read(`?target=${id}`)).items[0]?.targetName, 'new@alpha.test');
  });

  it('refuses a query that it does not understand', async () => {
    const wrong = ['since=yesterday', 'until=2026-13-01T00:00:00Z', 'types=secrets', 'types=', 'actor=me'];
    for (const query of [...wrong, 'target=*', 'sort=at', 'cursor=x', 'limit=0']) {
      refused(await owner.get(`${history}?${query}`), 422, 'query-invalid');
    }
  });

  it('R90, Q11: names the partner people who acted, also after the link has ended', async () => {
    const partner = await server.as('agency.owner');
    await setRole('account_manager', partner);
    const [before] = (await read('?limit=1')).items;
    assert.equal(before?.actor?.username, 'agency.owner');
    await unlink(server.store, 'alpha');
    const [after] = (await read('?limit=1')).items;
    assert.equal(after?.actor?.username, 'agency.owner');
  });

  it('R32: does not name somebody who never was let in, such as a client’s owner in the partner’s history', async () => {
    await server.store.transaction(async (tx) => {
      const [row] = await tx.auditEvents.find({ limit: 1 });
      assert.ok(row);
      const { seq: _, ...event } = row;
      await tx.auditEvents.insert({
        ...event,
        id: 'aud_0000000000000000000001',
        accountId: accountIdOf('alpha'),
        actorUserId: userIdOf('gamma.owner'),
        action: 'account.updated',
        targetType: 'account',
        targetId: accountIdOf('alpha'),
      });
    });
    const [event] = (await read('?limit=1&types=account.updated')).items;
    assert.deepEqual([event?.actor, event?.targetName], [null, 'Account alpha']);
  });

  it('a removed member keeps the name in what they did', async () => {
    const { items } = await read(`?target=${memberOf('alpha.spare')}`);
    assert.equal(items[0]?.targetName, 'spare of alpha');
    await owner.del(`${account}/members/${memberOf('alpha.spare')}`);
    const after = await read(`?target=${memberOf('alpha.spare')}`);
    assert.deepEqual(
      after.items.map(({ action, targetName }) => [action, targetName]),
      [
        ['member.removed', 'spare of alpha'],
        ['member.added', 'spare of alpha'],
      ],
    );
    assert.equal(after.items[1]?.actor?.username, 'alpha.spare');
  });

  it('is for those who manage users (2a: audit.read)', async () => {
    refused(await (await server.as('alpha.manager')).get(history), 403, 'forbidden');
    refused(await (await server.as('beta.owner')).get(history), 404, 'not-found');
    assert.ok((await actions('', await server.as('agency.partner'))).length > 0);
  });
});
