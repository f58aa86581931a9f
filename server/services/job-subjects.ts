import { emailKey } from '../../src/domain/index.js';
import type { JobSubject } from '../../src/client/wire/index.js';
import type { Context, ReadContext } from '../context.js';
import { ProblemError } from '../problem.js';
import type { Row } from '../stores/schema.js';
import type { StoredSubject } from './jobs.js';
import { reachTo } from './links.js';
import { requireMailable } from './mailable.js';
import { managesPeople } from './managed-accounts.js';

/** The person of a job, where they can be known, and the address that reaches them. */
export interface JobPerson {
  user: Row<'users'> | undefined;
  email: string;
}

/**
 * The subject of a new job. A login has to be one that the caller knows from an account whose people they manage;
 * an address is taken as it is. Nobody does this to themselves.
 */
export async function subjectOf(context: Context, asked: JobSubject): Promise<StoredSubject> {
  const { user: me } = context.actor;
  if (asked.userId === undefined) {
    requireMailable(context, asked.email);
    if (emailKey(asked.email) === me.emailKey) throw new ProblemError('cannot-change-own-role');
    return { userId: null, email: asked.email, displayName: asked.name ?? null };
  }
  if (asked.userId === me.id) throw new ProblemError('cannot-change-own-role');
  const user = await context.tx.users.get(asked.userId);
  if (!user || user.status === 'deleted' || !(await isKnown(context, user)))
    throw new ProblemError('not-found');
  return { userId: user.id, email: user.email, displayName: user.displayName };
}

async function isKnown({ tx: _, ...reading }: Context, user: Row<'users'>): Promise<boolean> {
  // Read without locks: these accounts are no part of the write.
  const context: ReadContext = reading;
  const memberships = await context.db.memberships.find({
    where: { userId: user.id, status: { not: 'removed' } },
  });
  for (const { accountId } of memberships) {
    const access = await reachTo(context, accountId);
    if (access && managesPeople(access)) return true;
  }
  return false;
}

/** The person now. Under `one_identity` a proven address is its holder; under `per_account` it may be several. */
export async function personOf({ tx, config }: Context, subject: StoredSubject): Promise<JobPerson> {
  if (subject.userId !== null) {
    const user = await tx.users.get(subject.userId);
    if (user?.status !== 'active') throw new ProblemError('not-found');
    return { user, email: user.email };
  }
  const email = subject.email ?? '';
  if (config.identityPolicy === 'per_account') return { user: undefined, email };
  const proven = { emailKey: emailKey(email), emailVerifiedAt: { not: null }, accountId: null };
  return { user: await tx.users.first({ ...proven, status: 'active' }), email };
}
