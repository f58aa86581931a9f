import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import type {
  BulkGrant,
  InvitationAccepted,
  InvitationPreview,
  PartnerPersonList,
} from '../../../src/client/wire/index.js';
import {
  agencyWith,
  clientId,
  clientKey,
  clients,
  grant,
  itemsOf,
  readGrant,
  work,
} from '../../support/agency.js';
import { accept, deliver, lookup, mailedToken, refused } from '../../support/invites.js';
import { mailed } from '../../support/partnership.js';
import { accountIdOf, startServer, userIdOf, type TestServer } from '../../support/server.js';

const helper = { userId: userIdOf('helper') };
const manager = 'account_manager';

describe('one person, many accounts', () => {
  let server: TestServer;
  const start = async (...world: Parameters<typeof agencyWith>) => {
    server = await startServer({ scenario: agencyWith(...world) });
    return server.as('boss');
  };
  afterEach(() => server.close());

  const special = { full: [10, 20, 30], capped: [40], closed: [50], helped: [1, 2, 3, 4] };
  const all300 = { subject: helper, roleId: manager, accounts: clients(1, 300) };

  it('R70: an account that asks the caller for a second factor first says so, not that the role is too high', async () => {
    const boss = await start(3);
    await server.store.transaction((tx) => tx.accounts.update(clientId(2), { mfaPolicy: 'required' }));
    const job = await grant(server, boss, { subject: helper, roleId: manager, accounts: clients(1, 3) });
    const failed = await itemsOf(boss, job.id, '&outcome=failed');
    assert.deepEqual(
      failed.map(({ account, problem }) => [account.name, problem?.code]),
      [['Client 2', 'mfa_enrolment_required']],
    );
  });

  it('story 6: of 300 accounts 291 granted, 4 already there, 5 failed; an upgrade and a retry fix 3', async () => {
    const boss = await start(300, special);
    const job = await grant(server, boss, all300);
    assert.equal(job.status, 'completed_with_errors');
    assert.deepEqual(job.counts, { total: 300, done: 300, granted: 291, skipped: 4, failed: 5 });
    const failed = await itemsOf(boss, job.id, '&outcome=failed');
    assert.deepEqual(
      failed.map(({ account, problem }) => [account.name, problem?.code]),
      [
        ['Client 10', 'seat_limit'],
        ['Client 20', 'seat_limit'],
        ['Client 30', 'seat_limit'],
        ['Client 40', 'role_above_ceiling'],
        ['Client 50', 'account_unavailable'],
      ],
    );
    assert.equal(failed[0]?.problem?.limit, 1);
    assert.deepEqual(await mailed(server), ['helper@agency.test: You can now enter 291 accounts more']);

    await server.store.transaction((tx) =>
      tx.accounts.updateWhere({ id: { in: [10, 20, 30].map(clientId) } }, { planId: 'standard' }),
    );
    server.clock.advance(60);
    assert.equal((await boss.post(`/bulk-grants/${job.id}/retry`)).status, 202);
    assert.equal(await work(server), 5, 'R81: only those that failed');
    const again = await readGrant(boss, job.id);
    assert.deepEqual(again.counts, { total: 300, done: 300, granted: 294, skipped: 4, failed: 2 });
    assert.deepEqual(await mailed(server), ['helper@agency.test: You can now enter 3 accounts more']);
    assert.equal(await server.store.read.memberships.count({ userId: helper.userId, status: 'active' }), 299);
  });

  it('R82: a forecast says the same for every account, and changes nothing', async () => {
    const boss = await start(60, special);
    const asked = { ...all300, accounts: clients(1, 60) };
    const { read } = server.store;
    const before = [
      await read.memberships.count(),
      await read.auditEvents.count(),
      await read.outbox.count(),
    ];
    server.clock.advance(16 * 60);
    const forecast = await grant(server, boss, { ...asked, dryRun: true });
    assert.equal(forecast.dryRun, true, 'no fresh proof is needed to look');
    assert.deepEqual(
      [await read.memberships.count(), await read.auditEvents.count(), await read.outbox.count()],
      before,
    );
    refused(await boss.post('/bulk-grants', asked), 401, 'step-up-required');
    const fresh = await server.as('boss');
    const real = await grant(server, fresh, asked);
    const outcomes = async (id: string) =>
      (await itemsOf(fresh, id)).map(({ account, outcome, problem }) => [account.id, outcome, problem?.code]);
    assert.deepEqual(await outcomes(forecast.id), await outcomes(real.id));
    assert.deepEqual(forecast.counts, real.counts);
  });

  it('R81: the whole list again changes nothing that is done', async () => {
    const boss = await start(5);
    const asked = { subject: helper, roleId: manager, accounts: clients(1, 5) };
    assert.deepEqual((await grant(server, boss, asked)).counts, { total: 5, done: 5, granted: 5 });
    const rows = await server.store.read.memberships.find({ where: { userId: helper.userId } });
    assert.deepEqual((await grant(server, boss, asked)).counts, { total: 5, done: 5, skipped: 5 });
    assert.deepEqual(await server.store.read.memberships.find({ where: { userId: helper.userId } }), rows);
  });

  it('R80: an existing role changes only where the sender chose so; never that of an owner', async () => {
    const boss = await start(4, { helped: [1, 2] });
    const asked = { subject: helper, roleId: manager, accounts: clients(1, 3), existing: 'change' };
    const job = await grant(server, boss, asked);
    assert.deepEqual(job.counts, { total: 3, done: 3, changed: 2, granted: 1 });
    const owner = await grant(server, boss, {
      ...asked,
      subject: { userId: userIdOf('owner.4') },
      accounts: clients(4, 4),
    });
    const [item] = await itemsOf(boss, owner.id);
    assert.deepEqual([item?.outcome, item?.problem?.code], ['failed', 'last_owner']);
  });

  it('R79: a role of its own for an account; R87: nobody grants more than they hold', async () => {
    await start(3);
    const planner = await server.as('planner');
    const accounts = [{ accountId: clientId(1), roleId: 'campaign_creator' }, { accountId: clientId(2) }];
    const job = await grant(server, planner, { subject: helper, roleId: manager, accounts });
    assert.deepEqual(
      (await itemsOf(planner, job.id)).map(({ roleId, outcome }) => [roleId, outcome]),
      [
        ['campaign_creator', 'granted'],
        ['account_manager', 'granted'],
      ],
    );
    const creator = await server.as('helper');
    const asked = { subject: { email: 'a@example.test' }, roleId: manager };
    const tried = await grant(server, creator, { ...asked, accounts: clients(2, 3) });
    const codes = (await itemsOf(creator, tried.id)).map(({ problem }) => problem?.code);
    assert.deepEqual(codes, ['forbidden', 'role_above_actor']);
  });

  it('R5: an account out of reach fails as one that does not exist, without a name', async () => {
    await start(3);
    const owner = await server.as('owner.1');
    const accounts = [
      { accountId: clientId(2) },
      { accountId: 'acc_0000000000000000000000' },
      { accountId: clientId(1) },
    ];
    const job = await grant(server, owner, {
      subject: { email: 'a@example.test' },
      roleId: manager,
      accounts,
    });
    assert.deepEqual(
      (await itemsOf(owner, job.id)).map(({ account, problem }) => [account.name, problem?.code]),
      [
        ['', 'not_found'],
        ['', 'not_found'],
        ['Client 1', undefined],
      ],
    );
  });

  it('R79, R32: whoever comes through no partnership learns nothing of its people', async () => {
    await start(2);
    const owner = await server.as('owner.1');
    refused(
      await owner.post('/bulk-grants', { subject: helper, roleId: manager, accounts: clients(1, 1) }),
      404,
      'not-found',
    );
    const byAddress = { subject: { email: 'helper@agency.test' }, roleId: manager, accounts: clients(1, 1) };
    const job = await grant(server, owner, byAddress);
    assert.deepEqual([job.counts.invited, job.subject.displayName, job.subject.userId], [1, null, null]);
    const boss = await server.as('boss');
    const known = await grant(server, boss, { ...byAddress, accounts: clients(2, 2) });
    assert.equal(known.counts.granted, 1, 'an address that belongs to the partnership is its holder');
  });

  it('story 7, R83: a new hire for 40 clients: one mail, one acceptance, 40 memberships', async () => {
    const boss = await start(40);
    const subject = { email: 'hire@example.test', name: 'New Hire' };
    const job = await grant(server, boss, {
      subject,
      roleId: manager,
      accounts: clients(1, 40),
      message: 'Welcome',
    });
    assert.deepEqual(job.counts, { total: 40, done: 40, invited: 40 });
    await deliver(server);
    const mails = server.mails.filter(({ to }) => to === subject.email);
    assert.equal(mails.length, 1);
    assert.ok(['Client 1\n', 'Client 40', 'Welcome'].every((words) => mails[0]?.text.includes(words.trim())));
    const sent = { bulkGrantId: job.id, delivery: 'sent' };
    assert.equal(await server.store.read.invitations.count(sent), 40);
    const token = await mailedToken(server, subject.email);
    const preview = (await lookup(server.anonymous(), token)).json<InvitationPreview>();
    assert.equal(preview.otherAccounts.length, 39);
    assert.deepEqual(
      preview.otherAccounts.slice(0, 2).map(({ roleId, username }) => [roleId, username]),
      [
        [manager, null],
        [manager, null],
      ],
    );
    const hire = server.anonymous();
    assert.equal((await accept(hire, token, { username: 'new.hire' })).status, 201);
    const user = await server.store.read.users.first({ username: 'new.hire' });
    assert.equal(await server.store.read.memberships.count({ userId: user?.id, status: 'active' }), 40);
  });

  it('R34: a bulk grant counts as one invitation, for the account and for the mailbox', async () => {
    const boss = await start(60);
    const asked = { subject: { email: 'hire@example.test' }, roleId: manager, accounts: clients(1, 60) };
    assert.equal((await grant(server, boss, asked)).counts.invited, 60);
    assert.equal(
      await server.store.read.budgetEvents.count({ bucket: `invite:${accountIdOf('agency')}` }),
      1,
    );
    assert.equal(await server.store.read.budgetEvents.count({ bucket: `invite:${clientId(1)}` }), 0);
  });

  it('R83: the mailed link goes on where the client of the first invitation revokes it', async () => {
    const boss = await start(3);
    const email = 'hire@example.test';
    const job = await grant(server, boss, { subject: { email }, roleId: manager, accounts: clients(1, 3) });
    const token = await mailedToken(server, email);
    const rows = await server.store.read.invitationTokens.find({
      where: { channel: 'mail', status: 'live' },
    });
    const first = (await itemsOf(boss, job.id)).find(
      ({ invitationId }) => invitationId === rows[0]?.invitationId,
    );
    assert.ok(first);
    const revoked = await boss.del(`/accounts/${first.account.id}/invitations/${first.invitationId ?? ''}`);
    assert.equal(revoked.status, 204);
    assert.equal((await accept(server.anonymous(), token)).status, 201);
    const user = await server.store.read.users.first({ username: 'new.person' });
    assert.equal(await server.store.read.memberships.count({ userId: user?.id }), 2);
  });

  it('R83: under per_account one mail and one acceptance make a login for each account', async () => {
    const boss = await start(3, {}, { identityPolicy: 'per_account' });
    const email = 'hire@example.test';
    const job = await grant(server, boss, { subject: { email }, roleId: manager, accounts: clients(1, 3) });
    assert.equal(job.counts.invited, 3);
    const proposed = (await server.store.read.invitations.find()).map(
      ({ proposedUsername }) => proposedUsername,
    );
    assert.equal(new Set(proposed).size, 3);
    const token = await mailedToken(server, email);
    const preview = (await lookup(server.anonymous(), token)).json<InvitationPreview>();
    const covered = [preview.accountName, ...preview.otherAccounts.map(({ accountName }) => accountName)];
    assert.deepEqual(covered.sort(), ['Client 1', 'Client 2', 'Client 3']);
    const suggested = [preview.proposedUsername, ...preview.otherAccounts.map(({ username }) => username)];
    assert.deepEqual(suggested.sort(), proposed.sort());
    const answer = await accept(server.anonymous(), token, { username: 'hire.one' });
    assert.equal(answer.status, 201);
    const { alsoJoined = [] } = answer.json<InvitationAccepted>();
    assert.deepEqual(alsoJoined, preview.otherAccounts);
    const logins = await server.store.read.users.find({
      where: { email },
      orderBy: [['usernameKey', 'asc']],
    });
    assert.equal(logins.length, 3);
    assert.equal(new Set(logins.map(({ accountId }) => accountId)).size, 3);
    assert.ok(logins.some(({ username }) => username === 'hire.one'));
    for (const { username } of logins) {
      const session = await server
        .anonymous()
        .post('/auth/sessions', { username, password: 'correct horse battery staple' });
      assert.equal(session.status, 201, username);
    }
  });

  it('cancelled: what is done stays done, and who was invited so far gets the mail', async () => {
    const boss = await start(3);
    const asked = { subject: { email: 'hire@example.test' }, roleId: manager, accounts: clients(1, 3) };
    const started = (await boss.post('/bulk-grants', asked)).json<BulkGrant>();
    assert.equal(started.status, 'queued');
    const cancelled = await boss.del(`/bulk-grants/${started.id}`);
    assert.deepEqual([cancelled.status, cancelled.json<BulkGrant>().status], [200, 'cancelled']);
    assert.equal(await work(server), 0);
    assert.equal((await boss.del(`/bulk-grants/${started.id}`)).json<BulkGrant>().status, 'cancelled');
  });

  it('refuses what no account can make right, and more than 500 accounts', async () => {
    const boss = await start(2);
    const asked = { subject: helper, roleId: manager, accounts: clients(1, 2) };
    const post = (change: object) => boss.post('/bulk-grants', { ...asked, ...change });
    refused(await post({ roleId: 'account_owner' }), 422, 'role-not-available', 'role_not_grantable');
    refused(await post({ roleId: undefined }), 422, 'role-not-available', 'role_required');
    refused(await post({ roleId: 'king' }), 422, 'role-not-available', 'role_unknown');
    refused(await post({ subject: { email: 'nonsense' } }), 422, 'type-mismatch');
    refused(await post({ subject: { userId: userIdOf('boss') } }), 403, 'cannot-change-own-role');
    refused(await post({ accounts: [] }), 422, 'type-mismatch');
    refused(await post({ accounts: [...asked.accounts, ...asked.accounts] }), 422, 'type-mismatch');
    const many = Array.from({ length: 501 }, (_, index) => ({
      accountId: accountIdOf(clientKey(index + 1)),
    }));
    refused(await post({ accounts: many }), 422, 'too-many-items');
  });

  it('a job is its starter’s alone', async () => {
    const boss = await start(2);
    const job = await grant(server, boss, { subject: helper, roleId: manager, accounts: clients(1, 2) });
    const planner = await server.as('planner');
    for (const path of ['', '/items'])
      refused(await planner.get(`/bulk-grants/${job.id}${path}`), 404, 'not-found');
    refused(await planner.post(`/bulk-grants/${job.id}/retry`), 404, 'not-found');
  });

  it('R90: the client sees its new member, and pays a seat for it', async () => {
    const boss = await start(1);
    await grant(server, boss, { subject: helper, roleId: manager, accounts: clients(1, 1) });
    const owner = await server.as('owner.1');
    const seats = (await owner.get(`/accounts/${clientId(1)}/seats`)).json<{ used: number }>();
    const people = (await owner.get(`/accounts/${clientId(1)}/partner-people`)).json<PartnerPersonList>();
    assert.deepEqual([seats.used, people.items.length], [2, 3]);
  });
});
