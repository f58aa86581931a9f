import {
  accountKinds,
  capabilities as capabilityNames,
  checkName,
  identityPolicies,
  roleIds,
} from '../../../src/domain/index.js';
import type {
  FavouriteMark,
  Capabilities,
  EmailChangeUndo,
  Me,
  MePatch,
  MyMembership,
  Page,
  SignedIn,
  SignIn,
  SignInPending,
} from '../../../src/client/wire/index.js';
import { z } from '../../zod.js';
import { accountName } from './account.js';
import { checked, emailAddress, languageTag, open, page, timestamp, type Accepts } from './common.js';
import { recoveryCode, totpCode } from './factor.js';
import { listQuery } from './list-query.js';

export const me = z
  .object({
    id: z.string(),
    username: z.string(),
    email: z.string(),
    emailVerified: z.boolean(),
    displayName: z.string().nullable(),
    mfaActive: z.boolean(),
    locale: z.string(),
    currentAccountId: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'Me' }) satisfies z.ZodType<Me>;

export const mePatch = z
  .object({
    displayName: checked(checkName).optional(),
    locale: languageTag.optional(),
    username: z.string().optional(),
    email: emailAddress.optional(),
    emailCode: z
      .string()
      .optional()
      .meta({ description: 'Proof of the new address, mailed there on the first try.' }),
  })
  .meta({ id: 'MePatch' });
export type MePatchTaken = Accepts<typeof mePatch, MePatch>;

export const emailChangeUndo = z.object({ token: z.string() }).meta({ id: 'EmailChangeUndo' });
export type EmailChangeUndoTaken = Accepts<typeof emailChangeUndo, EmailChangeUndo>;

export const myMembership = z
  .object({
    account: accountName.extend({ kind: open(accountKinds), parent: accountName.nullable() }),
    roleId: open(roleIds),
    source: z.enum(['direct', 'inherited']),
    membershipId: z.string(),
    capabilities: z.array(open(capabilityNames)),
  })
  .meta({ id: 'MyMembership' }) satisfies z.ZodType<MyMembership>;

export const myMembershipPage = page(myMembership).meta({ id: 'MyMembershipPage' }) satisfies z.ZodType<
  Page<MyMembership>
>;

export const myMembershipQuery = z.strictObject(listQuery);

export const favouriteMark = z
  .object({ accountId: z.string(), favourite: z.boolean() })
  .meta({ id: 'FavouriteMark' }) satisfies z.ZodType<FavouriteMark>;

export const currentAccount = z.object({ accountId: z.string() }).meta({ id: 'CurrentAccount' });

export const signIn = z.object({ username: z.string(), password: z.string() }).meta({ id: 'SignIn' });
export type SignInTaken = Accepts<typeof signIn, SignIn>;

export const signedIn = z
  .object({ user: me, stepUpUntil: timestamp.meta({ description: 'Until when no step-up is asked (R69).' }) })
  .meta({ id: 'SignedIn' }) satisfies z.ZodType<SignedIn>;

const factorMethods = ['totp', 'recovery_code', 'email_code', 'password'];

export const signInPending = z
  .object({ challengeId: z.string(), methods: z.array(open(factorMethods)), expiresAt: timestamp })
  .meta({ id: 'Challenge' }) satisfies z.ZodType<SignInPending>;

/** One of the four proofs. */
export const challengeAnswer = z
  .object({
    code: totpCode.optional(),
    emailCode: z.string().optional(),
    recoveryCode: recoveryCode.optional(),
    password: z.string().optional(),
    trustDevice: z.boolean().optional(),
  })
  .refine(({ code, emailCode, recoveryCode, password }) => {
    return [code, emailCode, recoveryCode, password].filter((proof) => proof !== undefined).length === 1;
  })
  .meta({ id: 'ChallengeAnswer', description: 'Exactly one of the four proofs.' });

export const capabilities = z
  .object({
    features: z.array(z.string()),
    identityPolicy: z.enum(identityPolicies),
    limits: z.object({
      inviteDays: z.int(),
      bulkAccounts: z.int(),
      csvRows: z.int(),
      pageSize: z.int(),
      pageSizeMax: z.int(),
      stepUpMinutes: z.int(),
      passwordMin: z.int(),
      passwordMinWithMfa: z.int(),
    }),
    productName: z.string(),
    plans: z.array(z.object({ id: z.string(), name: z.string() })),
  })
  .meta({ id: 'Capabilities' }) satisfies z.ZodType<Capabilities>;
