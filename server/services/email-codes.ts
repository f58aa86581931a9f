import { addSeconds, isPast, limits } from '../../src/domain/index.js';
import type { Actor, Context } from '../context.js';
import type { Random } from '../ports.js';
import { ProblemError } from '../problem.js';
import { newId } from './new-id.js';
import { hashSecret } from './secrets.js';

/** What a mailed code proves: the mailbox behind a copied link (R44), a browser (R61), a new address. */
export type CodePurpose = 'invitation' | 'sign_in' | 'address';

/** A code and what it is bound to: nothing else can be opened with it. */
export interface CodeSubject {
  purpose: CodePurpose;
  subjectId: string;
}

/**
 * A new six-digit code; earlier ones for the same subject stop, and with them their tries. Only its hash is
 * kept, so the caller mails it now.
 */
export async function issueEmailCode(
  context: Context<Actor | null>,
  { purpose, subjectId }: CodeSubject,
  seconds: number,
): Promise<string> {
  const { tx, now, random } = context;
  await tx.emailCodes.remove({ purpose, subjectId });
  const id = newId(random, 'emailCode');
  const code = sixDigits(random);
  await tx.emailCodes.insert({
    id,
    purpose,
    subjectId,
    codeHash: hashOf(id, code),
    attempts: 0,
    expiresAt: addSeconds(now, seconds).toISOString(),
    usedAt: null,
    createdAt: now.toISOString(),
  });
  return code;
}

/**
 * Checks a code and counts the try before looking at it: five in all, however many arrive at once. Undefined
 * means right, and spends the code; a problem must be returned, not thrown, so that the try stays counted.
 */
export async function redeemEmailCode(
  context: Context<Actor | null>,
  { purpose, subjectId }: CodeSubject,
  typed: string,
): Promise<ProblemError | undefined> {
  const { tx, now } = context;
  const row = await tx.emailCodes.first({ purpose, subjectId, usedAt: null }, { lock: true });
  if (!row || isPast(row.expiresAt, now) || row.attempts >= limits.mailCodeTries)
    return refusal('email_code_expired');
  if (!/^[0-9]{6}$/.test(typed)) return refusal('email_code_wrong', limits.mailCodeTries - row.attempts);
  const attempts = row.attempts + 1;
  const right = row.codeHash === hashOf(row.id, typed);
  await tx.emailCodes.update(row.id, { attempts, usedAt: right ? now.toISOString() : null });
  if (right) return undefined;
  return attempts >= limits.mailCodeTries
    ? refusal('email_code_expired')
    : refusal('email_code_wrong', limits.mailCodeTries - attempts);
}

function refusal(code: 'email_code_wrong' | 'email_code_expired', attemptsLeft?: number): ProblemError {
  return new ProblemError('code-invalid', {
    code,
    errors: [{ pointer: '/emailCode', code }],
    ...(attemptsLeft === undefined ? {} : { attemptsLeft }),
  });
}

const hashOf = (id: string, code: string): string => hashSecret('email-code', `${id}:${code}`);

/** Every code equally likely: numbers from the last, incomplete million of the range are thrown away. */
function sixDigits(random: Random): string {
  const range = 2 ** 32;
  const fair = range - (range % 1_000_000);
  for (;;) {
    const number = new DataView(random.bytes(4).slice().buffer).getUint32(0);
    if (number < fair) return String(number % 1_000_000).padStart(6, '0');
  }
}
