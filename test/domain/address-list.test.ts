import assert from 'node:assert/strict';
import { test } from 'node:test';
import { splitAddresses } from '../../src/domain/index.js';

const addresses = (text: string) => splitAddresses(text).map(({ address }) => address);

test('commas, semicolons, lines, tabs and blanks separate addresses (I10)', () => {
  assert.deepEqual(addresses('a@x.test, b@x.test;c@x.test\nd@x.test\te@x.test f@x.test'), [
    'a@x.test',
    'b@x.test',
    'c@x.test',
    'd@x.test',
    'e@x.test',
    'f@x.test',
  ]);
});

test('a name in front of the address is kept apart, also with a comma in quotes', () => {
  assert.deepEqual(splitAddresses('Ann Lee <ann@x.test>, "Berg, Bo" <bo@x.test>'), [
    { address: 'ann@x.test', name: 'Ann Lee' },
    { address: 'bo@x.test', name: 'Berg, Bo' },
  ]);
});

test('what is no address stays as one entry, so that nothing typed is lost', () => {
  assert.deepEqual(addresses(' ann smith ,, ;'), ['ann smith']);
  assert.deepEqual(addresses(''), []);
});

test('an open quote ends with its line', () => {
  assert.deepEqual(addresses('"ann <ann@x.test>\nbo@x.test'), ['ann@x.test', 'bo@x.test']);
});
