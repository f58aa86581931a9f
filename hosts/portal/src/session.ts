import {
  isCcError,
  type CcClient,
  type Me,
  type MfaOverview,
  type MyMembership,
} from '../../../src/client/index.js';

/** Who is signed in, and where they may go. */
export interface Visit {
  readonly me: Me;
  readonly memberships: readonly MyMembership[];
  /** What is asked about a second factor: `required` comes before every other page (R70). */
  readonly demand: MfaOverview['demand'];
  /** Recovery codes were shown and never confirmed as saved (S04). */
  readonly codesUnsaved: boolean;
}

/** The present sign-in, or null when there is none. */
export async function visitOf(client: CcClient): Promise<Visit | null> {
  try {
    const session = await client.auth.session();
    if (!session) return null;
    const [{ items }, { demand, recoveryCodes }] = await Promise.all([
      client.me.memberships(),
      client.mfa.list(),
    ]);
    const codesUnsaved = session.user.mfaActive && !recoveryCodes.saved;
    return { me: session.user, memberships: items, demand, codesUnsaved };
  } catch (error) {
    if (isCcError(error) && error.kind === 'unauthenticated') return null;
    throw error;
  }
}

/** The account to show when the address names none: the last one, else the partner account, else the first. */
export function homeAccount({ me, memberships }: Visit): string | null {
  const reachable = (id: string | null) => memberships.some(({ account }) => account.id === id);
  if (me.currentAccountId && reachable(me.currentAccountId)) return me.currentAccountId;
  const direct = memberships.filter(({ source }) => source === 'direct');
  const home = direct.find(({ account }) => account.kind === 'parent') ?? direct[0] ?? memberships[0];
  return home?.account.id ?? null;
}

/** The partner account whose clients this person may list, if any. */
export function partnerOf({ memberships }: Visit): string | null {
  const partner = memberships.find(
    ({ account, capabilities }) => account.kind === 'parent' && capabilities.includes('children.access'),
  );
  return partner?.account.id ?? null;
}

/** One account that this person can enter, looked up by its id. */
export async function membershipOf(client: CcClient, accountId: string): Promise<MyMembership> {
  const [account, { capabilities, grants }] = await Promise.all([
    client.accounts.get(accountId),
    client.accounts.access(accountId),
  ]);
  const { id, name, kind, parent } = account;
  const [grant] = grants;
  if (!grant) throw new TypeError('An account that can be entered has a grant');
  const { source, roleId, membershipId } = grant;
  return { account: { id, name, kind, parent }, capabilities, source, roleId, membershipId };
}
