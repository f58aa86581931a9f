import { addSeconds, isPast, limits } from '../../src/domain/index.js';
import type { FactorMethod, SignInPending } from '../../src/client/wire/index.js';
import type { Actor, Context } from '../context.js';
import { ProblemError } from '../problem.js';
import type { Row } from '../stores/schema.js';
import { checkProof, methodOf, type ProofGiven, type ProofPrepared } from './factors.js';
import { newId } from './new-id.js';

export type ChallengePurpose = 'sign_in' | 'step_up';

/** Asks a person for one more proof. A new challenge for the same purpose ends the earlier one. */
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
    tokenHash: null,
    endedAt: null,
    expiresAt,
    createdAt: now.toISOString(),
  });
  return { challengeId: id, methods: [...methods], expiresAt };
}

/**
 * Answers a challenge: the person, who may now be signed in, or the problem with the try counted. Ended, foreign
 * and unknown challenges are answered alike (P5).
 */
export async function answerChallenge(
  context: Context<Actor | null>,
  challengeId: string,
  given: ProofGiven,
  prepared: ProofPrepared,
): Promise<Row<'users'> | ProblemError> {
  const { tx, now } = context;
  const challenge = await tx.challenges.get(challengeId, { lock: true });
  const user = challenge && (await tx.users.get(challenge.userId));
  if (!challenge || !isOpen(challenge, context) || user?.status !== 'active') {
    return new ProblemError('challenge-ended');
  }
  const offered = (challenge.methods as readonly FactorMethod[]).includes(methodOf(given));
  const attempts = challenge.attempts + 1;
  const problem = offered ? await checkProof(context, user, prepared) : new ProblemError('code-invalid');
  const ended = !problem || attempts >= limits.wrongCodesPerChallenge;
  await tx.challenges.update(challenge.id, { attempts, endedAt: ended ? now.toISOString() : null });
  if (!problem) return user;
  const attemptsLeft = limits.wrongCodesPerChallenge - attempts;
  return new ProblemError(problem.slug, { ...problem.extras, attemptsLeft });
}

function isOpen(challenge: Row<'challenges'>, { actor, now }: Context<Actor | null>): boolean {
  const mine = challenge.sessionId === null || challenge.sessionId === actor?.session?.id;
  return mine && challenge.endedAt === null && !isPast(challenge.expiresAt, now);
}
