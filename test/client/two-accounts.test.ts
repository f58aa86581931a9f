import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createClient, isCcError, type CcClient } from '../../src/client/index.js';
import { accountIdOf, startServer, type Caller, type TestServer } from '../support/server.js';
import { world } from '../support/world.js';

let server: TestServer;
let login: Caller;
before(async () => {
  server = await startServer({ scenario: world });
  login = await server.as('agency.owner');
});
after(() => server.close());

/** A page, or one provider of a page, of the same browser: all share the cookie of the login. */
function page(): CcClient {
  return createClient({
    baseUrl: `${server.config.publicUrl}/v1`,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      request.headers.set('cookie', login.cookie());
      return server.app.fetch(request, '192.0.2.1');
    },
  });
}

const [alpha, beta] = [accountIdOf('alpha'), accountIdOf('beta')];
const rename = async (client: CcClient, id: string, name: string) =>
  (await client.accounts.update(await client.accounts.get(id), { name })).name;

test('R92: two providers with different accounts under one login both write, whatever is current', async () => {
  const [one, two] = [page(), page()];
  await login.put('/me/current-account', { accountId: alpha });
  assert.equal(await rename(one, alpha, 'Alpha one'), 'Alpha one');
  assert.equal(await rename(two, beta, 'Beta one'), 'Beta one');
  await one.me.setCurrent(alpha);
  assert.equal(await rename(one, alpha, 'Alpha two'), 'Alpha two');
  assert.equal(await rename(two, beta, 'Beta two'), 'Beta two');
  // One client for both, as under one provider with an element that has an account of its own.
  assert.equal(await rename(one, beta, 'Beta three'), 'Beta three');
});

test('W02, threat 10: a page that showed an account is stopped once another tab has switched', async () => {
  const [stale, fresh] = [page(), page()];
  await stale.me.setCurrent(alpha);
  await fresh.me.setCurrent(beta);
  const error = await rename(stale, alpha, 'Too late').then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  assert.ok(isCcError(error, 'account-changed'));
  assert.equal(error.facts.currentAccountId, beta);
  assert.equal(await rename(fresh, beta, 'In time'), 'In time');
  await stale.me.setCurrent(alpha);
  assert.equal(await rename(stale, alpha, 'After switching back'), 'After switching back');
});

test('W02: a page that found its account current when it was opened is stopped as well', async () => {
  await login.put('/me/current-account', { accountId: alpha });
  const opened = page();
  await opened.me.get();
  await login.put('/me/current-account', { accountId: beta });
  await opened.me.get();
  await assert.rejects(rename(opened, alpha, 'Too late'), (error) => isCcError(error, 'account-changed'));
});
