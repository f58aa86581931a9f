import { checkEmail } from '../../src/domain/index.js';
import type { Actor, ReadContext } from '../context.js';
import { ProblemError } from '../problem.js';

/** R26: UTF-8 local parts only where the deployment's transport can send to them. */
export function requireMailable(context: ReadContext<Actor | null>, address: string): void {
  const checked = checkEmail(address, { smtpUtf8: context.config.smtpUtf8 });
  if (checked.ok) return;
  const { code } = checked;
  throw new ProblemError('email-invalid', { code, errors: [{ pointer: '/email', code }] });
}
