import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { filesBelow, root } from '../../scripts/files.js';

/** Rules of the domain that the server and its clients keep: each is named by the title of a test that proves it. */
const rules = [...range(1, 59), ...range(85, 87), ...range(92, 94)].map((number) => `R${number}`);

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

const title = /\b(?:it|test|describe)(?:\.\w+)?\(\s*(['"`])((?:\\.|(?!\1)[\s\S])*)\1/g;

/** Rules that titles name, one by one or as `R15–R23`, and the files they stand in. */
function named(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const path of filesBelow('test', (file) => file.endsWith('.test.ts'))) {
    for (const [, , text = ''] of readFileSync(join(root, path), 'utf8').matchAll(title)) {
      for (const [, from = '', to] of text.matchAll(/\bR([1-9]\d?)(?:–R([1-9]\d?))?\b/g)) {
        for (const number of range(Number(from), Number(to ?? from))) {
          const rule = `R${number}`;
          found.set(rule, (found.get(rule) ?? new Set()).add(path));
        }
      }
    }
  }
  return found;
}

describe('rules and tests', () => {
  const found = named();

  it('each rule of the server is named by the title of a test', (t) => {
    for (const rule of rules) t.diagnostic(`${rule}: ${[...(found.get(rule) ?? [])].join(', ')}`);
    assert.deepEqual(
      rules.filter((rule) => !found.has(rule)),
      [],
    );
  });

  it('no title names a rule that there is none of', () => {
    assert.deepEqual(
      [...found.keys()].filter((rule) => Number(rule.slice(1)) > 94),
      [],
    );
  });
});
