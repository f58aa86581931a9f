import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import {
  checkPassword,
  minimumLength,
  normalisePassword,
  type Check,
  type PasswordContext,
} from '../../src/domain/index.js';

const answer = (result: Check<unknown>): unknown => (result.ok ? result.value : result.code);

describe('R51: passwords', () => {
  const mfa = { mfaRequired: true };
  const table: [unknown, PasswordContext, string][] = [
    ['xK9#mq2L', mfa, 'ok'],
    ['xK9#mq2L', {}, 'password_too_short'],
    ['xK9#mq2', mfa, 'password_too_short'],
    ['', {}, 'password_too_short'],
    ['e\u0301'.repeat(8) + 'xyzabc', {}, 'password_too_short'],
    ['ten words in one two', {}, 'ok'],
    ['n'.repeat(3) + 'ot so common at all', {}, 'ok'],
    ['ab12xy89', mfa, 'ok'],
    ['password', mfa, 'password_common'],
    ['passwordpassword', {}, 'password_common'],
    ['testtesttesttesttest', {}, 'password_common'],
    ['P@ssw0rd12345678', {}, 'password_common'],
    ['Password123456789', {}, 'password_common'],
    ['123456789012345', {}, 'password_common'],
    ['zyxwvutsrqponmlkj', {}, 'password_common'],
    ['poiuytrewqlkjhgf', {}, 'password_common'],
    ['1qaz2wsx3edc4rfv', {}, 'password_common'],
    ['asdfasdfasdfasdfasdf', {}, 'password_common'],
    ['abaabaabaabaabaaba', {}, 'password_common'],
    ['aaaaaaaaaaaaaaab', {}, 'password_common'],
    ['                ', {}, 'password_common'],
    ['12341234', mfa, 'password_common'],
    ['not a password, a sentence', {}, 'ok'],
    ['jane.doe-is-here-x', { username: 'Jane.Doe' }, 'password_context'],
    ['ja ne doe is here ok', { username: 'jane.doe' }, 'password_context'],
    ['ok then jane it is', { username: 'jane' }, 'password_context'],
    ['the janeiro carnival', { username: 'jane' }, 'ok'],
    ['it is al, you know', { username: 'al' }, 'ok'],
    ['mail lotte.devries now', { email: 'lotte.devries@northwind.test' }, 'password_context'],
    ['LotteDevries@Northwind.test', { email: 'lotte.devries@northwind.test' }, 'password_context'],
    ['my crew rowed home', { productName: 'Crew' }, 'password_context'],
    ['screwdriver in a box', { productName: 'Crew' }, 'ok'],
    ['ＡＣＭＥ ａｇｅｎｃｙ rules', { accountName: 'Acme Agency' }, 'password_context'],
    [
      'northwind-demo-2026',
      { accountName: 'Northwind Partners', username: 'partner.owner', email: 'partner.owner@northwind.test' },
      'ok',
    ],
    ['x'.repeat(1025), {}, 'password_too_long'],
    ['é'.repeat(513), {}, 'password_too_long'],
    ['tab\tin the middle of', {}, 'password_control_char'],
    ['delete\u007fin the middle', {}, 'password_control_char'],
    ['half an emoji \ud83d here', {}, 'invalid_unicode'],
    [undefined, {}, 'type_mismatch'],
    [123456789012345, {}, 'type_mismatch'],
  ];
  for (const [value, context, expected] of table) {
    it(`${String(value).slice(0, 40)} ${JSON.stringify(context)} → ${expected}`, () => {
      const result = checkPassword(value, context);
      assert.equal(result.ok ? 'ok' : result.code, expected);
    });
  }

  it('nothing is trimmed or cut, and one password has one spelling', () => {
    const long = ` ${'many different words, '.repeat(40)} `;
    assert.equal(answer(checkPassword(long)), long);
    assert.equal(normalisePassword('e\u0301'), '\u00e9');
    assert.equal(answer(checkPassword('cafe\u0301 au lait, merci')), 'caf\u00e9 au lait, merci');
    assert.deepEqual([minimumLength({}), minimumLength(mfa)], [15, 8]);
  });
});
