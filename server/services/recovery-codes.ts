import { limits, recoveryCodeFrom } from '../../src/domain/index.js';
import type { MfaOverview } from '../../src/client/wire/index.js';
import type { Actor, Context, ReadContext } from '../context.js';
import type { PasswordHash, Random } from '../ports.js';
import type { Tables } from '../stores/port.js';
import { newId } from './new-id.js';

/** Ten new codes, and what is stored of them. */
export interface CodeBatch {
  codes: string[];
  hashes: string[];
}

/** Draws and hashes a batch. Hashing is slow on purpose, so it is done before the transaction that keeps it. */
export async function drawCodes({
  random,
  passwordHash,
}: {
  random: Random;
  passwordHash: PasswordHash;
}): Promise<CodeBatch> {
  const bytes = limits.recoveryCodeBits / 8;
  const codes = Array.from({ length: limits.recoveryCodes }, () => recoveryCodeFrom(random.bytes(bytes)));
  return { codes, hashes: await Promise.all(codes.map((code) => passwordHash.hash(code))) };
}

/** Keeps a batch in place of every earlier one (R65). */
export async function keepCodes(
  { tx, now, random }: Context<Actor | null>,
  userId: string,
  { hashes }: CodeBatch,
): Promise<void> {
  const newest = await newestBatch(tx, userId);
  await tx.recoveryCodes.remove({ userId });
  await tx.recoveryCodes.insert(
    ...hashes.map((codeHash) => ({
      id: newId(random, 'recoveryCode'),
      userId,
      codeHash,
      batch: newest + 1,
      usedAt: null,
      savedAt: null,
      createdAt: now.toISOString(),
    })),
  );
}

async function newestBatch({ recoveryCodes }: Tables, userId: string): Promise<number> {
  const row = await recoveryCodes.first({ userId }, { orderBy: [['batch', 'desc']] });
  return row?.batch ?? 0;
}

/** How many codes are left. */
export function codesLeft({ db }: ReadContext<Actor | null>, userId: string): Promise<number> {
  return db.recoveryCodes.count({ userId, usedAt: null });
}

export async function wireCodes(
  { db }: ReadContext<Actor | null>,
  userId: string,
): Promise<MfaOverview['recoveryCodes']> {
  const rows = await db.recoveryCodes.find({ where: { userId } });
  return {
    remaining: rows.filter(({ usedAt }) => usedAt === null).length,
    createdAt: rows[0]?.createdAt ?? null,
    saved: rows.every(({ savedAt }) => savedAt !== null),
  };
}

/** S04: the person says that they keep the newest batch. */
export async function markSaved({ tx, now }: Context, userId: string): Promise<void> {
  await tx.recoveryCodes.updateWhere({ userId, savedAt: null }, { savedAt: now.toISOString() });
}

/** A code of this person, spent or not; undefined for any other text. */
export async function findCode(
  { db }: ReadContext<Actor | null>,
  passwordHash: PasswordHash,
  userId: string,
  typed: string,
): Promise<{ id: string } | undefined> {
  const rows = await db.recoveryCodes.find({ where: { userId } });
  rows.sort((a, b) => Number(a.usedAt !== null) - Number(b.usedAt !== null));
  for (const row of rows) if (await passwordHash.verify(typed, row.codeHash)) return row;
  return undefined;
}

/** Spends a code: of several at once, one finds it unspent. */
export async function spendCode({ tx, now }: Context<Actor | null>, id: string): Promise<boolean> {
  return (await tx.recoveryCodes.updateWhere({ id, usedAt: null }, { usedAt: now.toISOString() })) === 1;
}
