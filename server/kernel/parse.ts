import { isId, isProblemCode, problemOf, type IdKind, type ProblemCode } from '../../src/domain/index.js';
import type { FieldProblem } from '../../src/client/wire/index.js';
import { ProblemError } from '../problem.js';
import type { z } from '../zod.js';

/** Which kind of id a path parameter holds; a new resource adds its parameter here. */
const paramKinds: Readonly<Record<string, IdKind | readonly IdKind[]>> = {
  accountId: 'account',
  memberId: 'membership',
  invitationId: 'invitation',
  challengeId: 'challenge',
  transferId: 'transfer',
  enrolmentId: 'enrolment',
  deviceId: 'device',
  linkId: 'link',
  /** R88: a person whom only an address is known of is named by an invitation to it. */
  personId: ['user', 'invitation'],
  bulkGrantId: 'bulkGrant',
  offboardingId: 'offboarding',
};

/** Kinds of the id in this path parameter. A parameter that is no id has no place in a path. */
export function kindsOfParam(name: string): readonly IdKind[] {
  const kind = paramKinds[name];
  if (kind) return typeof kind === 'string' ? [kind] : kind;
  throw new TypeError(`No kind of id is known for the path parameter ${name}`);
}

/**
 * Ids of the path. A malformed account id is a fault of the caller's own making and is named (AC rows);
 * any other malformed id names nothing, so it is answered like an unknown one.
 */
export function parseParams(values: Readonly<Record<string, string>>): Record<string, string> {
  for (const [name, value] of Object.entries(values)) {
    if (kindsOfParam(name).some((kind) => isId(kind, value))) continue;
    if (name === 'accountId') throw new ProblemError('malformed-request', { code: 'account_id_malformed' });
    throw new ProblemError('not-found');
  }
  return { ...values };
}

/** Query parameters, each given once and each known to the endpoint. */
export function parseQuery(url: URL, schema: z.ZodType | undefined): unknown {
  if (!isUtf8(url.search)) throw new ProblemError('type-mismatch', { code: 'invalid_unicode' });
  const values: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, value] of url.searchParams) {
    if (name in values || !schema)
      throw fieldProblem([{ pointer: pointer([name]), code: 'query_malformed' }]);
    values[name] = value;
  }
  if (!schema) return undefined;
  const parsed = schema.safeParse({ ...values });
  if (parsed.success) return parsed.data;
  throw fieldProblem(fieldsOf(parsed.error, 'query_malformed'));
}

/** `URLSearchParams` would put a replacement mark where bytes are broken, and a search would go on with it. */
function isUtf8(search: string): boolean {
  try {
    decodeURIComponent(search.replace(/%(?![0-9a-f]{2})/gi, '%25'));
    return true;
  } catch {
    return false;
  }
}

/** A body of the form the endpoint declares. Unknown members are left out, as newer clients may send more. */
export function parseBody(value: unknown, schema: z.ZodType): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw fieldProblem(fieldsOf(parsed.error, 'type_mismatch'));
}

/** The refusal of one or more fields: the first code is the problem's own, and decides its kind. */
export function fieldProblem(errors: readonly [FieldProblem, ...FieldProblem[]]): ProblemError {
  const { code } = errors[0];
  return new ProblemError(problemOf(code) ?? 'type-mismatch', { code, errors: [...errors] });
}

function fieldsOf(error: z.ZodError, fallback: ProblemCode): readonly [FieldProblem, ...FieldProblem[]] {
  const fields = error.issues.flatMap((issue): FieldProblem[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ pointer: pointer([...issue.path, key]), code: fallback }));
    }
    const given: unknown = issue.code === 'custom' ? issue.params?.['code'] : undefined;
    return [{ pointer: pointer(issue.path), code: isProblemCode(given) ? given : fallback }];
  });
  const [first = { pointer: '', code: fallback }, ...rest] = fields;
  return [first, ...rest];
}

/** A JSON pointer (RFC 6901). */
export function pointer(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
