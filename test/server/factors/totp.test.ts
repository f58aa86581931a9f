import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { badInputs } from '../../support/bad-inputs.js';
import { challenge, codeNow, enrol, seededCode, signInWithCode, wrongCode } from '../../support/factors.js';
import { startServer, userIdOf, type TestServer } from '../../support/server.js';
import { factorSecretOf } from '../../../server/scenarios/index.js';
import { world } from '../../support/world.js';

const priya = 'priya.nair';
const step = 30;

describe('codes of an authenticator', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startServer();
  });
  afterEach(() => server.close());

  /** Answers a fresh challenge with the code of a step that began so many seconds ago. */
  async function answerWith(code: string) {
    const { caller, path } = await challenge(server, priya);
    return caller.post(path, { code });
  }

  it('R60: password, then code: only then a session, and everything opens', async () => {
    const { caller, path, methods } = await challenge(server, priya);
    assert.deepEqual(methods, ['totp', 'recovery_code']);
    assert.equal(caller.cookie(), '');
    assert.equal((await caller.get('/me')).status, 401);
    const answer = await caller.post(path, { code: await seededCode(server, priya) });
    assert.equal(answer.status, 200, answer.text);
    assert.equal(answer.json<{ stepUpUntil: string }>().stepUpUntil, '2026-11-22T09:15:00.000Z');
    assert.equal((await caller.get('/me')).status, 200);
  });

  it('R64, P4: the current and the previous step, to the second; no future one', async () => {
    // The clock stands at the start of a step.
    const code = await seededCode(server, priya);
    const next = await seededCode(server, priya, step);
    assert.equal((await answerWith(next)).problem().code, 'mfa_code_wrong');
    server.clock.advance(2 * step - 1);
    assert.equal((await answerWith(code)).status, 200);
  });

  it('R64: one second later it is two steps old', async () => {
    const code = await seededCode(server, priya);
    server.clock.advance(2 * step);
    assert.equal((await answerWith(code)).problem().code, 'mfa_code_wrong');
  });

  it('R64: a code one second before its step is none yet', async () => {
    const code = await seededCode(server, priya, step);
    server.clock.advance(step - 1);
    assert.equal((await answerWith(code)).problem().code, 'mfa_code_wrong');
    server.clock.advance(1);
    assert.equal((await answerWith(code)).status, 200);
  });

  it('P2: a used code is refused in the same step, the next one, a new challenge and another browser', async () => {
    const code = await seededCode(server, priya);
    assert.equal((await answerWith(code)).status, 200);
    const again = await answerWith(code);
    assert.deepEqual([again.status, again.problem().code], [422, 'mfa_code_used']);
    assert.equal(again.problem().retryAfter, step);
    server.clock.advance(step + 10);
    const late = await answerWith(code);
    assert.deepEqual([late.problem().code, late.problem().retryAfter], ['mfa_code_used', 1]);
    assert.equal((await answerWith(await seededCode(server, priya))).status, 200);
  });

  it('P2: after a code, the code of the step before it is used up as well', async () => {
    const before = await seededCode(server, priya);
    server.clock.advance(step);
    assert.equal((await answerWith(await seededCode(server, priya))).status, 200);
    assert.equal((await answerWith(before)).problem().code, 'mfa_code_used');
  });

  it('T31: a clock that jumps back brings no used code to life again', async () => {
    server.clock.advance(10 * step);
    assert.equal((await answerWith(await seededCode(server, priya))).status, 200);
    server.clock.advance(-5 * step);
    assert.equal((await answerWith(await seededCode(server, priya))).problem().code, 'mfa_code_used');
  });

  it('a used code costs no try: whoever waits gets in', async () => {
    await signInWithCode(server, priya);
    const used = await seededCode(server, priya);
    const { caller, path } = await challenge(server, priya);
    for (let index = 0; index < 8; index += 1) {
      assert.equal((await caller.post(path, { code: used })).problem().code, 'mfa_code_used');
    }
    server.clock.advance(step);
    assert.equal((await caller.post(path, { code: await seededCode(server, priya) })).status, 200);
  });

  for (const row of badInputs('totpCode').filter(
    ({ verdict, layer, code }) => verdict === 'reject' && (layer === 'api' || code === 'mfa_code_format'),
  )) {
    it(`${row.id}: ${row.why}: refused for its form, and costs no try`, async () => {
      const { caller, path } = await challenge(server, priya);
      const current = await seededCode(server, priya);
      const typed = typeof row.value === 'string' ? row.value.replace('{current}', current) : row.value;
      // A body has its own limit, which a million digits meet first.
      const long = typeof typed === 'string' && typed.length > 60_000;
      for (let index = 0; index < 6; index += 1) {
        const answer = await caller.post(path, { code: typed });
        assert.equal(answer.problem().code, long ? 'body_too_large' : row.code, answer.text);
      }
      assert.equal((await caller.post(path, { code: current })).status, 200);
    });
  }

  it('TC-008, TC-010: the code that confirmed a factor does not sign in, nor any code once it is off', async () => {
    const small = await startServer({ scenario: world });
    const caller = await small.as('alpha.manager');
    const { id, secret } = await enrol(small, caller);
    const first = await challenge(small, 'alpha.manager');
    const same = await first.caller.post(first.path, { code: await codeNow(small, secret) });
    assert.equal(same.problem().code, 'mfa_code_used');
    small.clock.advance(step);
    const off = await caller.del(`/me/mfa/enrolments/${id}`, { headers: { 'if-match': '"v2"' } });
    assert.equal(off.status, 204, off.text);
    // C08: the challenge was made for a factor that is gone.
    const answer = await first.caller.post(first.path, { code: await codeNow(small, secret) });
    assert.deepEqual([answer.status, answer.problem().code], [410, 'challenge_ended']);
    await small.close();
  });

  it('threat 6: the secret is nowhere in clear, and a row of another person opens nothing', async () => {
    const rows = await server.store.read.mfaEnrolments.find();
    const dump = JSON.stringify(rows);
    assert.ok(!dump.includes(factorSecretOf(priya)));
    const other = rows.find(({ userId }) => userId !== userIdOf(priya));
    assert.ok(other);
    await server.store.transaction(async (tx) => {
      await tx.mfaEnrolments.updateWhere({ userId: userIdOf(priya) }, { secret: other.secret });
    });
    const answer = await answerWith(await codeNow(server, factorSecretOf(priya)));
    assert.equal(answer.status, 503);
    assert.match(server.logs.join('\n'), /sealed with another key/);
  });

  it('threat 24: neither code nor secret is logged', async () => {
    const code = await seededCode(server, priya);
    await answerWith(await wrongCode(server, factorSecretOf(priya)));
    await answerWith(code);
    assert.ok(!server.logs.join('\n').includes(code));
    assert.match(server.logs.join('\n'), /"factor-refused"/);
  });
});

describe('against a real authenticator', () => {
  const oathtool = (...args: string[]): string => execFileSync('oathtool', args, { encoding: 'utf8' }).trim();
  const installed = (() => {
    try {
      oathtool('--version');
      return true;
    } catch {
      return false;
    }
  })();

  it('R63: oathtool makes the codes that are accepted', async (t) => {
    if (!installed) {
      t.skip('oathtool is not installed; on Debian: apt-get install oathtool');
      return;
    }
    const server = await startServer({ scenario: world });
    const caller = await server.as('alpha.manager');
    const { secret } = await enrol(server, caller);
    for (let index = 1; index <= 20; index += 1) {
      server.clock.advance(step);
      const now = server.clock.now().toISOString().replace('T', ' ').replace('.000Z', ' UTC');
      const code = oathtool('--totp', '--base32', secret, '--now', now);
      const { caller: other, path } = await challenge(server, 'alpha.manager');
      assert.equal((await other.post(path, { code })).status, 200, `${String(index)}: ${code}`);
    }
    await server.close();
  });

  it('RFC 6238: the vectors of its appendix', async () => {
    const { stepOfCode } = await import('../../../server/services/totp.js');
    // The secret of the RFC, `12345678901234567890`; the last six of its eight digits.
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    for (const [seconds, eight] of [
      [59, '94287082'],
      [1111111109, '07081804'],
      [1111111111, '14050471'],
      [1234567890, '89005924'],
      [2000000000, '69279037'],
      [20000000000, '65353130'],
    ] as const) {
      assert.equal(
        await stepOfCode(secret, eight.slice(2), new Date(seconds * 1000)),
        Math.floor(seconds / step),
      );
    }
  });
});
