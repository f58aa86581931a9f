import {
  addSeconds,
  checkUsername,
  limits,
  suggestUsernames,
  usernameCandidates,
  usernameKey,
} from '../../src/domain/index.js';
import type { UsernameAnswer } from '../../src/client/wire/index.js';
import type { Actor, Context, ReadContext } from '../context.js';
import { ProblemError } from '../problem.js';
import type { Row } from '../stores/schema.js';
import { newId } from './new-id.js';

/** Longer than any name or address. */
const longestTyped = 254;

/**
 * What somebody typed as a name, with room for no more than a name has. NUL, which no name holds and no database
 * takes, is drawn as what it is: a character that nobody can mean.
 */
export function typedName(typed: string): string {
  return typed.trim().slice(0, longestTyped).replaceAll('\0', '\uFFFD');
}

/** Who wants a name: their own name is free to them, and a name they gave up is theirs to take back. */
export interface NameSeeker {
  userId?: string;
  /** R50: the one address that may be their username. */
  ownVerifiedEmail?: string | null;
}

/** Whose sign-in name it is now, anywhere in the deployment (R49). */
export async function holderOfUsername(
  context: ReadContext<Actor | null>,
  key: string,
): Promise<Row<'users'> | undefined> {
  return context.db.users.first({ usernameKey: key });
}

/** Why a well-formed name is not free for this person; undefined when it is (R49, R52). */
export async function whyNotFree(
  context: ReadContext<Actor | null>,
  username: string,
  seeker: NameSeeker = {},
): Promise<'username_taken' | 'username_cooling_off' | undefined> {
  const key = usernameKey(username);
  const holder = await context.db.users.first({ usernameKey: key });
  const rests = await context.db.releasedUsernames.find({
    where: { usernameKey: key, freeAt: { gt: context.now.toISOString() } },
  });
  if (holder && holder.id !== seeker.userId) return 'username_taken';
  return !holder && rests.some(({ userId }) => userId !== seeker.userId) ? 'username_cooling_off' : undefined;
}

/** The checked and free name, or 422 or 409 with up to three free ones, at this field (R48–R50). */
export async function requireFreeUsername(
  context: ReadContext<Actor | null>,
  username: string,
  pointer: string,
  seeker: NameSeeker = {},
): Promise<string> {
  const checked = checkUsername(username, seeker);
  if (!checked.ok) {
    throw new ProblemError('username-invalid', {
      code: checked.code,
      errors: [{ pointer, code: checked.code }],
    });
  }
  const code = await whyNotFree(context, checked.value, seeker);
  if (code === undefined) return checked.value;
  const suggestions = await freeNamesNear(context, checked.value);
  throw new ProblemError('username-taken', { code, suggestions, errors: [{ pointer, code }] });
}

/** Up to three free names near the wanted one (R49). */
export async function freeNamesNear(context: ReadContext<Actor | null>, wanted: string): Promise<string[]> {
  const candidates = usernameCandidates(wanted).map(usernameKey);
  const { db, now } = context;
  const holders = await db.users.find({ where: { usernameKey: { in: candidates } } });
  const resting = await db.releasedUsernames.find({
    where: { usernameKey: { in: candidates }, freeAt: { gt: now.toISOString() } },
  });
  return suggestUsernames(wanted, new Set([...holders, ...resting].map((row) => row.usernameKey)));
}

/** Availability while typing; a malformed name is a problem of its field (domain.md 6). */
export async function checkAvailability(
  context: ReadContext<Actor | null>,
  username: string,
  seeker: NameSeeker,
): Promise<UsernameAnswer> {
  const checked = checkUsername(username, seeker);
  if (!checked.ok) {
    const { code } = checked;
    throw new ProblemError('username-invalid', { code, errors: [{ pointer: '/username', code }] });
  }
  const code = await whyNotFree(context, checked.value, seeker);
  return {
    username: checked.value,
    available: code === undefined,
    code: code ?? null,
    suggestions: code === undefined ? [] : await freeNamesNear(context, checked.value),
  };
}

/**
 * Remembers a name that was given up. An address is free at once, since only its verified holder can take it;
 * any other name rests 90 days, so that old habits do not lead to a stranger (R52).
 */
export async function releaseUsername(context: Context, username: string): Promise<void> {
  const { tx, now, random, actor } = context;
  const rest = username.includes('@') ? 0 : limits.usernameRestSeconds;
  await tx.releasedUsernames.insert({
    id: newId(random, 'releasedUsername'),
    usernameKey: usernameKey(username),
    userId: actor.user.id,
    releasedAt: now.toISOString(),
    freeAt: addSeconds(now, rest).toISOString(),
  });
}
