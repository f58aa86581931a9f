import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CcClient, FactType } from '../../src/client/index.js';
import { factorPromises } from './contract-factors.js';
import { jobPromises } from './contract-jobs.js';
import { linkPromises } from './contract-links.js';
import { memberPromises } from './contract-members.js';
import { refused, type ContractWorld } from './contract-world.js';

const tess = { email: 'tess@harbourlane.test', roleId: 'campaign_creator' } as const;
const newPerson = { username: 'tess.lane', password: 'a quiet harbour in the rain', name: 'Tess Lane' };

function hear(client: CcClient): FactType[] {
  const told: FactType[] = [];
  client.subscribe('*', (_, type) => told.push(type));
  return told;
}

const tokenOf = (url: string) => url.slice(url.lastIndexOf('#') + 1);

/** The promises of `CcClient`; whoever offers a client runs them. */
export function clientContract(name: string, open: () => Promise<ContractWorld>): void {
  const it = (rule: string, run: (world: ContractWorld) => Promise<void>) =>
    test(`${name}: ${rule}`, async () => run(await open()));

  for (const [rule, run] of Object.entries({
    ...memberPromises,
    ...factorPromises,
    ...linkPromises,
    ...jobPromises,
  }))
    it(rule, run);

  it('capabilities say what the backend can do', async ({ nobody }) => {
    const { features, identityPolicy, limits } = await nobody.capabilities();
    assert.ok(features.includes('invitations'));
    assert.equal(identityPolicy, 'one_identity');
    assert.equal(limits.inviteDays, 7);
  });

  it('R13: access names the capabilities and the grant they come from', async ({
    owner,
    parentId,
    childId,
  }) => {
    const there = await owner.accounts.access(childId);
    assert.ok(there.capabilities.includes('users.manage'));
    assert.equal(there.targetAccountId, childId);
    assert.deepEqual([there.grants[0]?.source, there.grants[0]?.grantAccountId], ['inherited', parentId]);
    const own = await owner.accounts.access(parentId);
    assert.equal(own.grants[0]?.source, 'direct');
  });

  it('R5: an account one cannot reach is as unknown as none', async ({ childSide, parentId }) => {
    await refused(childSide.accounts.get(parentId), 'not-found');
    await refused(childSide.members.list('acc_0000000000000000000000'), 'not-found');
    await refused(childSide.invitations.create(parentId, tess), 'not-found');
  });

  it('R4: the parent of a client is named only to people of the parent', async ({
    owner,
    childSide,
    childId,
  }) => {
    assert.equal((await owner.accounts.get(childId)).parent?.name, 'Northwind Partners');
    assert.equal((await childSide.accounts.get(childId)).parent, null);
  });

  it('nobody is told that they are nobody', async ({ nobody, childId }) => {
    await refused(nobody.members.list(childId), 'unauthenticated');
    assert.equal(await nobody.auth.session(), null);
  });

  it('R1: every role of a client comes with its reason where it is not offered', async ({
    owner,
    childId,
  }) => {
    const { items } = await owner.roles.list(childId);
    assert.deepEqual(
      Object.fromEntries(items.map(({ id, available, reason }) => [id, available || reason])),
      {
        account_owner: 'role_not_grantable',
        account_manager: true,
        campaign_creator: true,
        partner_manager: 'role_not_available',
      },
    );
  });

  it('accounts and memberships are searched and paged', async ({ owner, childId }) => {
    const found = await owner.accounts.list({ q: 'harbour lane books' });
    assert.deepEqual(
      found.items.map(({ id }) => id),
      [childId],
    );
    assert.equal(found.items[0]?.seats?.limit, 3);
    assert.equal(found.total, 1);
    const mine = await owner.me.memberships({ q: 'harbour lane books' });
    assert.equal(mine.items[0]?.account.id, childId);
    assert.equal(mine.items[0]?.source, 'inherited');
  });

  it('members are listed with whoever looks marked', async ({ childSide, childOwner, childId }) => {
    const { items, total } = await childSide.members.list(childId);
    assert.equal(total, 1);
    assert.deepEqual(
      items.map(({ username, roleId, you }) => [username, roleId, you]),
      [[childOwner, 'account_owner', true]],
    );
    assert.equal((await childSide.members.get(childId, items[0]?.id ?? '')).username, childOwner);
    assert.deepEqual((await childSide.members.list(childId, { q: 'nobody at all' })).items, []);
    assert.deepEqual((await childSide.members.list(childId, { role: 'campaign_creator' })).items, []);
    assert.deepEqual((await childSide.members.list(childId, { from: 50 })).items, []);
  });

  it('a query that is too long is refused', async ({ owner, childId }) => {
    const error = await refused(owner.members.list(childId, { q: 'x'.repeat(201) }), 'query-invalid');
    assert.equal(error.code, 'query_too_long');
  });

  it('R90: a client sees the partner people by name', async ({ childSide, childId }) => {
    const { items } = await childSide.links.partnerPeople(childId);
    assert.ok(items.some(({ effectiveRoleId }) => effectiveRoleId === 'account_owner'));
  });

  it('R24: an invite appears among the invitations and reserves a place', async ({ owner, childId }) => {
    const told = hear(owner);
    const created = await owner.invitations.create(childId, { ...tess, email: 'tess@Harbourlane.TEST' });
    assert.equal(created.email, 'tess@harbourlane.test');
    assert.match(created.url, /#cci_[\w-]{43}$/);
    assert.deepEqual(told, ['invitation.created']);
    const { items, total } = await owner.invitations.list(childId);
    assert.deepEqual(
      items.map(({ id, state, roleId }) => [id, state, roleId]),
      [[created.id, 'pending', tess.roleId]],
    );
    assert.equal(total, 1);
    assert.equal((await owner.invitations.get(childId, created.id)).email, created.email);
    const { used, reserved, available, planUrl } = await owner.seats.get(childId);
    assert.deepEqual({ used, reserved, available }, { used: 1, reserved: 1, available: 1 });
    assert.equal(typeof planUrl, 'string');
  });

  it('R27, R28: a member and somebody already invited are refused with their id', async ({
    owner,
    childId,
  }) => {
    const { items } = await owner.members.list(childId);
    const member = await refused(
      owner.invitations.create(childId, { ...tess, email: items[0]?.email ?? '' }),
      'already-member',
    );
    assert.equal(member.facts.membershipId, items[0]?.id);
    const first = await owner.invitations.create(childId, tess);
    const told = hear(owner);
    const second = await refused(
      owner.invitations.create(childId, { ...tess, email: 'TESS@harbourlane.test' }),
      'invitation-pending',
    );
    assert.equal(second.facts.invitationId, first.id);
    assert.deepEqual(told, ['failure']);
  });

  it('R26: a malformed address is refused with its field', async ({ owner, childId }) => {
    const error = await refused(
      owner.invitations.create(childId, { ...tess, email: 'tess@harbourlane' }),
      'email-invalid',
    );
    assert.equal(error.code, 'email_domain_single_label');
    assert.deepEqual(error.fields, [{ pointer: '/email', code: 'email_domain_single_label' }]);
  });

  it('K18: Partner Manager cannot be given on a client', async ({ owner, childId }) => {
    await refused(
      owner.invitations.create(childId, { ...tess, roleId: 'partner_manager' }),
      'role-not-available',
    );
  });

  it('R16: at the limit nothing is created, and the numbers are told', async ({ owner, childId }) => {
    await owner.invitations.create(childId, tess);
    await owner.invitations.create(childId, { ...tess, email: 'remy@harbourlane.test' });
    const error = await refused(
      owner.invitations.create(childId, { ...tess, email: 'nina@harbourlane.test' }),
      'seat-limit-reached',
    );
    const { limit, used, reserved } = error.facts;
    assert.deepEqual({ limit, used, reserved }, { limit: 3, used: 1, reserved: 2 });
    assert.equal((await owner.invitations.list(childId)).total, 2);
  });

  it('R35: the same key leads to the same invite, and to no other', async ({ owner, childId }) => {
    const idempotencyKey = '"one-intent"';
    const first = await owner.invitations.create(childId, tess, { idempotencyKey });
    const again = await owner.invitations.create(childId, tess, { idempotencyKey });
    assert.equal(again.id, first.id);
    assert.equal((await owner.invitations.list(childId)).total, 1);
    const other = { ...tess, email: 'remy@harbourlane.test' };
    await refused(owner.invitations.create(childId, other, { idempotencyKey }), 'idempotency-key-reused');
  });

  it('createMany gives a result per address', async ({ owner, childId }) => {
    const drafts = [
      'tess@harbourlane.test',
      'tess@harbourlane',
      'remy@harbourlane.test',
      'nina@harbourlane.test',
    ];
    const results = await owner.invitations.createMany(
      childId,
      drafts.map((email) => ({ draft: { ...tess, email } })),
    );
    assert.deepEqual(
      results.map((result) => (result.status === 'failed' ? result.error.kind : result.status)),
      ['created', 'email-invalid', 'created', 'seat-limit-reached'],
    );
  });

  it('R14, R42: a pending invitation takes another role, over its current version only', async ({
    owner,
    childId,
  }) => {
    const created = await owner.invitations.create(childId, tess);
    const told = hear(owner);
    const changed = await owner.invitations.update(childId, created, { roleId: 'account_manager' });
    assert.equal(changed.roleId, 'account_manager');
    assert.equal(changed.version, created.version + 1);
    const error = await refused(
      owner.invitations.update(childId, created, { roleId: 'campaign_creator' }),
      'stale-version',
    );
    const { current } = error.facts as { current?: { id: string; roleId: string; version: number } };
    assert.deepEqual(
      [current?.id, current?.roleId, current?.version],
      [created.id, 'account_manager', changed.version],
    );
    assert.deepEqual(told, ['invitation.changed', 'failure']);
  });

  it('R40: revoking ends the link at once and frees the place', async ({ owner, nobody, childId }) => {
    const created = await owner.invitations.create(childId, tess);
    const told = hear(owner);
    await owner.invitations.revoke(childId, created);
    assert.deepEqual(told, ['invitation.revoked']);
    assert.equal((await owner.invitations.list(childId)).total, 0);
    assert.equal((await owner.seats.get(childId)).reserved, 0);
    await refused(nobody.invitations.lookup(tokenOf(created.url)), 'invitation-revoked');
    const { version } = await owner.invitations.get(childId, created.id);
    await refused(owner.invitations.revoke(childId, { id: created.id, version }), 'invitation-not-pending');
  });

  it('R38, R39: a resend waits a minute, then ends all earlier links', async ({
    owner,
    nobody,
    childId,
    pass,
  }) => {
    const created = await owner.invitations.create(childId, tess);
    const early = await refused(owner.invitations.resend(childId, created.id), 'rate-limited');
    assert.ok((early.retryAfter ?? 0) > 50 && (early.retryAfter ?? 0) <= 60);
    pass(61);
    const sent = await owner.invitations.resend(childId, created.id);
    assert.equal(sent.sentCount, created.sentCount + 1);
    const error = await refused(nobody.invitations.lookup(tokenOf(created.url)), 'invitation-revoked');
    assert.equal(error.facts.replaced, true);
  });

  it('R25: a fresh link ends only the earlier copied one', async ({ owner, nobody, childId }) => {
    const created = await owner.invitations.create(childId, tess);
    const told = hear(owner);
    const { url } = await owner.invitations.link(childId, created.id);
    assert.deepEqual(told, ['invitation.link-issued']);
    assert.notEqual(url, created.url);
    assert.equal((await nobody.invitations.lookup(tokenOf(url))).accountName, 'Harbour Lane Books');
    await refused(nobody.invitations.lookup(tokenOf(created.url)), 'invitation-revoked');
  });

  it('R46: a link tells little, and a cut one something else than an unknown one', async ({
    owner,
    nobody,
    childId,
  }) => {
    const { url } = await owner.invitations.create(childId, tess);
    const preview = await nobody.invitations.lookup(tokenOf(url));
    assert.equal(preview.maskedEmail, 't•••@h•••.test');
    assert.equal(preview.emailCodeRequired, true, 'R44: a copied link does not prove the mailbox');
    assert.equal(preview.viewer, 'none');
    await refused(nobody.invitations.lookup(`cci_${'x'.repeat(43)}`), 'invitation-not-found');
    await refused(nobody.invitations.lookup(tokenOf(url).slice(0, -1)), 'invitation-malformed');
  });

  it('R37: after seven days the invitation is expired and its place free', async ({
    owner,
    nobody,
    childId,
    pass,
  }) => {
    const { url } = await owner.invitations.create(childId, tess);
    pass(7 * 86_400 + 1);
    await refused(nobody.invitations.lookup(tokenOf(url)), 'invitation-expired');
  });

  it('R44: a copied link asks for the code; usernames and passwords are checked', async ({
    owner,
    nobody,
    childId,
  }) => {
    const { url } = await owner.invitations.create(childId, tess);
    await refused(nobody.invitations.accept({ token: tokenOf(url), ...newPerson }), 'email-code-required');
    const free = await nobody.invitations.checkUsername({ username: 'tess.lane', token: tokenOf(url) });
    assert.deepEqual([free.available, free.code], [true, null]);
  });

  it('R49: a taken username comes with free ones', async ({ owner, nobody, childOwner, childId }) => {
    const { url } = await owner.invitations.create(childId, tess);
    const taken = await nobody.invitations.checkUsername({ username: childOwner, token: tokenOf(url) });
    assert.equal(taken.available, false);
    assert.equal(taken.code, 'username_taken');
    assert.ok(taken.suggestions.length > 0);
  });

  it('R55, R58: the owner and oneself are left alone', async ({ owner, childSide, childId, parentId }) => {
    const [clientOwner] = (await owner.members.list(childId)).items;
    assert.ok(clientOwner);
    await refused(owner.members.setRole(childId, clientOwner, 'account_manager'), 'last-owner');
    await refused(owner.members.setStatus(childId, clientOwner, 'suspended'), 'last-owner');
    await refused(childSide.members.remove(childId, clientOwner), 'last-owner');
    const self = (await owner.members.list(parentId)).items.find(({ you }) => you);
    assert.ok(self);
    await refused(owner.members.setRole(parentId, self, 'account_manager'), 'last-owner');
  });

  it('signing out ends the session and is told', async ({ owner, childId }) => {
    assert.equal((await owner.auth.session())?.user.id, (await owner.me.get()).id);
    const told = hear(owner);
    await owner.auth.signOut();
    assert.deepEqual(told, ['signed-out']);
    assert.equal(await owner.auth.session(), null);
    await owner.auth.signOut();
    await refused(owner.accounts.get(childId), 'unauthenticated');
  });

  it('a wrong password is refused, and who exists is not told', async ({ nobody, childOwner }) => {
    const wrong = await refused(
      nobody.auth.signIn({ username: childOwner, password: 'wrong' }),
      'credentials-wrong',
    );
    const unknown = await refused(
      nobody.auth.signIn({ username: 'nobody.here', password: 'wrong' }),
      'credentials-wrong',
    );
    assert.deepEqual([wrong.code, wrong.status], [unknown.code, unknown.status]);
  });

  it('N09: a call of somebody who gave up ends at once and leaves nothing behind', async ({
    owner,
    childId,
  }) => {
    const told = hear(owner);
    await refused(owner.invitations.create(childId, tess, { signal: AbortSignal.abort() }), 'aborted');
    assert.deepEqual(told, []);
    assert.equal((await owner.invitations.list(childId)).total, 0);
  });

  it('R92: the account that is shown is remembered', async ({ owner, childId }) => {
    const told = hear(owner);
    assert.equal((await owner.me.setCurrent(childId)).currentAccountId, childId);
    assert.deepEqual(told, ['me.changed']);
  });
}
