import { randomUUID } from 'node:crypto';
import { schema, type NewRow, type TableDefinition, type TableName } from '../../../server/stores/schema.js';

/** Values of columns that the database checks against a closed list, and two that must differ. */
const fitting: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  accounts: { kind: 'child', status: 'active', relationship: 'managed', mfaPolicy: 'encouraged' },
  users: { status: 'active' },
  memberships: { roleId: 'account_manager', status: 'active', gate: 'none', source: 'invitation' },
  invitations: { state: 'pending', delivery: 'queued' },
  invitationTokens: { channel: 'mail', status: 'live' },
  sessions: { kind: 'full' },
  accountLinks: { state: 'pending', relationship: 'managed' },
  ownershipTransfers: { state: 'pending' },
  jobs: { status: 'queued' },
};

/** A row of any table: every column filled, every text different from any other row's. */
export function newRow<Name extends TableName>(
  table: Name,
  values: Partial<NewRow<Name>> = {},
): NewRow<Name> {
  const id = randomUUID();
  const row: Record<string, unknown> = {};
  const definition: TableDefinition = schema[table];
  for (const [column, kind] of Object.entries(definition.columns)) {
    if (kind === 'serial') continue;
    row[column] = filled(kind.replace('?', ''), `${column} ${id}`);
  }
  return { ...row, id, ...fitting[table], ...values } as NewRow<Name>;
}

function filled(kind: string, text: string): unknown {
  switch (kind) {
    case 'int':
      return 1;
    case 'bool':
      return false;
    case 'time':
      return '2026-11-22T09:30:00.123Z';
    case 'json':
      return { text };
    default:
      return text;
  }
}

/** A fresh id, for what belongs to one test alone. */
export const unique = (): string => randomUUID();

export const tableNames = Object.keys(schema) as TableName[];
