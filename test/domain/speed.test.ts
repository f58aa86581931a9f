import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import {
  checkAccountId,
  checkEmail,
  checkIdempotencyKey,
  checkInviteToken,
  checkLocale,
  checkName,
  checkPassword,
  checkQuery,
  checkReturnUrl,
  checkThemeValue,
  checkTotpCode,
  checkUsername,
  cleanInviteToken,
  cleanRecoveryCode,
  cleanTotpCode,
  usernameCandidates,
} from '../../src/domain/index.js';

/** trust.md section 5, Z5: every input on every surface. */
const budgetMs = 50;

const checks: Record<string, (text: string) => unknown> = {
  checkAccountId,
  checkEmail,
  checkIdempotencyKey,
  checkInviteToken,
  checkLocale,
  checkName,
  checkPassword,
  checkQuery,
  checkReturnUrl: (text) => checkReturnUrl(text, { base: 'https://app.example.test' }),
  checkThemeValue: (text) => checkThemeValue('accent', text),
  checkTotpCode,
  checkUsername,
  cleanInviteToken,
  cleanRecoveryCode,
  cleanTotpCode,
  usernameCandidates,
};

/** Each just inside a limit and far beyond it: what makes careless patterns walk back again and again. */
const units = [
  'a',
  'a.',
  '.',
  '@',
  '<',
  '"',
  ' ',
  "'",
  '(',
  ',',
  'xn--',
  'a-',
  '\u0301',
  '\u200d',
  '\ud83d',
  '\u0660',
  '%',
  '\\"',
  'www.',
  'l\u00b7',
];
const lengths = [100, 250, 500, 1000, 2000, 4000, 1_000_000];

describe('linear time: no input holds a check up', () => {
  for (const [name, check] of Object.entries(checks)) {
    it(name, () => {
      for (const unit of units) {
        for (const length of lengths) {
          for (const [before, after] of [
            ['', ''],
            ['a@', '!'],
            ['"', '"'],
          ]) {
            const text = before + unit.repeat(Math.ceil(length / unit.length)) + after;
            const spent = Math.min(time(check, text), time(check, text), time(check, text));
            assert.ok(spent < budgetMs, `${JSON.stringify(unit)} x ${length}: ${spent.toFixed(0)} ms`);
          }
        }
      }
    });
  }
});

/** The best of a few runs counts: a busy machine is not a slow pattern. */
function time(check: (text: string) => unknown, text: string): number {
  const started = performance.now();
  check(text);
  return performance.now() - started;
}
