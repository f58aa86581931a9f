import type {
  Account,
  AccountPatch,
  EffectiveAccess,
  Me,
  Member,
  MyMembership,
  RoleList,
  SignIn,
  SignInResult,
} from '../client/index.js';
import {
  capabilitiesOnChildren,
  capabilitiesOnSelf,
  roleAvailability,
  roleDefinitions,
  usernameKey,
  type AccountKind,
} from '../domain/index.js';
import { aListedAccount, aMe } from './builders.js';
import { accountsWithoutAccess } from './fake-client-owners.js';
import {
  accessTo,
  enter,
  match,
  pageOf,
  partnerPeopleOf,
  refuse,
  seatsOf,
  type AnyCall,
  type FakeAccount,
  type FakeWorld,
} from './fake-client-world.js';

/** Who is signed in, and what they can enter, as the backend answers for them. */
export function viewerHandlers(world: FakeWorld) {
  const profiles = new Map<string, Me>();
  const favourites = new Set<string>();

  function me(): Me {
    if (world.viewer === null) refuse('unauthenticated');
    const known = profiles.get(world.viewer);
    if (known) return known;
    const member = [...world.members.values()].find(({ userId }) => userId === world.viewer);
    const { username, email, displayName, mfaActive } = member ?? aMe();
    return aMe({ id: world.viewer, username, email, displayName, mfaActive, currentAccountId: null });
  }

  function saveMe(patch: Partial<Me>): Me {
    const next = { ...me(), ...patch, version: me().version + 1 };
    profiles.set(next.id, next);
    return next;
  }

  function shown({ seatLimit: _seats, ...account }: FakeAccount): Account {
    const parent =
      account.parent && accessTo(world, account.parent.id).grants.length > 0 ? account.parent : null;
    return { ...account, parent };
  }

  const reached = () =>
    [...world.accounts.values()].filter(({ id }) =>
      accessTo(world, id).capabilities.includes('account.access'),
    );

  const session = () => ({
    user: me(),
    stepUpUntil: new Date(world.now().getTime() + 15 * 60_000).toISOString(),
  });

  return {
    'me.get': () => me(),
    'me.update': (call: AnyCall) => {
      match(call, me());
      return saveMe(call.body as Partial<Me>);
    },
    'me.setCurrent': (call: AnyCall) => {
      const { accountId } = call.body as { accountId: string };
      enter(world, { accountId });
      return saveMe({ currentAccountId: accountId });
    },
    'me.setFavourite': (call: AnyCall) => {
      const { accountId, favourite } = call.body as { accountId: string; favourite: boolean };
      enter(world, { accountId });
      if (favourite) favourites.add(accountId);
      else favourites.delete(accountId);
    },
    'me.memberships': (call: AnyCall) => {
      me();
      const items = reached().map((account): MyMembership & { name: string } => {
        const { capabilities, grants } = accessTo(world, account.id);
        const [grant] = grants;
        const { id, name, kind, parent } = shown(account);
        return {
          name,
          account: { id, name, kind, parent },
          roleId: grant?.roleId ?? '',
          source: grant?.source ?? 'direct',
          membershipId: grant?.membershipId ?? '',
          capabilities: [...capabilities],
        };
      });
      return pageOf(items, call.query, { text: ({ name }) => name, columns: { name: ({ name }) => name } });
    },

    'accounts.list': (call: AnyCall) => {
      me();
      const items = reached()
        .filter(({ kind }) => kind === 'child')
        .map((account) => {
          const [grant] = accessTo(world, account.id).grants;
          return aListedAccount({
            ...shown(account),
            seats: seatsOf(world, account),
            roleId: grant?.roleId ?? null,
            source: grant?.source ?? 'direct',
            lastActivityAt: null,
            favourite: favourites.has(account.id),
          });
        });
      const query = call.query ?? {};
      const others = accountsWithoutAccess(world, query).map((account) =>
        aListedAccount({
          ...{ ...shown(account), parent: null, planId: null, planName: null, mfaPolicy: null },
          ...{ seats: null, roleId: null, source: null, lastActivityAt: null, favourite: false },
        }),
      );
      const { relationship = query['status'] === 'closed' ? undefined : 'managed', parent } = query;
      // These have no partner account to tell; they were looked for with it above.
      const below = others.length > 0 ? undefined : parent;
      const asked = { ...query, relationship, parent: below };
      return pageOf([...items, ...others], asked, {
        text: ({ name }) => name,
        columns: {
          name: ({ name }) => name,
          status: ({ status }) => status,
          plan: ({ planId }) => planId,
          seats: ({ seats }) => String(seats?.used ?? 0).padStart(6, '0'),
        },
        filters: {
          status: ({ status }) => status,
          plan: ({ planId }) => planId,
          relationship: ({ relationship }) => relationship,
          parent: ({ parent }) => parent?.id,
          source: ({ source }) => source,
          role: ({ roleId }) => roleId,
          show: ({ favourite }) => (favourite ? 'favourites' : undefined),
        },
      });
    },
    'accounts.get': (call: AnyCall) => shown(enter(world, call, 'account.access').account),
    'accounts.access': (call: AnyCall): EffectiveAccess => {
      const { access } = enter(world, call);
      const grants = access.grants.map(({ membershipId, source, roleId, grantAccountId }) => {
        return { membershipId, source, roleId, grantAccountId };
      });
      const capabilities = [...access.capabilities];
      return { userId: me().id, targetAccountId: call.accountId ?? '', capabilities, grants };
    },
    'accounts.update': (call: AnyCall) => {
      const { account } = enter(world, call, 'settings.manage');
      match(call, account);
      const next = { ...account, ...(call.body as AccountPatch), version: account.version + 1 };
      world.accounts.set(next.id, next);
      return shown(next);
    },

    'roles.list': (call: AnyCall): RoleList => {
      const { account, access } = enter(world, call, 'account.access');
      const accountKind = account.kind as AccountKind;
      const items = roleAvailability({ accountKind, grants: access.grants }).map((answer) => {
        const { id, grantableOn, assignable, order } = roleDefinitions[answer.roleId];
        return {
          id,
          grantableOn: [...grantableOn],
          assignable,
          order,
          capabilitiesOnSelf: [...capabilitiesOnSelf(id, accountKind)],
          capabilitiesOnChildren: accountKind === 'parent' ? [...capabilitiesOnChildren(id)] : [],
          available: answer.available,
          reason: answer.available ? null : answer.reason,
        };
      });
      return { items };
    },
    'seats.get': (call: AnyCall) => seatsOf(world, enter(world, call, 'account.access').account),
    'links.partnerPeople': (call: AnyCall) => {
      const { account } = enter(world, call, 'users.manage');
      return { parent: account.parent, items: partnerPeopleOf(world, account) };
    },

    // Every password but `wrong` is right: the fake keeps none.
    'auth.signIn': (call: AnyCall): SignInResult => {
      const { username, password } = call.body as SignIn;
      const named = (member: Member) => usernameKey(member.username) === usernameKey(username);
      const member = [...world.members.values()].find(named);
      if (!member || password === 'wrong') refuse('credentials-wrong');
      world.viewer = member.userId;
      return { status: 'signed-in', ...session() };
    },
    'auth.answer': () => session(),
    'auth.stepUp': () => ({
      challengeId: 'chl_0000000000000000000000',
      methods: ['password'],
      expiresAt: new Date(world.now().getTime() + 5 * 60_000).toISOString(),
    }),
    'auth.session': () => session(),
    'auth.signOut': () => {
      me();
      world.viewer = null;
      return null;
    },
  };
}
