import { oneOf, text, time, version } from './types.js';

/** Accounts, who belongs to them, and how accounts belong together. */
export const accountTables: readonly string[] = [
  `create table accounts (
    id ${text} primary key,
    kind ${text} not null ${oneOf('kind', 'parent', 'child', 'standalone')},
    name ${text} not null,
    name_key ${text} not null,
    status ${text} not null ${oneOf('status', 'active', 'trial', 'trial_expired', 'overdue', 'disabled', 'closing', 'closed')},
    plan_id ${text},
    parent_id ${text},
    relationship ${text} ${oneOf('relationship', 'managed', 'referred')},
    single_billing boolean not null,
    mfa_policy ${text} not null ${oneOf('mfa_policy', 'off', 'encouraged', 'required')},
    link_code ${text} not null,
    owner_membership_id ${text},
    closed_at ${time},
    created_at ${time} not null,
    ${version}
  )`,
  `create unique index account_link_code on accounts (link_code)`,
  `create index accounts_by_parent on accounts (parent_id, name_key, id)`,

  `create table memberships (
    id ${text} primary key,
    user_id ${text} not null,
    account_id ${text} not null,
    role_id ${text} not null,
    status ${text} not null ${oneOf('status', 'active', 'suspended', 'removed')},
    gate ${text} not null ${oneOf('gate', 'none', 'mfa_enrolment')},
    source ${text} not null ${oneOf('source', 'invitation', 'bulk', 'owner_setup')},
    invited_by ${text},
    suspended_at ${time},
    suspended_by ${text},
    removed_at ${time},
    created_at ${time} not null,
    last_active_at ${time},
    name_key ${text} not null,
    search_text ${text} not null,
    role_order integer not null,
    mfa_active boolean not null,
    ${version}
  )`,
  `create unique index member_once on memberships (user_id, account_id) where status <> 'removed'`,
  `create unique index one_owner on memberships (account_id) where role_id = 'account_owner' and status = 'active'`,
  `create index memberships_by_name on memberships (account_id, name_key, id)`,
  `create index memberships_by_role on memberships (account_id, role_order, id)`,
  `create index memberships_by_activity on memberships (account_id, last_active_at, id)`,
  // The other direction of a column that may be null, with the nulls last all the same.
  `create index memberships_by_activity_desc on memberships (account_id, last_active_at desc nulls last, id)`,
  `create index memberships_by_age on memberships (account_id, created_at, id)`,
  `create index memberships_by_user on memberships (user_id)`,

  `create table account_links (
    id ${text} primary key,
    parent_id ${text} not null,
    child_id ${text} not null check (child_id <> parent_id),
    initiated_by ${text} not null,
    state ${text} not null ${oneOf('state', 'pending', 'activating', 'active', 'declined', 'cancelled', 'expired', 'ended')},
    relationship ${text} not null ${oneOf('relationship', 'managed', 'referred')},
    max_role ${text},
    note ${text},
    reason ${text},
    requested_by ${text} not null,
    decided_by ${text},
    reminders integer not null check (reminders >= 0),
    last_reminded_at ${time},
    expires_at ${time} not null,
    activated_at ${time},
    ended_at ${time},
    end_reason ${text},
    created_at ${time} not null,
    ${version}
  )`,
  `create unique index link_open on account_links (parent_id, child_id) where state = 'pending'`,
  `create unique index one_managing_parent on account_links (child_id)
    where state = 'active' and relationship = 'managed'`,
  `create index account_links_by_parent on account_links (parent_id, state)`,
  `create index account_links_by_child on account_links (child_id, state)`,

  `create table entries (
    id ${text} primary key,
    user_id ${text} not null,
    account_id ${text} not null,
    at ${time} not null
  )`,
  `create unique index entry_once on entries (user_id, account_id)`,

  `create table favourites (
    id ${text} primary key,
    user_id ${text} not null,
    account_id ${text} not null,
    created_at ${time} not null
  )`,
  `create unique index favourite_once on favourites (user_id, account_id)`,

  `create table ownership_transfers (
    id ${text} primary key,
    account_id ${text} not null,
    from_membership_id ${text} not null,
    to_membership_id ${text} not null check (to_membership_id <> from_membership_id),
    state ${text} not null ${oneOf('state', 'pending', 'accepted', 'cancelled', 'expired')},
    expires_at ${time} not null,
    created_at ${time} not null,
    decided_at ${time},
    ${version}
  )`,
  `create unique index transfer_pending on ownership_transfers (account_id) where state = 'pending'`,
];
