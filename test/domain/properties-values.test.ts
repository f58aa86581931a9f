import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import fc from 'fast-check';

import {
  canonicalEmail,
  checkName,
  checkPassword,
  checkQuery,
  checkReturnUrl,
  checkUsername,
  cleanInviteToken,
  cleanTotpCode,
  emailKey,
  foldForSearch,
  neutraliseCsvCell,
  newId,
  isId,
  restoreCsvCell,
  usernameCandidates,
  usernameKey,
} from '../../src/domain/index.js';

const runs = { numRuns: 1000 };

describe('typed values', () => {
  const local = fc.stringMatching(/^[a-zA-Z0-9.+'_-]{1,20}$/);
  const label = fc.oneof(
    fc.stringMatching(/^[a-zA-Z0-9-]{1,12}$/),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  );
  const address = fc.tuple(local, label, label).map(([name, one, two]) => `${name}@${one}.${two}`);
  const noise = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.string(),
    address,
  );

  it('P16: the canonicaliser is idempotent and its domain is ASCII', () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.oneof(address, noise), (value) => {
        const once = canonicalEmail(value);
        if (once === undefined) return;
        accepted += 1;
        assert.equal(canonicalEmail(once), once);
        assert.match(once, /^[\x21-\x7e]+@[a-z0-9.-]+$/);
        assert.equal(emailKey(emailKey(once)), emailKey(once));
      }),
      { numRuns: 20_000 },
    );
    assert.ok(accepted > 500, `only ${accepted} were addresses`);
  });

  it('no check throws, whatever arrives, and what it accepts it accepts again unchanged', () => {
    const checks = [
      checkName,
      checkUsername,
      checkQuery,
      (value: unknown) => checkPassword(value, { mfaRequired: true }),
    ];
    fc.assert(
      fc.property(fc.oneof(noise, fc.anything()), (value) => {
        for (const check of checks) {
          const result = check(value);
          if (result.ok) assert.deepEqual(check(result.value), result);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('P33: an accepted return address always has an allowed origin', () => {
    const base = 'https://app.example.test/';
    const part = fc.constantFrom(
      '/',
      '\\',
      '//',
      '..',
      '.',
      '@',
      ':',
      'https:',
      'http:',
      'evil.test',
      'app.example.test',
      '%2f',
      '%5c',
      '\t',
      ' ',
      '?',
      '#',
      'a',
      'javascript' + ':',
      '\u0000',
      '[',
      ']',
    );
    const tricky = fc.array(part, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''));
    let accepted = 0;
    fc.assert(
      fc.property(
        fc.oneof(
          tricky,
          tricky.map((tail) => `/${tail}`),
          fc.webUrl(),
          noise,
        ),
        (value) => {
          const result = checkReturnUrl(value, { base });
          if (!result.ok) return;
          accepted += 1;
          const url = new URL(result.value);
          assert.equal(url.origin, 'https://app.example.test');
          assert.equal(
            new URL(url.pathname, base).origin,
            'https://app.example.test',
            'also when only the path is kept',
          );
          assert.equal(url.username + url.password, '');
        },
      ),
      { numRuns: 20_000 },
    );
    assert.ok(accepted > 500, `only ${accepted} were accepted`);
  });

  it('P32: export and import are the identity, and no cell starts a formula', () => {
    const cell = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^['=+@ \t-]{0,4}[a-z]?$/));
    fc.assert(
      fc.property(cell, (text) => {
        assert.equal(restoreCsvCell(neutraliseCsvCell(text)), text);
        assert.doesNotMatch(neutraliseCsvCell(text), /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/);
      }),
      { numRuns: 5000 },
    );
  });

  it('folding for search is idempotent and ignores ASCII case', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const folded = foldForSearch(text);
        assert.equal(foldForSearch(folded), folded);
        assert.equal(foldForSearch(text.replace(/[a-z]/g, (letter) => letter.toUpperCase())), folded);
      }),
      { numRuns: 5000 },
    );
  });

  it('R49: candidates are valid, different names for any wish', () => {
    fc.assert(
      fc.property(noise, (wanted) => {
        const names = usernameCandidates(wanted);
        assert.equal(new Set(names.map(usernameKey)).size, names.length);
        for (const name of names) assert.ok(checkUsername(name).ok);
      }),
      runs,
    );
  });

  it('cleaning twice is cleaning once', () => {
    fc.assert(
      fc.property(noise, (text) => {
        assert.equal(cleanInviteToken(cleanInviteToken(text)), cleanInviteToken(text));
        const code = cleanTotpCode(text);
        if (code.ok) assert.deepEqual(cleanTotpCode(code.value.code), code);
      }),
      runs,
    );
  });
});

it('ids of any random bytes have the right form', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat(255)), (stream) => {
      const id = newId('membership', (count) =>
        Uint8Array.from({ length: count }, () => Number(stream.next().value)),
      );
      return isId('membership', id);
    }),
    runs,
  );
});
