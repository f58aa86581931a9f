import type { AuditAction } from '../../src/domain/index.js';
import type { Me, SignedIn } from '../../src/client/wire/index.js';
import type { Actor, Context, ReadContext } from '../context.js';
import { ProblemError } from '../problem.js';
import type { Row } from '../stores/schema.js';
import { recordPersonAudit } from './audit.js';
import { stepUpUntil } from './step-up.js';

/** The person's own profile; secrets never leave. */
export function wireMe(user: Row<'users'>): Me {
  const { id, username, email, displayName, mfaActive, locale, currentAccountId, version } = user;
  const emailVerified = user.emailVerifiedAt !== null;
  return { id, username, email, emailVerified, displayName, mfaActive, locale, currentAccountId, version };
}

/** Who is signed in, and until when the proof counts as fresh. */
export function wireSignedIn(context: ReadContext<Actor | null>, actor: Actor): SignedIn {
  return { user: wireMe(actor.user), stepUpUntil: stepUpUntil(context, actor).toISOString() };
}

/** The same for somebody whose session starts with this very answer. */
export function wireJustSignedIn(context: ReadContext<Actor | null>, user: Row<'users'>): SignedIn {
  return wireSignedIn(context, { user, session: null, authenticatedAt: context.now, accountLimit: null });
}

/** The caller's own row, held to the end of the write. */
export async function lockMe({ tx, actor }: Context): Promise<Row<'users'>> {
  const user = await tx.users.get(actor.user.id, { lock: true });
  if (user?.status !== 'active') throw new ProblemError('unauthenticated');
  return user;
}

/** A change of one's own profile, told to every account one belongs to. */
export async function auditOwnChange(
  context: Context<Actor | null>,
  user: Row<'users'>,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  action: Extract<AuditAction, `user.${string}`> = 'user.updated',
): Promise<void> {
  await recordPersonAudit(context, user, { action, before, after });
}

/** Remembers which account is shown, so that another tab notices (R92). */
export async function setCurrentAccount({ tx, actor }: Context, accountId: string): Promise<Row<'users'>> {
  // Where one is looking is no edit of the profile, so an open profile form keeps its version.
  await tx.users.touch({ id: actor.user.id }, { currentAccountId: accountId });
  return { ...actor.user, currentAccountId: accountId };
}
