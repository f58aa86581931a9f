import {
  accountKinds,
  accountStatuses,
  capabilities,
  checkName,
  mfaPolicies,
  relationships,
  roleIds,
  roleReasons,
} from '../../../src/domain/index.js';
import type {
  Account,
  AccountListItem,
  AccountName,
  AccountPatch,
  EffectiveAccess,
  Page,
  RoleList,
  SeatUsage,
} from '../../../src/client/wire/index.js';
import { z } from '../../zod.js';
import { checked, open, page, timestamp, type Accepts } from './common.js';
import { choice, listQuery, sort } from './list-query.js';

export const accountName = z
  .object({ id: z.string(), name: z.string() })
  .meta({ id: 'AccountName' }) satisfies z.ZodType<AccountName>;

export const account = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: open(accountKinds),
    status: open(accountStatuses),
    planId: z.string().nullable(),
    planName: z.string().nullable(),
    parent: accountName.nullable().meta({ description: 'Only for viewers who may enter the parent (R4).' }),
    relationship: open(relationships).nullable(),
    singleBilling: z.boolean(),
    mfaPolicy: open(mfaPolicies),
    childCount: z.int().meta({ description: 'Clients that a grant here would reach (R3); 0 on a client.' }),
    closedAt: timestamp.nullable(),
    version: z.int(),
  })
  .meta({ id: 'Account' }) satisfies z.ZodType<Account>;

export const seatUsage = z
  .object({
    accountId: z.string(),
    limit: z.int().nullable().meta({ description: 'Null is unlimited (R15).' }),
    used: z.int(),
    reserved: z.int().meta({ description: 'Pending invitations that have not expired (R17).' }),
    available: z.int().nullable(),
    overLimit: z.boolean(),
    planName: z.string().nullable(),
    planUrl: z.string().nullable(),
    ownerUsesSeat: z.boolean(),
    invitesLeft: z
      .int()
      .optional()
      .meta({ description: 'How many invitations the account may still send now (R34); not in lists.' }),
  })
  .meta({ id: 'SeatUsage' }) satisfies z.ZodType<SeatUsage>;

export const accountListItem = account
  .extend({
    mfaPolicy: open(mfaPolicies).nullable(),
    seats: seatUsage.nullable(),
    roleId: open(roleIds).nullable().meta({ description: "The viewer's strongest role there." }),
    source: z
      .enum(['direct', 'inherited'])
      .nullable()
      .meta({ description: 'Null for an account the viewer cannot enter: referred, or closed.' }),
    lastActivityAt: timestamp
      .nullable()
      .meta({ description: 'When anybody last used the account, partner people included.' }),
    favourite: z.boolean().meta({ description: 'Did the viewer mark it?' }),
  })
  .meta({ id: 'AccountListItem' }) satisfies z.ZodType<AccountListItem>;

export const accountPage = page(accountListItem).meta({ id: 'AccountPage' }) satisfies z.ZodType<
  Page<AccountListItem>
>;

export const accountQuery = z.strictObject({
  ...listQuery,
  sort: sort(['name', 'status', 'plan', 'seats', 'createdAt']).optional(),
  status: choice(accountStatuses).optional(),
  plan: z.string().max(100).optional(),
  seats: choice(['free', 'full', 'over']).optional(),
  relationship: choice(relationships).optional(),
  role: choice(roleIds).optional(),
  source: choice(['direct', 'inherited']).optional(),
  parent: z.string().max(40).optional(),
  show: choice(['favourites', 'recent']).optional(),
});

export const accountPatch = z
  .object({
    name: checked(checkName).optional(),
    mfaPolicy: z.enum(mfaPolicies).optional(),
    singleBilling: z.boolean().optional(),
  })
  .meta({ id: 'AccountPatch' });
export type AccountPatchTaken = Accepts<typeof accountPatch, AccountPatch>;

export const effectiveAccess = z
  .object({
    userId: z.string(),
    targetAccountId: z.string(),
    capabilities: z.array(open(capabilities)),
    grants: z.array(
      z.object({
        membershipId: z.string(),
        source: z.enum(['direct', 'inherited']),
        roleId: open(roleIds),
        grantAccountId: z.string(),
      }),
    ),
  })
  .meta({ id: 'EffectiveAccess' }) satisfies z.ZodType<EffectiveAccess>;

export const roleList = z
  .object({
    items: z.array(
      z
        .object({
          id: open(roleIds),
          grantableOn: z.array(open(accountKinds)),
          assignable: z.boolean(),
          order: z.int(),
          capabilitiesOnSelf: z.array(open(capabilities)),
          capabilitiesOnChildren: z.array(open(capabilities)),
          available: z.boolean().meta({ description: 'May this caller grant it here (2c)?' }),
          reason: open(roleReasons).nullable(),
        })
        .meta({ id: 'RoleDefinition' }),
    ),
  })
  .meta({ id: 'RoleList' }) satisfies z.ZodType<RoleList>;
