import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

import { badInputCount, badInputFields, badInputs } from '../support/bad-inputs.js';

const row = (field: string, id: string) => {
  const found = badInputs(field).find((one) => one.id === id);
  assert.ok(found, `${id} is in ${field}`);
  return found;
};

describe('the list of tricky inputs', () => {
  it('is read completely', () => {
    const total = badInputFields.reduce((sum, field) => sum + badInputs(field).length, 0);
    assert.equal(total, badInputCount);
  });

  it('expands generated text, UTF-16 units, bytes and JSON values', () => {
    assert.equal(row('email', 'EM-018').value, `${'a'.repeat(64)}@example.test`);
    assert.equal(row('searchQuery', 'SQ-028').value, 'a\ud83d');
    assert.deepEqual(
      row('csvImport', 'CV-033').value,
      Uint8Array.from(Buffer.from('UEsDBBQAAAAIAA==', 'base64')),
    );
    assert.equal(row('email', 'EM-081').value, null);
  });

  it('narrows to layers', () => {
    assert.ok(badInputs('email', ['api']).every((one) => one.layer === 'api'));
    assert.throws(() => badInputs('shoeSize'), /has no field shoeSize/);
  });

  it('is the same in the copy kept here as in the list beside the checkout', () => {
    const copy = new URL('../data/bad-inputs.json', import.meta.url);
    const shared = new URL('../../../shared/data/bad-inputs.json', import.meta.url);
    const path = existsSync(shared) ? shared : copy;
    assert.equal(readFileSync(path, 'utf8'), readFileSync(copy, 'utf8'));
  });
});
