import { checkName, deliveries, invitationStates, roleIds } from '../../../src/domain/index.js';
import type {
  Invitation,
  CoveredAccount,
  InvitationAccepted,
  InvitationCreated,
  InvitationDraft,
  InvitationLink,
  InvitationPatch,
  InvitationPreview,
  InvitationQuery,
  InvitationToken,
  Page,
  UsernameAnswer,
  UsernameCheck,
} from '../../../src/client/wire/index.js';
import { z } from '../../zod.js';
import {
  checked,
  checkMessage,
  emailAddress,
  languageTag,
  open,
  page,
  timestamp,
  type Accepts,
} from './common.js';
import { choice, listQuery, sort } from './list-query.js';
import { roleId } from './member.js';

export const invitation = z
  .object({
    id: z.string(),
    accountId: z.string(),
    email: z.string(),
    name: z.string().nullable(),
    roleId: open(roleIds),
    proposedUsername: z.string().nullable(),
    state: open(invitationStates),
    delivery: open(deliveries),
    expiresAt: timestamp,
    createdAt: timestamp,
    sentCount: z.int(),
    lastSentAt: timestamp.nullable(),
    resendAvailableAt: timestamp.nullable().meta({ description: 'Null when it may be resent now (R39).' }),
    invitedBy: z.object({ userId: z.string(), displayName: z.string().nullable(), you: z.boolean() }),
    inviterMayGrant: z
      .boolean()
      .meta({ description: 'False: whoever resends it becomes the inviter (R43).' }),
    bulkGrantId: z.string().nullable(),
    message: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'Invitation' }) satisfies z.ZodType<Invitation>;

export const invitationPage = page(invitation).meta({ id: 'InvitationPage' }) satisfies z.ZodType<
  Page<Invitation>
>;

const url = z.string().meta({ format: 'uri', description: 'Shown this once; the token is in the fragment.' });

export const invitationCreated = invitation
  .extend({ url })
  .meta({ id: 'InvitationCreated' }) satisfies z.ZodType<InvitationCreated>;

export const invitationLink = z
  .object({ url, expiresAt: timestamp })
  .meta({ id: 'InvitationLink' }) satisfies z.ZodType<InvitationLink>;

export const invitationQuery = z.strictObject({
  ...listQuery,
  sort: sort(['email', 'createdAt', 'expiresAt']).optional(),
  role: choice(roleIds).optional(),
  state: choice(invitationStates).optional(),
});
/** The query as the client writes it. */
export type InvitationQueryTaken = keyof InvitationQuery extends keyof z.input<typeof invitationQuery>
  ? true
  : never;

export const invitationDraft = z
  .object({
    email: emailAddress,
    roleId: roleId.optional(),
    name: checked(checkName).optional(),
    message: checked(checkMessage).optional(),
    proposedUsername: z.string().optional(),
    locale: languageTag.optional(),
    onUsernameTaken: z.enum(['refuse', 'hold']).optional(),
    replaces: z
      .string()
      .optional()
      .meta({ description: 'Id of an invitation whose place this one takes, with its seat (R36).' }),
  })
  .meta({ id: 'InvitationDraft' });
export type InvitationDraftTaken = Accepts<typeof invitationDraft, InvitationDraft>;

export const invitationPatch = z.object({ roleId: roleId.optional() }).meta({ id: 'InvitationPatch' });
export type InvitationPatchTaken = Accepts<typeof invitationPatch, InvitationPatch>;

/** Its form is the use-case's to judge, which has one answer for all that is no token (R46). */
const token = z.string().meta({ examples: ['cci_…'], description: 'What follows the # of the link.' });

export const invitationToken = z.object({ token }).meta({ id: 'InvitationToken' });
export type InvitationTokenTaken = Accepts<typeof invitationToken, InvitationToken>;

const coveredAccount = z
  .object({
    accountName: z.string(),
    roleId: open(roleIds),
    username: z.string().nullable().meta({
      description: 'Where each account has a login of its own; before acceptance the one suggested.',
    }),
  })
  .meta({ id: 'CoveredAccount' }) satisfies z.ZodType<CoveredAccount>;

export const invitationPreview = z
  .object({
    accountName: z.string(),
    accountKind: z.enum(['parent', 'child', 'standalone']),
    roleId: open(roleIds),
    inviterName: z.string(),
    maskedEmail: z.string(),
    expiresAt: timestamp,
    emailCodeRequired: z.boolean(),
    mfaRequired: z.boolean(),
    proposedUsername: z.string().nullable(),
    viewer: z.enum(['none', 'matching', 'unverified', 'other']),
    viewerMaskedEmail: z.string().nullable(),
    otherAccounts: z.array(coveredAccount),
  })
  .meta({ id: 'InvitationPreview' }) satisfies z.ZodType<InvitationPreview>;

/** Username, password and name are checked with the invitation, whose address and account they must fit. */
export const invitationAcceptance = z
  .object({
    token,
    emailCode: z.string().optional(),
    username: z.string().optional(),
    password: z.string().optional(),
    name: z.string().optional(),
    locale: languageTag.optional(),
  })
  .meta({ id: 'InvitationAcceptance' });

export const invitationAccepted = z
  .object({
    membershipId: z.string(),
    accountId: z.string(),
    accountName: z.string(),
    roleId: open(roleIds),
    gate: z.enum(['none', 'mfa_enrolment']),
    alsoJoined: z.array(coveredAccount).optional(),
  })
  .meta({ id: 'InvitationAccepted' }) satisfies z.ZodType<InvitationAccepted>;

export const usernameCheck = z
  .object({ username: z.string(), token: token.optional() })
  .meta({ id: 'UsernameCheck' });
export type UsernameCheckTaken = Accepts<typeof usernameCheck, UsernameCheck>;

export const usernameAnswer = z
  .object({
    username: z.string(),
    available: z.boolean(),
    code: z.string().nullable(),
    suggestions: z.array(z.string()),
  })
  .meta({ id: 'UsernameAnswer' }) satisfies z.ZodType<UsernameAnswer>;
