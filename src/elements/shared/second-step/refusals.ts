/** Why an answer was refused, in words that say what to do next (C02–C08). */
import { isCcError, type CcError } from '../../../client/index.js';
import type { Strings } from '../../../i18n/strings.js';
import { problemText, type ProblemTexts } from '../../base/problem-text.js';
import type { MfaVerifyInput } from '../mfa-verify.events.js';

/** Why a challenge is over: too many wrong codes, its time, or something that was done elsewhere. */
export type EndReason = 'tries' | 'time' | 'other';

interface Refused {
  readonly t: Strings['mfaChallenge'];
  readonly problems: ProblemTexts;
  readonly method: MfaVerifyInput['method'];
  /** Wrong codes of the app so far. */
  readonly wrong: number;
  readonly now: Date;
}

const stepSeconds = 30;

/** The sentence at the field; undefined where the field is not to blame. */
export function codeRefusal(error: Error | CcError, refused: Refused): string | undefined {
  const { t, problems, method } = refused;
  if (isCcError(error, 'credentials-wrong') && method === 'password') return t.passwordWrong;
  if (isCcError(error, 'code-reused') && method === 'totp') {
    return t.codeUsed({ seconds: (error as CcError).retryAfter ?? untilNextCode(refused.now) });
  }
  if (isCcError(error, 'code-reused')) return problemText(problems, error);
  if (!isCcError(error, 'code-invalid')) return undefined;
  const left = attemptsLeft(error);
  if (method === 'recovery_code') return t.recoveryWrong({ left });
  if (method === 'email_code') {
    return (error as CcError).code === 'email_code_expired'
      ? problemText(problems, error)
      : t.mailWrong({ left });
  }
  const hint = refused.wrong > 1 ? ` ${t.clockHint}` : '';
  return t.codeWrong({ left }) + hint;
}

/** Did this refusal end the challenge? */
export function endOf(error: Error | CcError, life: { readonly isOver: boolean }): EndReason | undefined {
  if (attemptsLeft(error) === 0) return 'tries';
  if (!isCcError(error, 'challenge-ended')) return undefined;
  return life.isOver ? 'time' : 'other';
}

function attemptsLeft(error: Error | CcError): number | undefined {
  const { facts } = error as Partial<CcError>;
  return (facts as { attemptsLeft?: number } | undefined)?.attemptsLeft;
}

/** Seconds until the app shows another code. */
function untilNextCode(now: Date): number {
  return stepSeconds - (Math.floor(now.getTime() / 1000) % stepSeconds);
}
