import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

import { filesBelow, root } from '../../scripts/files.js';

/** The 21 public tokens: seeds first, then the further ones. Changing this list is a change of the contract. */
const tokens = [
  ...['accent', 'surface', 'text', 'danger', 'warning', 'success', 'radius', 'density', 'font', 'font-size'],
  ...[
    'surface-raised',
    'text-muted',
    'border',
    'border-strong',
    'accent-text',
    'link',
    'focus-ring',
    'shadow',
  ],
  ...['font-heading', 'font-mono', 'space'],
].map((name) => `--cc-${name}`);

const sources = filesBelow('src', (path) => path.endsWith('.ts')).map((path) => ({
  path,
  text: readFileSync(join(root, path), 'utf8'),
}));
const sheets = sources.filter(({ text }) => text.includes('css`'));
const everything = sources.map(({ text }) => text).join('\n');

function named(pattern: RegExp, texts = sheets): Map<string, string> {
  return new Map(
    texts.flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([, name = '']) => [name, path])),
  );
}

const read = named(/var\(\s*(--[\w-]+)/g);
const set = named(/(?<!var\(\s*)(?<![\w-])(--[\w-]+)\s*:/g);
const documented = new Set(
  [...everything.matchAll(/@cssprop\s+(--cc-[\w-]+)/g)].map(([, name = '']) => name),
);

describe('stylesheets', () => {
  it('are found', () => {
    assert.ok(sheets.length > 5);
  });

  it('read only public tokens, documented knobs and private names', () => {
    const unknown = [...read].filter(
      ([name]) => !name.startsWith('--_') && !tokens.includes(name) && !documented.has(name),
    );
    assert.deepEqual(unknown, []);
  });

  it('read every public token and every documented knob', () => {
    assert.deepEqual(
      [...tokens, ...documented].filter((name) => !read.has(name)),
      [],
    );
  });

  it('set private names only: a public one belongs to the host, and to the provider it speaks through', () => {
    assert.deepEqual(
      [...set].filter(
        ([name, path]) => !name.startsWith('--_') && !path.startsWith('src/elements/provider/'),
      ),
      [],
    );
  });

  it('set every private name they read, and read every one they set', () => {
    const byScript = new Set(
      [...everything.matchAll(/setProperty\(\s*['"`](--_[\w-]+)/g)].map(([, name = '']) => name),
    );
    const missing = [...read].filter(
      ([name]) => name.startsWith('--_') && !set.has(name) && !byScript.has(name),
    );
    const dead = [...set].filter(([name]) => name.startsWith('--_') && !read.has(name));
    assert.deepEqual({ missing, dead }, { missing: [], dead: [] });
  });

  it('name no foreign host', () => {
    const foreign = sheets
      .filter(({ text }) => /url\(\s*['"]?(https?:)?\/\//.test(text))
      .map(({ path }) => path);
    assert.deepEqual(foreign, []);
  });
});
