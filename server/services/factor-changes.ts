import { endOtherSessions } from '../auth/sessions.js';
import type { Actor, Context } from '../context.js';
import type { MailTemplate, MailTemplates } from '../mail/templates.js';
import type { Row } from '../stores/schema.js';
import { recordPersonAudit } from './audit.js';
import { voidDevices } from './devices.js';
import { enqueueMail } from './mailing.js';
import { gatePerson } from './mfa-policy.js';
import { syncPerson } from './people.js';

export type FactorAction =
  'mfa.enrolled' | 'mfa.removed' | 'mfa.recovered' | 'mfa.reset' | 'mfa.locked' | 'mfa.codes-renewed';

/**
 * What follows from every change of somebody's factors, in the transaction of the change: copies in rosters, gates,
 * history, and an end to whatever had been let in under the old ones: open challenges, remembered devices, all
 * sessions but the one that acts (R68, C08).
 */
export async function changeFactors(
  context: Context<Actor | null>,
  user: Row<'users'>,
  { mfaActive, action }: { mfaActive: boolean; action: FactorAction },
): Promise<Row<'users'>> {
  const { tx } = context;
  const patch = { mfaActive, enrolVersion: user.enrolVersion + 1 };
  const changed = (await tx.users.update(user.id, patch)) ?? user;
  await voidDevices(context, user.id);
  await endOtherSessions(context, user.id);
  await gatePerson(context, changed);
  await syncPerson(context, changed);
  await auditFactors(context, changed, action, { mfaActive: user.mfaActive });
  return changed;
}

/** Tells the history of every account the person belongs to; never a secret or a code. */
export async function auditFactors(
  context: Context<Actor | null>,
  user: Row<'users'>,
  action: FactorAction,
  before: Readonly<Record<string, unknown>> | null = null,
): Promise<void> {
  const after = before && { mfaActive: user.mfaActive };
  await recordPersonAudit(context, user, { action, before, after });
}

/** P6: no change of a factor without a mail to its owner. */
export async function tellOwner<T extends MailTemplate>(
  context: Context<Actor | null>,
  { email, locale }: Row<'users'>,
  template: T,
  data: MailTemplates[T],
): Promise<void> {
  await enqueueMail(context, { template, to: email, locale, data });
}

/** The hundredth wrong code: only a recovery code, or somebody who may reset it, opens the way again (R64). */
export async function noteLocked(
  context: Context<Actor | null>,
  user: Row<'users'>,
  factor: Row<'mfaEnrolments'>,
): Promise<void> {
  if (factor.state === 'locked') return;
  await context.tx.mfaEnrolments.update(factor.id, { state: 'locked' });
  await auditFactors(context, user, 'mfa.locked');
  await tellOwner(context, user, 'mfa_locked', { securityUrl: securityUrlOf(context) });
}

export const securityUrlOf = ({ config }: Context<Actor | null>): string => `${config.publicUrl}/security`;
