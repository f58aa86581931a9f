import { oneOf, text, time, version } from './types.js';

/** Logins, their sessions and factors. */
export const peopleTables: readonly string[] = [
  `create table users (
    id ${text} primary key,
    external_id ${text},
    account_id ${text},
    username ${text} not null,
    username_key ${text} not null,
    email ${text} not null,
    email_key ${text} not null,
    email_verified_at ${time},
    display_name ${text},
    status ${text} not null ${oneOf('status', 'active', 'locked', 'deleted')},
    password_hash ${text},
    password_set_at ${time},
    mfa_active boolean not null,
    enrol_version integer not null check (enrol_version >= 0),
    locale ${text} not null,
    current_account_id ${text},
    created_at ${time} not null,
    ${version}
  )`,
  `create unique index username_taken on users (username_key)`,
  `create unique index external_id on users (external_id) where external_id is not null`,
  `create unique index verified_email on users (email_key)
    where email_verified_at is not null and account_id is null and status <> 'deleted'`,
  `create index users_by_email on users (email_key)`,

  `create table sessions (
    id ${text} primary key,
    user_id ${text} not null,
    token_hash ${text} not null,
    kind ${text} not null ${oneOf('kind', 'full', 'half')},
    authenticated_at ${time} not null,
    last_seen_at ${time} not null,
    expires_at ${time} not null,
    device_id ${text},
    user_agent ${text},
    created_at ${time} not null
  )`,
  `create unique index session_token on sessions (token_hash)`,
  `create index sessions_by_user on sessions (user_id)`,
  `create index sessions_by_end on sessions (expires_at)`,

  `create table challenges (
    id ${text} primary key,
    user_id ${text} not null,
    session_id ${text},
    purpose ${text} not null,
    methods jsonb not null,
    attempts integer not null check (attempts >= 0),
    token_hash ${text},
    ended_at ${time},
    expires_at ${time} not null,
    created_at ${time} not null
  )`,
  `create index challenges_by_user on challenges (user_id)`,

  `create table mfa_enrolments (
    id ${text} primary key,
    user_id ${text} not null,
    method ${text} not null,
    state ${text} not null,
    label ${text},
    secret ${text} not null,
    enrol_version integer not null check (enrol_version >= 0),
    last_step integer not null,
    failures integer not null check (failures >= 0),
    created_at ${time} not null,
    expires_at ${time},
    last_used_at ${time},
    ${version}
  )`,
  `create unique index active_totp on mfa_enrolments (user_id, method) where state = 'active'`,
  `create index mfa_enrolments_by_user on mfa_enrolments (user_id)`,

  `create table factor_attempts (
    id ${text} primary key,
    user_id ${text} not null,
    at ${time} not null
  )`,
  `create index factor_attempts_by_user on factor_attempts (user_id, at)`,

  `create table recovery_codes (
    id ${text} primary key,
    user_id ${text} not null,
    code_hash ${text} not null,
    batch integer not null check (batch >= 0),
    used_at ${time},
    created_at ${time} not null
  )`,
  `create index recovery_codes_by_user on recovery_codes (user_id)`,

  `create table trusted_devices (
    id ${text} primary key,
    user_id ${text} not null,
    token_hash ${text} not null,
    label ${text} not null,
    enrol_version integer not null check (enrol_version >= 0),
    first_seen_at ${time} not null,
    last_seen_at ${time} not null,
    expires_at ${time} not null,
    last_country ${text}
  )`,
  `create unique index device_token on trusted_devices (token_hash)`,
  `create index trusted_devices_by_user on trusted_devices (user_id)`,

  `create table password_resets (
    id ${text} primary key,
    user_id ${text} not null,
    token_hash ${text} not null,
    expires_at ${time} not null,
    used_at ${time},
    created_at ${time} not null
  )`,
  `create unique index reset_token on password_resets (token_hash)`,

  `create table email_changes (
    id ${text} primary key,
    user_id ${text} not null,
    old_email ${text} not null,
    new_email ${text} not null,
    undo_token_hash ${text} not null,
    state ${text} not null,
    expires_at ${time} not null,
    created_at ${time} not null
  )`,
  `create unique index undo_token on email_changes (undo_token_hash)`,
  `create index email_changes_by_user on email_changes (user_id)`,

  `create table released_usernames (
    id ${text} primary key,
    username_key ${text} not null,
    user_id ${text} not null,
    released_at ${time} not null,
    free_at ${time} not null
  )`,
  `create index released_usernames_by_name on released_usernames (username_key)`,
];
