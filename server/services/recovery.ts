import { limits } from '../../src/domain/index.js';
import type { Actor, Context, ReadContext } from '../context.js';
import type { Ports } from '../ports.js';
import { ProblemError } from '../problem.js';
import type { Row } from '../stores/schema.js';
import { refund, spend } from './budgets.js';
import { forgetTries, holdFactor } from './factor-budgets.js';
import { changeFactors, securityUrlOf, tellOwner } from './factor-changes.js';
import { codesLeft, findCode, spendCode } from './recovery-codes.js';

/** What was found out about a recovery code before the transaction that acts on it. */
export interface RecoveryProof {
  /** The code it is, spent or not; undefined for a wrong one. */
  codeId: string | undefined;
  /** Tries that were counted in advance. */
  spent: string[];
}

/**
 * Looks a recovery code up. Each look costs up to ten slow hashes, so that a try is counted before, in a budget of its
 * own: the lock of the app's codes leaves this way open (threat 22).
 */
export async function proveRecovery(
  context: ReadContext<Actor | null>,
  { store, passwordHash }: Pick<Ports, 'store' | 'passwordHash'>,
  userId: string,
  typed: string,
): Promise<RecoveryProof> {
  const budget = {
    bucket: `recovery:${userId}`,
    limit: limits.wrongCodesPerWindow,
    seconds: limits.wrongCodeWindowSeconds,
  };
  const spent = await store.transaction(async (tx) => [await spend({ ...context, db: tx, tx }, budget)]);
  const code = await findCode(context, passwordHash, userId, typed);
  return { codeId: code?.id, spent };
}

/** R66: spends the code, or says what is wrong with it. */
export async function checkRecovery(
  context: Context<Actor | null>,
  user: Row<'users'>,
  { codeId, spent }: RecoveryProof,
): Promise<ProblemError | undefined> {
  if (codeId === undefined) {
    const { requestId, ip, log } = context;
    log.warn('factor-refused', { requestId, ip, userId: user.id });
    return new ProblemError('code-invalid', {
      errors: [{ pointer: '/recoveryCode', code: 'mfa_code_wrong' }],
    });
  }
  await holdFactor(context, user.id);
  if (!(await spendCode(context, codeId))) {
    return new ProblemError('code-reused', { code: 'recovery_code_used' });
  }
  await refund(context, spent);
  return undefined;
}

/**
 * R66: whoever needed a recovery code has lost the factor. It is off until a new one is set up, which is asked at
 * once; until then the other codes of the batch are the second factor.
 */
export async function afterRecovery(
  context: Context<Actor | null>,
  { id }: Row<'users'>,
): Promise<Row<'users'>> {
  const { tx } = context;
  const user = await tx.users.get(id, { lock: true });
  if (!user) throw new ProblemError('challenge-ended');
  await tx.mfaEnrolments.remove({ userId: user.id, state: 'pending' });
  await tx.mfaEnrolments.updateWhere(
    { userId: user.id, state: { in: ['active', 'locked'] } },
    { state: 'reset_required', secret: '' },
  );
  await forgetTries(context, user.id);
  const changed = await changeFactors(context, user, { mfaActive: false, action: 'mfa.recovered' });
  await tellOwner(context, changed, 'recovery_code_used', {
    left: await codesLeft(context, user.id),
    securityUrl: securityUrlOf(context),
  });
  return changed;
}
