import { checkQuery } from '../../../src/domain/index.js';
import { z } from '../../zod.js';
import { checked, parameter } from './common.js';

function wholeNumber(least: number, most: number) {
  return parameter((text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : undefined;
    return value !== undefined && value >= least && value <= most ? value : undefined;
  }).meta({ type: 'integer', minimum: least, maximum: most });
}

/** A column and a direction: `name`, or `-name` for descending. */
export interface SortOrder<Name extends string> {
  by: Name;
  direction: 'asc' | 'desc';
}

/** `sort` for a list that can be sorted by these names. */
export function sort<const Names extends readonly string[]>(names: Names) {
  return parameter((text): SortOrder<Names[number]> | undefined => {
    const descending = text.startsWith('-');
    const by = names.find((name) => name === (descending ? text.slice(1) : text));
    return by === undefined ? undefined : { by, direction: descending ? 'desc' : 'asc' };
  }).meta({ enum: names.flatMap((name) => [name, `-${name}`]) });
}

/** One of a few values. */
export function choice<const Values extends readonly string[]>(values: Values) {
  return parameter((text): Values[number] | undefined => values.find((value) => value === text)).meta({
    enum: [...values],
  });
}

/** A moment of RFC 3339 in any time zone, as the store compares it. */
export function readMoment(text: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/.test(text)) return undefined;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

/** What every list takes (domain.md 6). */
export const listQuery = {
  limit: wholeNumber(1, 100).optional(),
  cursor: z.string().max(2000).optional(),
  from: wholeNumber(0, 999_999_999).optional(),
  q: checked(checkQuery).optional(),
};
