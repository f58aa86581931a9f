import { expect, oneEvent } from '@open-wc/testing';
import type { BulkGrant, BulkGrantItem, Problem } from '../../src/client/index.js';
import '../../src/define/access-grant.js';
import '../../src/define/provider.js';
import type { CcAccessGrant } from '../../src/elements/access-grant/access-grant.js';
import type { MockBackend, MockOptions } from '../../src/mock/index.js';
import { AccessGrantHarness } from '../../src/testing/harnesses/access-grant.harness.js';
import { createFakeClient } from '../../src/testing/index.js';
import { mfaScene, until } from './mfa-scene.js';

export interface GrantScene {
  readonly backend: MockBackend;
  readonly element: CcAccessGrant;
  readonly seen: AccessGrantHarness;
}

export async function openGrant(
  properties: Partial<CcAccessGrant> = {},
  options: MockOptions = {},
): Promise<GrantScene> {
  const scene = await mfaScene<CcAccessGrant>('cc-access-grant', options, properties);
  const { element } = scene;
  const opened = oneEvent(element, 'cc-opened');
  element.open = true;
  await opened;
  return { ...scene, seen: new AccessGrantHarness(element) };
}

/** Ids of premium clients, which have room for everybody. */
export async function roomy({ client, accountId }: MockBackend, count: number): Promise<string[]> {
  const query = { parent: accountId, plan: 'premium', seats: 'free' as const, from: 1, limit: count };
  return (await client.accounts.list(query)).items.map(({ id }) => id);
}

/** Opens for somebody new and the first premium clients. */
export async function forNew(count = 3, more: Partial<CcAccessGrant> = {}): Promise<GrantScene> {
  const scene = await openGrant({ subject: { email: 'fresh@example.test' }, ...more });
  const closed = oneEvent(scene.element, 'cc-closed');
  scene.element.open = false;
  await closed;
  scene.element.accountIds = await roomy(scene.backend, count);
  const opened = oneEvent(scene.element, 'cc-opened');
  scene.element.open = true;
  await opened;
  return scene;
}

export async function checked(scene: GrantScene): Promise<void> {
  await scene.seen.press(`Check ${scene.element.accountIds.length} accounts`);
  await until(() => scene.seen.tally() + scene.seen.trouble() !== '', 'the forecast');
  expect(scene.seen.trouble()).to.equal('');
}

export const job = (given: Partial<BulkGrant> = {}): BulkGrant => ({
  ...{ id: 'blk_1', status: 'running', dryRun: false, roleId: 'campaign_creator', existing: 'skip' },
  subject: { userId: 'usr_1', email: 'ngozi@northwind.test', displayName: 'Ngozi Balogun' },
  counts: { total: 3, done: 1, granted: 1 },
  ...{ createdAt: '2026-11-22T09:00:00.000Z', finishedAt: null, version: 1 },
  ...given,
});
export const item = (name: string, given: Partial<BulkGrantItem> = {}): BulkGrantItem => ({
  account: { id: `acc_${name}`, name },
  ...{ roleId: 'campaign_creator', outcome: 'granted', membershipId: 'mem_1', invitationId: null },
  problem: null,
  ...given,
});
const problem: Problem = {
  ...{ type: '/problems/seat-limit-reached', code: 'seat_limit', title: '', status: 409, instance: 'req_1' },
  ...{ limit: 3, used: 3, reserved: 0, planUrl: '/plans/1' },
};
export const ended = job({
  status: 'completed_with_errors',
  counts: { total: 3, done: 3, granted: 1, skipped: 1, failed: 1 },
});
export const outcomes = [
  item('Alder'),
  item('=Bluebird', { outcome: 'failed', membershipId: null, problem }),
  item('Copper', { outcome: 'skipped' }),
];

type Calls = Record<string, (call: never) => unknown>;

export async function stubbed(calls: Calls, properties: Partial<CcAccessGrant> = {}): Promise<GrantScene> {
  const client = createFakeClient({ calls: calls as never });
  const subject = { userId: 'usr_1', name: 'Ngozi Balogun' };
  const accountIds = ['acc_1', 'acc_2', 'acc_3'];
  const options = { scenario: 'empty' as const };
  return openGrant({ client, accountId: 'acc_1', subject, accountIds, ...properties }, options);
}

export const forecast = { 'bulkGrants.forecast': () => job({ status: 'completed', dryRun: true }) };
