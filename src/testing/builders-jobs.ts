import type {
  BulkGrant,
  BulkGrantItem,
  Offboarding,
  OffboardingItem,
  PersonAccess,
  PersonAccessItem,
  PersonSummary,
  Problem,
} from '../client/index.js';
import { problems, type ProblemSlug } from '../domain/index.js';
import { anAccount, idOf, storyTime } from './builders.js';

const ngozi = {
  userId: idOf('usr', 'ngozi.balogun'),
  email: 'ngozi.balogun@northwind.test',
  displayName: 'Ngozi Balogun',
};

/** A problem as an item of a job carries it, such as `aProblem('seat-limit-reached', { limit: 3, used: 3 })`. */
export function aProblem(kind: ProblemSlug, given: Partial<Problem> = {}): Problem {
  const { status, codes } = problems[kind];
  return {
    ...{
      type: `/problems/${kind}`,
      code: codes[0],
      title: kind,
      status,
      instance: 'req_0000000000000000000000',
    },
    ...given,
  };
}

/** A bulk grant of Campaign Creator to Ngozi Balogun that has ended. */
export function aBulkGrant(given: Partial<BulkGrant> = {}): BulkGrant {
  return {
    ...{ id: idOf('blk', 'grant'), status: 'completed', dryRun: false, subject: ngozi },
    ...{ roleId: 'campaign_creator', existing: 'skip', counts: { total: 1, done: 1, granted: 1 } },
    ...{ createdAt: storyTime, finishedAt: storyTime, version: 1 },
    ...given,
  };
}

/** What became of one account of a bulk grant: access was given. */
export function aBulkGrantItem(name: string, given: Partial<BulkGrantItem> = {}): BulkGrantItem {
  return {
    account: { id: idOf('acc', name), name },
    ...{ roleId: 'campaign_creator', outcome: 'granted', membershipId: idOf('mem', name) },
    ...{ invitationId: null, problem: null },
    ...given,
  };
}

/** An offboarding of Ngozi Balogun that has ended. */
export function anOffboarding(given: Partial<Offboarding> = {}): Offboarding {
  return {
    ...{ id: idOf('off', 'offboarding'), status: 'completed', dryRun: false, subject: ngozi },
    ...{ parentId: anAccount().id, counts: { total: 1, done: 1, removed: 1 } },
    ...{ createdAt: storyTime, finishedAt: storyTime, version: 1 },
    ...given,
  };
}

/** One access of an offboarding: a role on a client that was removed. */
export function anOffboardingItem(name: string, given: Partial<OffboardingItem> = {}): OffboardingItem {
  const { kind = 'membership' } = given;
  return {
    id: idOf('itm', `${kind}${name}`),
    account: { id: idOf('acc', name), name },
    ...{ kind, roleId: 'campaign_creator', outcome: 'removed', problem: null },
    ...given,
  };
}

/** A person over all accounts: Ngozi Balogun. */
export function aPersonSummary(given: Partial<PersonSummary> = {}): PersonSummary {
  return {
    ...{ id: ngozi.userId, ...ngozi, username: 'ngozi.balogun', mfaActive: true },
    ...{ memberships: 1, invitations: 0, roleIds: ['campaign_creator'], lastActiveAt: storyTime },
    ...given,
  };
}

/** One access of a person: a role on a client, unless told otherwise. */
export function aPersonAccessItem(name: string, given: Partial<PersonAccessItem> = {}): PersonAccessItem {
  const { kind = 'membership' } = given;
  const login = { userId: ngozi.userId, username: 'ngozi.balogun', mfaActive: true };
  const nobody = { userId: null, username: null, mfaActive: null };
  return {
    account: { id: idOf('acc', name), name, kind: 'child' },
    ...{ kind, roleId: 'campaign_creator', status: kind === 'invitation' ? 'pending' : 'active' },
    through: null,
    membershipId: kind === 'invitation' ? null : idOf('mem', name),
    invitationId: kind === 'invitation' ? idOf('inv', name) : null,
    ...(kind === 'invitation' ? nobody : login),
    ...{ since: storyTime, lastActiveAt: null, version: kind === 'inherited' ? null : 1 },
    ...given,
  };
}

/** A person and what they reach. */
export function aPersonAccess(items: PersonAccessItem[], person: Partial<PersonSummary> = {}): PersonAccess {
  return { person: aPersonSummary(person), items };
}
