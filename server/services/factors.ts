import type { FactorMethod } from '../../src/client/wire/index.js';
import type { Actor, Context, ReadContext } from '../context.js';
import type { Ports } from '../ports.js';
import { ProblemError } from '../problem.js';
import type { Row } from '../stores/schema.js';
import { acceptProof, provePassword, type PasswordProof } from './password-proof.js';

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
}

/** What must follow a right password before somebody is signed in; nothing where no factor is on (R60). */
export function methodsAfterPassword(user: Row<'users'>): FactorMethod[] {
  return user.mfaActive ? ['totp', 'recovery_code'] : [];
}

/** What counts as a fresh proof for a sensitive act: the factor, or the password where there is none (R69). */
export function methodsOfStepUp(user: Row<'users'>): FactorMethod[] {
  return user.mfaActive ? ['totp', 'recovery_code'] : ['password'];
}

export function methodOf({ code, emailCode, recoveryCode }: ProofGiven): FactorMethod {
  if (code !== undefined) return 'totp';
  if (emailCode !== undefined) return 'email_code';
  return recoveryCode === undefined ? 'password' : 'recovery_code';
}

/** The slow part of a check, outside any transaction. */
export async function prepareProof(
  context: ReadContext<Actor | null>,
  ports: Ports,
  given: ProofGiven,
): Promise<ProofPrepared> {
  const method = methodOf(given);
  if (method !== 'password' || given.password === undefined || !context.actor) return { method };
  const { username } = context.actor.user;
  return { method, password: await provePassword(context, ports, { username, password: given.password }) };
}

/** Is the proof right? Undefined means yes; a problem is returned, so that the counted try stays counted. */
export async function checkProof(
  context: Context<Actor | null>,
  user: Row<'users'>,
  prepared: ProofPrepared,
): Promise<ProblemError | undefined> {
  if (prepared.password) {
    const proven = await acceptProof(context, prepared.password);
    return proven?.id === user.id ? undefined : new ProblemError('credentials-wrong');
  }
  return new ProblemError('code-invalid');
}
