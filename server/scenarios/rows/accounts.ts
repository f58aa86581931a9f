import { addSeconds, foldForSearch, limits } from '../../../src/domain/index.js';
import type { NewRow } from '../../stores/schema.js';
import { accountIdOf, linkCodeOf, scenarioId, userIdOf } from '../ids.js';
import type { Scenario, ScenarioAccount } from '../scenario.js';
import { daysAgo } from './ago.js';

/** Accounts, and the links that put clients under their partner. */
export function accountRows(
  scenario: Scenario,
  now: Date,
  memberships: readonly NewRow<'memberships'>[],
): { accounts: NewRow<'accounts'>[]; links: NewRow<'accountLinks'>[] } {
  const owners = new Map(
    memberships
      .filter(({ roleId }) => roleId === 'account_owner')
      .map(({ accountId, id }) => [accountId, id]),
  );
  return {
    accounts: scenario.accounts.map((account) => accountRow(account, now, owners)),
    links: scenario.accounts
      .filter(({ parent }) => parent !== undefined)
      .map((account) => linkRow(scenario, account, now)),
  };
}

function accountRow(
  account: ScenarioAccount,
  now: Date,
  owners: ReadonlyMap<string, string>,
): NewRow<'accounts'> {
  const id = accountIdOf(account.key);
  return {
    id,
    kind: account.kind,
    name: account.name,
    nameKey: foldForSearch(account.name),
    status: account.status ?? 'active',
    planId: account.planId,
    parentId: account.parent === undefined ? null : accountIdOf(account.parent),
    relationship: account.parent === undefined ? null : (account.relationship ?? 'managed'),
    singleBilling: account.singleBilling ?? false,
    mfaPolicy: account.mfaPolicy ?? 'encouraged',
    linkCode: linkCodeOf(account.key),
    ownerMembershipId: owners.get(id) ?? null,
    closedAt: account.closedDaysAgo === undefined ? null : daysAgo(now, account.closedDaysAgo),
    createdAt: daysAgo(now, account.createdDaysAgo),
    version: 1,
  };
}

/** Active, or ended with the account (R85). */
function linkRow(scenario: Scenario, account: ScenarioAccount, now: Date): NewRow<'accountLinks'> {
  const parent = account.parent ?? '';
  const asked = daysAgo(now, account.createdDaysAgo);
  const closed = account.closedDaysAgo;
  const requester = userIdOf(scenario.logins[0] ?? '');
  return {
    id: scenarioId('link', `${parent} to ${account.key}`),
    parentId: accountIdOf(parent),
    childId: accountIdOf(account.key),
    initiatedBy: 'parent',
    state: closed === undefined ? 'active' : 'ended',
    relationship: account.relationship ?? 'managed',
    maxRole: account.maxRole ?? null,
    note: null,
    reason: null,
    requestedBy: requester,
    decidedBy: null,
    reminders: 0,
    lastRemindedAt: null,
    expiresAt: addSeconds(asked, limits.linkRequestSeconds).toISOString(),
    activatedAt: asked,
    endedAt: closed === undefined ? null : daysAgo(now, closed),
    endReason: closed === undefined ? null : 'account_closed',
    createdAt: asked,
    version: 1,
  };
}
