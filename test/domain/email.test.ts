import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import {
  canonicalEmail,
  checkEmail,
  cleanEmail,
  emailKey,
  unicodeEmail,
  type EmailPolicy,
} from '../../src/domain/index.js';

const answer = (value: unknown, policy?: EmailPolicy): string => {
  const result = checkEmail(value, policy);
  return result.ok ? result.value : result.code;
};

const rows = (title: string, table: [unknown, string][]): void => {
  describe(title, () => {
    for (const [value, expected] of table) {
      it(`${JSON.stringify(value)?.slice(0, 60)} → ${expected.slice(0, 60)}`, () =>
        assert.equal(answer(value), expected));
    }
  });
};

const long = (times: number, letter = 'a'): string => letter.repeat(times);

rows('R26: taken as typed', [
  ['JANE@EXAMPLE.TEST', 'JANE@example.test'],
  ['jane+tag@example.test', 'jane+tag@example.test'],
  ['a@b.c', 'a@b.c'],
  ["!#$&'*+/=?^_`{|}~-@example.test".slice(1), "#$&'*+/=?^_`{|}~-@example.test"],
  ['-@example.test', '-@example.test'],
  ['jane@ab--cd.test', 'jane@ab--cd.test'],
  ['jane@1.example.test', 'jane@1.example.test'],
  [`jane@${long(63)}.test`, `jane@${long(63)}.test`],
]);

rows('R26: one mailbox has one spelling, the A-label', [
  ['user@BÜCHER.example', 'user@xn--bcher-kva.example'],
  ['user@bu\u0308cher.example', 'user@xn--bcher-kva.example'],
  ['user@XN--BCHER-KVA.example', 'user@xn--bcher-kva.example'],
  ['user@faß.test', 'user@xn--fa-hia.test'],
  ['user@東京.test', 'user@xn--1lqs71d.test'],
  ['user@tokyo東京.test', 'user@xn--tokyo-191hq39l.test'],
  ['user@ドメイン・名.test', 'user@xn--eckwd4c7cvb9552b.test'],
  ['user@例え.テスト', 'user@xn--r8jz45g.xn--zckzah'],
  ['user@مثال.إختبار', 'user@xn--mgbh0fb.xn--kgbechtv'],
  ['user@paral·lel.test', 'user@xn--parallel-koa.test'],
  ['user@example.xn--p1ai', 'user@example.xn--p1ai'],
]);

rows('more, or something else, than one bare address', [
  ['<jane@example.test>', 'email_display_form'],
  ['"Doe, Jane" <jane@example.test>', 'email_display_form'],
  ['Jane <jane@example.test>, Joe <joe@example.test>', 'email_multiple'],
  ['jane@example.test,joe@example.test', 'email_multiple'],
  ['jane@example.test joe@example.test', 'email_multiple'],
  ['jane@example.test;', 'email_malformed'],
  ['jane@example.test<script>', 'email_malformed'],
  ['"jane@evil.test"@example.test', 'email_quoted_local'],
  ['"@example.test', 'email_malformed'],
  ['jane."doe"@example.test', 'email_malformed'],
  ['jane\\@evil.test@example.test', 'email_malformed'],
  ['jane@evil.test@example.test', 'email_malformed'],
  ['@evil.test:jane@example.test', 'email_malformed'],
  ['sms:jane@example.test', 'email_malformed'],
  ['jane', 'email_malformed'],
  ['jane@', 'email_malformed'],
  ['jane.@example.test', 'email_malformed'],
  ['jane@.example.test', 'email_malformed'],
  ['ja ne@example.test', 'email_malformed'],
  ['jane@example.test/path', 'email_malformed'],
  ['jane@example.test:25', 'email_malformed'],
  ['jane@example.test?subject=x', 'email_malformed'],
  ['jane@(comment)example.test', 'email_malformed'],
  ['jane@ex!ample.test', 'email_routing_char'],
  ['jane@ex%61mple.test', 'email_routing_char'],
]);

rows('hidden, control and look-alike characters', [
  ['jane\uff20example.test', 'email_malformed'],
  ['jane@ex\u200bample.test', 'email_hidden_char'],
  ['\u200bjane@example.test', 'email_hidden_char'],
  ['jane@example.test\u200f', 'email_hidden_char'],
  ['jane\ufe0f@example.test', 'email_hidden_char'],
  ['jane\u{e0061}@example.test', 'email_hidden_char'],
  ['jane\u115f@example.test', 'email_hidden_char'],
  ['jane@نامه\u200cای.test', 'email_hidden_char'],
  ['jane\t@example.test', 'email_control_char'],
  ['jane@example.test\r\n', 'email_control_char'],
  ['jane\u0000@example.test', 'email_control_char'],
  ['jane\u0085@example.test', 'email_control_char'],
  ['jane\u2028@example.test', 'email_control_char'],
  ['j\u0131ne@example.test', 'email_local_non_ascii'],
  ['jane\u00a0@example.test', 'email_local_non_ascii'],
  ['jäne@example.test', 'email_local_non_ascii'],
  ['jane@example.test\udc00', 'invalid_unicode'],
]);

rows('domains', [
  ['jane@localhost', 'email_domain_single_label'],
  ['jane@xn--p1ai', 'email_domain_single_label'],
  ['jane@[IPv6:::1]', 'email_domain_literal'],
  ['jane@0x7f.1', 'email_domain_literal'],
  ['jane@example.0x7f', 'email_domain_literal'],
  ['jane@2130706433', 'email_domain_literal'],
  ['jane@example.123', 'email_domain_literal'],
  ['jane@-example.test', 'email_domain_label'],
  ['jane@example-.test', 'email_domain_label'],
  ['jane@-ü.test', 'email_domain_label'],
  ['jane@ü-.test', 'email_domain_label'],
  [`jane@${long(64)}.test`, 'email_domain_label'],
  [`jane@${long(60, 'ü')}.test`, 'email_domain_label'],
  ['jane@ex$ample.test', 'email_domain_label'],
  ['jane@αbc.test', 'email_domain_mixed_script'],
  ['jane@раураl.test', 'email_domain_mixed_script'],
  ['jane@xn--exmple-4nf.test', 'email_domain_mixed_script'],
  ['jane@שбб.test', 'email_domain_mixed_script'],
]);

rows('IDNA 2008 is stricter than the URL parser', [
  ['jane@xn--i-7iq.test', 'email_domain_idna'],
  ['jane@xn--0000h.test', 'email_domain_idna'],
  ['jane@xn--bcher-.test', 'email_domain_label'],
  ['jane@xn--example-a.test', 'email_domain_idna'],
  ['jane@☕.test', 'email_domain_idna'],
  ['jane@ｅxample.test', 'email_domain_idna'],
  ['jane@\u212aate.test', 'email_domain_idna'],
  ['jane@ex\u017fample.test', 'email_domain_idna'],
  ['jane@İstanbul.test', 'email_domain_idna'],
  ['jane@example\uff0etest', 'email_domain_idna'],
  ['jane@\u0301ex.test', 'email_domain_idna'],
  ['jane@a·b.test', 'email_domain_idna'],
  ['jane@aü--cd.test', 'email_domain_idna'],
  ['jane@example.t\u2460st', 'email_domain_idna'],
  ['jane@\u13a0.test', 'email_domain_idna'],
]);

rows('size and type', [
  [`${long(65)}@example.test`, 'email_local_too_long'],
  [`u@${'a23456789.'.repeat(24)}a234567.test`, `u@${'a23456789.'.repeat(24)}a234567.test`],
  [`u@${'a23456789.'.repeat(24)}a2345678.test`, 'email_too_long'],
  [`u@${'üüüüüüüü.'.repeat(18)}test`, 'email_too_long'],
  [long(1_000_000, '@'), 'email_too_long'],
  [undefined, 'email_required'],
  ['\u00a0\u3000', 'email_required'],
  [['jane@example.test'], 'type_mismatch'],
  [7, 'type_mismatch'],
  [new String('jane@example.test'), 'type_mismatch'],
]);

describe('around the check', () => {
  it('the API does not trim, the field does', () => {
    assert.equal(answer(' jane@example.test'), 'email_malformed');
    assert.equal(answer(cleanEmail('\u00a0 jane@example.test\r\n')), 'jane@example.test');
  });

  it('the display form offers the address inside it', () => {
    const result = checkEmail('Jane Doe < JANE@Bücher.example >');
    assert.deepEqual(result, {
      ok: false,
      code: 'email_display_form',
      suggestion: 'JANE@xn--bcher-kva.example',
    });
    assert.deepEqual(checkEmail('Jane <jane@nowhere>'), { ok: false, code: 'email_display_form' });
  });

  it('a deployment may allow UTF-8 local parts and single-label domains', () => {
    assert.equal(answer('用户@example.test', { smtpUtf8: true }), '用户@example.test');
    assert.equal(answer('ja\u0308ne@example.test', { smtpUtf8: true }), 'email_malformed');
    assert.equal(answer('jane\u3000@example.test', { smtpUtf8: true }), 'email_malformed');
    assert.equal(answer(`${long(33, 'ü')}@example.test`, { smtpUtf8: true }), 'email_local_too_long');
    assert.equal(answer('jane@intranet', { singleLabelDomains: true }), 'jane@intranet');
  });

  it('two spellings of one mailbox have one key; only ASCII case folds', () => {
    assert.equal(emailKey('JANE@example.test'), emailKey('jane@example.test'));
    assert.equal(emailKey('ÄPFEL@example.test'), 'Äpfel@example.test');
    assert.notEqual(emailKey('j.ane@example.test'), emailKey('jane@example.test'));
  });

  it('the canonical form is what the check gives, or nothing', () => {
    assert.equal(canonicalEmail('jane@EXAMPLE.test'), 'jane@example.test');
    assert.equal(canonicalEmail('jane'), undefined);
  });

  it('letters can be shown beside the A-label', () => {
    assert.equal(unicodeEmail('user@xn--bcher-kva.xn--p1ai'), 'user@bücher.рф');
    assert.equal(unicodeEmail('user@example.test'), 'user@example.test');
  });
});
