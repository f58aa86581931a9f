import { addSeconds, isPast, limits, type ProblemSlug } from '../../src/domain/index.js';
import type { FactorMethod, SignInPending } from '../../src/client/wire/index.js';
import type { Actor, Context, ReadContext } from '../context.js';
import { ProblemError } from '../problem.js';
import type { Row } from '../stores/schema.js';
import { spend } from './budgets.js';
import { issueEmailCode } from './email-codes.js';
import { checkProof, methodOf, takes, type ProofGiven, type ProofPrepared } from './factors.js';
import { enqueueMail } from './mailing.js';
import { newId } from './new-id.js';
import { afterRecovery } from './recovery.js';

export type ChallengePurpose = 'sign_in' | 'step_up';

/** Asks a person for one more proof. A new challenge for the same purpose ends the earlier one of a session. */
export async function startChallenge(
  context: Context<Actor | null>,
  user: Row<'users'>,
  purpose: ChallengePurpose,
  methods: readonly FactorMethod[],
): Promise<SignInPending> {
  const { tx, now, random, config } = context;
  // A step-up belongs to the session that asked; a sign-in has none yet.
  const sessionId = purpose === 'step_up' ? (context.actor?.session?.id ?? null) : null;
  if (sessionId !== null) await tx.challenges.remove({ sessionId, purpose });
  await tx.challenges.remove({ userId: user.id, expiresAt: { lte: now.toISOString() } });
  const id = newId(random, 'challenge');
  const expiresAt = addSeconds(now, config.limits.challengeMinutes * 60).toISOString();
  await tx.challenges.insert({
    id,
    userId: user.id,
    sessionId,
    purpose,
    methods,
    attempts: 0,
    enrolVersion: user.enrolVersion,
    tokenHash: null,
    endedAt: null,
    expiresAt,
    createdAt: now.toISOString(),
  });
  if (methods.includes('email_code')) await mailCode(context, user, id);
  return { challengeId: id, methods: [...methods], expiresAt };
}

/** R61: a code for this sign-in alone. The password was right, so the budget guards a mailbox, not a name. */
async function mailCode(
  context: Context<Actor | null>,
  user: Row<'users'>,
  challengeId: string,
): Promise<void> {
  await spend(context, { bucket: `sign-in-code:${user.id}`, limit: 10, seconds: 60 * 60 });
  const seconds = limits.signInMailCodeSeconds;
  await enqueueMail(context, {
    template: 'sign_in_code',
    to: user.email,
    locale: user.locale,
    data: {
      code: await issueEmailCode(context, { purpose: 'sign_in', subjectId: challengeId }, seconds),
      minutes: seconds / 60,
    },
  });
}

/** A challenge that was answered: who may go on now, and by which proof. */
export interface Answered {
  user: Row<'users'>;
  purpose: ChallengePurpose;
  method: FactorMethod;
}

/** Refusals that say nothing about what was typed, so that they cost no try. */
const free: readonly ProblemSlug[] = ['code-reused', 'factor-locked', 'challenge-ended'];

/**
 * Answers a challenge: the person, who may now be signed in, or the problem with the try counted. Ended, foreign
 * and unknown challenges are answered alike (P5).
 */
export async function answerChallenge(
  context: Context<Actor | null>,
  challengeId: string,
  given: ProofGiven,
  prepared: ProofPrepared,
): Promise<Answered | ProblemError> {
  const { tx, now } = context;
  const challenge = await tx.challenges.get(challengeId, { lock: true });
  const user = challenge && (await tx.users.get(challenge.userId));
  if (!challenge || !user || !isOpen(context, challenge, user)) return new ProblemError('challenge-ended');
  const method = methodOf(given);
  const problem = takes(challenge, method)
    ? await checkProof(context, challenge, user, given, prepared)
    : new ProblemError('code-invalid');
  const counted = problem && free.includes(problem.slug) ? 0 : 1;
  const attempts = challenge.attempts + counted;
  const gone = problem?.slug === 'challenge-ended';
  const ended = !problem || gone || attempts >= limits.wrongCodesPerChallenge;
  await tx.challenges.update(challenge.id, { attempts, endedAt: ended ? now.toISOString() : null });
  if (!problem) {
    const purpose = challenge.purpose as ChallengePurpose;
    return { user: method === 'recovery_code' ? await afterRecovery(context, user) : user, purpose, method };
  }
  if (counted === 0) return problem;
  const attemptsLeft = limits.wrongCodesPerChallenge - attempts;
  return new ProblemError(problem.slug, { ...problem.extras, attemptsLeft });
}

/** The challenge as it is before the transaction that decides; undefined where nothing is to be prepared for it. */
export async function openChallenge(
  context: ReadContext<Actor | null>,
  challengeId: string,
): Promise<Row<'challenges'> | undefined> {
  const challenge = await context.db.challenges.get(challengeId);
  const user = challenge && (await context.db.users.get(challenge.userId));
  return user && isOpen(context, challenge, user) ? challenge : undefined;
}

/** Open to whoever it was made for, in time, and only as long as password and factors are what they were (C08). */
function isOpen(
  { actor, now }: ReadContext<Actor | null>,
  challenge: Row<'challenges'>,
  user: Row<'users'>,
): boolean {
  const mine = challenge.sessionId === null || challenge.sessionId === actor?.session?.id;
  const same = challenge.enrolVersion === user.enrolVersion && user.status === 'active';
  return mine && same && challenge.endedAt === null && !isPast(challenge.expiresAt, now);
}
