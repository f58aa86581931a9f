import assert from 'node:assert/strict';
import { it } from 'node:test';
import { totpCode } from '../../../server/routes/schemas/factor.js';
import { answerChallenge, startChallenge } from '../../../server/services/challenges.js';
import { systemContext } from '../../../server/services/system-context.js';
import { challenge, codeNow, enrol } from '../../support/factors.js';
import { startServer, userIdOf } from '../../support/server.js';
import { world } from '../../support/world.js';

/** trust.md 5, Z5: 20,000 in every build, a million by night (`REPLAYS=1000000`). */
const replays = Number(process.env['REPLAYS'] ?? 20_000);
const perChallenge = 50;

/** Other ways to write the same digits; the wire knows one. */
const spellings = (code: string): string[] => [
  `${code.slice(0, 3)} ${code.slice(3)}`,
  `${code} `,
  `${code}\n`,
  `0${code}`,
  `+${code}`,
  `${code}.0`,
  [...code].map((digit) => String.fromCodePoint(0x660 + Number(digit))).join(''),
  [...code].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join(''),
];

it(`P2, Z5: ${String(replays)} replays of one code, over challenges, minutes and spellings: none is accepted`, async () => {
  const server = await startServer({ scenario: world });
  const { secret } = await enrol(server, await server.as('alpha.manager'));
  server.clock.advance(30);
  const code = await codeNow(server, secret);
  const first = await challenge(server, 'alpha.manager');
  assert.equal((await first.caller.post(first.path, { code })).status, 200);
  for (const spelling of spellings(code)) assert.equal(totpCode.safeParse(spelling).success, false, spelling);

  let accepted = 0;
  for (let done = 0; done < replays; done += perChallenge) {
    // In the same step, in the next one, and an hour later, when it is any wrong code.
    if (done % 1000 === 500) server.clock.advance(30);
    if (done % 1000 === 0 && done > 0) server.clock.advance(-30);
    await server.store.transaction(async (tx) => {
      const context = systemContext(tx, server.ports, server.config);
      const user = await tx.users.get(userIdOf('alpha.manager'));
      assert.ok(user);
      const { challengeId } = await startChallenge(context, user, 'sign_in', ['totp', 'recovery_code']);
      for (let index = 0; index < perChallenge; index += 1) {
        const answer = await answerChallenge(context, challengeId, { code }, { method: 'totp' });
        if (!(answer instanceof Error)) accepted += 1;
        else assert.equal(answer.message, 'code-reused');
      }
    });
  }
  assert.equal(accepted, 0);
  await server.close();
});
