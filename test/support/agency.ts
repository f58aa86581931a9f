import assert from 'node:assert/strict';
import type { BulkGrant, BulkGrantItem, Page } from '../../src/client/wire/index.js';
import { createJobWorker } from '../../server/jobs/worker.js';
import type { Scenario } from '../../server/scenarios/index.js';
import { accountIdOf, type Caller, type TestServer } from './server.js';

type Account = Scenario['accounts'][number];
type Person = Scenario['people'][number];

export const clientKey = (number: number): string => `client-${number}`;
export const clientId = (number: number): string => accountIdOf(clientKey(number));

/** Which clients of the agency are special; all others have room for everybody. */
export interface Special {
  /** One seat, taken by the owner. */
  full?: readonly number[];
  /** The client allows no more than a Campaign Creator. */
  capped?: readonly number[];
  closed?: readonly number[];
  /** The helper has a role there already. */
  helped?: readonly number[];
}

/** An agency with so many clients, each with an owner of its own, and `helper`, who works for the agency. */
export function agencyWith(count: number, special: Special = {}, more: Partial<Scenario> = {}): Scenario {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const grant = { role: 'campaign_creator', joinedDaysAgo: 90, lastActiveMinutesAgo: 60 } as const;
  const client = (number: number): Account => ({
    ...{
      key: clientKey(number),
      kind: 'child',
      name: `Client ${number}`,
      parent: 'agency',
      createdDaysAgo: 200,
    },
    planId: special.full?.includes(number) ? 'starter' : 'premium',
    ...(special.capped?.includes(number) && { maxRole: 'campaign_creator' as const }),
    ...(special.closed?.includes(number) && { status: 'closed' as const, closedDaysAgo: 3 }),
  });
  const owner = (number: number): Person => ({
    ...{
      username: `owner.${number}`,
      email: `owner@${clientKey(number)}.test`,
      displayName: `Owner ${number}`,
    },
    memberships: [{ ...grant, account: clientKey(number), role: 'account_owner', source: 'owner_setup' }],
  });
  const partner = (name: string, role: 'account_owner' | 'partner_manager' | 'campaign_creator'): Person => ({
    ...{ username: name, email: `${name}@agency.test`, displayName: name },
    memberships: [{ ...grant, account: 'agency', role }],
  });
  const helper = partner('helper', 'campaign_creator');
  const helped = (special.helped ?? []).map((number) => ({ ...grant, account: clientKey(number) }));
  return {
    name: 'three',
    summary: 'An agency with many clients.',
    identityPolicy: 'one_identity',
    accounts: [
      { key: 'agency', kind: 'parent', name: 'Agency', planId: null, createdDaysAgo: 400 },
      ...numbers.map(client),
    ],
    people: [
      partner('boss', 'account_owner'),
      partner('planner', 'partner_manager'),
      { ...helper, memberships: [...helper.memberships, ...helped] },
      ...numbers.filter((number) => !special.closed?.includes(number)).map(owner),
    ],
    invitations: [],
    logins: ['boss'],
    ...more,
  };
}

/** Clients of the agency as a job takes them. */
export const clients = (from: number, to: number): { accountId: string }[] =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ accountId: clientId(from + index) }));

/** Lets the workers do all there is. */
export const work = (server: TestServer): Promise<number> =>
  createJobWorker(server.ports, server.config).drain();

/** Starts a grant, or a forecast, and waits for its end. */
export async function grant(server: TestServer, caller: Caller, body: object): Promise<BulkGrant> {
  const answer = await caller.post('/bulk-grants', body);
  assert.equal(answer.status, 202, answer.text);
  await work(server);
  return readGrant(caller, answer.json<BulkGrant>().id);
}

export async function readGrant(caller: Caller, id: string): Promise<BulkGrant> {
  return (await caller.get(`/bulk-grants/${id}`)).json<BulkGrant>();
}

/** Every item of a grant, through all pages. */
export async function itemsOf(caller: Caller, id: string, query = ''): Promise<BulkGrantItem[]> {
  const items: BulkGrantItem[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const more: string = cursor === '' ? '' : `&cursor=${cursor}`;
    const page = (await caller.get(`/bulk-grants/${id}/items?limit=100${query}${more}`)).json<
      Page<BulkGrantItem>
    >();
    items.push(...page.items);
    cursor = page.nextCursor;
  }
  return items;
}
