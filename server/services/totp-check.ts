import { limits } from '../../src/domain/index.js';
import type { Actor, Context } from '../context.js';
import { ProblemError } from '../problem.js';
import type { Row } from '../stores/schema.js';
import { budgetOf, countTry, forgetTries, holdFactor, uncountTry } from './factor-budgets.js';
import { noteLocked } from './factor-changes.js';
import { openFactorSecret } from './factor-secrets.js';
import { stepOfCode } from './totp.js';

/** The factor that codes are checked against; a locked one is still the person's. */
export function factorOf(
  { tx }: Context<Actor | null>,
  userId: string,
): Promise<Row<'mfaEnrolments'> | undefined> {
  return tx.mfaEnrolments.first(
    { userId, method: 'totp', state: { in: ['active', 'locked'] } },
    { lock: true },
  );
}

/**
 * R64: checks a code of the app. The try is counted first, and stays counted when the code is wrong; a fault while
 * checking undoes the transaction and the try with it (C04). Undefined means right, and the step is used up.
 */
export async function checkTotp(
  context: Context<Actor | null>,
  user: Row<'users'>,
  code: string,
): Promise<ProblemError | undefined> {
  const { tx, now, config } = context;
  await holdFactor(context, user.id);
  const factor = await factorOf(context, user.id);
  // C08: it was taken away meanwhile.
  if (!factor) return new ProblemError('challenge-ended');
  const refusal = await refusalOf(context, factor);
  if (refusal) return refusal;
  const attempt = await countTry(context, user.id);
  const secret = openFactorSecret(factor, config.secretKey);
  if (secret === undefined) throw new Error('The secret of a factor was sealed with another key');
  const step = await stepOfCode(secret, code, now);
  if (step === undefined) return wrongCode(context, user, factor);
  const used = { lastStep: step, lastUsedAt: now.toISOString() };
  if ((await tx.mfaEnrolments.touch({ id: factor.id, lastStep: { lt: step } }, used)) === 0) {
    await uncountTry(context, attempt);
    return new ProblemError('code-reused', { retryAfter: secondsUntilStep(factor.lastStep + 1, now) });
  }
  await forgetTries(context, user.id);
  return undefined;
}

/** Locked for good, or paused for a while. */
async function refusalOf(
  context: Context<Actor | null>,
  { state, userId }: Row<'mfaEnrolments'>,
): Promise<ProblemError | undefined> {
  const budget = await budgetOf(context, userId);
  if (state === 'locked' || budget.state === 'locked') return new ProblemError('factor-locked');
  if (budget.state === 'open') return undefined;
  const wait = Math.ceil((budget.until.getTime() - context.now.getTime()) / 1000);
  return new ProblemError('factor-locked', { retryAfter: Math.max(1, wait) });
}

async function wrongCode(
  context: Context<Actor | null>,
  user: Row<'users'>,
  factor: Row<'mfaEnrolments'>,
): Promise<ProblemError> {
  const { requestId, ip, log } = context;
  log.warn('factor-refused', { requestId, ip, userId: user.id });
  if ((await budgetOf(context, user.id)).state === 'locked') await noteLocked(context, user, factor);
  return new ProblemError('code-invalid', { errors: [{ pointer: '/code', code: 'mfa_code_wrong' }] });
}

function secondsUntilStep(step: number, now: Date): number {
  return Math.max(1, Math.ceil(step * limits.totpStepSeconds - now.getTime() / 1000));
}
