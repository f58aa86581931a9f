import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createSampleProduct } from '../../../server/node/sample-product.js';
import type { Part } from '../../../server/node/site.js';
import { accountIdOf, startServer, type Caller, type TestServer } from '../../support/server.js';

const partner = accountIdOf('northwind');
const client = accountIdOf('harbourlane');
const bluebird = accountIdOf('bluebird');
const everything = ['edit', 'schedule', 'publish', 'delete', 'copy', 'view-list', 'edit-list', 'report'];
const all = [...everything, 'report-clients', 'pay', 'plan', 'one-bill', 'tools', 'resources'];

/** Who does what where, written out from tables 2a and 2b. */
const table: readonly [username: string, accountId: string, allowed: readonly string[]][] = [
  ['partner.owner', partner, all],
  [
    'partner.owner',
    client,
    ['edit', 'schedule', 'publish', 'delete', 'view-list', 'edit-list', 'report', 'pay', 'plan'],
  ],
  // R6: no billing on the partner account, billing on every client.
  ['partner.accounts', partner, all.filter((act) => act !== 'pay' && act !== 'plan')],
  [
    'partner.accounts',
    client,
    ['edit', 'schedule', 'publish', 'delete', 'view-list', 'edit-list', 'report', 'pay', 'plan'],
  ],
  // R8: drafts alone; billing on clients.
  ['partner.creator', partner, ['edit', 'copy', 'report', 'tools', 'resources']],
  ['partner.creator', client, ['edit', 'report', 'pay', 'plan']],
  // R9: partner tools, and nothing of the product.
  ['partner.manager', partner, ['report-clients', 'tools', 'resources']],
  // R7: no billing for a role granted on the client.
  ['bluebird.creator', bluebird, ['edit', 'report']],
];

describe('the sample product', () => {
  let server: TestServer;
  let product: Part;

  before(async () => {
    server = await startServer();
    product = createSampleProduct(server.app);
  });
  after(() => server.close());

  async function act(
    caller: Caller,
    body: unknown,
    headers: Record<string, string> = { origin: server.config.publicUrl, 'content-type': 'application/json' },
  ): Promise<number> {
    const request = new Request(`${server.config.publicUrl}/product/acts`, {
      method: 'POST',
      headers: { cookie: caller.cookie(), ...headers },
      body: JSON.stringify(body),
    });
    return (await product(request))?.status ?? 0;
  }

  for (const [username, accountId, allowed] of table) {
    const where = accountId === partner ? 'the partner account' : 'a client';
    it(`R13: lets ${username} do on ${where} what the tables say, and nothing else`, async () => {
      const caller = await server.as(username);
      const done: string[] = [];
      for (const one of all) {
        const status = await act(caller, { accountId, act: one });
        assert.ok(status === 200 || status === 403, `${one}: ${status}`);
        if (status === 200) done.push(one);
      }
      assert.deepEqual(done, allowed);
    });
  }

  it('R5: knows nothing of accounts that the person cannot reach, and of people without a session', async () => {
    const creator = await server.as('bluebird.creator');
    assert.equal(await act(creator, { accountId: partner, act: 'edit' }), 404);
    assert.equal(await act(server.anonymous(), { accountId: client, act: 'edit' }), 401);
  });

  it('threat 17: takes nothing from the page of another site, and nothing it does not know', async () => {
    const owner = await server.as('partner.owner');
    const json = { 'content-type': 'application/json' };
    const wish = { accountId: client, act: 'edit' };
    assert.equal(await act(owner, wish, { ...json, origin: 'https://elsewhere.example' }), 403);
    assert.equal(await act(owner, wish, json), 403);
    assert.equal(
      await act(owner, wish, { origin: server.config.publicUrl, 'content-type': 'text/plain' }),
      403,
    );
    assert.equal(await act(owner, { accountId: client, act: 'constructor' }), 400);
    assert.equal(await act(owner, { accountId: '../me', act: 'edit' }), 400);
  });
});
