import type { Page } from './wire/index.js';

/** Turns a parsed answer into a typed value, or throws. Unknown fields and values stay (N11). */
export type Decoder<T> = (value: unknown, skipped: (count: number) => void) => T;

type Plain = Record<string, unknown>;

function plain(value: unknown): Plain {
  if (typeof value === 'object' && value && !Array.isArray(value)) return value as Plain;
  throw new TypeError('not an object');
}

const isText = (value: unknown) => typeof value === 'string' && value !== '';

/** One resource: an object in which the named fields are texts or lists. */
export function decodeOne<T>(...needed: (keyof T & string)[]): Decoder<T> {
  return (value) => {
    const one = plain(value);
    const missing = needed.find((name) => !isText(one[name]) && !Array.isArray(one[name]));
    if (missing) throw new TypeError(`no ${missing}`);
    return one as T;
  };
}

/**
 * A list, or one page of it. Items without an id, or with one seen before, are left out (R08). `id` is the way to it,
 * such as `id` or `account.id`.
 */
export function decodeItems<T, List extends { items: T[] } = Page<T>>(id: string): Decoder<List> {
  return (value, skipped) => {
    const list = plain(value);
    const found = list['items'];
    if (!Array.isArray(found)) throw new TypeError('no items');
    const known = new Map<unknown, T>();
    for (const item of found as unknown[]) {
      const key = id.split('.').reduce((part, name) => (part as Plain | null)?.[name], item);
      if (isText(key) && !known.has(key)) known.set(key, item as T);
    }
    if (known.size < found.length) skipped(found.length - known.size);
    return { nextCursor: null, ...list, items: [...known.values()] } as unknown as List;
  };
}

/** An answer without a body, or with one that nobody needs. */
export const decodeNothing: Decoder<void> = () => undefined;
