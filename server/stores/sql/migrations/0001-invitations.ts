import { oneOf, text, time, version } from './types.js';

/** Invitations, the mail they and others cause, and long jobs. */
export const invitationTables: readonly string[] = [
  `create table invitations (
    id ${text} primary key,
    account_id ${text} not null,
    email ${text} not null,
    email_key ${text} not null,
    name ${text},
    role_id ${text} not null,
    proposed_username ${text},
    state ${text} not null ${oneOf('state', 'pending', 'accepted', 'declined', 'revoked', 'expired')},
    delivery ${text} not null ${oneOf('delivery', 'held', 'queued', 'sent', 'delivered', 'bounced')},
    email_proven boolean not null,
    expires_at ${time} not null,
    sent_count integer not null check (sent_count >= 0),
    last_sent_at ${time},
    invited_by ${text} not null,
    bulk_grant_id ${text},
    accepted_user_id ${text},
    revoke_reason ${text},
    message ${text},
    created_at ${time} not null,
    ${version}
  )`,
  `create unique index invitation_pending on invitations (account_id, email_key) where state = 'pending'`,
  `create index invitations_by_account on invitations (account_id, state, created_at)`,
  `create index invitations_by_email on invitations (email_key)`,
  `create index invitations_by_bulk_grant on invitations (bulk_grant_id)`,

  `create table invitation_tokens (
    id ${text} primary key,
    invitation_id ${text} not null,
    channel ${text} not null ${oneOf('channel', 'mail', 'copied')},
    token_hash ${text} not null,
    status ${text} not null,
    created_at ${time} not null
  )`,
  `create unique index token_hash on invitation_tokens (token_hash)`,
  `create unique index live_token on invitation_tokens (invitation_id, channel) where status = 'live'`,
  `create index invitation_tokens_by_invitation on invitation_tokens (invitation_id)`,

  `create table email_codes (
    id ${text} primary key,
    purpose ${text} not null,
    subject_id ${text} not null,
    code_hash ${text} not null,
    attempts integer not null check (attempts >= 0),
    expires_at ${time} not null,
    used_at ${time},
    created_at ${time} not null
  )`,
  `create index email_codes_by_subject on email_codes (purpose, subject_id)`,

  `create table outbox (
    id ${text} primary key,
    message_id ${text} not null,
    recipient ${text} not null,
    template ${text} not null,
    locale ${text} not null,
    data jsonb not null,
    invitation_id ${text},
    status ${text} not null,
    attempts integer not null check (attempts >= 0),
    not_before ${time} not null,
    lease_until ${time},
    last_error ${text},
    created_at ${time} not null,
    sent_at ${time}
  )`,
  `create unique index mail_message_id on outbox (message_id)`,
  `create index outbox_by_status on outbox (status, not_before)`,

  `create table mailbox (
    id ${text} primary key,
    seq bigserial not null,
    message_id ${text} not null,
    sender ${text} not null,
    recipient ${text} not null,
    subject ${text} not null,
    text ${text} not null,
    html ${text} not null,
    received_at ${time} not null
  )`,
  `create unique index mailbox_message_id on mailbox (message_id)`,

  `create table jobs (
    id ${text} primary key,
    kind ${text} not null,
    account_id ${text} not null,
    actor_user_id ${text} not null,
    status ${text} not null ${oneOf('status', 'queued', 'running', 'completed', 'completed_with_errors', 'failed', 'cancelled')},
    dry_run boolean not null,
    input jsonb not null,
    counts jsonb not null,
    lease_until ${time},
    created_at ${time} not null,
    finished_at ${time},
    ${version}
  )`,
  `create index jobs_by_status on jobs (status)`,
  `create index jobs_by_actor on jobs (actor_user_id)`,

  `create table job_items (
    id ${text} primary key,
    job_id ${text} not null,
    position integer not null check (position >= 0),
    account_id ${text} not null,
    kind ${text} not null,
    target_id ${text},
    role_id ${text},
    outcome ${text} not null,
    membership_id ${text},
    invitation_id ${text},
    problem jsonb
  )`,
  `create unique index job_position on job_items (job_id, position)`,
  `create index job_items_by_outcome on job_items (job_id, outcome)`,
];
