import { canonicalEmail, normalisePassword, usernameKey } from '../../src/domain/index.js';
import type { Actor, Context, ReadContext } from '../context.js';
import type { PasswordHash, Ports } from '../ports.js';
import type { Row } from '../stores/schema.js';
import { refund, spend } from './budgets.js';
import { typedName } from './usernames.js';

/** The outcome of checking a password, made before the transaction that acts on it. */
export interface PasswordProof {
  /** The login whose password it is; undefined for a wrong password and an unknown name alike. */
  user: Row<'users'> | undefined;
  /** Tries that were counted in advance, given back to whoever was right. */
  spent: string[];
}

/** Something to check against where there is no such login: the same work, whoever asks (P18). */
const decoys = new WeakMap<PasswordHash, Promise<string>>();

function decoyOf(passwordHash: PasswordHash): Promise<string> {
  const known = decoys.get(passwordHash);
  if (known) return known;
  const decoy = passwordHash.hash('A password that nobody has chosen');
  decoys.set(passwordHash, decoy);
  return decoy;
}

/**
 * Checks username and password. A try is counted before it is looked at, for the name, for the address, and for
 * both together, so that no burst gets more tries than the budget (threat 8).
 */
export async function provePassword(
  context: ReadContext<Actor | null>,
  { store, passwordHash }: Pick<Ports, 'store' | 'passwordHash'>,
  given: { username: string; password: string },
): Promise<PasswordProof> {
  const key = keyOf(given.username);
  const spent = await store.transaction((tx) => countTry({ ...context, db: tx, tx }, key));
  const user = await context.db.users.first({ usernameKey: key });
  const hash = user?.status === 'active' ? user.passwordHash : null;
  const decoy = await decoyOf(passwordHash);
  const right = await passwordHash.verify(normalisePassword(given.password), hash ?? decoy);
  return { user: right && hash !== null ? user : undefined, spent };
}

async function countTry(context: Context<Actor | null>, key: string): Promise<string[]> {
  const { limits } = context.config;
  const seconds = limits.signInWindowMinutes * 60;
  const ip = context.ip ?? 'unknown';
  const budgets: [bucket: string, limit: number][] = [
    [`sign-in:address:${ip}`, limits.signInFailuresPerAddress],
    [`sign-in:user:${key}`, limits.signInFailuresPerUser],
    [`sign-in:pair:${key} ${ip}`, limits.signInFailuresPerPair],
  ];
  const spent: string[] = [];
  for (const [bucket, limit] of budgets) spent.push(await spend(context, { bucket, limit, seconds }));
  return spent;
}

/**
 * The login as it is now, inside the transaction that acts on the proof; undefined when the password was wrong,
 * or was changed since it was checked. Gives the counted tries back when it was right.
 */
export async function acceptProof(
  context: Context<Actor | null>,
  proof: PasswordProof,
): Promise<Row<'users'> | undefined> {
  if (!proof.user) return undefined;
  const user = await context.tx.users.get(proof.user.id, { lock: true });
  if (user?.status !== 'active' || user.passwordHash !== proof.user.passwordHash) return undefined;
  await refund(context, proof.spent);
  return user;
}

/** Names are compared without ASCII case; an address as a name, in its canonical form (R48). */
function keyOf(username: string): string {
  const typed = typedName(username);
  return usernameKey(canonicalEmail(typed) ?? typed);
}
