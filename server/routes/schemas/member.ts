import { membershipSources, membershipStatuses, roleIds } from '../../../src/domain/index.js';
import type {
  Member,
  MemberPatch,
  MemberQuery,
  Page,
  PartnerPerson,
  PartnerPersonList,
} from '../../../src/client/wire/index.js';
import { z } from '../../zod.js';
import { accountName } from './account.js';
import { open, page, parameter, timestamp, type Accepts } from './common.js';
import { choice, listQuery, readMoment, sort } from './list-query.js';

const person = {
  userId: z.string(),
  displayName: z.string().nullable(),
  username: z.string(),
  email: z.string(),
};

export const member = z
  .object({
    ...person,
    id: z.string(),
    accountId: z.string(),
    roleId: open(roleIds),
    status: open(membershipStatuses),
    gate: z.enum(['none', 'mfa_enrolment']),
    source: z.enum(membershipSources),
    mfaActive: z.boolean(),
    you: z.boolean().meta({ description: 'Is this the viewer?' }),
    invitedBy: z.string().nullable(),
    suspendedAt: timestamp.nullable(),
    suspendedBy: z.string().nullable(),
    createdAt: timestamp,
    lastActiveAt: timestamp.nullable(),
    version: z.int(),
  })
  .meta({ id: 'Member' }) satisfies z.ZodType<Member>;

export const memberPage = page(member).meta({ id: 'MemberPage' }) satisfies z.ZodType<Page<Member>>;

/** A time, or `-` and a time for "not since then". */
export interface ActiveFilter {
  at: string;
  since: boolean;
}

const lastActive = parameter((text): ActiveFilter | undefined => {
  const since = !text.startsWith('-');
  const at = readMoment(since ? text : text.slice(1));
  return at === undefined ? undefined : { at, since };
}).meta({ description: 'Active since this time (RFC 3339), or with `-` in front not active since.' });

export const memberQuery = z.strictObject({
  ...listQuery,
  sort: sort(['name', 'role', 'status', 'mfa', 'lastActive', 'createdAt']).optional(),
  role: choice(roleIds).optional(),
  status: choice(['active', 'suspended']).optional(),
  mfa: choice(['on', 'off']).optional(),
  lastActive: lastActive.optional(),
});
/** The query as the client writes it. */
export type MemberQueryTaken = keyof MemberQuery extends keyof z.input<typeof memberQuery> ? true : never;

/**
 * A role id is taken as text of any kind: which one it is, and whether it was given at all, is the role
 * decision's to say, and only to those who may know the account (2c, R93).
 */
export const roleId = z
  .string()
  .nullable()
  .meta({ examples: [...roleIds] });

export const memberPatch = z
  .object({ roleId: roleId.optional(), status: z.enum(['active', 'suspended']).optional() })
  .refine((patch) => (patch.roleId === undefined) !== (patch.status === undefined))
  .meta({ id: 'MemberPatch', description: 'One of the two.' });
export type MemberPatchTaken = Accepts<typeof memberPatch, MemberPatch>;

const partnerPerson = z
  .object({
    ...person,
    roleId: open(roleIds),
    effectiveRoleId: open(roleIds).meta({
      description: "What it amounts to here, under the link's ceiling.",
    }),
    mfaActive: z.boolean(),
    since: timestamp,
    lastEnteredAt: timestamp.nullable(),
  })
  .meta({ id: 'PartnerPerson' }) satisfies z.ZodType<PartnerPerson>;

export const partnerPersonList = z
  .object({ parent: accountName.nullable(), items: z.array(partnerPerson) })
  .meta({ id: 'PartnerPersonList' }) satisfies z.ZodType<PartnerPersonList>;
