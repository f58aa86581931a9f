import type {
  Invitation,
  InvitationAcceptance,
  InvitationAccepted,
  InvitationDraft,
  Member,
} from '../client/index.js';
import {
  addSeconds,
  afterInvitationEvent,
  canAccept,
  canInvite,
  checkEmail,
  checkInviteToken,
  checkPassword,
  checkUsername,
  decideRole,
  emailKey,
  invitationState,
  limits,
  maskEmail,
  resendAvailableAt,
  resendNeedsSeat,
  suggestUsernames,
  usernameKey,
  type AccountKind,
  type InvitationState,
} from '../domain/index.js';
import { aMember, anInvitation, idOf } from './builders.js';
import {
  enter,
  match,
  membersOf,
  pageOf,
  refuse,
  refuseFor,
  requireSeat,
  type AnyCall,
  type FakeLink,
  type FakeWorld,
} from './fake-client-world.js';

type Stored = Invitation & { state: InvitationState };

/** Invitations and their acceptance, as the backend answers for them. */
export function invitationHandlers(world: FakeWorld) {
  const stateOf = (invitation: Invitation) => invitationState(invitation as Stored, world.now());
  const shown = (invitation: Invitation): Invitation => ({
    ...invitation,
    state: stateOf(invitation),
    resendAvailableAt:
      resendAvailableAt({ lastSentAt: invitation.lastSentAt, resentAt: [] }, world.now())?.toISOString() ??
      null,
  });

  function find({ path, accountId }: AnyCall): Invitation {
    const invitation = world.invitations.get(path[3] ?? '');
    if (invitation?.accountId !== accountId) refuse('not-found');
    return invitation as Invitation;
  }

  function save(invitation: Invitation, patch: Partial<Invitation>): Invitation {
    const next = { ...invitation, ...patch, version: invitation.version + 1 };
    world.invitations.set(next.id, next);
    return shown(next);
  }

  function requireRole(call: AnyCall, roleId: unknown) {
    const { account, access } = enter(world, call);
    const decision = decideRole(roleId, { accountKind: account.kind as AccountKind, grants: access.grants });
    if (!decision.available) refuseFor(decision.reason);
    return { account, roleId: decision.roleId };
  }

  function issue(invitation: Invitation, channel: FakeLink['channel']): string {
    const token = `cci_${idOf('', world.next()).replace('_', '').repeat(2).padEnd(43, '0').slice(0, 43)}`;
    endLinks(invitation.id, channel === 'copied' ? 'copied' : undefined);
    world.links.push({ token, invitationId: invitation.id, channel, state: 'live' });
    return `https://crew.test/accept#${token}`;
  }

  function endLinks(invitationId: string, channel?: FakeLink['channel']): void {
    world.links.forEach((link, index) => {
      if (link.invitationId !== invitationId || (channel && link.channel !== channel)) return;
      world.links[index] = { ...link, state: 'replaced' };
    });
  }

  /** The invitation behind a token, or why it leads nowhere. */
  function open(token: string): { invitation: Invitation; link: FakeLink } {
    if (!checkInviteToken(token).ok) refuse('invitation-malformed');
    const link = world.links.find((known) => known.token === token);
    const invitation = world.invitations.get(link?.invitationId ?? '');
    if (!link || !invitation) refuse('invitation-not-found');
    const state = stateOf(invitation);
    if (state === 'accepted') refuse('invitation-used');
    if (link.state === 'replaced') refuse('invitation-revoked', { replaced: true });
    if (state === 'expired') refuse('invitation-expired');
    if (state !== 'pending') refuse('invitation-revoked');
    return { invitation, link };
  }

  const usernames = () => new Set([...world.members.values()].map(({ username }) => usernameKey(username)));
  const expiry = () => addSeconds(world.now(), limits.inviteLifeSeconds).toISOString();

  return {
    'invitations.list': (call: AnyCall) => {
      const { account } = enter(world, call, 'users.manage');
      const wanted = call.query?.['state'];
      const all = [...world.invitations.values()]
        .filter(({ accountId }) => accountId === account.id)
        .map(shown);
      const open = all.filter(
        ({ state }) => wanted !== undefined || state === 'pending' || state === 'expired',
      );
      return pageOf(open, call.query, {
        text: ({ email }) => email,
        columns: {
          createdAt: ({ createdAt }) => createdAt,
          email: ({ email }) => email,
          expiresAt: ({ expiresAt }) => expiresAt,
        },
        descending: true,
        filters: { role: ({ roleId }) => roleId, state: ({ state }) => state },
      });
    },

    'invitations.get': (call: AnyCall) => {
      enter(world, call, 'users.manage');
      return shown(find(call));
    },

    'invitations.create': (call: AnyCall) => {
      const draft = call.body as InvitationDraft;
      const email = checkEmail(draft.email);
      if (!email.ok) {
        const { code } = email;
        refuse('email-invalid', { code, errors: [{ pointer: '/email', code }] });
      }
      const { account, roleId } = requireRole(call, draft.roleId);
      const key = emailKey(email.value);
      const member = membersOf(world, account.id).find((known) => emailKey(known.email) === key);
      if (member) refuse('already-member', { membershipId: member.id });
      const pending = [...world.invitations.values()].find(
        (known) =>
          known.accountId === account.id && emailKey(known.email) === key && stateOf(known) === 'pending',
      );
      if (pending) refuse('invitation-pending', { invitationId: pending.id });
      requireSeat(world, account, canInvite);
      const now = world.now().toISOString();
      const invitation = anInvitation({
        id: idOf('inv', world.next()),
        accountId: account.id,
        email: email.value,
        name: draft.name ?? null,
        message: draft.message ?? null,
        roleId,
        delivery: 'queued',
        createdAt: now,
        lastSentAt: now,
        expiresAt: expiry(),
        invitedBy: { userId: world.viewer ?? '', displayName: null, you: true },
      });
      world.invitations.set(invitation.id, invitation);
      issue(invitation, 'mail');
      return { ...shown(invitation), url: issue(invitation, 'copied') };
    },

    'invitations.update': (call: AnyCall) => {
      const invitation = find(call);
      const { roleId } = requireRole(call, (call.body as { roleId?: string }).roleId);
      match(call, invitation);
      if (stateOf(invitation) !== 'pending') refuse('invitation-not-pending');
      return roleId === invitation.roleId ? shown(invitation) : save(invitation, { roleId });
    },

    'invitations.revoke': (call: AnyCall) => {
      enter(world, call, 'users.manage');
      const invitation = find(call);
      match(call, invitation);
      const next = afterInvitationEvent(invitation as Stored, 'revoke', world.now());
      if (!next) refuse('invitation-not-pending');
      save(invitation, { state: next });
    },

    'invitations.resend': (call: AnyCall) => {
      const invitation = find(call);
      const { account } = requireRole(call, invitation.roleId);
      if (!afterInvitationEvent(invitation as Stored, 'resend', world.now()))
        refuse('invitation-not-pending');
      if (resendNeedsSeat(stateOf(invitation))) requireSeat(world, account, canInvite);
      const next = shown(invitation).resendAvailableAt;
      if (next !== null) {
        refuse('rate-limited', { retryAfter: Math.ceil((Date.parse(next) - world.now().getTime()) / 1000) });
      }
      endLinks(invitation.id);
      const lastSentAt = world.now().toISOString();
      const { sentCount } = invitation;
      const sent = save(invitation, {
        state: 'pending',
        lastSentAt,
        expiresAt: expiry(),
        sentCount: sentCount + 1,
      });
      issue(invitation, 'mail');
      return sent;
    },

    'invitations.link': (call: AnyCall) => {
      enter(world, call, 'users.manage');
      const invitation = find(call);
      if (stateOf(invitation) !== 'pending') refuse('invitation-not-pending');
      return { url: issue(invitation, 'copied'), expiresAt: invitation.expiresAt };
    },

    'invitations.lookup': (call: AnyCall) => {
      const { invitation, link } = open((call.body as { token: string }).token);
      const account = world.accounts.get(invitation.accountId);
      return {
        accountName: account?.name ?? '',
        accountKind: account?.kind ?? 'child',
        roleId: invitation.roleId,
        inviterName: invitation.invitedBy.displayName ?? '',
        maskedEmail: maskEmail(invitation.email),
        expiresAt: invitation.expiresAt,
        emailCodeRequired: link.channel === 'copied',
        mfaRequired: account?.mfaPolicy === 'required',
        proposedUsername: invitation.proposedUsername,
        viewer: world.viewer === null ? 'none' : 'other',
        viewerMaskedEmail: null,
        otherAccounts: [],
      };
    },

    'invitations.accept': (call: AnyCall): InvitationAccepted => {
      const form = call.body as InvitationAcceptance;
      const { invitation, link } = open(form.token);
      const account = world.accounts.get(invitation.accountId);
      if (!account) refuse('account-unavailable');
      if (world.viewer !== null) refuse('invitation-email-mismatch');
      // The mail is not read here: any six digits are the code.
      if (link.channel === 'copied' && !/^\d{6}$/.test(form.emailCode ?? '')) refuse('email-code-required');
      const username = checkUsername(form.username, { ownVerifiedEmail: invitation.email });
      if (!username.ok) refuse('username-invalid', { code: username.code });
      if (usernames().has(usernameKey(username.value))) {
        refuse('username-taken', { suggestions: suggestUsernames(username.value, usernames()) });
      }
      const password = checkPassword(form.password, { username: username.value, email: invitation.email });
      if (!password.ok) refuse('password-rejected', { code: password.code });
      requireSeat(world, account, canAccept);
      const member: Member = aMember({
        username: username.value,
        accountId: account.id,
        email: invitation.email,
        displayName: form.name ?? invitation.name,
        roleId: invitation.roleId,
        mfaActive: false,
        createdAt: world.now().toISOString(),
        lastActiveAt: null,
      });
      world.members.set(member.id, member);
      save(invitation, { state: 'accepted' });
      world.viewer = member.userId;
      const { id: accountId, name: accountName } = account;
      return { membershipId: member.id, accountId, accountName, roleId: member.roleId, gate: 'none' };
    },

    'invitations.sendCode': (call: AnyCall) => void open((call.body as { token: string }).token),
    'invitations.decline': (call: AnyCall) => {
      save(open((call.body as { token: string }).token).invitation, { state: 'declined' });
    },
    'invitations.renew': () => undefined,

    'invitations.checkUsername': (call: AnyCall) => {
      const { username } = call.body as { username: string };
      const form = checkUsername(username);
      const taken = form.ok && usernames().has(usernameKey(username));
      return {
        username,
        available: form.ok && !taken,
        code: form.ok ? (taken ? 'username_taken' : null) : form.code,
        suggestions: taken ? suggestUsernames(username, usernames()) : [],
      };
    },
  };
}
