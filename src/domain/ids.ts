/** Ids (domain.md 5): a prefix that names the kind, `_`, and 22 letters or digits. Opaque to clients. */

/** Prefix of each kind of id. */
export const idPrefixes = {
  account: 'acc',
  user: 'usr',
  membership: 'mem',
  invitation: 'inv',
  link: 'lnk',
  session: 'ses',
  challenge: 'chl',
  enrolment: 'enr',
  device: 'dev',
  transfer: 'trf',
  bulkGrant: 'blk',
  offboarding: 'off',
  auditEvent: 'aud',
  request: 'req',
  change: 'chg',
  invitationToken: 'itk',
  emailCode: 'emc',
  emailChange: 'ech',
  passwordReset: 'pwr',
  recoveryCode: 'rec',
  factorAttempt: 'fat',
  releasedUsername: 'rel',
  entry: 'ent',
  favourite: 'fav',
  jobItem: 'itm',
  mail: 'eml',
  idempotencyKey: 'idk',
  budgetEvent: 'bud',
} as const;

export type IdKind = keyof typeof idPrefixes;

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const length = 22;
const body = /^[0-9A-Za-z]{22}$/;

/** Has this value the exact form of an id of this kind? Says nothing about existence. */
export function isId(kind: IdKind, value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const prefix = idPrefixes[kind];
  return (
    value.length === prefix.length + 1 + length &&
    value.startsWith(`${prefix}_`) &&
    body.test(value.slice(prefix.length + 1))
  );
}

/**
 * A new id from random bytes. Bytes from 248 up are thrown away, so that every letter is equally likely
 * (248 is the last multiple of 62 in a byte); about 131 bits of chance remain.
 */
export function newId(kind: IdKind, randomBytes: (count: number) => Uint8Array): string {
  let letters = '';
  while (letters.length < length) {
    for (const byte of randomBytes(length - letters.length)) {
      if (byte < 248) letters += alphabet.charAt(byte % 62);
    }
  }
  return `${idPrefixes[kind]}_${letters}`;
}
