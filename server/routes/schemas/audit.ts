import { auditActions, auditActionsOf, isId } from '../../../src/domain/index.js';
import type { AccountChange, AuditEvent, AuditQuery, Page } from '../../../src/client/wire/index.js';
import { z } from '../../zod.js';
import { open, page, parameter, timestamp } from './common.js';
import { listQuery, readMoment } from './list-query.js';

const values = z.record(z.string(), z.unknown()).nullable();

export const auditEvent = z
  .object({
    id: z.string(),
    at: timestamp,
    actor: z
      .object({ userId: z.string(), displayName: z.string().nullable(), username: z.string() })
      .nullable()
      .meta({ description: 'Null is the system, or somebody whom the viewer may not know.' }),
    accountId: z.string(),
    action: open(auditActions),
    targetType: z.string(),
    targetId: z.string(),
    targetName: z.string().nullable(),
    before: values.meta({ description: 'Changed fields only; never a secret.' }),
    after: values,
    ip: z.string().nullable(),
    correlationId: z.string().nullable(),
  })
  .meta({ id: 'AuditEvent' }) satisfies z.ZodType<AuditEvent>;

export const auditPage = page(auditEvent).meta({ id: 'AuditPage' }) satisfies z.ZodType<Page<AuditEvent>>;

const types = parameter((text): string[] | undefined => {
  const asked = text.split(',');
  return asked.every((type) => auditActionsOf(type).length > 0) ? asked : undefined;
}).meta({ description: 'Actions or their first parts, comma separated: `invitation,member.removed`.' });

const targetId = /^[a-z]{3}_[0-9A-Za-z]{22}$/;
const { limit, cursor, from } = listQuery;

export const auditQuery = z.strictObject({
  ...{ limit, cursor, from },
  since: parameter(readMoment).optional(),
  until: parameter(readMoment).optional(),
  types: types.optional(),
  actor: parameter((text) => (isId('user', text) ? text : undefined)).optional(),
  target: parameter((text) => (targetId.test(text) ? text : undefined)).optional(),
});
/** The query as the client writes it. */
export type AuditQueryTaken = keyof AuditQuery extends keyof z.input<typeof auditQuery> ? true : never;

export const accountChange = z
  .object({
    kind: open(['member', 'invitation', 'account', 'seats', 'link', 'transfer', 'job', 'user']),
    id: z.string(),
    version: z.int(),
  })
  .meta({
    id: 'AccountChange',
    description: 'Which thing changed, never what it says.',
  }) satisfies z.ZodType<AccountChange>;
