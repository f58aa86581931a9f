import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Me, UsernameAnswer } from '../../../src/client/wire/index.js';
import {
  accept,
  deliver,
  goodPassword,
  invite,
  mailedCode,
  mailedToken,
  mailTo,
  refused,
  tokenIn,
} from '../../support/invites.js';
import { startServer, userIdOf, type Answered, type Caller, type TestServer } from '../../support/server.js';
import { world } from '../../support/world.js';

const day = 24 * 3600;

describe('usernames and addresses', () => {
  let server: TestServer;
  let owner: Caller;

  beforeEach(async () => {
    server = await startServer({ scenario: world });
    owner = await server.as('alpha.owner');
  });
  afterEach(() => server.close());

  const check = (caller: Caller, body: Record<string, unknown>): Promise<Answered> =>
    caller.post('/username-checks', body, { key: null });

  async function invited(email = 'jane@example.test'): Promise<string> {
    await invite(owner, 'alpha', { email });
    return mailedToken(server, email);
  }

  it('R49: a taken name is refused with up to three free ones, in any case of letters', async () => {
    const token = await invited();
    const answer = await accept(server.anonymous(), token, { username: 'Alpha.Owner' });
    refused(answer, 409, 'username-taken', 'username_taken');
    const { suggestions = [], errors } = answer.problem();
    assert.deepEqual(errors, [{ pointer: '/username', code: 'username_taken' }]);
    assert.equal(suggestions.length, 3);
    for (const name of suggestions) {
      assert.deepEqual(
        (await check(server.anonymous(), { username: name })).json<UsernameAnswer>().available,
        true,
      );
    }
    assert.equal((await accept(server.anonymous(), token, { username: suggestions[0] })).status, 201);
  });

  it('R49: availability is told while typing, and asked no more than 30 times a minute', async () => {
    const caller = server.anonymous();
    const taken = (await check(caller, { username: 'alpha.owner' })).json<UsernameAnswer>();
    assert.deepEqual([taken.available, taken.code, taken.suggestions.length], [false, 'username_taken', 3]);
    const free = (await check(caller, { username: 'nobody.yet' })).json<UsernameAnswer>();
    assert.deepEqual(free, { username: 'nobody.yet', available: true, code: null, suggestions: [] });
    refused(await check(caller, { username: 'a b' }), 422, 'username-invalid', 'username_charset');
    for (let time = 2; time < 30; time += 1) await check(caller, { username: 'nobody.yet' });
    refused(await check(caller, { username: 'nobody.yet' }), 429, 'rate-limited');
  });

  it('R48: a username has its form, or is refused at its field; it stays as typed and is compared without case', async () => {
    const person = await server.as('alpha.manager');
    for (const [username, code] of [
      ['ab', 'username_too_short'],
      ['a'.repeat(65), 'username_too_long'],
      ['two..dots', 'username_charset'],
      ['-first', 'username_charset'],
      ['naïve', 'username_charset'],
      ['Admin', 'username_reserved'],
    ] as const) {
      const refused = (await person.patch('/me', { username })).problem();
      assert.deepEqual([refused.status, refused.code], [422, code], username);
      assert.deepEqual(refused.errors, [{ pointer: '/username', code }], username);
    }
    const kept = await person.patch('/me', { username: 'Mixed.Case_1' });
    assert.equal(kept.json<{ username: string }>().username, 'Mixed.Case_1');
    const other = await server.as('alpha.creator');
    assert.equal((await other.patch('/me', { username: 'mixed.case_1' })).problem().code, 'username_taken');
  });

  it('R50: one’s own address is a username only by choice, and anybody else’s never', async () => {
    const token = await invited();
    refused(
      await accept(server.anonymous(), token, { username: 'joe@example.test' }),
      422,
      'username-invalid',
      'username_is_foreign_email',
    );
    refused(
      await check(server.anonymous(), { username: 'jane@example.test' }),
      422,
      'username-invalid',
      'username_is_foreign_email',
    );
    assert.equal(
      (await check(server.anonymous(), { username: 'jane@example.test', token })).json<UsernameAnswer>()
        .available,
      true,
    );
    const jane = server.anonymous();
    assert.equal((await accept(jane, token, { username: 'jane@example.test' })).status, 201);
    assert.equal((await jane.get('/me')).json<Me>().username, 'jane@example.test');
  });

  it('R51: the password must not lean on username, address, account or product', async () => {
    const token = await invited('janedoe@example.test');
    const tries = {
      username: 'marigold',
      passwords: ['marigold-2026-marigold', 'janedoe@example.test', 'Account Alpha 2026!!'],
    };
    for (const password of tries.passwords) {
      const answer = await accept(server.anonymous(), token, { username: tries.username, password });
      refused(answer, 422, 'password-rejected', 'password_context');
    }
  });

  it('R52: a username is changed after a fresh proof; memberships stay, a notice is mailed, the old name rests 90 days', async () => {
    const person = await server.as('alpha.creator');
    const memberships = (await person.get('/me/memberships')).text;
    const answer = await person.patch('/me', { username: 'Nova' });
    assert.equal(answer.json<Me>().username, 'Nova', answer.text);
    assert.equal((await person.get('/me/memberships')).text, memberships);
    const mail = await mailTo(server, 'alpha.creator@alpha.test');
    assert.match(mail.text, /Before: alpha\.creator\nNow: Nova/);
    const roster = (
      await owner.get(
        `/accounts/${(await server.store.read.accounts.first({ name: 'Account alpha' }))?.id ?? ''}/members?q=nova`,
      )
    ).json<{ items: unknown[] }>();
    assert.equal(roster.items.length, 1);
    const resting = (await check(owner, { username: 'alpha.creator' })).json<UsernameAnswer>();
    assert.deepEqual([resting.available, resting.code], [false, 'username_cooling_off']);
    refused(
      await owner.patch('/me', { username: 'alpha.creator' }),
      409,
      'username-taken',
      'username_cooling_off',
    );
    server.clock.advance(90 * day);
    const later = await server.as('alpha.owner');
    assert.equal((await later.patch('/me', { username: 'alpha.creator' })).status, 200);
  });

  it('R52: whoever gave a name up may take it back at once', async () => {
    const person = await server.as('alpha.creator');
    await person.patch('/me', { username: 'nova' });
    assert.equal(
      (await person.patch('/me', { username: 'alpha.creator' })).json<Me>().username,
      'alpha.creator',
    );
  });

  it('R52: a released address is free at once for its verified holder, and for nobody else', async () => {
    const token = await invited();
    const jane = server.anonymous();
    await accept(jane, token, { username: 'jane@example.test' });
    await jane.patch('/me', { username: 'jane' });
    refused(
      await owner.patch('/me', { username: 'jane@example.test' }),
      422,
      'username-invalid',
      'username_is_foreign_email',
    );
    assert.equal((await jane.patch('/me', { username: 'jane@example.test' })).status, 200);
  });

  it('R69, R52: without a fresh proof neither username nor address changes, but the display name does', async () => {
    const person = await server.as('alpha.creator');
    server.clock.advance(16 * 60);
    refused(await person.patch('/me', { username: 'nova' }), 401, 'step-up-required');
    refused(await person.patch('/me', { email: 'nova@example.test' }), 401, 'step-up-required');
    assert.equal((await person.patch('/me', { displayName: 'Nova' })).json<Me>().displayName, 'Nova');
  });

  it('U05: two people who swap names at once both get a definite answer, and no name exists twice', async () => {
    const [one, two] = [await server.as('alpha.creator'), await server.as('alpha.manager')];
    const answers = await Promise.all([
      one.patch('/me', { username: 'alpha.manager' }),
      two.patch('/me', { username: 'alpha.creator' }),
    ]);
    for (const answer of answers) refused(answer, 409, 'username-taken');
    const names = (await server.store.read.users.find()).map(({ usernameKey }) => usernameKey);
    assert.equal(new Set(names).size, names.length);
  });

  it('U04, U06: a repeat is told the current name by 412', async () => {
    const person = await server.as('alpha.creator');
    const stale = { headers: { 'if-match': '"v1"' } };
    assert.equal((await person.patch('/me', { username: 'nova' }, stale)).status, 200);
    const again = await person.patch('/me', { username: 'other' }, stale);
    refused(again, 412, 'stale-version', 'precondition_failed');
    assert.equal((again.problem().current as Me).username, 'nova');
  });

  it('P17: a new address needs a code mailed to it alone; the old one is told and can undo it for 72 hours', async () => {
    const person = await server.as('alpha.creator');
    const email = 'nova@example.test';
    refused(await person.patch('/me', { email }), 403, 'email-code-required', 'email_code_required');
    assert.equal((await person.get('/me')).json<Me>().email, 'alpha.creator@alpha.test');
    const emailCode = await mailedCode(server, email);
    assert.deepEqual(
      server.mails.map(({ to }) => to),
      [email],
    );
    const wrong = String((Number(emailCode) + 1) % 1_000_000).padStart(6, '0');
    refused(await person.patch('/me', { email, emailCode: wrong }), 422, 'code-invalid', 'email_code_wrong');
    refused(
      await person.patch('/me', { email: 'other@example.test', emailCode }),
      422,
      'code-invalid',
      'email_code_expired',
    );
    const changed = (await person.patch('/me', { email, emailCode })).json<Me>();
    assert.deepEqual([changed.email, changed.emailVerified], [email, true]);

    const notice = await mailTo(server, 'alpha.creator@alpha.test');
    const token = tokenIn(notice.text);
    assert.match(token, /^cce_/);
    server.clock.advance(72 * 3600 - 1);
    const session = await server.as('alpha.creator');
    assert.equal((await server.anonymous().post('/email-change-undos', { token })).status, 204);
    refused(await session.get('/me'), 401, 'unauthenticated');
    const back = (await (await server.as('alpha.creator')).get('/me')).json<Me>();
    assert.equal(back.email, 'alpha.creator@alpha.test');
    refused(await server.anonymous().post('/email-change-undos', { token }), 410, 'challenge-ended');
  });

  it('P17: after 72 hours the undo is over', async () => {
    const person = await server.as('alpha.creator');
    await person.patch('/me', { email: 'nova@example.test' });
    await person.patch('/me', {
      email: 'nova@example.test',
      emailCode: await mailedCode(server, 'nova@example.test'),
    });
    const token = tokenIn((await mailTo(server, 'alpha.creator@alpha.test')).text);
    server.clock.advance(72 * 3600);
    refused(await server.anonymous().post('/email-change-undos', { token }), 410, 'challenge-ended');
  });

  it('P17: an unproven old address gets no power to undo', async () => {
    await server.store.transaction((tx) =>
      tx.users.update(userIdOf('alpha.creator'), { emailVerifiedAt: null }),
    );
    const person = await server.as('alpha.creator');
    await person.patch('/me', { email: 'nova@example.test' });
    await person.patch('/me', {
      email: 'nova@example.test',
      emailCode: await mailedCode(server, 'nova@example.test'),
    });
    await deliver(server);
    assert.deepEqual(
      server.mails.map(({ to }) => to),
      ['nova@example.test'],
    );
  });

  it('P18: somebody else’s address is asked for like any other, and refused only to its proven holder', async () => {
    const person = await server.as('alpha.creator');
    refused(await person.patch('/me', { email: 'beta.owner@beta.test' }), 403, 'email-code-required');
    const emailCode = await mailedCode(server, 'beta.owner@beta.test');
    refused(await person.patch('/me', { email: 'beta.owner@beta.test', emailCode }), 409, 'identity-exists');
  });

  it('R50, threat 4: whose username is the old address chooses another one in the same change', async () => {
    const token = await invited();
    const jane = server.anonymous();
    await accept(jane, token, { username: 'jane@example.test' });
    const email = 'jane@new.test';
    await jane.patch('/me', { email });
    const emailCode = await mailedCode(server, email);
    refused(
      await jane.patch('/me', { email, emailCode }),
      422,
      'username-invalid',
      'username_is_foreign_email',
    );
    const changed = (await jane.patch('/me', { email, emailCode, username: 'jane@new.test' })).json<Me>();
    assert.deepEqual([changed.username, changed.email], ['jane@new.test', 'jane@new.test']);
    const signIn = await server
      .anonymous()
      .post('/auth/sessions', { username: 'jane@new.test', password: goodPassword }, { key: null });
    assert.equal(signIn.status, 201);
  });
});
