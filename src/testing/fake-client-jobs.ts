import type {
  BulkGrant,
  BulkGrantDraft,
  BulkGrantItem,
  JobSubject,
  Offboarding,
  OffboardingDraft,
  OffboardingItem,
  Problem,
} from '../client/index.js';
import { isCcError, type CcError } from '../client/errors.js';
import { canInvite, decideRole, emailKey, limits, type AccountKind } from '../domain/index.js';
import { aMember, idOf } from './builders.js';
import { invitationHandlers } from './fake-client-invitations.js';
import { memberHandlers } from './fake-client-members.js';
import { managedAccounts, peopleOf, reachOf, type FakePerson } from './fake-client-people.js';
import {
  enter,
  match,
  membersOf,
  pageOf,
  refuse,
  refuseFor,
  requireSeat,
  type AnyCall,
  type FakeAccount,
  type FakeJob,
  type FakeWorld,
} from './fake-client-world.js';

type Item = BulkGrantItem | OffboardingItem;

/** Bulk grants and offboardings, as the backend answers for them; each has ended when its start is answered. */
export function jobHandlers(world: FakeWorld) {
  const me = () => world.viewer ?? refuse('unauthenticated');

  /** A forecast happens in a world of its own, of which nothing stays. */
  const worldFor = ({ dryRun = false }: { dryRun?: boolean }): FakeWorld =>
    dryRun
      ? (Object.assign(Object.create(world) as FakeWorld, {
          members: new Map(world.members),
          invitations: new Map(world.invitations),
          links: [...world.links],
        }) as FakeWorld)
      : world;

  function everybody(): { accounts: FakeAccount[]; people: FakePerson[] } {
    const accounts = [...world.accounts.values()].flatMap((account) =>
      account.kind === 'child' ? [] : managedAccounts(world, account),
    );
    const own = [...world.accounts.values()].filter(({ id }) => !accounts.some((one) => one.id === id));
    const all = [...accounts, ...own.flatMap((account) => managedAccounts(world, account))];
    return { accounts: all, people: peopleOf(world, all) };
  }

  function subjectOf({ userId, email, name }: JobSubject): BulkGrant['subject'] {
    if (userId === me()) refuse('cannot-change-own-role');
    if (userId === undefined) return { userId: null, email: email ?? null, displayName: name ?? null };
    const known = everybody().people.find(({ id }) => id === userId)?.members[0];
    if (!known) refuse('not-found');
    return { userId, email: known.email, displayName: known.displayName };
  }

  function grantOne(
    place: FakeWorld,
    draft: BulkGrantDraft,
    accountId: string,
    wanted: string,
  ): BulkGrantItem {
    const asked = draft.accounts.find((one) => one.accountId === accountId);
    const item: BulkGrantItem = {
      account: { id: accountId, name: place.accounts.get(accountId)?.name ?? '' },
      ...{
        roleId: asked?.roleId ?? wanted,
        outcome: null,
        membershipId: null,
        invitationId: null,
        problem: null,
      },
    };
    try {
      const { account, access } = enter(place, { accountId });
      const { userId, email } = subjectOf(draft.subject);
      const key = emailKey(email ?? '');
      const member = membersOf(place, accountId).find((one) =>
        userId ? one.userId === userId : emailKey(one.email) === key,
      );
      const decision = decideRole(item.roleId, {
        accountKind: account.kind as AccountKind,
        grants: access.grants,
        target: member && { isOwner: member.roleId === 'account_owner', isActor: member.userId === me() },
      });
      if (!decision.available) refuseFor(decision.reason);
      if (member) {
        const changes = draft.existing === 'change' && member.roleId !== decision.roleId;
        if (!changes) return { ...item, outcome: 'skipped', membershipId: member.id };
        place.members.set(member.id, { ...member, roleId: decision.roleId, version: member.version + 1 });
        return { ...item, outcome: 'changed', membershipId: member.id };
      }
      if (!userId) {
        const body = { email: email ?? '', roleId: decision.roleId, name: draft.subject.name };
        const created = invitationHandlers(place)['invitations.create']({
          ...{ accountId, path: ['accounts', accountId, 'invitations'], body },
        } as unknown as AnyCall);
        return { ...item, outcome: 'invited', invitationId: created.id };
      }
      requireSeat(place, account, canInvite);
      const like = [...place.members.values()].find((one) => one.userId === userId);
      const added = aMember({
        ...like,
        ...{
          id: idOf('mem', place.next()),
          accountId,
          roleId: decision.roleId,
          status: 'active',
          version: 1,
        },
        ...{ createdAt: place.now().toISOString(), lastActiveAt: null },
      });
      place.members.set(added.id, added);
      return { ...item, outcome: 'granted', membershipId: added.id };
    } catch (thrown) {
      const problem = problemOf(thrown);
      const there = problem.type.endsWith('invitation-pending');
      return { ...item, outcome: there ? 'skipped' : 'failed', problem: there ? null : problem };
    }
  }

  function startGrant(call: AnyCall): BulkGrant {
    const draft = call.body as BulkGrantDraft;
    if (draft.accounts.length > limits.bulkAccounts) refuse('too-many-items');
    const subject = subjectOf(draft.subject);
    const place = worldFor(draft);
    const [first] = draft.accounts;
    const run: FakeJob['run'] = (again) =>
      (again as BulkGrantItem[]).map(({ account, roleId }) => grantOne(place, draft, account.id, roleId));
    const items = draft.accounts.map(({ accountId }) => grantOne(place, draft, accountId, draft.roleId));
    const more = { roleId: draft.roleId, existing: draft.existing ?? 'skip' };
    const home = world.accounts.get(first?.accountId ?? '')?.parent?.id ?? first?.accountId ?? '';
    return keep('blk', home, draft, subject, items, run, more) as BulkGrant;
  }

  function endOne(place: FakeWorld, item: OffboardingItem, all: readonly OffboardingItem[]): OffboardingItem {
    const accountId = item.account.id;
    const call = (group: string, id: string, version: number) =>
      ({ accountId, version, path: ['accounts', accountId, group, id] }) as unknown as AnyCall;
    try {
      if (item.kind === 'inherited') {
        const source = all.find(({ kind, outcome }) => kind === 'membership' && outcome === 'removed');
        return { ...item, outcome: source ? 'removed' : 'skipped' };
      }
      if (item.kind === 'invitation') {
        const invitation = place.invitations.get(item.id);
        if (invitation?.state !== 'pending') return { ...item, outcome: 'skipped' };
        invitationHandlers(place)['invitations.revoke'](call('invitations', item.id, invitation.version));
        return { ...item, outcome: 'revoked', problem: null };
      }
      const member = place.members.get(item.id);
      if (!member || member.status === 'removed') return { ...item, outcome: 'skipped' };
      memberHandlers(place)['members.remove'](call('members', item.id, member.version));
      return { ...item, outcome: 'removed', problem: null };
    } catch (thrown) {
      return { ...item, outcome: 'failed', problem: problemOf(thrown) };
    }
  }

  function startOffboarding(call: AnyCall): Offboarding {
    const { account } = enter(world, call);
    const accounts = managedAccounts(world, account);
    if (accounts.length === 0) refuse('forbidden', { requiredCapability: 'users.manage' });
    const draft = call.body as OffboardingDraft;
    const subject = subjectOf(draft.subject);
    const key = emailKey(subject.email ?? '');
    const person = peopleOf(world, accounts).find(({ id, members, invitations }) =>
      subject.userId
        ? id === subject.userId
        : [...members, ...invitations].some((one) => emailKey(one.email) === key),
    );
    const reached = person ? reachOf(accounts, person) : [];
    const asked = reached
      .filter((one) => !draft.accountIds || draft.accountIds.includes(one.account.id))
      .map((one): OffboardingItem => ({
        id: one.invitationId ?? one.membershipId ?? idOf('itm', world.next()),
        ...{ account: { id: one.account.id, name: one.account.name }, kind: one.kind, roleId: one.roleId },
        ...{ outcome: null, problem: null },
      }));
    const place = worldFor(draft);
    const run: FakeJob['run'] = (again) => {
      const done: OffboardingItem[] = [];
      for (const item of again as OffboardingItem[]) done.push(endOne(place, item, done));
      return done;
    };
    const items = run(asked);
    return keep('off', account.id, draft, subject, items, run, { parentId: account.id }) as Offboarding;
  }

  function keep(
    prefix: 'blk' | 'off',
    accountId: string,
    { dryRun = false }: { dryRun?: boolean },
    subject: BulkGrant['subject'],
    items: readonly Item[],
    run: FakeJob['run'],
    more: object,
  ): BulkGrant | Offboarding {
    const now = world.now().toISOString();
    const id = idOf(prefix, world.next());
    const shared = { id, dryRun, subject, createdAt: now, finishedAt: now, version: 1, ...ended(items) };
    const job = { ...shared, ...more } as BulkGrant | Offboarding;
    world.jobs.set(id, { actor: me(), accountId, job, items, run });
    return job;
  }

  /** A job of the viewer's own; anybody else's is as unknown as none. */
  function find({ path }: AnyCall): FakeJob {
    const known = world.jobs.get(path[1] ?? '');
    if (known?.actor !== me()) refuse('not-found');
    return known as FakeJob;
  }

  function own(prefix: 'blk' | 'off', accountId: string | undefined, call: AnyCall) {
    const { parent = accountId, status, ...query } = call.query ?? {};
    const mine = [...world.jobs.values()].filter(
      (one) =>
        one.actor === me() &&
        one.job.id.startsWith(prefix) &&
        !one.job.dryRun &&
        status !== 'open' &&
        (parent === undefined || one.accountId === parent),
    );
    return pageOf(mine.map(({ job }) => job).reverse(), query, {
      text: () => '',
      columns: { createdAt: () => '' },
    });
  }

  const get = (call: AnyCall) => find(call).job;
  const items = (call: AnyCall) => {
    const { outcome, ...query } = call.query ?? {};
    const wanted = find(call).items.filter((item) => outcome === undefined || item.outcome === outcome);
    return pageOf(wanted, query, { text: () => '', columns: { order: () => '' } });
  };
  const retry = (call: AnyCall) => {
    const kept = find(call);
    const failed = kept.items.filter(({ outcome }) => outcome === 'failed');
    const again = kept.run(failed);
    const next = kept.items.map((item) => again[failed.indexOf(item)] ?? item);
    const job = { ...kept.job, ...ended(next) } as FakeJob['job'];
    world.jobs.set(job.id, { ...kept, job, items: next });
    return job;
  };
  /** It has ended already: asking is harmless. */
  const cancel = (call: AnyCall) => {
    const { job } = find(call);
    match(call, job);
    return job;
  };

  return {
    'bulkGrants.forecast': startGrant,
    'bulkGrants.start': startGrant,
    'bulkGrants.list': (call: AnyCall) => own('blk', undefined, call),
    'bulkGrants.get': get,
    'bulkGrants.items': items,
    'bulkGrants.retry': retry,
    'bulkGrants.cancel': cancel,
    'offboardings.forecast': startOffboarding,
    'offboardings.start': startOffboarding,
    'offboardings.list': (call: AnyCall) => own('off', enter(world, call).account.id, call),
    'offboardings.get': get,
    'offboardings.items': items,
    'offboardings.retry': retry,
    'offboardings.cancel': cancel,
  };
}

/** How a job stands whose items have all had their turn (R80). */
function ended(items: readonly Item[]) {
  const counts: Record<string, number> = { total: items.length, done: items.length };
  for (const { outcome } of items) counts[outcome ?? ''] = (counts[outcome ?? ''] ?? 0) + 1;
  return { counts, status: counts['failed'] ? 'completed_with_errors' : 'completed' };
}

/** A refusal as an item carries it. */
function problemOf(thrown: unknown): Problem {
  if (!isCcError(thrown)) throw thrown;
  const { kind, code, facts, status = 0 } = thrown as CcError;
  const instance = 'req_0000000000000000000000';
  return { ...facts, type: `/problems/${kind}`, code, title: kind, status, instance } as Problem;
}
