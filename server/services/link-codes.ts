import { limits } from '../../src/domain/index.js';
import type { LinkCode } from '../../src/client/wire/index.js';
import type { Context, ReadContext } from '../context.js';
import { ProblemError } from '../problem.js';
import type { Random } from '../ports.js';
import { UniqueViolation } from '../stores/port.js';
import type { Row } from '../stores/schema.js';
import { recordAudit } from './audit.js';

/** No letter that is read as another; 31 letters, eight places. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

export const wireLinkCode = ({ linkCode, version }: Row<'accounts'>): LinkCode => ({
  code: linkCode,
  version,
});

/** The account behind a code as somebody typed it: case, blanks and dashes do not matter. */
export function accountOfCode(
  { db }: Pick<ReadContext, 'db'>,
  typed: string,
): Promise<Row<'accounts'> | undefined> {
  const linkCode = typed.replace(/[\s\p{Pd}]+/gu, '').toUpperCase();
  return db.accounts.first({ linkCode });
}

/** A new code; the old one leads nowhere from now on. */
export async function rotateLinkCode(context: Context, account: Row<'accounts'>): Promise<Row<'accounts'>> {
  const rotated = await withFreshCode(context, account.id);
  await recordAudit(context, {
    accountId: account.id,
    action: 'link-code.rotated',
    targetType: 'account',
    targetId: account.id,
    targetVersion: rotated.version,
  });
  return rotated;
}

async function withFreshCode(context: Context, accountId: string): Promise<Row<'accounts'>> {
  try {
    const linkCode = newLinkCode(context.random);
    const changed = await context.tx.accounts.update(accountId, { linkCode });
    if (!changed) throw new ProblemError('not-found');
    return changed;
  } catch (error) {
    // Somebody has this very code already.
    if (error instanceof UniqueViolation) return withFreshCode(context, accountId);
    throw error;
  }
}

function newLinkCode(random: Random): string {
  let code = '';
  while (code.length < limits.linkCodeChars) {
    // 248 is the last multiple of 31 in a byte: every letter is equally likely.
    for (const byte of random.bytes(limits.linkCodeChars - code.length)) {
      if (byte < 248) code += alphabet.charAt(byte % alphabet.length);
    }
  }
  return code;
}
