import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient, type CcClient } from '../../src/client/index.js';
import { partnershipCalls } from './partnership-calls.js';
import { accountId, base, bench, json, Wire } from './wire.js';

const member = { id: 'mem_1', version: 3 };
const invitation = { id: 'inv_1', version: 2 };
const draft = { email: 'tess@harbourlane.test', roleId: 'campaign_creator' } as const;

interface Expected {
  call: (client: CcClient) => Promise<unknown>;
  sends: string;
  body?: unknown;
  match?: string;
  keyed?: true;
  account?: string;
  /** What was told, with the account it is about. */
  tells?: [string, string | undefined];
}

const anything = {
  id: 'x_1',
  accountId,
  accountName: 'Bluebird Dental',
  membershipId: 'mem_9',
  identityPolicy: 'one_identity',
  targetAccountId: accountId,
  capabilities: [],
  username: 'maya',
  nextAt: '2026-11-23T09:00:00.000Z',
  items: [],
  user: { id: 'usr_1' },
  person: { id: 'usr_1' },
  status: 'completed',
  code: 'ABCD2345',
};

/** The calls that hand out a link. */
const replyTo = (name: string) =>
  /create|\.link$/.test(name) ? { ...anything, url: 'https://crew.test/accept#cci_secret' } : anything;

const here: Pick<Expected, 'account'> = { account: accountId };
const calls: Record<string, Expected> = {
  capabilities: { call: (c) => c.capabilities(), sends: 'GET /capabilities' },
  'me.get': { call: (c) => c.me.get(), sends: 'GET /me' },
  'me.update': {
    call: (c) => c.me.update({ id: 'usr_1', version: 4 }, { displayName: 'Maya' }),
    sends: 'PATCH /me',
    body: { displayName: 'Maya' },
    match: '"v4"',
    tells: ['me.changed', undefined],
  },
  'me.memberships': {
    call: (c) => c.me.memberships({ q: 'harbour' }),
    sends: 'GET /me/memberships?q=harbour',
  },
  'me.setCurrent': {
    call: (c) => c.me.setCurrent(accountId),
    sends: 'PUT /me/current-account',
    body: { accountId },
    tells: ['me.changed', undefined],
  },
  'accounts.list': {
    call: (c) => c.accounts.list({ q: 'a&b', from: 50, status: undefined }),
    sends: 'GET /accounts?q=a%26b&from=50',
  },
  'accounts.get': { call: (c) => c.accounts.get(accountId), sends: `GET /accounts/${accountId}` },
  'accounts.access': {
    call: (c) => c.accounts.access(accountId),
    sends: `GET /accounts/${accountId}/access`,
  },
  'accounts.update': {
    call: (c) => c.accounts.update({ id: accountId, version: 7 }, { name: 'Bluebird' }),
    sends: `PATCH /accounts/${accountId}`,
    body: { name: 'Bluebird' },
    match: '"v7"',
    tells: ['account.changed', accountId],
    ...here,
  },
  'accounts.mfaForecast': {
    call: (c) => c.accounts.mfaForecast(accountId),
    sends: `GET /accounts/${accountId}/mfa-forecast`,
  },
  'accounts.remindMfa': {
    call: (c) => c.accounts.remindMfa(accountId),
    sends: `POST /accounts/${accountId}/mfa-reminders`,
    keyed: true,
    ...here,
  },
  'accounts.close': {
    call: (c) => c.accounts.close({ id: accountId, version: 7 }),
    sends: `DELETE /accounts/${accountId}`,
    match: '"v7"',
    tells: ['account.closed', accountId],
    ...here,
  },
  'accounts.restore': {
    call: (c) => c.accounts.restore(accountId),
    sends: `POST /accounts/${accountId}/restore`,
    keyed: true,
    tells: ['account.restored', accountId],
    ...here,
  },
  'members.resetMfa': {
    call: (c) => c.members.resetMfa(accountId, 'mem_1'),
    sends: `POST /accounts/${accountId}/members/mem_1/mfa-reset`,
    keyed: true,
    tells: ['member.changed', accountId],
    ...here,
  },
  'ownership.get': {
    call: (c) => c.ownership.get(accountId),
    sends: `GET /accounts/${accountId}/ownership-transfers`,
  },
  'ownership.list': {
    call: (c) => c.ownership.list(accountId, { limit: 10 }),
    sends: `GET /accounts/${accountId}/ownership-transfers?limit=10`,
  },
  'ownership.start': {
    call: (c) => c.ownership.start(accountId, { toMembershipId: 'mem_1' }),
    sends: `POST /accounts/${accountId}/ownership-transfers`,
    body: { toMembershipId: 'mem_1' },
    keyed: true,
    tells: ['ownership.started', accountId],
    ...here,
  },
  'ownership.accept': {
    call: (c) => c.ownership.accept(accountId, 'trf_1'),
    sends: `POST /accounts/${accountId}/ownership-transfers/trf_1/accept`,
    keyed: true,
    tells: ['ownership.transferred', accountId],
    ...here,
  },
  'ownership.cancel': {
    call: (c) => c.ownership.cancel(accountId, { id: 'trf_1', version: 2 }),
    sends: `DELETE /accounts/${accountId}/ownership-transfers/trf_1`,
    match: '"v2"',
    tells: ['ownership.cancelled', accountId],
    ...here,
  },
  'audit.list': {
    call: (c) => c.audit.list(accountId, { types: 'invitation', limit: 20 }),
    sends: `GET /accounts/${accountId}/audit-events?types=invitation&limit=20`,
  },
  'members.list': {
    call: (c) => c.members.list(accountId, { sort: '-lastActive', limit: 20 }),
    sends: `GET /accounts/${accountId}/members?sort=-lastActive&limit=20`,
  },
  'members.get': {
    call: (c) => c.members.get(accountId, 'mem_1'),
    sends: `GET /accounts/${accountId}/members/mem_1`,
  },
  'members.setRole': {
    call: (c) => c.members.setRole(accountId, member, 'account_manager'),
    sends: `PATCH /accounts/${accountId}/members/mem_1`,
    body: { roleId: 'account_manager' },
    match: '"v3"',
    tells: ['member.changed', accountId],
    ...here,
  },
  'members.setStatus': {
    call: (c) => c.members.setStatus(accountId, member, 'suspended'),
    sends: `PATCH /accounts/${accountId}/members/mem_1`,
    body: { status: 'suspended' },
    match: '"v3"',
    tells: ['member.changed', accountId],
    ...here,
  },
  'members.remove': {
    call: (c) => c.members.remove(accountId, member),
    sends: `DELETE /accounts/${accountId}/members/mem_1`,
    match: '"v3"',
    tells: ['member.removed', accountId],
    ...here,
  },
  'roles.list': { call: (c) => c.roles.list(accountId), sends: `GET /accounts/${accountId}/roles` },
  'seats.get': { call: (c) => c.seats.get(accountId), sends: `GET /accounts/${accountId}/seats` },
  ...partnershipCalls,
  'links.partnerPeople': {
    call: (c) => c.links.partnerPeople(accountId),
    sends: `GET /accounts/${accountId}/partner-people`,
  },
  'invitations.list': {
    call: (c) => c.invitations.list(accountId),
    sends: `GET /accounts/${accountId}/invitations`,
  },
  'invitations.get': {
    call: (c) => c.invitations.get(accountId, 'inv_1'),
    sends: `GET /accounts/${accountId}/invitations/inv_1`,
  },
  'invitations.create': {
    call: (c) => c.invitations.create(accountId, draft),
    sends: `POST /accounts/${accountId}/invitations`,
    body: draft,
    keyed: true,
    tells: ['invitation.created', accountId],
    ...here,
  },
  'invitations.update': {
    call: (c) => c.invitations.update(accountId, invitation, { roleId: 'account_manager' }),
    sends: `PATCH /accounts/${accountId}/invitations/inv_1`,
    body: { roleId: 'account_manager' },
    match: '"v2"',
    tells: ['invitation.changed', accountId],
    ...here,
  },
  'invitations.revoke': {
    call: (c) => c.invitations.revoke(accountId, invitation),
    sends: `DELETE /accounts/${accountId}/invitations/inv_1`,
    match: '"v2"',
    tells: ['invitation.revoked', accountId],
    ...here,
  },
  'invitations.resend': {
    call: (c) => c.invitations.resend(accountId, 'inv_1'),
    sends: `POST /accounts/${accountId}/invitations/inv_1/resend`,
    keyed: true,
    tells: ['invitation.resent', accountId],
    ...here,
  },
  'invitations.link': {
    call: (c) => c.invitations.link(accountId, 'inv_1'),
    sends: `POST /accounts/${accountId}/invitations/inv_1/link`,
    keyed: true,
    tells: ['invitation.link-issued', accountId],
    ...here,
  },
  'invitations.lookup': {
    call: (c) => c.invitations.lookup('cci_x'),
    sends: 'POST /invitation-lookups',
    body: { token: 'cci_x' },
  },
  'invitations.accept': {
    call: (c) => c.invitations.accept({ token: 'cci_x', username: 'tess', password: 'a long one' }),
    sends: 'POST /invitation-acceptances',
    body: { token: 'cci_x', username: 'tess', password: 'a long one' },
    keyed: true,
    tells: ['invitation.accepted', accountId],
  },
  'invitations.sendCode': {
    call: (c) => c.invitations.sendCode('cci_x'),
    sends: 'POST /invitation-email-codes',
    body: { token: 'cci_x' },
    keyed: true,
  },
  'invitations.decline': {
    call: (c) => c.invitations.decline('cci_x'),
    sends: 'POST /invitation-declines',
    body: { token: 'cci_x' },
    keyed: true,
  },
  'invitations.renew': {
    call: (c) => c.invitations.renew('cci_x'),
    sends: 'POST /invitation-renewals',
    body: { token: 'cci_x' },
    keyed: true,
  },
  'invitations.checkUsername': {
    call: (c) => c.invitations.checkUsername({ username: 'maya' }),
    sends: 'POST /username-checks',
    body: { username: 'maya' },
  },
  'auth.signIn': {
    call: (c) => c.auth.signIn({ username: 'maya', password: 'secret' }),
    sends: 'POST /auth/sessions',
    body: { username: 'maya', password: 'secret' },
    tells: ['signed-in', undefined],
  },
  'auth.answer': {
    call: (c) => c.auth.answer('chl_1', { code: '123456' }),
    sends: 'POST /auth/challenges/chl_1',
    body: { code: '123456' },
    tells: ['signed-in', undefined],
  },
  'auth.resetPassword': {
    call: (c) => c.auth.resetPassword('maya'),
    sends: 'POST /auth/password-resets',
    body: { username: 'maya' },
  },
  'auth.completeReset': {
    call: (c) => c.auth.completeReset({ token: 'ccr_secret', password: 'a long one' }),
    sends: 'POST /auth/password-resets/complete',
    body: { token: 'ccr_secret', password: 'a long one' },
  },
  'auth.changePassword': {
    call: (c) => c.auth.changePassword('a long one'),
    sends: 'PUT /me/password',
    body: { password: 'a long one' },
  },
  'auth.stepUp': { call: (c) => c.auth.stepUp(), sends: 'POST /auth/step-ups' },
  'auth.session': { call: (c) => c.auth.session(), sends: 'GET /auth/sessions/current' },
  'auth.signOut': {
    call: (c) => c.auth.signOut(),
    sends: 'DELETE /auth/sessions/current',
    tells: ['signed-out', undefined],
  },
};

for (const [name, { call, sends, body, match, keyed, account, tells }] of Object.entries(calls)) {
  test(`${name} sends ${sends}`, async () => {
    const { client, wire } = bench(() => json(replyTo(name)));
    const told: [string, unknown][] = [];
    client.subscribe('*', (detail, type) => told.push([type, detail]));
    await call(client);
    assert.equal(wire.requests.length, 1);
    const request = wire.requests[0] as Request;
    assert.equal(`${request.method} ${request.url.replace(base, '')}`, sends);
    assert.deepEqual(wire.bodies[0], body);
    assert.equal(wire.header(1, 'content-type'), body === undefined ? null : 'application/json');
    assert.equal(wire.header(1, 'if-match'), match ?? null);
    assert.equal(wire.header(1, 'idempotency-key') !== null, keyed ?? false);
    assert.equal(wire.header(1, 'cc-account'), null);
    assert.deepEqual(
      told.map(([type, detail]) => [type, (detail as { accountId?: string }).accountId]),
      tells ? [tells] : [],
    );
    assert.ok(!JSON.stringify(told).includes('cci_secret'), 'a link never goes out with a fact');
  });

  if (account) {
    test(`R92: ${name} names the account that the page has made current`, async () => {
      const { client, wire } = bench(() => json({ ...replyTo(name), currentAccountId: account }));
      await client.me.setCurrent(account);
      await call(client);
      assert.equal(wire.header(2, 'cc-account'), account);
    });
  }
}

test('every call of the client is in the table above', () => {
  const { client } = bench(() => json({}));
  const groups = Object.entries(client).filter(([, group]) => typeof group === 'object') as [
    string,
    object,
  ][];
  const names = groups.flatMap(([group, calls]) => Object.keys(calls).map((name) => `${group}.${name}`));
  const table = [...Object.keys(calls), 'invitations.createMany', 'me.setFavourite', 'audit.stream'];
  assert.deepEqual(
    names.filter((name) => !table.includes(name)),
    [],
  );
});

const me = (currentAccountId: string | null) => json({ ...anything, currentAccountId });
const update = { id: 'usr_1', version: 1 };

test('R92: a page of two accounts names the one it has made current, and nothing for the other', async () => {
  const { client, wire } = bench(() => me('acc_page'));
  await client.me.setCurrent('acc_page');
  await client.members.setRole('acc_page', member, 'account_manager');
  await client.members.setRole(accountId, member, 'account_manager');
  await client.me.update(update, {});
  await client.members.setRole(accountId, member, 'account_manager', { shownAccountId: 'acc_parent' });
  await client.me.get();
  assert.deepEqual(
    [2, 3, 4, 5, 6].map((number) => wire.header(number, 'cc-account')),
    ['acc_page', null, 'acc_page', 'acc_parent', null],
  );
});

test('R92: what another tab has made current later does not change what this page was showing', async () => {
  const { client, wire } = bench((_, number) => me(number === 1 ? accountId : 'acc_other_tab'));
  await client.me.get();
  await client.me.get();
  await client.members.remove(accountId, member);
  assert.equal(wire.header(3, 'cc-account'), accountId);
});

test('R92: the next person begins anew', async () => {
  const { client, wire } = bench(() => me(accountId));
  await client.me.setCurrent(accountId);
  await client.auth.signOut();
  await client.members.remove(accountId, member);
  assert.equal(wire.header(3, 'cc-account'), null);
});

test('a base address may be a path with or without a slash at its end', async () => {
  for (const baseUrl of [`${base}/`, base]) {
    const wire = new Wire(() => json(anything));
    await createClient({ baseUrl, fetch: wire.fetch }).me.get();
    assert.equal(wire.requests[0]?.url, `${base}/me`);
  }
});

test('extra headers of the host go along and cannot replace ours', async () => {
  const { client, wire } = bench(() => json(anything), {
    headers: async () => ({ 'X-Tenant': 'north', Authorization: 'Basic x', 'if-match': '*' }),
    getToken: () => 'token',
  });
  await client.members.remove(accountId, member);
  assert.equal(wire.header(1, 'x-tenant'), 'north');
  assert.equal(wire.header(1, 'authorization'), 'Bearer token');
  assert.equal(wire.header(1, 'if-match'), '"v3"');
});
