import { isId, linkSides, linkStates, relationships, roleIds } from '../../../src/domain/index.js';
import type {
  AccountLink,
  LinkApproval,
  LinkCode,
  LinkQuery,
  LinkRequest,
  Page,
} from '../../../src/client/wire/index.js';
import { z } from '../../zod.js';
import { accountName } from './account.js';
import { checked, checkMessage, open, page, timestamp, type Accepts } from './common.js';
import { choice, listQuery } from './list-query.js';

export const accountLink = z
  .object({
    id: z.string(),
    parent: accountName,
    child: accountName,
    initiatedBy: open(linkSides),
    side: z.enum(linkSides).meta({ description: 'The side the viewer stands on.' }),
    state: open(linkStates),
    relationship: open(relationships),
    maxRole: open(roleIds).nullable().meta({ description: 'The ceiling (R91); null is none.' }),
    note: z.string().nullable(),
    reason: z.string().nullable(),
    requestedBy: z.string().nullable().meta({ description: 'Name of the person.' }),
    decidedBy: z.string().nullable(),
    reminders: z.int(),
    remindersLeft: z.int(),
    createdAt: timestamp,
    expiresAt: timestamp,
    activatedAt: timestamp.nullable(),
    endedAt: timestamp.nullable(),
    endReason: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'AccountLink' }) satisfies z.ZodType<AccountLink>;

export const linkPage = page(accountLink).meta({ id: 'AccountLinkPage' }) satisfies z.ZodType<
  Page<AccountLink>
>;

const { limit, cursor, from } = listQuery;
export const linkQuery = z.strictObject({ limit, cursor, from, state: choice(linkStates).optional() });
export type LinkQueryTaken = 'state' extends keyof LinkQuery ? true : never;

const accountId = z.string().refine((value) => isId('account', value));

export const linkRequest = z
  .object({
    parentId: accountId.optional(),
    childId: accountId.optional(),
    linkCode: z.string().max(40).optional(),
    note: checked(checkMessage).optional(),
  })
  .refine(({ parentId, childId, linkCode }) => {
    return [parentId, childId, linkCode].filter((end) => end !== undefined).length === 2;
  })
  .meta({
    id: 'LinkRequest',
    description: 'Two of the three; the code stands for the account of the other side.',
  });
export type LinkRequestTaken = Accepts<typeof linkRequest, LinkRequest>;

export const linkApproval = z
  .object({
    maxRole: z.enum(roleIds).nullable().optional(),
    shown: z.object({
      parentId: z.string(),
      parentName: z.string(),
      childId: z.string(),
      childName: z.string(),
    }),
  })
  .meta({ id: 'LinkApproval' });
export type LinkApprovalTaken = Accepts<typeof linkApproval, LinkApproval>;

export const linkCode = z
  .object({ code: z.string(), version: z.int() })
  .meta({ id: 'LinkCode' }) satisfies z.ZodType<LinkCode>;
