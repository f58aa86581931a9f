import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { challenge, codeNow, enrol, wrongCode, type Enrolled } from '../../support/factors.js';
import { deliver } from '../../support/invites.js';
import { startServer, userIdOf, type Answered, type TestServer } from '../../support/server.js';
import { world } from '../../support/world.js';

const manager = 'alpha.manager';

describe('R64: how many codes are looked at', () => {
  let server: TestServer;
  let mine: Enrolled;
  let wrong: string;
  beforeEach(async () => {
    server = await startServer({ scenario: world });
    mine = await enrol(server, await server.as(manager));
    // Past the code that confirmed it.
    server.clock.advance(30);
    wrong = await wrongCode(server, mine.secret);
  });
  afterEach(() => server.close());

  const right = () => codeNow(server, mine.secret);
  /** Wrong codes that were compared with the secret: each leaves one line. */
  const evaluated = () => server.logs.filter((line) => line.includes('factor-refused')).length;
  const counted = () => server.store.read.factorAttempts.count({ userId: userIdOf(manager) });

  /** A wrong code in a challenge of its own. */
  async function guess(code = wrong): Promise<Answered> {
    const { caller, path } = await challenge(server, manager);
    return caller.post(path, { code });
  }

  async function guesses(count: number): Promise<Answered[]> {
    const answers: Answered[] = [];
    for (let index = 0; index < count; index += 1) answers.push(await guess());
    return answers;
  }

  it('C03: five wrong codes end the challenge, each saying how many are left; a right one comes too late', async () => {
    const { caller, path } = await challenge(server, manager);
    const left: unknown[] = [];
    for (let index = 0; index < 5; index += 1) {
      const answer = await caller.post(path, { code: wrong });
      assert.deepEqual([answer.status, answer.problem().code], [422, 'mfa_code_wrong']);
      assert.deepEqual(answer.problem().errors, [{ pointer: '/code', code: 'mfa_code_wrong' }]);
      left.push(answer.problem().attemptsLeft);
    }
    assert.deepEqual(left, [4, 3, 2, 1, 0]);
    const late = await caller.post(path, { code: await right() });
    assert.deepEqual([late.status, late.problem().code], [410, 'challenge_ended']);
    assert.equal(evaluated(), 5);
  });

  it('P3: of 500 wrong codes at once, five are looked at', async () => {
    const { caller, path } = await challenge(server, manager);
    const answers = await Promise.all(Array.from({ length: 500 }, () => caller.post(path, { code: wrong })));
    assert.equal(answers.filter(({ status }) => status === 422).length, 5);
    assert.equal(answers.filter(({ status }) => status === 410).length, 495);
    assert.equal(evaluated(), 5);
    assert.equal(await counted(), 5);
  });

  it('P3, threat 8: a new challenge for each of 60 guesses, from 60 addresses: ten are looked at', async () => {
    const opened: Awaited<ReturnType<typeof challenge>>[] = [];
    for (let index = 0; index < 60; index += 1) opened.push(await challenge(server, manager));
    const answers = await Promise.all(
      opened.map(({ caller, path }, index) =>
        caller.post(
          path,
          { code: wrong },
          {
            peer: `198.51.100.${String(index)}`,
            headers: { 'x-forwarded-for': `203.0.113.${String(index)}` },
          },
        ),
      ),
    );
    assert.equal(answers.filter(({ status }) => status === 422).length, 10);
    assert.equal(answers.filter(({ status }) => status === 423).length, 50);
    assert.equal(evaluated(), 10);
  });

  it('ten wrong codes in 15 minutes pause the factor for a minute, also for the right code', async () => {
    await guesses(10);
    const refused = await guess(await right());
    assert.deepEqual([refused.status, refused.problem().code], [423, 'mfa_locked']);
    assert.equal(refused.problem().retryAfter, 60);
    assert.equal(refused.headers.get('retry-after'), '60');
    server.clock.advance(59);
    assert.equal((await guess(await right())).problem().retryAfter, 1);
    server.clock.advance(1);
    assert.equal((await guess(await right())).status, 200);
    assert.equal(await counted(), 0, 'a right code starts the counting anew');
  });

  it('a pause costs no try of the challenge, and leaves it open for a recovery code', async () => {
    const { caller, path } = await challenge(server, manager);
    await guesses(10);
    for (let index = 0; index < 7; index += 1) {
      assert.equal((await caller.post(path, { code: wrong })).status, 423);
    }
    assert.equal((await caller.post(path, { recoveryCode: mine.codes[0] })).status, 200);
  });

  it('nine wrong codes every 15 minutes pause nothing; the tenth within 15 minutes does', async () => {
    await guesses(9);
    server.clock.advance(15 * 60);
    assert.deepEqual(
      (await guesses(9)).map(({ status }) => status),
      Array<number>(9).fill(422),
    );
    assert.equal((await guesses(2)).at(-1)?.status, 423);
  });

  it('the pause doubles with every further ten, and a hundred wrong codes lock the factor for good', async () => {
    const pauses: number[] = [];
    for (let total = 0; total < 100;) {
      const answer = await guess();
      if (answer.status === 422) total += 1;
      else {
        const pause = answer.problem().retryAfter ?? NaN;
        if (pauses.at(-1) !== pause) pauses.push(pause);
        server.clock.advance(pause);
      }
    }
    assert.deepEqual(pauses, [60, 120, 240, 480, 960, 1920, 3840, 7680, 15360]);
    assert.equal(evaluated(), 100);
    server.clock.advance(365 * 24 * 3600);
    const locked = await guess(await right());
    assert.deepEqual([locked.status, locked.problem().retryAfter], [423, undefined]);
    const row = await server.store.read.mfaEnrolments.first({ userId: userIdOf(manager) });
    assert.equal(row?.state, 'locked');
    await deliver(server);
    assert.deepEqual(server.mails.map(({ to, subject }) => [to, subject]).slice(1), [
      ['alpha.manager@alpha.test', 'Your second factor is locked'],
    ]);
    // Threat 22: the way back stays open.
    const { caller, path } = await challenge(server, manager);
    assert.equal((await caller.post(path, { recoveryCode: mine.codes[3] })).status, 200);
  });

  it('C04: a fault while checking costs no try', async () => {
    const { caller, path } = await challenge(server, manager);
    const real = server.store.transaction.bind(server.store);
    let broken = true;
    server.store.transaction = (work) =>
      real(async (tx) => {
        const result = await work(tx);
        if (broken) throw new Error('The disk is gone');
        return result;
      });
    for (let index = 0; index < 6; index += 1) {
      assert.equal((await caller.post(path, { code: wrong })).status, 503);
      assert.equal((await caller.post(path, { recoveryCode: 'ABCD-EFGH-JKMN-PQRS' })).status, 503);
    }
    broken = false;
    assert.equal(await counted(), 0);
    assert.equal((await caller.post(path, { code: wrong })).problem().attemptsLeft, 4);
  });

  it('a wrong code of one person takes no try from another', async () => {
    await guesses(10);
    assert.equal((await challenge(server, manager)).methods.length, 2);
    const other = await enrol(server, await server.as('alpha.spare'));
    server.clock.advance(30);
    const { caller, path } = await challenge(server, 'alpha.spare');
    assert.equal((await caller.post(path, { code: await codeNow(server, other.secret) })).status, 200);
    assert.equal((await guess(await right())).status, 423);
  });
});
