import type { Account, Member, OwnershipTransfer, PasswordReset } from '../client/index.js';
import { addSeconds, checkPassword, limits } from '../domain/index.js';
import { idOf } from './builders.js';
import {
  accessTo,
  enter,
  match,
  membersOf,
  pageOf,
  refuse,
  type AnyCall,
  type FakeAccount,
  type FakeWorld,
} from './fake-client-world.js';

/** What an owner does: hand the account on, close it, bring it back; and passwords, which are not kept here. */
export function ownerHandlers(world: FakeWorld) {
  const shown = ({ seatLimit: _seats, ...account }: FakeAccount): Account => ({ ...account, parent: null });
  const party = ({ id, userId, displayName, username }: Member) => ({
    ...{ membershipId: id, userId, displayName, username },
  });

  function stateOf(transfer: OwnershipTransfer): OwnershipTransfer {
    const late = transfer.state === 'pending' && Date.parse(transfer.expiresAt) <= world.now().getTime();
    return late ? { ...transfer, state: 'expired' } : transfer;
  }

  const transfersOf = (accountId: string) =>
    [...world.transfers.values()]
      .filter((one) => one.accountId === accountId)
      .map(stateOf)
      .reverse();

  function pending(call: AnyCall): OwnershipTransfer {
    const found = transfersOf(call.accountId ?? '').find(({ id }) => id === call.path[3]);
    if (found?.state !== 'pending') refuse('not-found');
    return found as OwnershipTransfer;
  }

  function decide(transfer: OwnershipTransfer, state: OwnershipTransfer['state']): OwnershipTransfer {
    const decidedAt = world.now().toISOString();
    const next = { ...transfer, state, decidedAt, version: transfer.version + 1 };
    world.transfers.set(next.id, next);
    return next;
  }

  function setRole(membershipId: string, roleId: string): void {
    const member = world.members.get(membershipId);
    if (member) world.members.set(member.id, { ...member, roleId, version: member.version + 1 });
  }

  /** Whose the account was when it was closed; for anybody else it does not exist. */
  function mayRestore(accountId: string): boolean {
    const closed = world.closed.get(accountId);
    const owns = ({ userId, roleId }: Member) => userId === world.viewer && roleId === 'account_owner';
    return (
      closed !== undefined &&
      (closed.members.some(owns) || membersOf(world, closed.parent?.id ?? '').some(owns))
    );
  }

  const list = (call: AnyCall) => {
    const { account } = enter(world, call, 'account.access');
    const query = call.query ?? {};
    return pageOf(transfersOf(account.id), query, { text: () => '', columns: { createdAt: () => '' } });
  };

  return {
    'ownership.get': (call: AnyCall) => list(call).items.find(({ state }) => state === 'pending') ?? null,
    'ownership.list': list,
    'ownership.start': (call: AnyCall): OwnershipTransfer => {
      const { account } = enter(world, call, 'ownership.transfer');
      const members = membersOf(world, account.id);
      const { toMembershipId } = call.body as { toMembershipId: string };
      const to = members.find(({ id, status }) => id === toMembershipId && status === 'active');
      const from = members.find(({ roleId }) => roleId === 'account_owner');
      if (!to || !from) refuse('not-found');
      if (transfersOf(account.id).some(({ state }) => state === 'pending')) refuse('transfer-pending');
      if (!to.mfaActive) refuse('mfa-enrolment-required');
      const transfer: OwnershipTransfer = {
        ...{ id: idOf('trf', world.next()), accountId: account.id, from: party(from), to: party(to) },
        ...{ state: 'pending', createdAt: world.now().toISOString(), decidedAt: null, version: 1 },
        expiresAt: addSeconds(world.now(), limits.transferSeconds).toISOString(),
      };
      world.transfers.set(transfer.id, transfer);
      return transfer;
    },
    'ownership.accept': (call: AnyCall): OwnershipTransfer => {
      enter(world, call);
      const transfer = pending(call);
      if (transfer.to.userId !== world.viewer) refuse('not-found');
      setRole(transfer.from.membershipId, 'account_manager');
      setRole(transfer.to.membershipId, 'account_owner');
      return decide(transfer, 'accepted');
    },
    'ownership.cancel': (call: AnyCall) => {
      enter(world, call, 'ownership.transfer');
      const transfer = pending(call);
      match(call, transfer);
      decide(transfer, 'cancelled');
    },

    'accounts.close': (call: AnyCall): Account => {
      const { account } = enter(world, call, 'ownership.transfer');
      match(call, account);
      const children = [...world.accounts.values()].some(({ parent }) => parent?.id === account.id);
      if (children) refuse('has-active-links');
      const members = membersOf(world, account.id);
      for (const member of members) {
        world.members.set(member.id, { ...member, status: 'removed', version: member.version + 1 });
      }
      for (const one of world.invitations.values()) {
        if (one.accountId !== account.id || one.state !== 'pending') continue;
        world.invitations.set(one.id, { ...one, state: 'revoked', version: one.version + 1 });
      }
      for (const link of world.partnerships.values()) {
        if (link.child.id !== account.id || link.state !== 'active') continue;
        const endedAt = world.now().toISOString();
        world.partnerships.set(link.id, { ...link, state: 'ended', endReason: 'account_closed', endedAt });
      }
      world.closed.set(account.id, { members, parent: account.parent, status: account.status });
      const kind = account.kind === 'parent' ? 'parent' : 'standalone';
      const closed: FakeAccount = {
        ...{ ...account, kind, status: 'closed', parent: null, relationship: null },
        ...{ singleBilling: false, closedAt: world.now().toISOString(), version: account.version + 1 },
      };
      world.accounts.set(closed.id, closed);
      return shown(closed);
    },
    'accounts.restore': (call: AnyCall): Account => {
      const account = world.accounts.get(call.accountId ?? '');
      const before = world.closed.get(account?.id ?? '');
      if (!account || account.status !== 'closed' || !before) return shown(enter(world, call).account);
      if (!mayRestore(account.id)) refuse('not-found');
      const until = addSeconds(account.closedAt ?? '', limits.restoreSeconds);
      if (until.getTime() <= world.now().getTime()) refuse('account-unavailable');
      for (const member of before.members) {
        world.members.set(member.id, { ...member, version: member.version + 2 });
      }
      const restored = { ...account, status: before.status, closedAt: null, version: account.version + 1 };
      world.accounts.set(account.id, restored);
      world.closed.delete(account.id);
      return shown(restored);
    },

    // Any name is mailed a link, or so it looks (P18).
    'auth.resetPassword': () => undefined,
    'auth.completeReset': (call: AnyCall) => {
      const { password } = call.body as PasswordReset;
      requirePassword(password);
      const [member] = [...world.members.values()].filter(({ userId }) => userId === world.viewer);
      return { username: member?.username ?? '' };
    },
    'auth.changePassword': (call: AnyCall) => {
      if (world.viewer === null) refuse('unauthenticated');
      requirePassword((call.body as { password: string }).password);
    },

    // Nothing is written down here: a test that needs a history gives it in `calls`.
    'audit.list': (call: AnyCall) => {
      enter(world, call, 'audit.read');
      return pageOf<object>([], {}, { text: () => '', columns: { at: () => '' } });
    },
  };

  function requirePassword(password: string): void {
    const checked = checkPassword(password, {});
    if (!checked.ok) refuse('password-rejected', { code: checked.code });
  }
}

/** Closed accounts that the viewer may bring back (R85), and clients of theirs that were only referred. */
export function accountsWithoutAccess(
  world: FakeWorld,
  { status, relationship, parent }: Readonly<Record<string, unknown>>,
): FakeAccount[] {
  const ids = (role?: string) =>
    [...world.members.values()].flatMap(({ userId, accountId, roleId, status: now }) =>
      userId === world.viewer && now === 'active' && (role === undefined || roleId === role) ? accountId : [],
    );
  return [...world.accounts.values()].filter((account) => {
    if (status === 'closed') {
      const closed = world.closed.get(account.id);
      const own = closed?.members.some(
        ({ userId, roleId }) => userId === world.viewer && roleId === 'account_owner',
      );
      const lost = closed?.parent && ids('account_owner').includes(closed.parent.id) ? closed.parent.id : '';
      return parent === undefined ? (own ?? false) || lost !== '' : lost === parent;
    }
    return (
      relationship === 'referred' &&
      account.relationship === 'referred' &&
      account.parent !== null &&
      (parent === undefined || parent === account.parent.id) &&
      accessTo(world, account.id).grants.length === 0 &&
      accessTo(world, account.parent.id).capabilities.includes('children.access')
    );
  });
}
