/**
 * The tables of the reference backend as data. The memory store enforces them as written, the SQL
 * migrations are compared with them by a test, and every row type is derived from them.
 *
 * Column kinds: `text`, `int`, `bool`, `time` (RFC 3339 string in UTC with milliseconds), `json`,
 * `serial` (a rising number given by the store). A trailing `?` allows null.
 */
export type ColumnKind = 'text' | 'int' | 'bool' | 'time' | 'json';
export type Column = ColumnKind | `${ColumnKind}?` | 'serial';

/** A rule that at most one row may have the same values, among the rows that match `where`. */
export interface UniqueRule {
  columns: readonly string[];
  /** Column = value, or `not` value; all must hold for the rule to count the row. */
  where?: Readonly<Record<string, string | boolean | null | { not: string | null }>>;
}

export interface TableDefinition {
  columns: Readonly<Record<string, Column>> & { readonly id: 'text' };
  /** Rule name → rule; the name is what a `UniqueViolation` carries. */
  unique?: Readonly<Record<string, UniqueRule>>;
  /** Column lists that are looked up or sorted by. */
  indexes?: readonly (readonly string[])[];
  /** A store may keep how many rows there are of each of these values, where counting them would take long. */
  counted?: readonly string[];
  /** Rows are never changed or removed. */
  appendOnly?: true;
}

export const schema = {
  accounts: {
    columns: {
      id: 'text',
      kind: 'text',
      name: 'text',
      nameKey: 'text',
      status: 'text',
      planId: 'text?',
      parentId: 'text?',
      relationship: 'text?',
      singleBilling: 'bool',
      mfaPolicy: 'text',
      linkCode: 'text',
      ownerMembershipId: 'text?',
      closedAt: 'time?',
      createdAt: 'time',
      version: 'int',
    },
    unique: { account_link_code: { columns: ['linkCode'] } },
    indexes: [['parentId', 'nameKey', 'id']],
  },
  users: {
    columns: {
      id: 'text',
      externalId: 'text?',
      /** Only under `per_account`: the one account this login belongs to. */
      accountId: 'text?',
      username: 'text',
      usernameKey: 'text',
      email: 'text',
      emailKey: 'text',
      emailVerifiedAt: 'time?',
      displayName: 'text?',
      status: 'text',
      passwordHash: 'text?',
      passwordSetAt: 'time?',
      mfaActive: 'bool',
      /** Rises when factors change; trusted devices are bound to it (R67, R68). */
      enrolVersion: 'int',
      locale: 'text',
      currentAccountId: 'text?',
      createdAt: 'time',
      version: 'int',
    },
    unique: {
      username_taken: { columns: ['usernameKey'] },
      external_id: { columns: ['externalId'], where: { externalId: { not: null } } },
      /** R33: one verified address, one login, under `one_identity`. */
      verified_email: {
        columns: ['emailKey'],
        where: { emailVerifiedAt: { not: null }, accountId: null, status: { not: 'deleted' } },
      },
    },
    indexes: [['emailKey']],
  },
  memberships: {
    columns: {
      id: 'text',
      userId: 'text',
      accountId: 'text',
      roleId: 'text',
      status: 'text',
      gate: 'text',
      source: 'text',
      invitedBy: 'text?',
      suspendedAt: 'time?',
      suspendedBy: 'text?',
      removedAt: 'time?',
      createdAt: 'time',
      lastActiveAt: 'time?',
      /** Copies of the person's facts, kept beside the grant so that a roster of any size needs one table. */
      nameKey: 'text',
      searchText: 'text',
      roleOrder: 'int',
      mfaActive: 'bool',
      version: 'int',
    },
    unique: {
      member_once: { columns: ['userId', 'accountId'], where: { status: { not: 'removed' } } },
      /** R54: exactly one owner. */
      one_owner: { columns: ['accountId'], where: { roleId: 'account_owner', status: 'active' } },
    },
    indexes: [
      ['accountId', 'nameKey', 'id'],
      ['accountId', 'roleOrder', 'nameKey', 'id'],
      ['accountId', 'status', 'nameKey', 'id'],
      ['accountId', 'mfaActive', 'nameKey', 'id'],
      ['accountId', 'lastActiveAt', 'id'],
      ['accountId', 'createdAt', 'id'],
      ['userId'],
    ],
    counted: ['accountId', 'status', 'roleId', 'mfaActive'],
  },
  invitations: {
    columns: {
      id: 'text',
      accountId: 'text',
      email: 'text',
      emailKey: 'text',
      name: 'text?',
      roleId: 'text',
      proposedUsername: 'text?',
      /** Stored `pending` past its time reads as `expired`. */
      state: 'text',
      delivery: 'text',
      emailProven: 'bool',
      expiresAt: 'time',
      sentCount: 'int',
      lastSentAt: 'time?',
      invitedBy: 'text',
      bulkGrantId: 'text?',
      acceptedUserId: 'text?',
      revokeReason: 'text?',
      message: 'text?',
      /** The language of its mails; null is the inviter's. */
      locale: 'text?',
      createdAt: 'time',
      version: 'int',
    },
    unique: { invitation_pending: { columns: ['accountId', 'emailKey'], where: { state: 'pending' } } },
    indexes: [['accountId', 'state', 'createdAt'], ['emailKey'], ['bulkGrantId']],
  },
  /** Only the SHA-256 of a token is kept; a replaced or spent one stays, so that its link can say why (R38, R41). */
  invitationTokens: {
    columns: {
      id: 'text',
      invitationId: 'text',
      channel: 'text',
      tokenHash: 'text',
      status: 'text',
      createdAt: 'time',
    },
    unique: {
      token_hash: { columns: ['tokenHash'] },
      live_token: { columns: ['invitationId', 'channel'], where: { status: 'live' } },
    },
    indexes: [['invitationId']],
  },
  /** Mailed six-digit codes (R44, R61) and proofs of a new address. */
  emailCodes: {
    columns: {
      id: 'text',
      purpose: 'text',
      subjectId: 'text',
      codeHash: 'text',
      attempts: 'int',
      expiresAt: 'time',
      usedAt: 'time?',
      createdAt: 'time',
    },
    indexes: [['purpose', 'subjectId']],
  },
  sessions: {
    columns: {
      id: 'text',
      userId: 'text',
      tokenHash: 'text',
      /** `full`, or `half` while a second factor is pending. */
      kind: 'text',
      authenticatedAt: 'time',
      lastSeenAt: 'time',
      expiresAt: 'time',
      deviceId: 'text?',
      userAgent: 'text?',
      createdAt: 'time',
    },
    unique: { session_token: { columns: ['tokenHash'] } },
    indexes: [['userId'], ['expiresAt']],
  },
  challenges: {
    columns: {
      id: 'text',
      userId: 'text',
      sessionId: 'text?',
      /** `sign_in` or `step_up`. */
      purpose: 'text',
      methods: 'json',
      attempts: 'int',
      /** The person's `enrolVersion` when it was made; any change of factors or password ends it (C08). */
      enrolVersion: 'int',
      tokenHash: 'text?',
      endedAt: 'time?',
      expiresAt: 'time',
      createdAt: 'time',
    },
    indexes: [['userId']],
  },
  mfaEnrolments: {
    columns: {
      id: 'text',
      userId: 'text',
      method: 'text',
      state: 'text',
      label: 'text?',
      secret: 'text',
      enrolVersion: 'int',
      /** Last accepted time step; compare-and-set makes each step count once (R64). */
      lastStep: 'int',
      failures: 'int',
      createdAt: 'time',
      expiresAt: 'time?',
      lastUsedAt: 'time?',
      version: 'int',
    },
    unique: { active_totp: { columns: ['userId', 'method'], where: { state: 'active' } } },
    indexes: [['userId']],
  },
  /** Every wrong factor answer of a user; the budget of R64 is counted here, before an answer is checked. */
  factorAttempts: {
    columns: { id: 'text', userId: 'text', at: 'time' },
    indexes: [['userId', 'at']],
  },
  recoveryCodes: {
    columns: {
      id: 'text',
      userId: 'text',
      codeHash: 'text',
      batch: 'int',
      usedAt: 'time?',
      /** When the person said that they keep the batch (S04). */
      savedAt: 'time?',
      createdAt: 'time',
    },
    indexes: [['userId']],
  },
  trustedDevices: {
    columns: {
      id: 'text',
      userId: 'text',
      tokenHash: 'text',
      label: 'text',
      enrolVersion: 'int',
      firstSeenAt: 'time',
      lastSeenAt: 'time',
      expiresAt: 'time',
      lastCountry: 'text?',
    },
    unique: { device_token: { columns: ['tokenHash'] } },
    indexes: [['userId']],
  },
  passwordResets: {
    columns: {
      id: 'text',
      userId: 'text',
      tokenHash: 'text',
      expiresAt: 'time',
      usedAt: 'time?',
      createdAt: 'time',
    },
    unique: { reset_token: { columns: ['tokenHash'] } },
  },
  /** Undo of an address change, open for 72 h at the old address. */
  emailChanges: {
    columns: {
      id: 'text',
      userId: 'text',
      oldEmail: 'text',
      newEmail: 'text',
      undoTokenHash: 'text',
      state: 'text',
      expiresAt: 'time',
      createdAt: 'time',
    },
    unique: { undo_token: { columns: ['undoTokenHash'] } },
    indexes: [['userId']],
  },
  releasedUsernames: {
    columns: { id: 'text', usernameKey: 'text', userId: 'text', releasedAt: 'time', freeAt: 'time' },
    indexes: [['usernameKey']],
  },
  accountLinks: {
    columns: {
      id: 'text',
      parentId: 'text',
      childId: 'text',
      initiatedBy: 'text',
      state: 'text',
      relationship: 'text',
      maxRole: 'text?',
      note: 'text?',
      reason: 'text?',
      requestedBy: 'text',
      decidedBy: 'text?',
      reminders: 'int',
      lastRemindedAt: 'time?',
      expiresAt: 'time',
      activatedAt: 'time?',
      endedAt: 'time?',
      endReason: 'text?',
      createdAt: 'time',
      version: 'int',
    },
    unique: {
      link_open: { columns: ['parentId', 'childId'], where: { state: 'pending' } },
      one_managing_parent: { columns: ['childId'], where: { state: 'active', relationship: 'managed' } },
    },
    indexes: [
      ['parentId', 'state'],
      ['childId', 'state'],
    ],
  },
  /** When someone last entered a client through the partner account (R90). */
  entries: {
    columns: { id: 'text', userId: 'text', accountId: 'text', at: 'time' },
    unique: { entry_once: { columns: ['userId', 'accountId'] } },
  },
  favourites: {
    columns: { id: 'text', userId: 'text', accountId: 'text', createdAt: 'time' },
    unique: { favourite_once: { columns: ['userId', 'accountId'] } },
  },
  ownershipTransfers: {
    columns: {
      id: 'text',
      accountId: 'text',
      fromMembershipId: 'text',
      toMembershipId: 'text',
      state: 'text',
      expiresAt: 'time',
      createdAt: 'time',
      decidedAt: 'time?',
      version: 'int',
    },
    unique: { transfer_pending: { columns: ['accountId'], where: { state: 'pending' } } },
  },
  /** Bulk grants and offboardings: long work that survives a restart. */
  jobs: {
    columns: {
      id: 'text',
      kind: 'text',
      accountId: 'text',
      actorUserId: 'text',
      status: 'text',
      dryRun: 'bool',
      input: 'json',
      counts: 'json',
      /** A worker owns the job until then; another may take it over afterwards. */
      leaseUntil: 'time?',
      createdAt: 'time',
      finishedAt: 'time?',
      version: 'int',
    },
    indexes: [['status'], ['actorUserId']],
  },
  jobItems: {
    columns: {
      id: 'text',
      jobId: 'text',
      position: 'int',
      accountId: 'text',
      kind: 'text',
      targetId: 'text?',
      roleId: 'text?',
      outcome: 'text',
      membershipId: 'text?',
      invitationId: 'text?',
      problem: 'json?',
    },
    unique: { job_position: { columns: ['jobId', 'position'] } },
    indexes: [['jobId', 'outcome']],
  },
  /** Append-only (R-audit of domain.md 5): no secrets, no tokens. */
  auditEvents: {
    columns: {
      id: 'text',
      seq: 'serial',
      at: 'time',
      actorUserId: 'text?',
      accountId: 'text',
      action: 'text',
      targetType: 'text',
      targetId: 'text',
      before: 'json?',
      after: 'json?',
      ip: 'text?',
      correlationId: 'text?',
    },
    indexes: [['accountId', 'seq']],
    appendOnly: true,
  },
  /** The transactional outbox: a mail is written with the change it tells of, and sent afterwards. */
  outbox: {
    columns: {
      id: 'text',
      /** Stable, so that a second attempt after a crash is recognised (M01). */
      messageId: 'text',
      recipient: 'text',
      template: 'text',
      locale: 'text',
      data: 'json',
      invitationId: 'text?',
      status: 'text',
      attempts: 'int',
      notBefore: 'time',
      leaseUntil: 'time?',
      lastError: 'text?',
      createdAt: 'time',
      sentAt: 'time?',
    },
    unique: { mail_message_id: { columns: ['messageId'] } },
    indexes: [['status', 'notBefore']],
  },
  /** What the embedded development mailbox received. */
  mailbox: {
    columns: {
      id: 'text',
      seq: 'serial',
      messageId: 'text',
      sender: 'text',
      recipient: 'text',
      subject: 'text',
      text: 'text',
      html: 'text',
      receivedAt: 'time',
    },
    unique: { mailbox_message_id: { columns: ['messageId'] } },
  },
  /** Live changes: kind, id and version only; `seq` is the Last-Event-ID. */
  changes: {
    columns: {
      id: 'text',
      seq: 'serial',
      accountId: 'text',
      kind: 'text',
      targetId: 'text',
      targetVersion: 'int?',
      at: 'time',
    },
    indexes: [['accountId', 'seq']],
  },
  idempotencyKeys: {
    columns: {
      id: 'text',
      scope: 'text',
      key: 'text',
      requestHash: 'text',
      status: 'int?',
      headers: 'json?',
      body: 'text?',
      createdAt: 'time',
      expiresAt: 'time',
    },
    unique: { idempotency_once: { columns: ['scope', 'key'] } },
    indexes: [['expiresAt']],
  },
  /** One row an event that a budget counts (R34, R39, per inviter, account and recipient). */
  budgetEvents: {
    columns: { id: 'text', bucket: 'text', at: 'time' },
    indexes: [['bucket', 'at']],
  },
} as const satisfies Record<string, TableDefinition>;

export type TableName = keyof typeof schema;

type Value<C extends Column> = C extends `${infer Kind extends ColumnKind}?`
  ? Value<Kind> | null
  : C extends 'text' | 'time'
    ? string
    : C extends 'int' | 'serial'
      ? number
      : C extends 'bool'
        ? boolean
        : unknown;

type Columns<Name extends TableName> = (typeof schema)[Name]['columns'];

/** A row as stored. */
export type Row<Name extends TableName> = {
  -readonly [C in keyof Columns<Name>]: Columns<Name>[C] extends Column ? Value<Columns<Name>[C]> : never;
};

type SerialColumn<Name extends TableName> = {
  [C in keyof Columns<Name>]: Columns<Name>[C] extends 'serial' ? C : never;
}[keyof Columns<Name>];

/** A row as inserted: what the store gives itself is left out. */
export type NewRow<Name extends TableName> = Omit<Row<Name>, SerialColumn<Name>>;
