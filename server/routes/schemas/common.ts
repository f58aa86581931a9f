import { accept, checkEmail, checkLocale, limits, reject, type Check } from '../../../src/domain/index.js';
import { z } from '../../zod.js';

/** RFC 3339 time in UTC. */
export const timestamp = z.string().meta({ format: 'date-time', examples: ['2026-11-22T09:30:00.000Z'] });

/** Text of a closed list that a newer server may extend. */
export function open(values: readonly string[]) {
  return z
    .string()
    .meta({ examples: [...values], description: 'A newer server may send more values; read those as text.' });
}

/** A typed value checked by the same function as the field in the page; its code arrives unchanged. */
export function checked<T>(check: (value: string) => Check<T>) {
  return z.string().transform((value, context): T => {
    const result = check(value);
    if (result.ok) return result.value;
    context.issues.push({ code: 'custom', params: { code: result.code }, input: value });
    return z.NEVER;
  });
}

/** A query parameter that must have a form; the code is `query_malformed` unless the check has a better one. */
export function parameter<T>(read: (text: string) => T | undefined) {
  return z.string().transform((text, context): T => {
    const value = read(text);
    if (value !== undefined) return value;
    context.issues.push({ code: 'custom', params: { code: 'query_malformed' }, input: text });
    return z.NEVER;
  });
}

/** Fails to compile where a shape the client may send is not one that the schema takes. */
export type Accepts<Schema extends z.ZodType, Wire extends z.input<Schema>> = Wire;

/** One page of a list. */
export function page<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    nextCursor: z.string().nullable(),
    total: z.int().min(0).optional(),
  });
}

/** A letter outside ASCII before the `@` is let through here, where any deployment could mail to it. */
function checkAddress(value: string): Check<string> {
  const strict = checkEmail(value);
  if (strict.ok || strict.code !== 'email_local_non_ascii') return strict;
  const international = checkEmail(value, { smtpUtf8: true });
  return international.ok ? international : strict;
}

/**
 * An address in its stored form; left out and null are told as an empty field (d1). Whether this deployment can
 * mail UTF-8 local parts is asked where it is used (`requireMailable`).
 */
export const emailAddress = z
  .preprocess((value) => value ?? '', checked(checkAddress))
  .meta({ type: 'string', format: 'email' });

/** The language of mails, in the canonical form of its tag; an unknown language is fine, English stands in. */
export const languageTag = checked((value): Check<string> => {
  const tag = checkLocale(value);
  return tag.ok ? tag : reject('type_mismatch');
}).meta({ examples: ['de', 'pt-BR'], description: 'BCP 47' });

/** Free words to somebody else: line breaks stay, other control characters go, nothing is cut. */
export function checkMessage(typed: string): Check<string | undefined> {
  const message = typed
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]+/gu, ' ')
    .trim();
  if (Array.from(message).length > limits.inviteMessageChars) return reject('type_mismatch');
  return accept(message === '' ? undefined : message);
}
