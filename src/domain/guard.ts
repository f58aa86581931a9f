import type { ProblemCode } from './problems.js';

/** The answer to "may this happen now?": yes, or no with the reason. */
export type Guard<Extras = unknown> = { readonly ok: true } | Refusal<Extras>;

export type Refusal<Extras = unknown> = { readonly ok: false; readonly code: ProblemCode } & Extras;

export const allowed: { readonly ok: true } = { ok: true };

export function refused(code: ProblemCode): Refusal {
  return { ok: false, code };
}
