import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { csvText } from '../../src/client/csv-text.js';
import { readPeopleCsv } from '../../src/client/csv.js';
import { neutraliseCsvCell } from '../../src/domain/index.js';
import { badInputs } from '../support/bad-inputs.js';

const bytesOf = (value: unknown): Uint8Array =>
  value instanceof Uint8Array ? value : new TextEncoder().encode(String(value));
const read = (text: string) => readPeopleCsv(bytesOf(text));

describe('a CSV file of people', () => {
  for (const { id, value, verdict, code, scope, why } of badInputs('csvImport')) {
    it(`${id}: ${why}`, async () => {
      const started = performance.now();
      const result = await readPeopleCsv(bytesOf(value));
      assert.ok(performance.now() - started < 2_000, 'linear time');
      if (verdict !== 'reject') {
        assert.ok(result.ok);
        assert.deepEqual(
          result.rows.map(({ email, fault }) => ({ email, fault })),
          [{ email: 'jane@example.test', fault: undefined }],
        );
      } else if (scope === 'row') {
        assert.ok(result.ok, 'the file itself is fine');
        const faults = result.rows.flatMap(({ fault }) => (fault ? [fault.code, fault.reason] : []));
        assert.ok(faults.includes(code as never), `${String(code)} in ${faults.join()}`);
      } else {
        assert.deepEqual(result.ok ? 'read' : result.code, code);
      }
    });
  }

  it('names the lines as a person counts them, behind blank lines, hints and broken names', async () => {
    const result = await read('sep=;\nemail;name\n\na@x.test;"Ann\nLee"\nb@x.test;Bo\n');
    assert.ok(result.ok);
    assert.deepEqual(
      result.rows.map(({ line, fault }) => [line, fault?.code]),
      [
        [4, 'row_invalid'],
        [6, undefined],
      ],
    );
  });

  it('says which line opened the quote, and which headers it found', async () => {
    assert.deepEqual(await read('email,name\na@x.test,Ann\nb@x.test,"Bo\n'), {
      ok: false,
      code: 'csv_unbalanced_quote',
      line: 3,
    });
    assert.deepEqual(await read('Mail,Name\na@x.test,Ann\n'), {
      ok: false,
      code: 'csv_header_missing',
      headers: ['Mail', 'Name'],
    });
  });

  it('a label in place of a role id is named with the id that was meant', async () => {
    const result = await read('email,role\na@x.test,Campaign Creator\n');
    assert.deepEqual(result.ok && result.rows[0]?.fault, {
      code: 'row_invalid',
      reason: 'role_unknown',
      suggestion: 'campaign_creator',
    });
  });

  it('two roles for one address are a choice; twice the same is said once', async () => {
    const conflict = await read('email,role\na@x.test,campaign_creator\nA@x.test,account_manager\n');
    assert.deepEqual(conflict.ok && conflict.rows.map(({ fault }) => fault?.roles), [
      ['campaign_creator', 'account_manager'],
      ['campaign_creator', 'account_manager'],
    ]);
    const twice = await read('email\na@x.test\na@X.test\n');
    assert.deepEqual(twice.ok && twice.rows.map(({ fault }) => fault?.code), [undefined, 'row_duplicate']);
  });

  it('takes 1,000 rows and not one more', async () => {
    const rows = (count: number) =>
      `email\n${Array.from({ length: count }, (_, i) => `p${i}@x.test`).join('\n')}\n`;
    const full = await read(rows(1_000));
    assert.equal(full.ok && full.rows.length, 1_000);
    assert.deepEqual(await read(rows(1_001)), { ok: false, code: 'csv_too_many_rows' });
  });

  it('P32: reads back what our own export had to quote against formulas', async () => {
    const name = '=1+2';
    const result = await read(`email,name\n${neutraliseCsvCell('+49@x.test')},${neutraliseCsvCell(name)}\n`);
    assert.deepEqual(result.ok && [result.rows[0]?.email, result.rows[0]?.name], ['+49@x.test', name]);
  });

  it('P32, X01: what is written is text in a sheet, and reads back as it was', async () => {
    const names = ['=1+2', '@SUM(A1)', '\uFF1Dcmd', 'Comma, Ana', 'Quote "Q" Ben', 'Line\nBreak', ' plain '];
    const text = csvText([['email', 'name'], ...names.map((name, i) => [`p${i}@x.test`, name])]);
    assert.doesNotMatch(text, /(^|,)"?[=+\-@\t\uFF1D]/m);
    const result = await read(text);
    assert.deepEqual(
      result.ok && result.rows.map(({ name }) => name),
      names.map((name) => name.trim()),
    );
  });
});
