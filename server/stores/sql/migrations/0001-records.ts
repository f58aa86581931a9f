import { text, time } from './types.js';

/** What happened: audit, live changes, answers remembered, budgets. */
export const recordTables: readonly string[] = [
  `create table audit_events (
    id ${text} primary key,
    seq bigserial not null,
    at ${time} not null,
    actor_user_id ${text},
    account_id ${text} not null,
    action ${text} not null,
    target_type ${text} not null,
    target_id ${text} not null,
    before jsonb,
    after jsonb,
    ip ${text},
    correlation_id ${text}
  )`,
  `create index audit_events_by_account on audit_events (account_id, seq)`,
  `create function refuse_change() returns trigger language plpgsql as $$
    begin
      raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
    end
  $$`,
  `create trigger audit_events_append_only before update or delete or truncate on audit_events
    for each statement execute function refuse_change()`,

  `create table changes (
    id ${text} primary key,
    seq bigserial not null,
    account_id ${text} not null,
    kind ${text} not null,
    target_id ${text} not null,
    target_version integer,
    at ${time} not null
  )`,
  `create index changes_by_account on changes (account_id, seq)`,

  `create table idempotency_keys (
    id ${text} primary key,
    scope ${text} not null,
    key ${text} not null,
    request_hash ${text} not null,
    status integer,
    headers jsonb,
    body ${text},
    created_at ${time} not null,
    expires_at ${time} not null
  )`,
  `create unique index idempotency_once on idempotency_keys (scope, key)`,
  `create index idempotency_keys_by_end on idempotency_keys (expires_at)`,

  `create table budget_events (
    id ${text} primary key,
    bucket ${text} not null,
    at ${time} not null
  )`,
  `create index budget_events_by_bucket on budget_events (bucket, at)`,
];

/**
 * Indexes for search by substring. They make it fast among 100,000 members; on a server that has no pg_trgm, or
 * for a user who may not create it, search reads the rows of the account instead.
 */
export const searchIndexes = `do $$
  begin
    create extension if not exists pg_trgm;
    create index memberships_by_text on memberships using gin (search_text gin_trgm_ops);
    create index accounts_by_text on accounts using gin (name_key gin_trgm_ops);
  exception when feature_not_supported or undefined_file or insufficient_privilege or undefined_object then
    raise notice 'no pg_trgm: search by substring reads all rows of an account';
  end
$$`;
