import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Invitation } from '../../../src/client/wire/index.js';
import { hashSecret } from '../../../server/services/secrets.js';
import { badInputs, type BadInput } from '../../support/bad-inputs.js';
import { goodPassword, invitationsOf, invite, lookup, mailedToken, tokenIn } from '../../support/invites.js';
import {
  accountIdOf,
  startServer,
  userIdOf,
  type Answered,
  type Caller,
  type TestServer,
} from '../../support/server.js';
import { memberOf, world } from '../../support/world.js';

const api = ['both', 'api'] as const;

/** What a row says must happen, compared with an answer: its code at the field, or success. */
function judge(row: BadInput, answer: Answered, pointer: string, success: number): void {
  if (row.verdict !== 'reject') return assert.equal(answer.status, success, `${row.why}: ${answer.text}`);
  const { code, errors } = answer.problem();
  assert.ok(answer.status >= 400 && answer.status < 500, answer.text);
  assert.equal(code, row.code, `${row.why}: ${answer.text}`);
  if (answer.status === 422 && errors) assert.equal(errors[0]?.pointer, pointer);
}

describe('the input corpus at the endpoints', () => {
  let server: TestServer;
  let owner: Caller;
  before(async () => {
    server = await startServer({ scenario: world });
    owner = await server.as('alpha.owner');
  });
  after(() => server.close());

  for (const row of badInputs('email', api)) {
    it(`email ${row.id}: ${row.verdict}${row.code ? ` ${row.code}` : ''}`, async () => {
      // Raw, since JSON.stringify writes a lone surrogate as an escape: which is how it would arrive.
      const raw = `{"email":${JSON.stringify(row.value)},"roleId":"campaign_creator"}`;
      const started = performance.now();
      const answer = await owner.send('POST', invitationsOf('alpha'), { raw });
      const took = performance.now() - started;
      if (row.id === 'EM-023') return assert.equal(answer.status, 413);
      assert.ok(took < 250, `took ${took} ms`);
      const again = row.canonical !== undefined && answer.status === 409;
      if (!again) judge(row, answer, '/email', 201);
      const created = answer.status === 201 ? answer.json<Invitation>() : undefined;
      if (created && row.canonical) assert.equal(created.email, row.canonical);
      if (created && !row.canonical) assert.equal(created.email, row.value);
      if (created) await owner.del(`${invitationsOf('alpha')}/${created.id}`);
    });
  }

  let people = 0;
  /** A fresh invitation, accepted with these fields. */
  async function acceptFresh(
    fields: Record<string, unknown>,
    email = `p${(people += 1)}@example.test`,
  ): Promise<Answered> {
    const { id } = await invite(owner, 'alpha', { email });
    const token = await mailedToken(server, email);
    const answer = await server.anonymous().post('/invitation-acceptances', {
      token,
      username: `person${people}`,
      password: goodPassword,
      ...fields,
    });
    if (answer.status !== 201) await owner.del(`${invitationsOf('alpha')}/${id}`);
    return answer;
  }

  for (const row of badInputs('username', api)) {
    it(`username ${row.id}: ${row.verdict}${row.code ? ` ${row.code}` : ''}`, async () => {
      const { existing, releasedDaysAgo } = (row.context ?? {}) as {
        existing?: string[];
        releasedDaysAgo?: number;
      };
      for (const username of existing ?? []) await rename('beta.owner', username);
      if (releasedDaysAgo !== undefined) await release(String(row.value), releasedDaysAgo);
      judge(row, await acceptFresh({ username: row.value }), '/username', 201);
      const [made] = await server.store.read.users.find({ where: { username: String(row.value) } });
      if (made && made.id !== userIdOf('beta.owner')) await rename(made.username, `was.${people}.used`);
    });
  }

  it('username UN-010: one’s own address is a foreign one until it is verified', async () => {
    const person = await server.as('gamma.owner');
    await server.store.transaction((tx) =>
      tx.users.update(userIdOf('gamma.owner'), { emailVerifiedAt: null }),
    );
    const answer = await person.patch('/me', { username: 'gamma.owner@gamma.test' });
    assert.equal(answer.problem().code, 'username_is_foreign_email');
  });

  async function rename(from: string, username: string): Promise<void> {
    await server.store.transaction(async (tx) => {
      await tx.users.updateWhere(
        { usernameKey: from.toLowerCase() },
        { username, usernameKey: username.toLowerCase() },
      );
    });
  }

  async function release(name: string, daysAgo: number): Promise<void> {
    const at = (days: number) => new Date(server.clock.now().getTime() + days * 86_400_000).toISOString();
    await server.store.transaction((tx) =>
      tx.releasedUsernames.insert({
        id: 'rel_0000000000000000000001',
        usernameKey: name,
        userId: userIdOf('beta.owner'),
        releasedAt: at(-daysAgo),
        freeAt: at(90 - daysAgo),
      }),
    );
  }

  for (const row of badInputs('password', api)) {
    it(`password ${row.id}: ${row.verdict}${row.code ? ` ${row.code}` : ''}`, async () => {
      const { mfaRequired, accountName } = (row.context ?? {}) as {
        mfaRequired?: boolean;
        accountName?: string;
      };
      const account = {
        mfaPolicy: mfaRequired ? 'required' : 'encouraged',
        name: accountName ?? 'Account alpha',
      };
      // Whoever invites is within the policy.
      await server.store.transaction(async (tx) => {
        await tx.memberships.touch({ userId: userIdOf('alpha.owner') }, { mfaActive: true });
        await tx.accounts.update(accountIdOf('alpha'), account);
      });
      const answer = await acceptFresh({ password: row.value });
      judge(row, answer, '/password', 201);
      if (answer.status !== 201) return;
      const signIn = (password: unknown) =>
        server.anonymous().post('/auth/sessions', { username: `person${people}`, password }, { key: null });
      assert.equal((await signIn(row.value)).status, 201, 'signs in with what was typed');
      assert.equal((await signIn(`${String(row.value)} `)).status, 401, 'and not with more');
      const twin = badInputs('password').find(({ id }) => id === row.sameAs);
      if (twin) assert.equal((await signIn(twin.value)).status, 201, `and with the spelling of ${twin.id}`);
    });
  }

  for (const row of badInputs('inviteToken', api)) {
    it(`token ${row.id}: ${row.verdict}${row.code ? ` ${row.code}` : ''}`, async () => {
      const context = (row.context ?? {}) as {
        state?: string;
        viewer?: string;
        inviter?: string;
        seatsLeft?: number;
      };
      const local = await startServer({ scenario: world });
      const inviter = await local.as('agency.partner');
      if (Object.keys(context).length > 0) await plant(local, inviter, String(row.value), context);
      const caller = context.viewer === 'other' ? await local.as('beta.owner') : local.anonymous();
      const needsMore =
        context.viewer !== undefined || context.inviter !== undefined || context.seatsLeft !== undefined;
      const answer = needsMore
        ? await caller.post('/invitation-acceptances', {
            token: row.value,
            username: 'jane',
            password: goodPassword,
          })
        : await lookup(caller, row.value);
      judge(row, answer, '/token', 200);
      await local.close();
    });
  }

  /** Gives a pending invitation this very token, and the state the row speaks of. */
  async function plant(
    local: TestServer,
    inviter: Caller,
    token: string,
    context: { state?: string; inviter?: string; seatsLeft?: number },
  ): Promise<void> {
    const created = await invite(inviter, 'alpha', { email: 'jane@example.test', roleId: 'account_manager' });
    const mailed = await mailedToken(local, 'jane@example.test');
    assert.notEqual(mailed, tokenIn(created.url));
    await local.store.transaction(async (tx) => {
      await tx.invitationTokens.updateWhere(
        { tokenHash: hashSecret('invitation', mailed) },
        { tokenHash: hashSecret('invitation', token) },
      );
      if (context.state === 'accepted') await tx.invitations.update(created.id, { state: 'accepted' });
      if (context.inviter === 'demoted')
        await tx.memberships.update(memberOf('agency.partner'), { roleId: 'campaign_creator' });
      if (context.seatsLeft === 0) await tx.accounts.update(accountIdOf('alpha'), { planId: 'starter' });
    });
    if (context.state === 'revoked') await inviter.del(`${invitationsOf('alpha')}/${created.id}`);
  }
});
