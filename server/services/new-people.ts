import { emailKey, usernameKey } from '../../src/domain/index.js';
import type { Actor, Context } from '../context.js';
import type { Row } from '../stores/schema.js';
import { newId } from './new-id.js';

export interface NewPerson {
  username: string;
  /** Proven: by a mailed link or a mailed code. */
  email: string;
  displayName: string | null;
  passwordHash: string;
  /** The language of their mails. */
  locale: string;
  /** Only under `per_account`. */
  accountId: string | null;
}

/** A new login. Raises `username_taken` or `verified_email` where somebody else was quicker (R33, R49). */
export async function createPerson(context: Context<Actor | null>, person: NewPerson): Promise<Row<'users'>> {
  const at = context.now.toISOString();
  const [user] = await context.tx.users.insert({
    id: newId(context.random, 'user'),
    externalId: null,
    accountId: person.accountId,
    username: person.username,
    usernameKey: usernameKey(person.username),
    email: person.email,
    emailKey: emailKey(person.email),
    emailVerifiedAt: at,
    displayName: person.displayName,
    status: 'active',
    passwordHash: person.passwordHash,
    passwordSetAt: at,
    mfaActive: false,
    enrolVersion: 0,
    locale: person.locale,
    currentAccountId: null,
    createdAt: at,
    version: 1,
  });
  if (!user) throw new Error('The store returned no row for an insert');
  return user;
}
