import { canAccept, checkName, checkPassword, checkUsername, type RoleId } from '../../src/domain/index.js';
import type {
  CoveredAccount,
  FieldProblem,
  InvitationAcceptance,
  InvitationAccepted,
} from '../../src/client/wire/index.js';
import type { Actor, Context, ReadContext } from '../context.js';
import { fieldProblem } from '../kernel/parse.js';
import { ProblemError } from '../problem.js';
import type { Row } from '../stores/schema.js';
import { recordAudit } from './audit.js';
import { redeemEmailCode } from './email-codes.js';
import { openInvitation, siblingsOf, viewerOf } from './invitation-opening.js';
import type { OpenedInvitation } from './invitation-opening.js';
import { endTokens } from './invitation-tokens.js';
import { inviterMayGrant } from './invitation-view.js';
import { memberWith } from './invitations.js';
import { withdrawMails } from './mailing.js';
import { addMembership } from './memberships.js';
import { createPerson } from './new-people.js';
import { requireSeat, seatsOf } from './seats.js';
import { freeNamesNear, requireFreeUsername, whyNotFree } from './usernames.js';

/** Somebody came in: the answer, and the person when they are new and enter at once. */
export interface Accepted {
  accepted: InvitationAccepted;
  newPerson: Row<'users'> | null;
}

/**
 * What acceptance needs before its transaction: the hash of an acceptable password. A link that cannot be used
 * is refused here already, so that nobody makes us hash for nothing.
 */
export async function preparePassword(
  context: ReadContext<Actor | null>,
  input: InvitationAcceptance,
  hash: (password: string) => Promise<string>,
): Promise<string | null> {
  const opened = await openInvitation(context, input.token);
  if (viewerOf(context, opened.invitation) !== 'none') return null;
  const password = checkNewPassword(context, opened, input);
  return password.ok ? hash(password.value) : null;
}

/**
 * Accepts an invitation (R33, R43–R51, R18, R23): link, identity, the inviter's right, proof of the mailbox, the
 * person's own fields, and the seat last. A refusal that is thrown leaves everything as it was; one that is
 * returned has counted a wrong code.
 */
export async function acceptInvitation(
  context: Context<Actor | null>,
  input: InvitationAcceptance,
  passwordHash: string | null,
): Promise<Accepted | ProblemError> {
  const opened = await openInvitation(context, input.token, { lock: true });
  const { invitation, account } = opened;
  const viewer = viewerOf(context, invitation);
  if (viewer === 'other') throw new ProblemError('invitation-email-mismatch');
  if (!(await inviterMayGrant(context, invitation))) throw new ProblemError('invitation-no-longer-allowed');
  const wrongCode = await proveMailbox(context, opened, viewer === 'unverified', input.emailCode);
  if (wrongCode) return wrongCode;
  const joins = viewer !== 'none';
  const user = joins ? await joiningPerson(context) : await newPerson(context, opened, input, passwordHash);
  requireSeat(context, account, canAccept(await seatsOf(context, account)));
  const acting = asPerson(context, user);
  const membership = await join(acting, opened, user);
  const alsoJoined = await joinSiblings(acting, invitation, user, joins ? null : passwordHash);
  return {
    accepted: {
      membershipId: membership.id,
      accountId: account.id,
      accountName: account.name,
      roleId: invitation.roleId,
      gate: membership.gate as InvitationAccepted['gate'],
      ...(alsoJoined.length > 0 && { alsoJoined }),
    },
    newPerson: joins ? null : user,
  };
}

/** R44, R45: a copied link and an unverified login need the mailed code; a mailed link is proof by itself. */
async function proveMailbox(
  context: Context<Actor | null>,
  { invitation, token }: OpenedInvitation,
  unverified: boolean,
  emailCode: string | undefined,
): Promise<ProblemError | undefined> {
  const copied = token.channel === 'copied';
  if (!copied && !unverified) return undefined;
  if (emailCode === undefined) throw new ProblemError(copied ? 'email-code-required' : 'email-unverified');
  return redeemEmailCode(context, { purpose: 'invitation', subjectId: invitation.id }, emailCode);
}

/** The signed-in person, whose address is proven by now. */
async function joiningPerson(context: Context<Actor | null>): Promise<Row<'users'>> {
  const { tx, now, actor } = context;
  const user = actor ? await tx.users.get(actor.user.id, { lock: true }) : undefined;
  if (user?.status !== 'active') throw new ProblemError('unauthenticated');
  if (user.emailVerifiedAt !== null) return user;
  return (await tx.users.update(user.id, { emailVerifiedAt: now.toISOString() })) ?? user;
}

/** R47: a username and a password of their own; R33: never a second login for a proven address. */
async function newPerson(
  context: Context<Actor | null>,
  opened: OpenedInvitation,
  input: InvitationAcceptance,
  passwordHash: string | null,
): Promise<Row<'users'>> {
  const { invitation, account } = opened;
  await refuseKnownAddress(context, opened);
  const seeker = { ownVerifiedEmail: invitation.email };
  const username = checkUsername(input.username, seeker);
  const password = checkNewPassword(context, opened, input);
  const name = input.name === undefined ? undefined : checkName(input.name);
  const errors: FieldProblem[] = [];
  if (!username.ok) errors.push({ pointer: '/username', code: username.code });
  if (!password.ok) errors.push({ pointer: '/password', code: password.code });
  if (name?.ok === false) errors.push({ pointer: '/name', code: name.code });
  const [first, ...rest] = errors;
  if (first) throw fieldProblem([first, ...rest]);
  const free = await requireFreeUsername(context, input.username ?? '', '/username', seeker);
  // Only an account renamed in this very moment leads here; the next try is prepared for it.
  if (passwordHash === null) throw new ProblemError('unavailable', { retryAfter: 1 });
  return createPerson(context, {
    username: free,
    email: invitation.email,
    displayName: name?.ok ? name.value : invitation.name,
    passwordHash,
    locale: input.locale ?? invitation.locale ?? 'en',
    accountId: context.config.identityPolicy === 'per_account' ? account.id : null,
  });
}

async function refuseKnownAddress(
  context: Context<Actor | null>,
  { invitation, account }: OpenedInvitation,
): Promise<void> {
  const perAccount = context.config.identityPolicy === 'per_account';
  const known = await context.tx.users.first({
    emailKey: invitation.emailKey,
    emailVerifiedAt: { not: null },
    accountId: perAccount ? account.id : null,
    status: { not: 'deleted' },
  });
  if (known && !perAccount) throw new ProblemError('identity-exists');
  if (!known) return;
  const membership = await context.tx.memberships.first({
    userId: known.id,
    accountId: account.id,
    status: { not: 'removed' },
  });
  if (membership) throw new ProblemError('already-member', { membershipId: membership.id });
}

function checkNewPassword(
  context: ReadContext<Actor | null>,
  { invitation, account }: OpenedInvitation,
  input: InvitationAcceptance,
) {
  return checkPassword(input.password, {
    mfaRequired: account.mfaPolicy === 'required',
    username: input.username ?? null,
    email: invitation.email,
    accountName: account.name,
    productName: context.config.productName,
  });
}

/** Acts in the name of the person from here on, so that the history says who came in. */
function asPerson(context: Context<Actor | null>, user: Row<'users'>): Context {
  const { actor, now } = context;
  if (actor) return { ...context, actor };
  return { ...context, actor: { user, session: null, authenticatedAt: now, accountLimit: null } };
}

async function join(
  context: Context,
  { invitation, account }: Pick<OpenedInvitation, 'invitation' | 'account'>,
  user: Row<'users'>,
): Promise<Row<'memberships'>> {
  const membership = await addMembership(context, {
    account,
    user,
    roleId: invitation.roleId as RoleId,
    source: invitation.bulkGrantId === null ? 'invitation' : 'bulk',
    invitedBy: invitation.invitedBy,
  });
  const accepted = await context.tx.invitations.update(invitation.id, {
    state: 'accepted',
    acceptedUserId: user.id,
    emailProven: true,
  });
  await endTokens(context, invitation.id, 'used');
  await withdrawMails(context, invitation.id, ['invitation', 'invitation_held', 'invitation_code']);
  await recordAudit(context, {
    accountId: account.id,
    action: 'invitation.accepted',
    targetType: 'invitation',
    targetId: invitation.id,
    targetVersion: accepted?.version,
    before: { state: 'pending' },
    after: { state: 'accepted', acceptedUserId: user.id },
  });
  return membership;
}

/**
 * R83: one acceptance for all accounts of a bulk grant; under `per_account` with a login for each, under the free name
 * that was proposed for it and with the same password. What cannot be joined now stays pending; answers what was joined.
 */
async function joinSiblings(
  context: Context,
  invitation: Row<'invitations'>,
  user: Row<'users'>,
  passwordHash: string | null,
): Promise<CoveredAccount[]> {
  const joined: CoveredAccount[] = [];
  const perAccount = context.config.identityPolicy === 'per_account';
  for (const { id, accountId } of await siblingsOf(context, invitation)) {
    const account = await context.tx.accounts.get(accountId, { lock: true });
    const sibling = await context.tx.invitations.get(id, { lock: true });
    if (!account || sibling?.state !== 'pending' || account.status === 'closed') continue;
    if ((await memberWith(context, account, sibling.emailKey)) !== undefined) continue;
    if (!canAccept(await seatsOf(context, account)).ok || !(await inviterMayGrant(context, sibling)))
      continue;
    const login = perAccount ? await loginFor(context, sibling, user, passwordHash) : user;
    if (!login) continue;
    await join(context, { invitation: sibling, account }, login);
    const username = perAccount ? login.username : null;
    joined.push({ accountName: account.name, roleId: sibling.roleId, username });
  }
  return joined.sort((one, other) => one.accountName.localeCompare(other.accountName, 'en'));
}

/** Another login of the same person, for this account alone. */
async function loginFor(
  context: Context,
  { accountId, email, proposedUsername }: Row<'invitations'>,
  { displayName, username, locale }: Row<'users'>,
  passwordHash: string | null,
): Promise<Row<'users'> | undefined> {
  if (passwordHash === null) return undefined;
  const wanted = proposedUsername ?? username;
  const free =
    (await whyNotFree(context, wanted)) === undefined ? wanted : (await freeNamesNear(context, wanted))[0];
  return free === undefined
    ? undefined
    : createPerson(context, { username: free, email, displayName, passwordHash, locale, accountId });
}
