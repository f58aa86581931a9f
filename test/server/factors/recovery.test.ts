import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { MfaOverview } from '../../../src/client/wire/index.js';
import { challenge, codeNow, enrol, type Enrolled } from '../../support/factors.js';
import { deliver } from '../../support/invites.js';
import {
  accountIdOf,
  demoPassword,
  startServer,
  type Caller,
  type TestServer,
} from '../../support/server.js';
import { giveFactor, world } from '../../support/world.js';

const manager = 'alpha.manager';
const members = `/accounts/${accountIdOf('alpha')}/members`;

describe('R66: a recovery code in place of a lost factor', () => {
  let server: TestServer;
  let mine: Enrolled;
  let before: Caller;
  beforeEach(async () => {
    server = await startServer({ scenario: world });
    before = await server.as(manager);
    mine = await enrol(server, before);
    server.clock.advance(30);
  });
  afterEach(() => server.close());

  async function recover(code = mine.codes[0]) {
    const { caller, path } = await challenge(server, manager);
    return { caller, answer: await caller.post(path, { recoveryCode: code, trustDevice: true }) };
  }

  it('signs in, spends the code, mails a notice, and asks for a new factor before anything else', async () => {
    const { caller, answer } = await recover();
    assert.equal(answer.status, 200, answer.text);
    const { demand, recoveryCodes, enrolments } = (await caller.get('/me/mfa')).json<MfaOverview>();
    assert.deepEqual([demand, recoveryCodes.remaining], ['required', 9]);
    assert.deepEqual(
      enrolments.map(({ state }) => state),
      ['reset_required'],
    );
    const refused = await caller.get(`/accounts/${accountIdOf('alpha')}`);
    assert.deepEqual([refused.status, refused.problem().code], [403, 'mfa_enrolment_required']);
    assert.equal((await before.get('/me')).status, 401, 'other sessions end');
    await deliver(server);
    const last = server.mails.at(-1);
    assert.equal(last?.subject, 'A recovery code was used to sign in');
    assert.match(last.text, /Codes left: 9\./);
    assert.ok(!last.text.includes(mine.codes[0] ?? '?'));
  });

  it('a new set-up voids the nine and brings ten, and opens everything again', async () => {
    const { caller } = await recover();
    const next = await enrol(server, caller);
    assert.equal(next.codes.length, 10);
    assert.ok(next.codes.every((code) => !mine.codes.includes(code)));
    assert.equal((await caller.get(`/accounts/${accountIdOf('alpha')}`)).status, 200);
    server.clock.advance(30);
    const { caller: again, path } = await challenge(server, manager);
    assert.equal((await again.post(path, { recoveryCode: mine.codes[1] })).problem().code, 'mfa_code_wrong');
    const old = await codeNow(server, mine.secret);
    assert.equal((await again.post(path, { code: old })).problem().code, 'mfa_code_wrong');
    assert.equal((await again.post(path, { code: await codeNow(server, next.secret) })).status, 200);
  });

  it('P6: until then the password alone opens nothing: another recovery code is asked', async () => {
    await recover();
    const { caller, path, methods } = await challenge(server, manager);
    assert.deepEqual(methods, ['recovery_code']);
    const stale = await caller.post(path, { code: await codeNow(server, mine.secret) });
    assert.equal(stale.problem().code, 'mfa_code_wrong');
    assert.equal((await caller.post(path, { recoveryCode: mine.codes[1] })).status, 200);
  });

  it('P6: an abandoned set-up or a milder policy does not end the demand', async () => {
    const { caller } = await recover();
    await caller.post('/me/mfa/enrolments');
    server.clock.advance(600);
    assert.equal((await caller.get('/me/mfa')).json<MfaOverview>().demand, 'required');
    const owner = await server.as('alpha.owner');
    await giveFactor(server.store, 'alpha.owner');
    for (const mfaPolicy of ['required', 'off']) {
      assert.equal((await owner.patch(`/accounts/${accountIdOf('alpha')}`, { mfaPolicy })).status, 200);
    }
    assert.equal((await caller.get(members)).status, 403);
    assert.equal((await caller.get(members)).problem().code, 'mfa_enrolment_required');
  });

  it('a code works once, however many send it at once', async () => {
    const opened = await Promise.all(Array.from({ length: 8 }, () => challenge(server, manager)));
    const answers = await Promise.all(
      opened.map(({ caller, path }) => caller.post(path, { recoveryCode: mine.codes[2] })),
    );
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    const spent = await server.store.read.recoveryCodes.count({ usedAt: { not: null } });
    assert.equal(spent, 1);
    const { answer } = await recover(mine.codes[2]);
    assert.deepEqual([answer.status, answer.problem().code], [422, 'recovery_code_used']);
  });

  it('threat 8: ten looks in 15 minutes, over all challenges; the right code waits as well', async () => {
    const wrong = 'ABCD-EFGH-JKMN-PQRS';
    for (let index = 0; index < 10; index += 1) {
      assert.equal((await recover(wrong)).answer.problem().code, 'mfa_code_wrong');
    }
    const { answer } = await recover();
    assert.deepEqual([answer.status, answer.headers.get('retry-after')], [429, '900']);
    server.clock.advance(900);
    assert.equal((await recover()).answer.status, 200);
  });

  it('C07: its form is exact on the wire; the field is what forgives', async () => {
    const [code = ''] = mine.codes;
    const { caller, path } = await challenge(server, manager);
    for (const typed of [code.toLowerCase(), code.replaceAll('-', ''), ` ${code}`, '', null]) {
      const answer = await caller.post(path, { recoveryCode: typed });
      assert.equal(answer.problem().code, 'mfa_code_format', String(typed));
    }
    assert.equal((await caller.post(path, { code })).problem().code, 'mfa_code_format');
    assert.equal((await caller.post(path, { recoveryCode: code })).status, 200);
  });

  it('R67: it remembers no browser, and forgets those that were', async () => {
    const { caller, path } = await challenge(server, manager);
    await caller.post(path, { code: await codeNow(server, mine.secret), trustDevice: true });
    const { answer } = await recover();
    assert.ok(!answer.headers.getSetCookie().some((line) => line.startsWith('crew_device')));
    assert.equal(await server.store.read.trustedDevices.count(), 0);
    const password = { username: manager, password: demoPassword };
    assert.equal((await caller.post('/auth/sessions', password)).status, 202);
  });
});
