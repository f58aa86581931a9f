import { addSeconds, emailKey, isPast, limits } from '../../src/domain/index.js';
import type { Actor, Context } from '../context.js';
import { ProblemError } from '../problem.js';
import type { Row } from '../stores/schema.js';
import { spend } from './budgets.js';
import { issueEmailCode, redeemEmailCode, type CodeSubject } from './email-codes.js';
import { undoAddressUrl } from './links-in-mail.js';
import { requireMailable } from './mailable.js';
import { enqueueMail } from './mailing.js';
import { auditOwnChange } from './me.js';
import { newId } from './new-id.js';
import { syncPerson } from './people.js';
import { hashSecret, newSecret } from './secrets.js';

/**
 * Proof that a new address is the person's own: without a code one is mailed to the new address alone, and the
 * answer asks for it; with a code the answer is undefined when it is right (P17). Returned, not thrown, so
 * that what was sent and tried stays counted. Whether somebody else has the address is not told before.
 */
export async function proveAddress(
  context: Context,
  address: string,
  code: string | undefined,
): Promise<ProblemError | undefined> {
  requireMailable(context, address);
  const { user } = context.actor;
  const subject: CodeSubject = { purpose: 'address', subjectId: `${user.id} ${emailKey(address)}` };
  if (code !== undefined) return redeemEmailCode(context, subject, code);
  await spend(context, { bucket: `address-code:${user.id}`, limit: 5, seconds: 60 * 60 });
  const seconds = limits.inviteMailCodeSeconds;
  await enqueueMail(context, {
    template: 'email_code',
    to: address,
    locale: user.locale,
    data: { code: await issueEmailCode(context, subject, seconds), minutes: seconds / 60 },
  });
  return new ProblemError('email-code-required', {
    errors: [{ pointer: '/emailCode', code: 'email_code_required' }],
  });
}

/** Tells the old address, which may undo the change for 72 hours. An unproven old address gets no such power. */
export async function tellOldAddress(
  context: Context,
  before: Row<'users'>,
  newAddress: string,
): Promise<void> {
  if (before.emailVerifiedAt === null) return;
  const { tx, now, random, config } = context;
  const token = newSecret(random, 'cce_');
  const seconds = limits.emailChangeUndoSeconds;
  await tx.emailChanges.insert({
    id: newId(random, 'emailChange'),
    userId: before.id,
    oldEmail: before.email,
    newEmail: newAddress,
    undoTokenHash: hashSecret('email-undo', token),
    state: 'open',
    expiresAt: addSeconds(now, seconds).toISOString(),
    createdAt: now.toISOString(),
  });
  await enqueueMail(context, {
    template: 'email_changed',
    to: before.email,
    locale: before.locale,
    data: { newAddress, undoUrl: undoAddressUrl(config, token), hours: seconds / 3600 },
  });
}

/**
 * Puts an old address back: whoever holds that mailbox can, without a password, because the change may be an
 * intruder's. Every session ends and every remembered device asks again.
 */
export async function undoAddressChange(context: Context<Actor | null>, token: string): Promise<void> {
  const { tx, now } = context;
  const change = await tx.emailChanges.first(
    { undoTokenHash: hashSecret('email-undo', token) },
    { lock: true },
  );
  const user = change && (await tx.users.get(change.userId, { lock: true }));
  if (!change || user?.status !== 'active' || change.state !== 'open' || isPast(change.expiresAt, now)) {
    throw new ProblemError('challenge-ended');
  }
  const restored = await tx.users.update(user.id, {
    email: change.oldEmail,
    emailKey: emailKey(change.oldEmail),
    emailVerifiedAt: now.toISOString(),
    enrolVersion: user.enrolVersion + 1,
  });
  if (!restored) throw new ProblemError('challenge-ended');
  await tx.emailChanges.updateWhere({ userId: user.id, state: 'open' }, { state: 'undone' });
  await tx.sessions.remove({ userId: user.id });
  await tx.trustedDevices.remove({ userId: user.id });
  await syncPerson(context, restored);
  await auditOwnChange(context, restored, { email: user.email }, { email: restored.email });
  await enqueueMail(context, {
    template: 'email_change_undone',
    to: restored.email,
    locale: restored.locale,
    data: { address: restored.email },
  });
}
