import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { SignJWT } from 'jose';
import { cleanUp } from '../../../server/services/clean-up.js';
import { listenTo, type OpenStream } from '../../support/events.js';
import { accountIdOf, startServer, userIdOf, type Caller, type TestServer } from '../../support/server.js';
import { memberOf, unlink, world } from '../../support/world.js';

const alpha = accountIdOf('alpha');
const account = `/accounts/${alpha}`;
const secret = new TextEncoder().encode('a shared secret of thirty-two bytes or more');
const embed = { issuer: 'https://host.test', audience: 'crew', secret: new TextDecoder().decode(secret) };

describe('live changes', () => {
  let server: TestServer;
  let owner: Caller;
  let open: OpenStream[];
  beforeEach(async () => {
    server = await startServer({ scenario: world, config: { embed } });
    owner = await server.as('alpha.owner');
    open = [];
  });
  afterEach(async () => {
    await Promise.all(open.map((stream) => stream.close()));
    await server.close();
  });

  /** A stream that has begun. */
  async function listen(
    caller: Caller,
    headers: Record<string, string> = {},
    id = alpha,
  ): Promise<OpenStream> {
    const stream = await listenTo(server, caller, id, headers);
    open.push(stream);
    return stream;
  }
  async function started(caller: Caller, headers: Record<string, string> = {}): Promise<OpenStream> {
    const stream = await listen(caller, headers);
    const first = await stream.next();
    assert.equal(first?.event, 'ready');
    return stream;
  }
  const setRole = (roleId: string, caller = owner) =>
    caller.patch(`${account}/members/${memberOf('alpha.spare')}`, { roleId });
  const rename = (name: string) => owner.patch(account, { name });
  /** Lets time pass as soon as a stream has nothing left to do but wait for it. */
  async function pass(seconds: number): Promise<void> {
    while (server.clock.waiting === 0) await new Promise((resolve) => setImmediate(resolve));
    server.clock.advance(seconds);
  }

  it('tells kind, id and version of what somebody else changed, and nothing more', async () => {
    const stream = await started(owner);
    assert.equal(stream.headers.get('content-type'), 'text/event-stream; charset=utf-8');
    assert.equal(stream.headers.get('cache-control'), 'no-store');
    await setRole('account_manager', await server.as('agency.owner'));
    const told = await stream.next();
    assert.equal(told?.event, 'change');
    assert.deepEqual(told?.data, { kind: 'member', id: memberOf('alpha.spare'), version: 2 });
  });

  it('tells nothing of a change that was rolled back, or of another account', async () => {
    const stream = await started(owner);
    await owner.patch(`${account}/members/${memberOf('alpha.owner')}`, { status: 'suspended' });
    const beta = await server.as('beta.owner');
    await beta.patch(`/accounts/${accountIdOf('beta')}`, { name: 'Beta' });
    await rename('Alpha');
    assert.equal((await stream.next())?.data.kind, 'account');
  });

  it('is taken up again behind Last-Event-ID, with everything since, once and in order', async () => {
    const stream = await started(owner);
    await rename('One');
    const first = await stream.next();
    await stream.close();
    for (const name of ['Two', 'Three', 'Four']) await rename(name);
    const again = await started(owner, { 'last-event-id': String(first?.id) });
    const versions = [await again.next(), await again.next(), await again.next()].map(
      (one) => one?.data.version,
    );
    assert.deepEqual(versions, [3, 4, 5]);
  });

  it('a number that is too old, or never was, is answered with `reset`', async () => {
    await rename('One');
    const [row] = await server.store.read.changes.find({ where: { accountId: alpha } });
    const known = String(row?.seq);
    server.clock.advance(24 * 3600 + 1);
    await cleanUp(server.ports);
    owner = await server.as('alpha.owner');
    for (const id of [known, '999999', '0', 'x', '-1', '1e3', '9'.repeat(30)]) {
      const stream = await listen(owner, { 'last-event-id': id });
      assert.equal((await stream.next())?.event, 'reset', id);
    }
  });

  it('retention: a stream can be taken up again for 24 hours', async () => {
    await rename('One');
    const [row] = await server.store.read.changes.find({ where: { accountId: alpha } });
    server.clock.advance(24 * 3600 - 60);
    await cleanUp(server.ports);
    owner = await server.as('alpha.owner');
    await started(owner, { 'last-event-id': String(row?.seq) });
  });

  it('a fresh stream tells what changed while its page was loading', async () => {
    await rename('Long ago');
    server.clock.advance(60);
    await rename('Just now');
    const stream = await started(owner);
    assert.equal((await stream.next())?.data.version, 3);
  });

  it('gives a sign of life while nothing happens', async () => {
    const stream = await started(owner);
    const next = stream.next();
    for (let times = 0; times < 3; times += 1) await pass(15);
    await pass(0);
    await rename('One');
    assert.equal((await next)?.data.kind, 'account');
    assert.ok(stream.beats() >= 2, String(stream.beats()));
  });

  it('R59, R5: ends before the first change that its reader may no longer hear', async () => {
    const manager = await started(await server.as('alpha.manager'));
    const partner = await started(await server.as('agency.owner'));
    const path = `${account}/members/${memberOf('alpha.manager')}`;
    assert.equal((await owner.patch(path, { status: 'suspended' })).status, 200);
    assert.equal(await manager.next(), undefined);
    assert.equal((await partner.next())?.data.kind, 'member');
    await unlink(server.store, 'alpha');
    await rename('On its own');
    assert.equal(await partner.next(), undefined);
  });

  it('ends with the session and with the life of an embed token, at the next sign of life at the latest', async () => {
    const stream = await started(owner);
    await owner.del('/auth/sessions/current', { headers: {} });
    const ended = stream.next();
    await pass(15);
    assert.equal(await ended, undefined);

    const now = Math.floor(server.clock.now().getTime() / 1000);
    const token = await new SignJWT({ sub: userIdOf('alpha.owner'), iat: now, exp: now + 300 })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(embed.issuer)
      .setAudience(embed.audience)
      .sign(secret);
    const embedded = await started(server.anonymous(), { authorization: `Bearer ${token}` });
    const over = embedded.next();
    await pass(331);
    assert.equal(await over, undefined);
  });

  it('being open keeps no session alive and is no activity', async () => {
    const stream = await started(owner);
    const before = await server.store.read.sessions.find();
    const ended = stream.next();
    for (let minutes = 0; minutes < 30; minutes += 1) await pass(60);
    assert.equal(await ended, undefined);
    assert.deepEqual(await server.store.read.sessions.find(), before);
    const membership = await server.store.read.memberships.get(memberOf('alpha.owner'));
    assert.equal(membership?.lastActiveAt, '2026-11-22T08:00:00.000Z');
  });

  it('whoever may not list people learns of places, of the account and of their own role alone', async () => {
    const creator = await started(await server.as('alpha.creator'));
    await setRole('account_manager');
    await rename('Alpha');
    const path = `${account}/members/${memberOf('alpha.creator')}`;
    await owner.patch(path, { roleId: 'account_manager' });
    const heard = [await creator.next(), await creator.next(), await creator.next()].map((one) => one?.data);
    assert.deepEqual(heard, [
      { kind: 'seats', id: alpha, version: 0 },
      { kind: 'account', id: alpha, version: 2 },
      { kind: 'member', id: memberOf('alpha.creator'), version: 2 },
    ]);
  });

  it('one person has at most 20 streams, and gets them back', async () => {
    for (let count = 0; count < 20; count += 1) await started(owner);
    const refused = await listen(owner);
    assert.deepEqual([refused.status, refused.headers.get('retry-after')], [429, '30']);
    await open[0]?.close();
    await started(owner);
    await started(await server.as('alpha.manager'));
  });

  it('V10: a server that stops ends its streams and opens no more', async () => {
    const stream = await started(owner);
    const ended = stream.next();
    server.app.stop();
    assert.equal(await ended, undefined);
    assert.equal((await listen(owner)).status, 503);
  });

  it('is refused to a stranger as if there were no such account', async () => {
    assert.equal((await listen(await server.as('beta.owner'))).status, 404);
    assert.equal((await listen(server.anonymous())).status, 401);
  });
});
