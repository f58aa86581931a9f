import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { accountIdOf, startServer, type Caller, type TestServer } from '../../support/server.js';
import { memberOf, unlink, world } from '../../support/world.js';

const invitations = `/accounts/${accountIdOf('alpha')}/invitations`;
const uuid = '8e03978e-40d5-43e8-bc93-6894a57f9324';
const draft = (email: string) => ({ email: `${email}@example.test`, roleId: 'campaign_creator' });

describe('R35: Idempotency-Key', () => {
  let server: TestServer;
  let owner: Caller;
  before(async () => {
    server = await startServer({ scenario: world });
    owner = await server.as('alpha.owner');
  });
  after(() => server.close());

  const count = async (table: 'invitations' | 'outbox' | 'auditEvents') => server.store.read[table].count();

  it('HD-001: a repeat gets the first answer, and nothing happens again', async () => {
    const first = await owner.post(invitations, draft('first'), { key: `"${uuid}"` });
    assert.equal(first.status, 201);
    const before = [await count('invitations'), await count('outbox'), await count('auditEvents')];
    for (const key of [`"${uuid}"`, uuid]) {
      const again = await owner.post(invitations, draft('first'), { key });
      assert.equal(again.status, 201);
      assert.equal(again.text, first.text);
      assert.equal(again.headers.get('etag'), first.headers.get('etag'));
      assert.equal(again.headers.get('location'), first.headers.get('location'));
    }
    assert.deepEqual([await count('invitations'), await count('outbox'), await count('auditEvents')], before);
  });

  it('HD-003: the same key with another body, or for another call', async () => {
    const body = await owner.post(invitations, draft('second'), { key: uuid });
    assert.equal(body.status, 422);
    assert.equal(body.problem().code, 'idempotency_key_reused');
    const { id } = (await owner.post(invitations, draft('resent'))).json<{ id: string }>();
    server.clock.advance(61);
    const call = await owner.post(`${invitations}/${id}/resend`, {}, { key: uuid });
    assert.equal(call.problem().code, 'idempotency_key_reused');
  });

  it('HD-005: keys of another person are their own', async () => {
    const partner = await server.as('agency.owner');
    const answer = await partner.post(invitations, draft('third'), { key: uuid });
    assert.equal(answer.status, 201, answer.text);
    assert.equal(answer.json<{ email: string }>().email, 'third@example.test');
    const other = `/accounts/${accountIdOf('beta')}/invitations`;
    assert.equal((await partner.post(other, draft('fourth'), { key: uuid })).status, 201);
  });

  it('AC-006: is not told again by an account that has gone out of reach', async () => {
    const own = await startServer({ scenario: world });
    const partner = await own.as('agency.owner');
    const path = `/accounts/${accountIdOf('beta')}/invitations`;
    assert.equal((await partner.post(path, draft('before'), { key: uuid })).status, 201);
    await unlink(own.store, 'beta');
    assert.equal((await partner.post(path, draft('before'), { key: uuid })).status, 404);
    await own.close();
  });

  it('takes quoted texts with escapes, and bare text only as a UUID', async () => {
    assert.equal(
      (await owner.post(invitations, draft('quoted'), { key: '"a \\"quoted\\" key"' })).status,
      201,
    );
    for (const key of ['bare', '"', '""', '"open', 'a"b"', `"${'k'.repeat(256)}"`]) {
      const answer = await owner.post(invitations, draft('never'), { key });
      assert.equal(answer.status, 400, key);
      assert.equal(answer.problem().code, 'idempotency_key_malformed');
    }
    assert.equal((await owner.post(invitations, draft('long'), { key: `"${'k'.repeat(255)}"` })).status, 201);
  });

  it('a refused call leaves the key free for the corrected state of affairs', async () => {
    const key = '"after-upgrade"';
    const member = await owner.post(
      invitations,
      { email: 'alpha.spare@alpha.test', roleId: 'campaign_creator' },
      { key },
    );
    assert.equal(member.problem().code, 'already_member');
    assert.equal(
      (await owner.del(`/accounts/${accountIdOf('alpha')}/members/${memberOf('alpha.spare')}`)).status,
      204,
    );
    const body = { email: 'alpha.spare@alpha.test', roleId: 'campaign_creator' };
    assert.equal((await owner.post(invitations, body, { key })).status, 201);
  });

  it('V02: the first call with the key is still running', async () => {
    const body = draft('parallel');
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => owner.post(invitations, body, { key: '"parallel"' })),
    );
    const created = answers.filter(({ status }) => status === 201);
    const waiting = answers.filter(({ status }) => status === 409);
    assert.equal(created.length + waiting.length, 8);
    assert.equal(new Set(created.map(({ text }) => text)).size, 1);
    for (const answer of waiting) {
      assert.equal(answer.problem().code, 'idempotency_in_progress');
      assert.equal(answer.headers.get('retry-after'), '1');
    }
    assert.equal((await server.store.read.invitations.find({ where: { email: body.email } })).length, 1);
    assert.equal((await server.store.read.outbox.find({ where: { recipient: body.email } })).length, 1);
  });

  it('a key that a dead process left behind can be used after a minute', async () => {
    const key = 'left-behind';
    const fresh = draft('left');
    const known = (await server.store.read.idempotencyKeys.find()).map(({ id }) => id);
    await owner.post(invitations, fresh, { key: `"${key}"` });
    const row = (await server.store.read.idempotencyKeys.find()).find(({ id }) => !known.includes(id));
    await server.store.transaction(async (tx) => {
      const lease = new Date(server.clock.now().getTime() + 60_000).toISOString();
      await tx.idempotencyKeys.update(row?.id ?? '', { status: null, body: null, expiresAt: lease });
      await tx.invitations.remove({ email: fresh.email });
    });
    assert.equal((await owner.post(invitations, fresh, { key: `"${key}"` })).status, 409);
    server.clock.advance(61);
    assert.equal((await owner.post(invitations, fresh, { key: `"${key}"` })).status, 201);
  });

  it('remembers a key for 24 hours and no longer', async () => {
    const body = draft('daily');
    const first = await owner.post(invitations, body, { key: '"daily"' });
    server.clock.advance(24 * 3600 - 1);
    const later = await server.as('alpha.owner');
    assert.equal((await later.post(invitations, body, { key: '"daily"' })).text, first.text);
    server.clock.advance(1);
    const expired = await later.post(invitations, body, { key: '"daily"' });
    assert.equal(expired.problem().code, 'invite_pending');
  });

  it('keeps no cookie: the repeat of an acceptance starts a session of its own', async () => {
    const inviter = await server.as('alpha.owner');
    await inviter.post(invitations, draft('newcomer'));
    const mail = await server.store.read.outbox.first({ recipient: 'newcomer@example.test' });
    const token = /cci_[\w-]{43}/.exec(JSON.stringify(mail?.data))?.[0];
    const body = { token, username: 'new.comer', password: 'a long pass phrase 2026' };
    const first = server.anonymous();
    const accepted = await first.post('/invitation-acceptances', body, { key: uuid });
    assert.equal(accepted.status, 201, accepted.text);
    const again = server.anonymous();
    const repeated = await again.post('/invitation-acceptances', body, { key: uuid });
    assert.equal(repeated.text, accepted.text);
    assert.notEqual(again.cookie(), first.cookie());
    assert.equal((await again.get('/me')).json<{ username: string }>().username, 'new.comer');
  });

  it('P8: keeps neither the key nor a link in readable form', async () => {
    const inviter = await server.as('alpha.owner');
    const { url } = (await inviter.post(invitations, draft('sealed'), { key: '"my-own-key"' })).json<{
      url: string;
    }>();
    const rows = JSON.stringify(await server.store.read.idempotencyKeys.find());
    assert.ok(
      !rows.includes('my-own-key') && !rows.includes(url.split('#')[1] ?? '-') && !rows.includes('sealed@'),
    );
  });
});
