import { sha256 } from '@noble/hashes/sha2.js';
import { newId, type IdKind } from '../../src/domain/ids.js';

/** An endless, repeatable run of bytes that depends on the words alone. */
function bytesFrom(words: string): (count: number) => Uint8Array {
  let block = 0;
  return (count) => sha256(new TextEncoder().encode(`${words}#${(block += 1)}`)).slice(0, count);
}

/** The id a scenario gives to this thing: the same in every backend, so that stories can link to it. */
export function scenarioId(kind: IdKind, key: string): string {
  return newId(kind, bytesFrom(`scenario ${kind} ${key}`));
}

export const accountIdOf = (key: string): string => scenarioId('account', key);
export const userIdOf = (username: string): string => scenarioId('user', username);
export const membershipIdOf = (username: string, account: string): string =>
  scenarioId('membership', `${username} on ${account}`);
export const invitationIdOf = (email: string, account: string): string =>
  scenarioId('invitation', `${email} to ${account}`);

/** A link code without letters that look like digits. */
export function linkCodeOf(key: string): string {
  const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
  const bytes = bytesFrom(`scenario link code ${key}`)(8);
  return [...bytes].map((byte) => alphabet.charAt(byte % alphabet.length)).join('');
}

export const scenarioBytes = bytesFrom;
