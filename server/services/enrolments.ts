import { addSeconds, enrolmentState, limits, type EnrolmentState } from '../../src/domain/index.js';
import type {
  EnrolmentDraft,
  EnrolmentStarted,
  EnrolmentVerified,
  MfaEnrolment,
  MfaOverview,
} from '../../src/client/wire/index.js';
import type { Actor, Context, ReadContext } from '../context.js';
import type { Ports } from '../ports.js';
import { ProblemError } from '../problem.js';
import type { Row } from '../stores/schema.js';
import { forgetTries, holdFactor } from './factor-budgets.js';
import { changeFactors, securityUrlOf, tellOwner } from './factor-changes.js';
import { openFactorSecret, sealFactorSecret } from './factor-secrets.js';
import { lockMe } from './me.js';
import { demandOf, resetPending } from './mfa-policy.js';
import { newId } from './new-id.js';
import { codesLeft, drawCodes, keepCodes, wireCodes, type CodeBatch } from './recovery-codes.js';
import { newTotpSecret, otpauthUri, stepOfCode } from './totp.js';

type Enrolment = Row<'mfaEnrolments'>;

/** The caller's factors, codes left, and what is asked of them. */
export async function overviewOf(context: ReadContext): Promise<MfaOverview> {
  const { db, now, actor } = context;
  const rows = await db.mfaEnrolments.find({
    where: { userId: actor.user.id },
    orderBy: [['createdAt', 'asc']],
  });
  return {
    enrolments: rows.filter((row) => stateOf(row, now) !== 'none').map(wireEnrolment),
    recoveryCodes: await wireCodes(context, actor.user.id),
    ...(await demandOf(context, actor.user)),
  };
}

/** Its state now: a secret that nobody confirmed in time is gone. */
function stateOf({ state, createdAt }: Enrolment, now: Date): EnrolmentState {
  return enrolmentState({ state: state as EnrolmentState, startedAt: createdAt }, now);
}

export function wireEnrolment(row: Enrolment): MfaEnrolment {
  const { id, method, state, label, createdAt, lastUsedAt, version } = row;
  return { id, method, state, label, createdAt, lastUsedAt, version };
}

/** R63: a new secret, told in this answer alone. One that was pending is dead, an active factor is untouched (S01). */
export async function startEnrolment(context: Context, draft: EnrolmentDraft): Promise<EnrolmentStarted> {
  const { tx, now, random, config } = context;
  const user = await lockMe(context);
  await tx.mfaEnrolments.remove({ userId: user.id, state: 'pending' });
  const owner = { id: newId(random, 'enrolment'), userId: user.id };
  const secret = await newTotpSecret((count) => random.bytes(count));
  const expiresAt = addSeconds(now, limits.totpSetupSeconds).toISOString();
  const [row] = await tx.mfaEnrolments.insert({
    ...owner,
    method: 'totp',
    state: 'pending',
    label: draft.label ?? null,
    secret: sealFactorSecret(secret, owner, config.secretKey, random),
    enrolVersion: user.enrolVersion,
    lastStep: 0,
    failures: 0,
    createdAt: now.toISOString(),
    expiresAt,
    lastUsedAt: null,
    version: 1,
  });
  if (!row) throw new Error('The store returned no row for an insert');
  const uri = await otpauthUri(secret, config.productName, user.username);
  return { ...wireEnrolment(row), secret, otpauthUri: uri, expiresAt };
}

/** The step of the code that confirms this set-up; undefined for a wrong one, `not-found` for a dead set-up (S05). */
async function confirmedStep(
  { actor, now, config }: ReadContext,
  row: Enrolment | undefined,
  code: string,
): Promise<number | undefined> {
  if (row?.userId !== actor.user.id || stateOf(row, now) !== 'pending') throw new ProblemError('not-found');
  const secret = openFactorSecret(row, config.secretKey);
  if (secret === undefined) throw new Error('The secret of a factor was sealed with another key');
  return stepOfCode(secret, code, now);
}

/** Recovery codes for a set-up that is about to succeed; a wrong code makes nobody hash for nothing. */
export async function prepareCodes(
  context: ReadContext,
  ports: Pick<Ports, 'random' | 'passwordHash'>,
  enrolmentId: string,
  code: string,
): Promise<CodeBatch | undefined> {
  const step = await confirmedStep(context, await context.db.mfaEnrolments.get(enrolmentId), code);
  return step === undefined ? undefined : drawCodes(ports);
}

/**
 * R63, R65: the first right code makes the factor active in place of any other, and brings ten recovery codes where
 * no good batch is left. The code is used up by it (TC-008). Wrong codes are not counted: whoever asks has just
 * been told the secret.
 */
export async function verifyEnrolment(
  context: Context,
  enrolmentId: string,
  code: string,
  batch: CodeBatch | undefined,
): Promise<EnrolmentVerified> {
  const { tx, now } = context;
  const user = await lockMe(context);
  await holdFactor(context, user.id);
  const pending = await tx.mfaEnrolments.get(enrolmentId, { lock: true });
  const step = await confirmedStep(context, pending, code);
  if (step === undefined) {
    throw new ProblemError('code-invalid', { errors: [{ pointer: '/code', code: 'mfa_code_wrong' }] });
  }
  const needsCodes = (await resetPending(tx, user.id)) || (await codesLeft(context, user.id)) === 0;
  await tx.mfaEnrolments.remove({ userId: user.id, id: { not: enrolmentId } });
  await forgetTries(context, user.id);
  const active = await tx.mfaEnrolments.update(enrolmentId, {
    state: 'active',
    enrolVersion: user.enrolVersion + 1,
    lastStep: step,
    lastUsedAt: now.toISOString(),
    expiresAt: null,
  });
  // Only a code that became right between the two looks at it leads here; the next try is prepared for it.
  if (!active || (needsCodes && !batch)) throw new ProblemError('unavailable', { retryAfter: 1 });
  if (needsCodes && batch) await keepCodes(context, user.id, batch);
  const changed = await changeFactors(context, user, { mfaActive: true, action: 'mfa.enrolled' });
  await tellOwner(context, changed, 'mfa_enrolled', { securityUrl: securityUrlOf(context) });
  return { ...wireEnrolment(active), recoveryCodes: needsCodes && batch ? batch.codes : null };
}

/** One of the caller's own factors or set-ups that is still there. */
export async function requireEnrolment(context: Context, enrolmentId: string): Promise<Enrolment> {
  const row = await context.tx.mfaEnrolments.get(enrolmentId, { lock: true });
  const mine = row?.userId === context.actor.user.id;
  if (!mine || stateOf(row, context.now) === 'none') throw new ProblemError('not-found');
  return row;
}

/** R70: where an account asks for a factor, or one was reset, it cannot be turned off. */
export async function requireRemovable(context: Context): Promise<void> {
  const { policy, demand } = await demandOf(context, context.actor.user);
  if (policy === 'required' || demand === 'required') throw new ProblemError('mfa-required-by-policy');
}

/** Gives a set-up up: nothing was on yet. */
export async function cancelEnrolment({ tx }: Context<Actor | null>, { id }: Enrolment): Promise<void> {
  await tx.mfaEnrolments.remove({ id, state: 'pending' });
}

/** Turns the factor off, its recovery codes with it. */
export async function removeEnrolment(context: Context, { id }: Enrolment): Promise<void> {
  const user = await lockMe(context);
  await holdFactor(context, user.id);
  await context.tx.mfaEnrolments.remove({ id });
  await context.tx.recoveryCodes.remove({ userId: user.id });
  await forgetTries(context, user.id);
  const changed = await changeFactors(context, user, { mfaActive: false, action: 'mfa.removed' });
  await tellOwner(context, changed, 'mfa_removed', { securityUrl: securityUrlOf(context) });
}
