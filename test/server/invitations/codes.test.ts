import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { InvitationPreview } from '../../../src/client/wire/index.js';
import {
  accept,
  deliver,
  invite,
  join,
  lookup,
  mailedCode,
  mailedToken,
  refused,
  tokenIn,
} from '../../support/invites.js';
import { startServer, userIdOf, type Answered, type Caller, type TestServer } from '../../support/server.js';
import { world } from '../../support/world.js';

const email = 'jane@example.test';

describe('R44: a copied link and its mailed code', () => {
  let server: TestServer;
  let owner: Caller;
  let token: string;

  beforeEach(async () => {
    server = await startServer({ scenario: world });
    owner = await server.as('alpha.owner');
    token = tokenIn((await invite(owner, 'alpha', { email })).url);
    await deliver(server);
  });
  afterEach(() => server.close());

  const sendCode = (which = token): Promise<Answered> =>
    server.anonymous().post('/invitation-email-codes', { token: which });
  const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

  it('goes to the invited address alone, and lets the holder in', async () => {
    assert.equal((await sendCode()).status, 202);
    const mails = server.mails.length;
    const emailCode = await mailedCode(server, email);
    assert.equal(server.mails.length, mails + 1);
    assert.equal((await accept(server.anonymous(), token, { emailCode })).status, 201);
  });

  it('works for 10 minutes', async () => {
    await sendCode();
    const emailCode = await mailedCode(server, email);
    server.clock.advance(10 * 60 - 1);
    const early = await accept(server.anonymous(), token, { emailCode, username: 'a' });
    refused(early, 422, 'username-invalid');
    server.clock.advance(1);
    refused(
      await accept(server.anonymous(), token, { emailCode }),
      422,
      'code-invalid',
      'email_code_expired',
    );
  });

  it('is evaluated five times, however many wrong ones arrive at once, and the right one is too late then', async () => {
    await sendCode();
    const code = await mailedCode(server, email);
    const answers = await Promise.all(
      Array.from({ length: 60 }, () => accept(server.anonymous(), token, { emailCode: wrong(code) })),
    );
    const codes = answers.map((answer) => answer.problem().code);
    assert.equal(codes.filter((one) => one === 'email_code_wrong').length, 4);
    assert.equal(codes.filter((one) => one === 'email_code_expired').length, 56);
    const [row] = await server.store.read.emailCodes.find();
    assert.equal(row?.attempts, 5);
    refused(
      await accept(server.anonymous(), token, { emailCode: code }),
      422,
      'code-invalid',
      'email_code_expired',
    );
  });

  it('tells how many tries are left, and counts only what could be a code', async () => {
    await sendCode();
    const code = await mailedCode(server, email);
    const left = async (emailCode: string) =>
      (await accept(server.anonymous(), token, { emailCode })).problem().attemptsLeft;
    assert.equal(await left('12345'), 5);
    assert.equal(await left(` ${code}`), 5);
    assert.equal(await left(wrong(code)), 4);
    assert.equal(await left(wrong(code)), 3);
    assert.equal((await accept(server.anonymous(), token, { emailCode: code })).status, 201);
  });

  it('C04: a right code is not spent by a refusal of something else', async () => {
    await sendCode();
    const emailCode = await mailedCode(server, email);
    refused(
      await accept(server.anonymous(), token, { emailCode, username: 'alpha.owner' }),
      409,
      'username-taken',
    );
    refused(
      await accept(server.anonymous(), token, { emailCode, password: 'short' }),
      422,
      'password-rejected',
    );
    assert.equal((await accept(server.anonymous(), token, { emailCode })).status, 201);
  });

  it('a new code ends the one before, and five an hour are sent', async () => {
    await sendCode();
    const first = await mailedCode(server, email);
    await sendCode();
    const second = await mailedCode(server, email);
    refused(
      await accept(server.anonymous(), token, { emailCode: first }),
      422,
      'code-invalid',
      first === second ? undefined : 'email_code_wrong',
    );
    for (let time = 2; time < 5; time += 1) assert.equal((await sendCode()).status, 202);
    const sixth = await sendCode();
    refused(sixth, 429, 'rate-limited');
    assert.equal(sixth.headers.get('retry-after'), '3600');
  });

  it('opens no other invitation', async () => {
    const other = tokenIn((await invite(await server.as('beta.owner'), 'beta', { email })).url);
    await sendCode(other);
    const emailCode = await mailedCode(server, email);
    refused(
      await accept(server.anonymous(), token, { emailCode }),
      422,
      'code-invalid',
      'email_code_expired',
    );
  });

  it('only its hash is stored, and the mail that carried it is forgotten once it left', async () => {
    await sendCode();
    const code = await mailedCode(server, email);
    const [row] = await server.store.read.emailCodes.find();
    assert.match(row?.codeHash ?? '', /^[0-9a-f]{64}$/);
    const letters = await server.store.read.outbox.find({ where: { template: 'invitation_code' } });
    assert.ok(letters.length > 0 && !JSON.stringify(letters).includes(code));
  });

  it('R45: the right address but unverified: refused with an offer, and the code verifies it', async () => {
    const address = 'beta.manager@beta.test';
    await invite(owner, 'alpha', { email: address });
    const mailed = await mailedToken(server, address);
    const person = await server.as('beta.manager');
    await server.store.transaction((tx) =>
      tx.users.update(userIdOf('beta.manager'), { emailVerifiedAt: null }),
    );
    refused(await join(person, mailed), 403, 'email-unverified', 'email_unverified');
    const preview = (await lookup(person, mailed)).json<InvitationPreview>();
    assert.deepEqual([preview.viewer, preview.emailCodeRequired], ['unverified', true]);
    await sendCode(mailed);
    const emailCode = await mailedCode(server, address);
    assert.equal((await join(person, mailed, { emailCode })).status, 201);
    assert.notEqual((await server.store.read.users.get(userIdOf('beta.manager')))?.emailVerifiedAt, null);
  });

  it('R33: verifying an address that another login has proven is refused, and joins nothing', async () => {
    const address = 'beta.manager@beta.test';
    await invite(owner, 'alpha', { email: address });
    const mailed = await mailedToken(server, address);
    const person = await server.as('beta.owner');
    await server.store.transaction((tx) =>
      tx.users.update(userIdOf('beta.owner'), { email: address, emailKey: address, emailVerifiedAt: null }),
    );
    await sendCode(mailed);
    const emailCode = await mailedCode(server, address);
    refused(await join(person, mailed, { emailCode }), 409, 'identity-exists', 'identity_exists');
  });
});
