import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import {
  checkIdempotencyKey,
  checkInviteToken,
  checkLocale,
  checkName,
  checkQuery,
  checkRecoveryCode,
  checkRoleId,
  checkTotpCode,
  checkUsername,
  cleanInviteToken,
  cleanRecoveryCode,
  cleanTotpCode,
  foldForSearch,
  neutraliseCsvCell,
  recoveryCodeFrom,
  restoreCsvCell,
  suggestUsernames,
  usernameCandidates,
  usernameKey,
  type Check,
} from '../../src/domain/index.js';

const answer = (result: Check<unknown>): unknown => (result.ok ? result.value : result.code);

const rows = <T>(title: string, check: (value: T) => Check<unknown>, table: [T, unknown][]): void => {
  describe(title, () => {
    for (const [value, expected] of table) {
      const name = `${JSON.stringify(value)?.slice(0, 50)} → ${JSON.stringify(expected).slice(0, 50)}`;
      it(name, () => assert.deepEqual(answer(check(value)), expected));
    }
  });
};

const family = '👩‍👩‍👧‍👦';

rows<unknown>('names', checkName, [
  ['ne\u0301e', 'née'],
  ['Zürich\u00a0\u3000AG', 'Zürich AG'],
  [family, family],
  ['❤\ufe0f Jane', '❤\ufe0f Jane'],
  ['क्\u200dष', 'क्\u200dष'],
  ['ന്\u200d', 'ന്\u200d'],
  ['...', '...'],
  ['Awww. cute', 'Awww. cute'],
  ['www. hello', 'www. hello'],
  [undefined, 'name_required'],
  [null, 'name_required'],
  [' \t\n', 'name_required'],
  ['\u2800', 'name_required'],
  ['\u115f\u1160', 'name_required'],
  ['\u0301', 'name_required'],
  ['\u200c', 'name_required'],
  ['Jane\nDoe', 'name_control_char'],
  ['Jane\r', 'name_control_char'],
  ['Jane\u2028Doe', 'name_control_char'],
  ['\u202eJane', 'name_bidi_control'],
  ['Jane\u202c', 'name_bidi_control'],
  ['Jane\u200f', 'name_bidi_control'],
  ['Jane\u061c', 'name_bidi_control'],
  ['\u2067Jane\u2069', 'name_bidi_control'],
  ['Ja\u00adne', 'name_hidden_char'],
  ['Ja\u200bne', 'name_hidden_char'],
  ['\ufeffJane', 'name_hidden_char'],
  ['Ja\u2060ne', 'name_hidden_char'],
  ['Ja\u3164ne', 'name_hidden_char'],
  ['Ja\u200cne', 'name_hidden_char'],
  ['Jane\u200d', 'name_hidden_char'],
  ['نام\u200c\u200cها', 'name_hidden_char'],
  ['Jane\ufffe', 'name_hidden_char'],
  [`Z${'\u0301'.repeat(8)}`, `\u0179${'\u0301'.repeat(7)}`],
  [`Z${'\u0301'.repeat(9)}`, 'name_marks'],
  [`Z${'\u0301'.repeat(300)}`, 'name_marks'],
  ['http://evil.test', 'name_contains_url'],
  ['see HTTPS://evil.test', 'name_contains_url'],
  ['Jane (www.evil.test)', 'name_contains_url'],
  ['ftp://evil.test', 'name_contains_url'],
  ['é'.repeat(100), 'é'.repeat(100)],
  ['é'.repeat(101), 'name_too_long'],
  ['q\u0301'.repeat(100), 'q\u0301'.repeat(100)],
  ['q\u0301'.repeat(101), 'name_too_long'],
  ['李'.repeat(100), '李'.repeat(100)],
  [family.repeat(16), family.repeat(16)],
  [family.repeat(17), 'name_too_long'],
  ['a '.repeat(10_000), 'name_too_long'],
  ['Jane\ud83d', 'invalid_unicode'],
  [7, 'type_mismatch'],
]);

rows<unknown>('R48: usernames', checkUsername, [
  ['Jane.Doe', 'Jane.Doe'],
  ['a-b_c.d', 'a-b_c.d'],
  ['null', 'null'],
  ['ab', 'username_too_short'],
  ['', 'username_too_short'],
  ['.jane', 'username_charset'],
  ['jane_', 'username_charset'],
  ['jane._doe', 'username_charset'],
  ['jane doe', 'username_charset'],
  ['jane\n', 'username_charset'],
  ['j\u0430ne', 'username_charset'],
  ['__proto__', 'username_charset'],
  ['@@@', 'username_charset'],
  ['jane@', 'username_charset'],
  ['No-Reply', 'username_reserved'],
  ['ad.min', 'username_reserved'],
  ['Account_Owner', 'username_reserved'],
  ['a'.repeat(64), 'a'.repeat(64)],
  ['a'.repeat(65), 'username_too_long'],
  ['a@'.repeat(500_000), 'username_too_long'],
  ['jane\ud800', 'invalid_unicode'],
  [null, 'type_mismatch'],
]);

describe('R49, R50: names and addresses', () => {
  it("one's own verified address is allowed, in any ASCII case", () => {
    const own = { ownVerifiedEmail: 'jane@example.test' };
    assert.equal(answer(checkUsername('JANE@Example.test', own)), 'JANE@example.test');
    assert.equal(
      answer(checkUsername('jane@xn--bcher-kva.test', { ownVerifiedEmail: 'jane@bücher.test' })),
      'jane@xn--bcher-kva.test',
    );
    assert.equal(answer(checkUsername('joe@example.test', own)), 'username_is_foreign_email');
    assert.equal(
      answer(checkUsername('jane@example.test', { ownVerifiedEmail: null })),
      'username_is_foreign_email',
    );
    assert.equal(
      answer(checkUsername('jane@example.test', { ownVerifiedEmail: '' })),
      'username_is_foreign_email',
    );
  });

  it('names are compared without ASCII case only', () => {
    assert.equal(usernameKey('Jane.Doe'), usernameKey('JANE.DOE'));
    assert.equal(usernameKey('KATE'), 'kate');
  });

  const suggestions: [string, string[], string[]][] = [
    ['jane.doe', ['jane.doe', 'jane.doe2'], ['jane.doe3', 'jane.doe4', 'jane.doe5']],
    ['Jane.Doe', [], ['jane.doe', 'jane.doe2', 'jane.doe3']],
    ['jane@example.test', ['jane'], ['jane2', 'jane3', 'jane4']],
    ['José  Müller', [], ['jose.muller', 'jose.muller2', 'jose.muller3']],
    ['--a..b__', [], ['a.b', 'a.b2', 'a.b3']],
    ['ab', [], ['ab2', 'ab3', 'ab4']],
    ['admin', [], ['admin2', 'admin3', 'admin4']],
    ['李', [], ['user', 'user2', 'user3']],
    ['', ['user'], ['user2', 'user3', 'user4']],
    [
      `${'a'.repeat(62)}.b`,
      [`${'a'.repeat(62)}.b`],
      [`${'a'.repeat(62)}2`, `${'a'.repeat(62)}3`, `${'a'.repeat(62)}4`],
    ],
  ];
  for (const [wanted, taken, expected] of suggestions) {
    it(`R49: instead of ${wanted.slice(0, 20) || 'nothing'}`, () => {
      assert.deepEqual(suggestUsernames(wanted, new Set(taken)), expected);
    });
  }

  it('R49: every candidate is a valid name, once', () => {
    for (const wanted of ['jane', 'x'.repeat(500), 'root', '@', '💥']) {
      const names = usernameCandidates(wanted);
      assert.equal(new Set(names).size, 20);
      for (const name of names) assert.ok(checkUsername(name).ok, name);
    }
  });
});

const token = `cci_${'Qm9n'.repeat(10)}AbC`;

rows<string>(
  'A10: links as mail programs leave them',
  (pasted) => checkInviteToken(cleanInviteToken(pasted)),
  [
    [`<${token}>`, token],
    [`https://portal.example.test/accept#${token}.`, token],
    [`"${token}",`, token],
    [`\u201c${token}\u201d`, token],
    [`(${token})`, token],
    [` ${token.slice(0, 9)}\r\n\t${token.slice(9)} \n`, token],
    [`${token}=`, 'invite_malformed'],
    [`%63ci_${token.slice(4)}`, 'invite_malformed'],
    [`${token}\u0000`, 'invite_malformed'],
    [`${token}\u00a0`, 'invite_malformed'],
    [token.slice(0, -1), 'invite_malformed'],
    [`${token}A`, 'invite_malformed'],
    [`x#${token}`.padStart(3000, 'x'), 'invite_malformed'],
  ],
);

const totp = (code: string) => ({ kind: 'totp', code });
const recovery = (code: string) => ({ kind: 'recovery', code });

rows<string>('C01, C07: what the code field makes of it', cleanTotpCode, [
  ['081 594', totp('081594')],
  ['081-594', totp('081594')],
  ['08\u201315\u201494', totp('081594')],
  ['\u00a0081594\u200b\n', totp('081594')],
  ['０８１５９４', totp('081594')],
  ['۰۸۱۵۹۴', totp('081594')],
  ['०८१५९४', totp('081594')],
  ['𝟘𝟠𝟙𝟝𝟡𝟜', totp('081594')],
  ['abcd efgh jkmn pqrs', recovery('ABCD-EFGH-JKMN-PQRS')],
  ['ABCDEFGHJKMNPQRS', recovery('ABCD-EFGH-JKMN-PQRS')],
  ['oBCD-EFGH-iKMN-lQRS', recovery('0BCD-EFGH-1KMN-1QRS')],
  ['ABCD-EFGH-JKMN-PQR', 'mfa_code_format'],
  ['ABCD-EFGH-JKMN-PQRU', 'mfa_code_format'],
  ['08159²', 'mfa_code_format'],
  ['0815.94', 'mfa_code_format'],
  ['', 'mfa_code_format'],
  [`081594${' '.repeat(200)}`, 'mfa_code_format'],
]);

describe('codes on the wire', () => {
  it('have exactly one spelling', () => {
    assert.equal(answer(checkTotpCode('081594')), '081594');
    for (const other of ['081594\n', '０８１５９４', '', undefined]) {
      assert.equal(answer(checkTotpCode(other)), 'mfa_code_format');
    }
    assert.equal(answer(checkRecoveryCode('ABCD-EFGH-JKMN-PQRS')), 'ABCD-EFGH-JKMN-PQRS');
    for (const other of ['abcd-efgh-jkmn-pqrs', 'ABCDEFGHJKMNPQRS', 'ABCD-EFGH-JKMN-PQRU', null]) {
      assert.equal(answer(checkRecoveryCode(other)), 'mfa_code_format');
    }
    assert.equal(answer(checkRecoveryCode(['ABCD-EFGH-JKMN-PQRS'])), 'type_mismatch');
  });

  it('R65: 80 bits make four groups of four, each bit counts', () => {
    const code = recoveryCodeFrom(new Uint8Array([255, 255, 255, 255, 255, 0, 0, 0, 0, 0]));
    assert.equal(code, 'ZZZZ-ZZZZ-0000-0000');
    assert.equal(
      recoveryCodeFrom(Uint8Array.from({ length: 10 }, (_, at) => at * 25)),
      '00CK-4JV4-FPBA-ZJ71',
    );
    assert.equal(cleanRecoveryCode(code.toLowerCase().replaceAll('-', ' ')), code);
  });
});

rows<unknown>('search words', checkQuery, [
  [undefined, ''],
  ['  a \t b  ', 'a b'],
  ['a\u3000b', 'a b'],
  ['a\u0000b', 'query_control_char'],
  ['😀'.repeat(200), '😀'.repeat(200)],
  ['😀'.repeat(201), 'query_too_long'],
  [null, 'type_mismatch'],
  [['a'], 'type_mismatch'],
]);

describe('search folds, identity does not', () => {
  const folds: [string, string][] = [
    ['José', 'jose'],
    ['ŁÓDŹ', 'lodz'],
    ['İstanbul ıslık', 'istanbul islik'],
    ['Straße', 'strasse'],
    ['Ærøskøbing', 'aeroskobing'],
    ['ﬁn', 'fin'],
    ['ＪＡＮＥ', 'jane'],
    ['Σίσυφος', 'σισυφοσ'],
    ['йогурт Ёж', 'иогурт еж'],
    ['كِتَاب', 'كتاب'],
    ['שָׁלוֹם', 'שלום'],
    ['がぎ', 'がぎ'],
    ['हिन्दी', 'हिन्दी'],
    ['100%_\\', '100%_\\'],
  ];
  for (const [text, folded] of folds)
    it(`${text} → ${folded}`, () => assert.equal(foldForSearch(text), folded));
});

rows<unknown>('language tags', checkLocale, [
  ['sr-latn-rs', 'sr-Latn-RS'],
  ['en_US', 'locale_invalid'],
  ['en,de', 'locale_invalid'],
  [' en', 'locale_invalid'],
  ['en-', 'locale_invalid'],
  ['__proto__', 'locale_invalid'],
  [`en-${'a'.repeat(1_000_000)}`, 'locale_invalid'],
  [undefined, 'locale_invalid'],
  [7, 'locale_invalid'],
]);

rows<unknown>('R35: idempotency keys', checkIdempotencyKey, [
  ['8e03978e-40d5-43e8-bc93-6894a57f9324', '8e03978e-40d5-43e8-bc93-6894a57f9324'],
  ['"8e03978e-40d5-43e8-bc93-6894a57f9324"', '8e03978e-40d5-43e8-bc93-6894a57f9324'],
  ['"a\\"b\\\\"', 'a"b\\'],
  [`"${'k'.repeat(255)}"`, 'k'.repeat(255)],
  [`"${'k'.repeat(256)}"`, 'idempotency_key_malformed'],
  [`"${'\\"'.repeat(255)}"`, '"'.repeat(255)],
  [`"${'k'.repeat(1_000_000)}"`, 'idempotency_key_malformed'],
  ['""', 'idempotency_key_malformed'],
  ['abc', 'idempotency_key_malformed'],
  ['"a', 'idempotency_key_malformed'],
  ['"a""b"', 'idempotency_key_malformed'],
  ['"a\\b"', 'idempotency_key_malformed'],
  ['"ä"', 'idempotency_key_malformed'],
  ['"a\u0000"', 'idempotency_key_malformed'],
  ['', 'idempotency_key_missing'],
  [undefined, 'idempotency_key_missing'],
  [7, 'type_mismatch'],
]);

rows<unknown>('role ids', checkRoleId, [
  ['partner_manager', 'partner_manager'],
  ['', 'role_required'],
  [undefined, 'role_required'],
  ['Partner_Manager', 'role_unknown'],
  ['toString', 'role_unknown'],
  [7, 'type_mismatch'],
]);

describe('P32: cells of an export', () => {
  const cells: [string, string][] = [
    ['Jane', 'Jane'],
    ["O'Neill", "O'Neill"],
    ["'quoted", "'quoted"],
    ['=1+1', "'=1+1"],
    ["'=1+1", "''=1+1"],
    [' =1+1', "' =1+1"],
    ['\t=1', "'\t=1"],
    ['\rx', "'\rx"],
    ['＠x', "'＠x"],
    ['a=b', 'a=b'],
    ['', ''],
  ];
  for (const [text, cell] of cells) {
    it(JSON.stringify(text), () => {
      assert.equal(neutraliseCsvCell(text), cell);
      assert.equal(restoreCsvCell(cell), text);
    });
  }
});
