/** Look-ups in the closed list of problems. */
import { clientCodes } from './problem-codes.js';
import { problems, type ProblemCode, type ProblemSlug, type WireProblemCode } from './problems.js';

/** The kind a reason belongs to; undefined for reasons that never travel. */
export function problemOf(code: WireProblemCode): ProblemSlug;
export function problemOf(code: ProblemCode): ProblemSlug | undefined;
export function problemOf(code: ProblemCode): ProblemSlug | undefined {
  return problemSlugs().find((slug) => (problems[slug].codes as readonly string[]).includes(code));
}

/** Every kind, in the order of its status. */
export function problemSlugs(): ProblemSlug[] {
  return Object.keys(problems) as ProblemSlug[];
}

/** Is this text a reason we know? A newer server may name more. */
export function isProblemCode(value: unknown): value is ProblemCode {
  if (typeof value !== 'string') return false;
  return (clientCodes as readonly string[]).includes(value) || problemOf(value as ProblemCode) !== undefined;
}

/** Is this text a kind we know? */
export function isProblemSlug(value: unknown): value is ProblemSlug {
  return typeof value === 'string' && Object.hasOwn(problems, value);
}
