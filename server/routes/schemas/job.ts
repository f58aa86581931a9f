import {
  bulkGrantOutcomes,
  checkName,
  existingChoices,
  isId,
  jobStates,
  membershipStatuses,
  offboardingOutcomes,
  roleIds,
} from '../../../src/domain/index.js';
import type {
  BulkGrant,
  BulkGrantDraft,
  BulkGrantItem,
  Offboarding,
  OffboardingDraft,
  OffboardingItem,
  Page,
  PersonAccess,
  PersonSummary,
  Problem,
} from '../../../src/client/wire/index.js';
import { z } from '../../zod.js';
import { accountName } from './account.js';
import { checked, checkMessage, emailAddress, open, page, timestamp, type Accepts } from './common.js';
import { choice, listQuery, sort } from './list-query.js';
import { roleId } from './member.js';

const name = checked(checkName).optional();

/** One of the two: a login, or an address. */
const subject = z.union([
  z.object({ userId: z.string().refine((value) => isId('user', value)), name }),
  z.object({ email: emailAddress, name }),
]);

const accountId = z.string().refine((value) => isId('account', value), {
  params: { code: 'account_id_malformed' },
});

export const bulkGrantDraft = z
  .object({
    subject,
    roleId: roleId.optional(),
    accounts: z
      .array(z.object({ accountId, roleId: roleId.optional() }))
      .min(1)
      .refine((accounts) => new Set(accounts.map((one) => one.accountId)).size === accounts.length),
    existing: z.enum(existingChoices).optional(),
    dryRun: z.boolean().optional(),
    message: checked(checkMessage).optional(),
  })
  .meta({ id: 'BulkGrantDraft', description: 'Each account once; a role of its own wins over `roleId`.' });
export type BulkGrantDraftTaken = Accepts<typeof bulkGrantDraft, BulkGrantDraft>;

export const offboardingDraft = z
  .object({ subject, accountIds: z.array(accountId).optional(), dryRun: z.boolean() })
  .meta({ id: 'OffboardingDraft', description: 'All of the caller’s accounts without `accountIds`.' });
export type OffboardingDraftTaken = Accepts<typeof offboardingDraft, OffboardingDraft>;

const job = {
  id: z.string(),
  status: open(jobStates),
  dryRun: z.boolean(),
  subject: z.object({
    userId: z.string().nullable(),
    email: z.string().nullable(),
    displayName: z.string().nullable(),
  }),
  createdAt: timestamp,
  finishedAt: timestamp.nullable(),
  version: z.int(),
};

/** Items in all, items that have an outcome, and how many of each. */
function counts<const Outcomes extends readonly string[]>(outcomes: Outcomes) {
  const optional = Object.fromEntries(outcomes.map((outcome) => [outcome, z.int().optional()]));
  const each = optional as { [Outcome in Outcomes[number]]: z.ZodOptional<z.ZodInt> };
  return z.object({ total: z.int(), done: z.int(), ...each });
}

export const bulkGrant = z
  .object({
    ...job,
    counts: counts(bulkGrantOutcomes),
    roleId: open(roleIds),
    existing: open(existingChoices),
  })
  .meta({ id: 'BulkGrant' }) satisfies z.ZodType<BulkGrant>;

export const offboarding = z
  .object({ ...job, counts: counts(offboardingOutcomes), parentId: z.string() })
  .meta({ id: 'Offboarding' }) satisfies z.ZodType<Offboarding>;

/** A problem as a failed single call would answer it; its shape is that of every problem. */
const problem = z
  .custom<Problem | null>()
  .meta({ type: ['object', 'null'] as never, description: 'As of a failed call.' });

export const bulkGrantItem = z
  .object({
    account: accountName,
    roleId: open(roleIds),
    outcome: open(bulkGrantOutcomes).nullable(),
    membershipId: z.string().nullable(),
    invitationId: z.string().nullable(),
    problem,
  })
  .meta({ id: 'BulkGrantItem' }) satisfies z.ZodType<BulkGrantItem>;

export const bulkGrantItemPage = page(bulkGrantItem).meta({ id: 'BulkGrantItemPage' }) satisfies z.ZodType<
  Page<BulkGrantItem>
>;

export const offboardingItem = z
  .object({
    id: z.string(),
    account: accountName,
    kind: open(['membership', 'invitation', 'inherited']),
    roleId: open(roleIds),
    outcome: open(offboardingOutcomes).nullable(),
    problem,
  })
  .meta({ id: 'OffboardingItem' }) satisfies z.ZodType<OffboardingItem>;

export const offboardingItemPage = page(offboardingItem).meta({
  id: 'OffboardingItemPage',
}) satisfies z.ZodType<Page<OffboardingItem>>;

const { limit, cursor, from } = listQuery;
export const bulkGrantPage = page(bulkGrant).meta({ id: 'BulkGrantPage' }) satisfies z.ZodType<
  Page<BulkGrant>
>;
export const offboardingPage = page(offboarding).meta({ id: 'OffboardingPage' }) satisfies z.ZodType<
  Page<Offboarding>
>;
export const jobQuery = z.strictObject({
  ...{ limit, cursor, from },
  status: choice(['open', 'ended']).optional(),
});
export const bulkGrantQuery = jobQuery.extend({ parent: accountId.optional() });
export const bulkGrantItemQuery = z.strictObject({
  ...{ limit, cursor, from },
  outcome: choice(bulkGrantOutcomes).optional(),
});
export const offboardingItemQuery = z.strictObject({
  ...{ limit, cursor, from },
  outcome: choice(offboardingOutcomes).optional(),
});

const person = z
  .object({
    id: z.string().meta({
      description: 'User id; of somebody known by an address alone, the oldest pending invitation to it.',
    }),
    userId: z.string().nullable(),
    email: z.string(),
    displayName: z.string().nullable(),
    username: z.string().nullable(),
    mfaActive: z.boolean().nullable(),
    memberships: z.int(),
    invitations: z.int(),
    roleIds: z.array(open(roleIds)),
    lastActiveAt: timestamp.nullable(),
  })
  .meta({ id: 'PersonSummary' }) satisfies z.ZodType<PersonSummary>;

export const peoplePage = page(person).meta({ id: 'PeoplePage' }) satisfies z.ZodType<Page<PersonSummary>>;

export const peopleQuery = z.strictObject({
  ...listQuery,
  sort: sort(['name', 'email', 'accounts', 'lastActive']).optional(),
  role: choice(roleIds).optional(),
  mfa: choice(['on', 'off']).optional(),
  status: choice(['member', 'invited']).optional(),
});

export const personAccess = z
  .object({
    person,
    items: z.array(
      z
        .object({
          account: accountName.extend({ kind: z.string() }),
          kind: z.enum(['membership', 'invitation', 'inherited']),
          roleId: open(roleIds),
          status: open([...membershipStatuses, 'pending', 'expired']),
          through: z
            .object({ accountId: z.string(), accountName: z.string(), roleId: open(roleIds) })
            .nullable()
            .meta({ description: 'Where an inherited access comes from.' }),
          membershipId: z.string().nullable(),
          invitationId: z.string().nullable(),
          userId: z.string().nullable(),
          username: z.string().nullable(),
          mfaActive: z.boolean().nullable(),
          since: timestamp.nullable(),
          lastActiveAt: timestamp.nullable(),
          version: z.int().nullable(),
        })
        .meta({ id: 'PersonAccessItem' }),
    ),
  })
  .meta({ id: 'PersonAccess' }) satisfies z.ZodType<PersonAccess>;
