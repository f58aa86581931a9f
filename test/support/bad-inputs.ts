import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Which layer a row speaks of; `both` unless the row says otherwise. */
export type Layer = 'both' | 'client-input' | 'api' | 'render';

/** One tricky value with its verdict, `value` already expanded from whichever encoding the file used. */
export interface BadInput {
  id: string;
  value: unknown;
  verdict: 'accept' | 'reject' | 'accept-and-escape';
  why: string;
  layer: Layer;
  /** Problem code of a rejected value. */
  code?: string;
  /** What is stored or compared, where it differs from the value. */
  canonical?: string | null;
  /** Facts around the value: who asks, in which state. */
  context?: Record<string, unknown>;
  /** HTTP status, for protocol headers. */
  status?: number;
  /** Row that must be treated alike. */
  sameAs?: string;
  export?: string;
  scope?: string;
}

interface Generated {
  prefix: string;
  unit: string;
  times: number;
  suffix: string;
}

type Encoded = Omit<BadInput, 'value' | 'layer'> & {
  layer?: Layer;
  input?: string;
  gen?: Generated;
  utf16?: number[];
  base64?: string;
  json?: unknown;
};

interface BadInputFile {
  count: number;
  policy: Record<string, Record<string, unknown>>;
  fields: Record<string, Encoded[]>;
}

/** BAD_INPUTS wins, then the list shared by all products beside the checkout, then the copy kept here. */
function path(): string {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const wanted = process.env['BAD_INPUTS'];
  if (wanted) return resolve(root, wanted);
  const shared = resolve(root, '../shared/data/bad-inputs.json');
  return existsSync(shared) ? shared : resolve(root, 'test/data/bad-inputs.json');
}

const file = JSON.parse(readFileSync(path(), 'utf8')) as BadInputFile;

function expand(row: Encoded): unknown {
  if (row.input !== undefined) return row.input;
  if (row.gen) return row.gen.prefix + row.gen.unit.repeat(row.gen.times) + row.gen.suffix;
  if (row.utf16) return String.fromCharCode(...row.utf16);
  if (row.base64 !== undefined) return new Uint8Array(Buffer.from(row.base64, 'base64'));
  if ('json' in row) return row.json;
  throw new Error(`bad-inputs row ${row.id} has no value`);
}

function decode(row: Encoded): BadInput {
  const { input: _input, gen: _gen, utf16: _utf16, base64: _base64, json: _json, layer, ...rest } = row;
  return { ...rest, layer: layer ?? 'both', value: expand(row) };
}

/** Rows of one field (`email`, `name`, `username`, …), all layers unless some are named. */
export function badInputs(field: string, layers?: readonly Layer[]): BadInput[] {
  const rows = file.fields[field];
  if (!rows)
    throw new Error(`bad-inputs has no field ${field}: it has ${Object.keys(file.fields).join(', ')}`);
  return rows.map(decode).filter((row) => !layers || layers.includes(row.layer));
}

/** Limits the list was written against, so that a test can compare them with ours. */
export const badInputPolicy = file.policy;

/** Names of all fields and the number of rows the file says it holds. */
export const badInputFields = Object.keys(file.fields);
export const badInputCount = file.count;
