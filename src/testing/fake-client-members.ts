import type { Member } from '../client/index.js';
import {
  can,
  canReactivate,
  decideRole,
  guardMember,
  type AccountKind,
  type MemberAction,
  type MembershipStatus,
} from '../domain/index.js';
import {
  enter,
  match,
  membersOf,
  pageOf,
  refuse,
  refuseFor,
  requireSeat,
  type AnyCall,
  type FakeWorld,
} from './fake-client-world.js';

/** Members, as the backend answers for them. */
export function memberHandlers(world: FakeWorld) {
  const shown = (member: Member): Member => ({ ...member, you: member.userId === world.viewer });

  function find({ path, accountId }: AnyCall): Member {
    const member = world.members.get(path[3] ?? '');
    if (member?.accountId !== accountId || member?.status === 'removed') refuse('not-found');
    return member as Member;
  }

  function guard(call: AnyCall, action: MemberAction, member: Member): void {
    const { access } = enter(world, call);
    const answer = guardMember(action, {
      status: member.status as MembershipStatus,
      isOwner: member.roleId === 'account_owner',
      isActor: member.userId === world.viewer,
      actorManagesUsers: can(access, 'users.manage'),
    });
    if (!answer.ok) refuseFor(answer.code);
  }

  function save(member: Member, patch: Partial<Member>): Member {
    const next = { ...member, ...patch, version: member.version + 1 };
    world.members.set(next.id, next);
    return shown(next);
  }

  return {
    'members.list': (call: AnyCall) => {
      const { account } = enter(world, call, 'users.manage');
      return pageOf(membersOf(world, account.id).map(shown), call.query, {
        text: ({ displayName, username, email }) => [displayName, username, email].join(' '),
        columns: {
          name: ({ displayName, username }) => displayName ?? username,
          role: ({ roleId }) => roleId,
          status: ({ status }) => status,
          mfa: ({ mfaActive }) => String(mfaActive),
          lastActive: ({ lastActiveAt }) => lastActiveAt,
          createdAt: ({ createdAt }) => createdAt,
        },
        filters: {
          role: ({ roleId }) => roleId,
          status: ({ status }) => status,
          mfa: ({ mfaActive }) => (mfaActive ? 'on' : 'off'),
        },
      });
    },

    'members.get': (call: AnyCall) => {
      enter(world, call, 'users.manage');
      return shown(find(call));
    },

    'members.setRole': (call: AnyCall) => {
      const { account, access } = enter(world, call);
      const member = find(call);
      const { roleId } = call.body as { roleId?: string };
      const decision = decideRole(roleId, {
        accountKind: account.kind as AccountKind,
        grants: access.grants,
        target: { isOwner: member.roleId === 'account_owner', isActor: member.userId === world.viewer },
      });
      if (!decision.available) refuseFor(decision.reason);
      match(call, member);
      return save(member, { roleId: decision.roleId });
    },

    'members.setStatus': (call: AnyCall) => {
      const member = find(call);
      const { status } = call.body as { status: 'active' | 'suspended' };
      guard(call, status === 'active' ? 'reactivate' : 'suspend', member);
      match(call, member);
      if (member.status === status) return shown(member);
      if (status === 'active') requireSeat(world, enter(world, call).account, canReactivate);
      const now = world.now().toISOString();
      const suspended = status === 'suspended';
      return save(member, {
        status,
        suspendedAt: suspended ? now : null,
        suspendedBy: suspended ? world.viewer : null,
      });
    },

    'members.remove': (call: AnyCall) => {
      const member = find(call);
      guard(call, 'remove', member);
      match(call, member);
      world.members.set(member.id, { ...member, status: 'removed', version: member.version + 1 });
    },
  };
}
