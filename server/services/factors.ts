import type { FactorMethod } from '../../src/client/wire/index.js';
import type { Actor, Context, ReadContext } from '../context.js';
import type { Ports } from '../ports.js';
import { ProblemError } from '../problem.js';
import type { Row } from '../stores/schema.js';
import { refund } from './budgets.js';
import { recognisedDevice } from './devices.js';
import { redeemEmailCode } from './email-codes.js';
import { resetPending } from './mfa-policy.js';
import { acceptProof, provePassword, type PasswordProof } from './password-proof.js';
import { codesLeft } from './recovery-codes.js';
import { checkRecovery, proveRecovery, type RecoveryProof } from './recovery.js';
import { checkTotp } from './totp-check.js';

/** Proofs as they arrive for a challenge: exactly one is set. */
export interface ProofGiven {
  code?: string | undefined;
  emailCode?: string | undefined;
  recoveryCode?: string | undefined;
  password?: string | undefined;
}

/** What was found out about a proof outside the transaction. */
export interface ProofPrepared {
  method: FactorMethod;
  password?: PasswordProof;
  recovery?: RecoveryProof;
}

/** What must follow a right password before somebody is signed in, or the browser that stands in for it. */
export interface Demand {
  methods: FactorMethod[];
  device: Row<'trustedDevices'> | undefined;
}

/**
 * R60: the factor where one is on, also one that was lost as long as it can be proven by a recovery code; R61: a
 * mailed code where none is on and the deployment asks for it. A remembered browser needs neither (R67).
 */
export async function demandAfterPassword(
  context: ReadContext<Actor | null>,
  headers: Headers,
  user: Row<'users'>,
): Promise<Demand> {
  const device = await recognisedDevice(context, headers, user);
  if (device) return { methods: [], device };
  const left = await codesLeft(context, user.id);
  const recovery: FactorMethod[] = left > 0 ? ['recovery_code'] : [];
  if (user.mfaActive) return { methods: ['totp', ...recovery], device };
  if (left > 0 && (await resetPending(context.db, user.id))) return { methods: recovery, device };
  return { methods: context.config.emailCodeOnNewDevice ? ['email_code'] : [], device };
}

/** What counts as a fresh proof for a sensitive act: the factor, or the password where there is none (R69). */
export async function methodsOfStepUp(context: ReadContext): Promise<FactorMethod[]> {
  const { user } = context.actor;
  if (!user.mfaActive) return ['password'];
  return (await codesLeft(context, user.id)) > 0 ? ['totp', 'recovery_code'] : ['totp'];
}

export function methodOf({ code, emailCode, recoveryCode }: ProofGiven): FactorMethod {
  if (code !== undefined) return 'totp';
  if (emailCode !== undefined) return 'email_code';
  return recoveryCode === undefined ? 'password' : 'recovery_code';
}

/** The slow part of a check, outside any transaction; only for a challenge that takes this proof. */
export async function prepareProof(
  context: ReadContext<Actor | null>,
  ports: Ports,
  challenge: Row<'challenges'> | undefined,
  given: ProofGiven,
): Promise<ProofPrepared> {
  const method = methodOf(given);
  if (!challenge || !takes(challenge, method)) return { method };
  if (given.recoveryCode !== undefined) {
    const { userId } = challenge;
    return { method, recovery: await proveRecovery(context, ports, userId, given.recoveryCode) };
  }
  if (given.password === undefined || !context.actor) return { method };
  const { username } = context.actor.user;
  return { method, password: await provePassword(context, ports, { username, password: given.password }) };
}

/** C04: gives back what was counted in advance for a check that could not be finished. */
export async function abandonProof(
  context: Context<Actor | null>,
  { password, recovery }: ProofPrepared,
): Promise<void> {
  await refund(context, [...(password?.spent ?? []), ...(recovery?.spent ?? [])]);
}

export const takes = ({ methods }: Row<'challenges'>, method: FactorMethod): boolean =>
  (methods as readonly FactorMethod[]).includes(method);

/**
 * Is the proof right? Undefined means yes; a problem is returned, so that the counted try stays counted. Every
 * method that a challenge takes has its one branch, and there is no way around them (threat 6).
 */
export async function checkProof(
  context: Context<Actor | null>,
  { id }: Row<'challenges'>,
  user: Row<'users'>,
  given: ProofGiven,
  prepared: ProofPrepared,
): Promise<ProblemError | undefined> {
  if (given.code !== undefined) return checkTotp(context, user, given.code);
  if (given.emailCode !== undefined) {
    return redeemEmailCode(context, { purpose: 'sign_in', subjectId: id }, given.emailCode);
  }
  if (prepared.recovery) return checkRecovery(context, user, prepared.recovery);
  if (!prepared.password) return new ProblemError('code-invalid');
  const proven = await acceptProof(context, prepared.password);
  return proven?.id === user.id ? undefined : new ProblemError('credentials-wrong');
}
