import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { roleDefinitions, roleIds } from '../../src/domain/index.js';
import { fieldProblems } from '../../src/i18n/en/field-problems.js';
import { fileProblems } from '../../src/i18n/en/file-problems.js';
import { problems } from '../../src/i18n/en/problems.js';
import { english } from '../../src/i18n/en/index.js';
import { roles } from '../../src/i18n/en/roles.js';
import { directionOf, fallbackChain, usableLocale } from '../../src/i18n/language.js';
import { resolveGroup } from '../../src/i18n/lookup.js';
import { plural } from '../../src/i18n/plural.js';
import { pseudoLocale } from '../../src/i18n/pseudo.js';
import { roleName, roleSentence } from '../../src/i18n/role-words.js';
import { codeText, problemText } from '../../src/elements/base/problem-text.js';
import { CcError } from '../../src/client/errors.js';

/** Every English text with sample values, by group and key. */
function allTexts(): [name: string, text: string][] {
  const numeric = /count|limit|taken|left|used|reserved|total|days|after|from|to\b|seconds|minutes/i;
  const values = new Proxy({}, { get: (_, name) => (numeric.test(String(name)) ? 2 : 'X') });
  return Object.entries(english).flatMap(([group, entries]) =>
    Object.entries(entries).map(([key, entry]): [string, string] => {
      const text: unknown =
        typeof entry === 'function' ? (entry as (given: unknown) => unknown)(values) : entry;
      return [`${group} ${key}`, String(text)];
    }),
  );
}

describe('English', () => {
  it('keeps the tone: no exclamation marks, no please, oops or successfully, real apostrophes', () => {
    const texts = allTexts();
    assert.ok(texts.length > 150);
    assert.deepEqual(
      texts.filter(
        ([, text]) => /!(\s+[A-Z]|\s*$)/.test(text) || /please|oops|successfully|\w'\w/i.test(text),
      ),
      [],
    );
  });

  it('calls accounts partner and client, never parent, child, tenant or organisation', () => {
    const texts = allTexts();
    assert.deepEqual(
      texts.filter(([, text]) => /\b(parent|child|tenant|org|organi[sz]ation)s?\b/i.test(text)),
      [],
    );
  });

  it('has a name for every role and a sentence for every place it can be granted', () => {
    for (const id of roleIds) {
      assert.ok(roleName(roles, id) !== id, id);
      for (const scope of ['parent', 'child'] as const) {
        const exists = roleDefinitions[id].grantableOn.includes(scope);
        assert.equal(roleSentence(roles, { id }, scope) !== '', exists, `${id} on ${scope}`);
      }
    }
  });

  it('R06: shows a role it does not know by its own words, or its id', () => {
    assert.equal(roleName(roles, { id: 'auditor', label: 'Auditor' }), 'Auditor');
    assert.equal(roleName(roles, 'toString'), 'toString');
    assert.equal(roleSentence(roles, { id: 'auditor' }, 'child'), '');
  });
});

describe('problem texts', () => {
  const texts = { ...problems, ...fieldProblems, ...fileProblems };

  it('are chosen by code and use the numbers that came along', () => {
    const error = new CcError({
      kind: 'seat-limit-reached',
      code: 'seat_limit',
      problem: { limit: 3, used: 2, reserved: 1 },
    });
    assert.equal(problemText(texts, error), 'All 3 users of the plan are in use.');
    const soon = new CcError({ kind: 'rate-limited', code: 'rate_limited', retryAfter: 120 });
    assert.equal(problemText(texts, soon), 'That was too often. Try again in 2 minutes.');
    assert.equal(codeText(texts, 'email_domain_single_label'), 'Add the ending of the domain, such as .com.');
  });

  it('never show a server’s own words, nor break on a code of a newer one', () => {
    const unknown = new CcError({
      kind: 'teapot',
      code: 'teapot',
      problem: { title: 'SQL error at line 3' },
    });
    assert.equal(problemText(texts, unknown), problems.unexpected);
    assert.equal(codeText(texts, 'constructor'), problems.unexpected);
    assert.equal(problemText(texts, new Error('x is undefined')), problems.unexpected);
  });
});

describe('look-up', () => {
  it('takes the strongest source that has the key, and ignores keys it does not know', () => {
    const found = resolveGroup('roles', roles, [
      { roles: { account_manager: 'weak', campaign_creator: 'weak' } },
      { roles: { account_manager: 'strong', nonsense: 'x' } as Partial<typeof roles> },
      undefined,
    ]);
    assert.deepEqual(
      [found.account_manager, found.campaign_creator, found.partner_manager, 'nonsense' in found],
      ['strong', 'weak', 'Partner Manager', false],
    );
  });

  it('leaves English alone', () => {
    resolveGroup('roles', roles, [{ roles: { account_manager: 'changed' } }]);
    assert.equal(roles.account_manager, 'Account Manager');
  });
});

describe('locales', () => {
  it('fall back from region to language', () => {
    assert.deepEqual(fallbackChain('zh-Hant-TW'), ['zh-Hant-TW', 'zh-Hant', 'zh']);
  });
  it('that are none become English', () => {
    for (const bad of ['', null, undefined, 'not a locale', 'x_y', '../../etc'])
      assert.equal(usableLocale(bad), 'en');
    assert.equal(usableLocale('pt-br'), 'pt-BR');
  });
  it('know their direction', () => {
    const rtl = ['ar', 'ar-EG', 'he', 'fa-AF', 'ur', 'az-Arab', 'ks'].map(directionOf);
    const ltr = ['en', 'de', 'az', 'arn', 'ur-Latn'].map(directionOf);
    assert.deepEqual([new Set(rtl), new Set(ltr)], [new Set(['rtl']), new Set(['ltr'])]);
  });
  it('choose the plural form of their language', () => {
    const forms = { one: 'one', two: 'two', few: 'few', many: 'many', other: 'other' };
    assert.deepEqual(
      [1, 2, 3, 11, 100].map((count) => plural('ar', count, forms)),
      ['one', 'two', 'few', 'many', 'other'],
    );
    assert.deepEqual(
      [1, 2].map((count) => plural('en', count, forms)),
      ['one', 'other'],
    );
  });
});

describe('the pseudo-locale', () => {
  const { strings } = pseudoLocale(english);

  it('makes every text longer and accented, in brackets', () => {
    assert.equal(strings.rolePicker.legend, '[Řòļéòé]');
    assert.equal(strings.seatMeter.taken({ taken: 1, limit: 3, plan: 'X' }).startsWith('[1 òƒ 3'), true);
    for (const [key, text] of Object.entries(strings.roles)) {
      assert.ok(text.length > roles[key as keyof typeof roles].length * 1.3, key);
    }
  });

  it('leaves markup and the places of values alone', () => {
    const { strings: marked } = pseudoLocale({
      ...english,
      roles: { ...roles, account_owner: '<b>All</b> \uE0003\uE001' },
    });
    assert.match(marked.roles.account_owner, /^\[<b>Àļļ<\/b> \uE0003\uE001/);
  });
});
