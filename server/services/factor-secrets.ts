import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Random } from '../ports.js';
import type { Row } from '../stores/schema.js';
import { seal, unseal } from './sealing.js';

/** The factor a secret belongs to; in another row it opens nothing. */
type Owner = Pick<Row<'mfaEnrolments'>, 'id' | 'userId'>;

/**
 * An authenticator's secret as it is stored: sealed under the key of the deployment, which is in no table, and
 * signed together with its owner. Whoever has the rows alone can neither read it nor put another one in its place.
 */
export function sealFactorSecret(secret: string, owner: Owner, key: string, random: Random): string {
  const sealed = seal(secret, derived(key, 'seal'), random);
  return `${sealed}.${signature(sealed, owner, key)}`;
}

/** The secret again; undefined where the row was made with another key, or changed by somebody else. */
export function openFactorSecret(
  { secret, ...owner }: Row<'mfaEnrolments'>,
  key: string,
): string | undefined {
  const [sealed = '', signed] = secret.split('.');
  return signed === signature(sealed, owner, key) ? unseal(sealed, derived(key, 'seal')) : undefined;
}

function signature(sealed: string, { id, userId }: Owner, key: string): string {
  return bytesToHex(
    hmac(sha256, utf8ToBytes(derived(key, 'sign')), utf8ToBytes(`${id}:${userId}:${sealed}`)),
  );
}

/** One key for each use. */
function derived(key: string, use: string): string {
  return bytesToHex(hmac(sha256, utf8ToBytes(key), utf8ToBytes(`factor-secret:${use}`)));
}
