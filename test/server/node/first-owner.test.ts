import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { Script } from 'node:vm';
import { readEnvironment } from '../../../server/node/environment.js';
import { beginWith } from '../../../server/node/first-owner.js';
import { resetPasswordPages } from '../../../server/node/reset-password-page.js';
import type { Account, MyMembership, Page } from '../../../src/client/wire/index.js';
import { goodPassword, mailTo, refused, tokenIn } from '../../support/invites.js';
import { startServer, type TestServer } from '../../support/server.js';
import { world } from '../../support/world.js';

const first = { address: 'olga@agency.test', accountName: 'Agency' };

for (const identityPolicy of ['one_identity', 'per_account'] as const) {
  describe(`the first owner, ${identityPolicy}`, () => {
    let server: TestServer;
    beforeEach(async () => {
      server = await startServer({ scenario: null, config: { identityPolicy } });
    });
    afterEach(() => server.close());
    const begin = () => beginWith(first, server.ports, server.config);

    it('owns a partner account on an empty database, and chooses a password by the mailed link', async () => {
      assert.equal(await begin(), 'made');
      const mail = await mailTo(server, first.address);
      assert.match(mail.subject, /^Agency is ready/);
      const browser = server.anonymous();
      const credentials = { username: first.address, password: goodPassword };
      refused(await browser.post('/auth/sessions', credentials), 401, 'credentials-wrong');
      const body = { token: tokenIn(mail.text), password: goodPassword };
      assert.equal((await browser.post('/auth/password-resets/complete', body)).status, 200);
      assert.equal((await browser.post('/auth/sessions', credentials)).status, 201);
      const { items } = (await browser.get('/me/memberships')).json<Page<MyMembership>>();
      assert.deepEqual(
        items.map(({ account, roleId }) => [account.name, account.kind, roleId]),
        [['Agency', 'parent', 'account_owner']],
      );
      const id = items[0]?.account.id ?? '';
      assert.equal((await browser.get(`/accounts/${id}`)).json<Account>().status, 'active');
      const draft = { email: 'next@agency.test', roleId: 'account_manager' };
      assert.equal((await browser.post(`/accounts/${id}/invitations`, draft)).status, 201);
      assert.equal(await begin(), 'left-alone');
    });

    it('of ten processes that start at once, one does it; a link that ran out is mailed again', async () => {
      const outcomes = await Promise.all(Array.from({ length: 10 }, begin));
      assert.equal(outcomes.filter((outcome) => outcome === 'made').length, 1);
      assert.equal(outcomes.filter((outcome) => outcome === 'left-alone').length, 9);
      server.clock.advance(72 * 3600 + 1);
      assert.equal(await begin(), 'mailed-again');
      assert.equal(await server.store.read.users.count(), 1);
    });
  });
}

describe('the first owner', () => {
  it('T30: leaves a database with accounts alone', async () => {
    const server = await startServer({ scenario: world });
    assert.equal(await beginWith(first, server.ports, server.config), 'left-alone');
    await server.close();
  });

  it('comes from the environment, whole or not at all, without a default', () => {
    assert.equal(readEnvironment({}).firstOwner, null);
    const given = { FIRST_OWNER: first.address, FIRST_ACCOUNT: first.accountName };
    assert.deepEqual(readEnvironment(given).firstOwner, first);
    for (const wrong of [
      { FIRST_OWNER: first.address },
      { ...given, FIRST_OWNER: 'olga' },
      { FIRST_ACCOUNT: 'A' },
    ]) {
      assert.throws(() => readEnvironment(wrong), /FIRST_OWNER has to be one mail address/);
    }
  });
});

describe('the page of a forgotten password', () => {
  it('is drawn with its own script, under the policy of all pages', async () => {
    const ask = (path: string) => resetPasswordPages(new Request(`http://localhost${path}`));
    const page = ask('/reset-password');
    assert.match(page?.headers.get('content-security-policy') ?? '', /script-src 'self'/);
    const html = (await page?.text()) ?? '';
    assert.match(html, /autocomplete="new-password"/);
    assert.ok(!/<script(?![^>]*src=)|style=/.test(html));
    const script = (await ask('/reset-password.js')?.text()) ?? '';
    assert.doesNotThrow(() => new Script(`async () => {${script}}`));
    assert.equal(ask('/elsewhere'), undefined);
  });
});
