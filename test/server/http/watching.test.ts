import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Observed } from '../../support/contract.js';
import { invite, mailedToken } from '../../support/invites.js';
import { accountIdOf, demoPassword, startServer, type TestServer } from '../../support/server.js';
import { world } from '../../support/world.js';

describe('what every test of the backend is watched for', () => {
  let server: TestServer;
  let seats: Observed;
  before(async () => {
    server = await startServer({ scenario: world });
    const answer = await (await server.as('alpha.owner')).get(`/accounts/${accountIdOf('alpha')}/seats`);
    const pathname = `/v1/accounts/${accountIdOf('alpha')}/seats`;
    seats = { method: 'GET', pathname, status: 200, headers: answer.headers, text: answer.text };
  });
  after(() => server.close());

  /** Changes the answer, and expects the contract to have none like it. */
  function undocumented(change: Partial<Observed>, says: RegExp): void {
    server.contract.check(seats);
    assert.throws(() => server.contract.check({ ...seats, ...change }), says);
  }

  it('an answer with a status that is not in the document', () => {
    undocumented({ status: 201 }, /no answer GET .*\/seats 201/);
    undocumented({ status: 500, text: '{}' }, /no answer/);
  });

  it('an answer with a field too many, too few, or of another type', () => {
    const body = JSON.parse(seats.text) as Record<string, unknown>;
    const { used: _used, ...without } = body;
    for (const wrong of [{ ...body, extra: 1 }, without, { ...body, used: '3' }]) {
      undocumented({ text: JSON.stringify(wrong) }, /seats 200 in /);
    }
  });

  it('an answer of another media type, or a body where there is none', () => {
    undocumented({ headers: new Headers({ 'content-type': 'text/html' }), text: '<p>' }, /no text\/html/);
  });

  it('a problem of a kind that the endpoint does not name', () => {
    const problem = {
      type: '/problems/last-owner',
      code: 'last_owner',
      title: 'x',
      status: 409,
      instance: 'x',
    };
    const headers = new Headers({ 'content-type': 'application/problem+json' });
    undocumented({ status: 409, headers, text: JSON.stringify(problem) }, /no answer|last-owner/);
  });

  it('a success at a path that is not in the document', () => {
    assert.throws(() => server.contract.check({ ...seats, pathname: '/v1/secret-door' }));
  });

  it('answers to whoever calls the app itself, too', async () => {
    const before = server.contract.seen.size;
    await server.app.fetch(new Request(`${server.config.publicUrl}/v1/username-checks`, { method: 'POST' }));
    assert.ok(server.contract.seen.size > before);
  });

  it('Z6: a password, a link, a mailed code or a cookie in a log', async () => {
    const leaky = await startServer({ scenario: world });
    const owner = await leaky.as('alpha.owner');
    const { url } = await invite(owner, 'alpha', { email: 'canary@example.test' });
    const copied = url.split('#')[1] ?? '';
    await leaky.anonymous().post('/invitation-email-codes', { token: copied });
    const mailed = await mailedToken(leaky, 'canary@example.test');
    const code = leaky.mails.flatMap(({ text }) => /^ {4}(\d{6})$/m.exec(text)?.[1] ?? [])[0] ?? '';
    const cookie = owner.cookie().split('=')[1] ?? '';
    const secrets = [demoPassword, copied, mailed, code, cookie];
    assert.ok(leaky.canaries.count >= 3);
    for (const secret of secrets) {
      assert.ok(secret, 'went through');
      leaky.logs.push(JSON.stringify({ event: 'careless', note: `it was ${secret} there` }));
      await assert.rejects(leaky.close(), /a secret is in the log/);
      leaky.logs.length = 0;
    }
    await leaky.close();
  });
});
