import type { CcError } from '../../client/index.js';
import type { ProblemText, ProblemValues } from '../../i18n/problem-texts.js';

/** The `problems` group, joined by `fieldProblems` where an element has fields. */
export type ProblemTexts = Readonly<Record<string, ProblemText>> & { readonly unexpected: ProblemText };

/** The sentence for a failure, by its code and never from a server's words (contracts.md 4). */
export function problemText(texts: ProblemTexts, error: Error | CcError): string {
  const { code = 'unexpected', facts, retryAfter } = error as Partial<CcError>;
  const text = Object.hasOwn(texts, code) ? texts[code] : undefined;
  return say(text ?? texts.unexpected, { ...(facts as ProblemValues), retryAfter });
}

/** The sentence for one code, as the checks of typed values give it. */
export function codeText(texts: ProblemTexts, code: string, values: ProblemValues = {}): string {
  return say((Object.hasOwn(texts, code) ? texts[code] : undefined) ?? texts.unexpected, values);
}

function say(text: ProblemText, values: ProblemValues): string {
  return typeof text === 'string' ? text : text(values);
}
