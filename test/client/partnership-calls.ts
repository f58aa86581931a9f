import type { CcClient } from '../../src/client/index.js';
import { accountId } from './wire.js';

const shown = { parentId: 'acc_p', parentName: 'Agency', childId: 'acc_c', childName: 'Client' };
const grant = {
  subject: { email: 'tess@example.test' },
  roleId: 'campaign_creator',
  accounts: [{ accountId }],
} as const;
const leaver = { subject: { userId: 'usr_1' }, dryRun: false } as const;
const changed: [string, undefined] = ['link.changed', undefined];
const job = { id: 'blk_1', version: 2 };

interface Row {
  call: (client: CcClient) => Promise<unknown>;
  sends: string;
  body?: unknown;
  match?: string;
  keyed?: true;
  tells?: [string, string | undefined];
}

/** Calls about links, people and jobs over many accounts, with what each sends. */
export const partnershipCalls: Record<string, Row> = {
  'links.list': {
    call: (c) => c.links.list(accountId, { state: 'pending' }),
    sends: `GET /accounts/${accountId}/links?state=pending`,
  },
  'links.get': { call: (c) => c.links.get('lnk_1'), sends: 'GET /account-links/lnk_1' },
  'links.request': {
    call: (c) => c.links.request({ parentId: 'acc_p', linkCode: 'ABCD2345' }),
    sends: 'POST /account-links',
    body: { parentId: 'acc_p', linkCode: 'ABCD2345' },
    keyed: true,
    tells: changed,
  },
  'links.remind': {
    call: (c) => c.links.remind('lnk_1'),
    sends: 'POST /account-links/lnk_1/reminders',
    keyed: true,
    tells: changed,
  },
  'links.approve': {
    call: (c) => c.links.approve('lnk_1', { shown }),
    sends: 'POST /account-links/lnk_1/approve',
    body: { shown },
    keyed: true,
    tells: changed,
  },
  'links.decline': {
    call: (c) => c.links.decline('lnk_1'),
    sends: 'POST /account-links/lnk_1/decline',
    keyed: true,
    tells: changed,
  },
  'links.end': {
    call: (c) => c.links.end({ id: 'lnk_1', version: 2 }),
    sends: 'DELETE /account-links/lnk_1',
    match: '"v2"',
    tells: ['link.ended', undefined],
  },
  'links.code': { call: (c) => c.links.code(accountId), sends: `GET /accounts/${accountId}/link-code` },
  'links.rotateCode': {
    call: (c) => c.links.rotateCode(accountId),
    sends: `POST /accounts/${accountId}/link-code`,
    keyed: true,
  },
  'people.list': {
    call: (c) => c.people.list(accountId, { q: 'tess' }),
    sends: `GET /accounts/${accountId}/people?q=tess`,
  },
  'people.access': {
    call: (c) => c.people.access(accountId, 'usr_1'),
    sends: `GET /accounts/${accountId}/people/usr_1`,
  },
  'bulkGrants.forecast': {
    call: (c) => c.bulkGrants.forecast({ ...grant, accounts: [...grant.accounts], dryRun: true }),
    sends: 'POST /bulk-grants',
    body: { ...grant, dryRun: true },
    keyed: true,
  },
  'bulkGrants.start': {
    call: (c) => c.bulkGrants.start({ ...grant, accounts: [...grant.accounts] }),
    sends: 'POST /bulk-grants',
    body: grant,
    keyed: true,
  },
  'bulkGrants.get': {
    call: (c) => c.bulkGrants.get('blk_1'),
    sends: 'GET /bulk-grants/blk_1',
    tells: ['job.ended', undefined],
  },
  'bulkGrants.items': {
    call: (c) => c.bulkGrants.items('blk_1', { outcome: 'failed' }),
    sends: 'GET /bulk-grants/blk_1/items?outcome=failed',
  },
  'bulkGrants.retry': {
    call: (c) => c.bulkGrants.retry('blk_1'),
    sends: 'POST /bulk-grants/blk_1/retry',
    keyed: true,
  },
  'bulkGrants.cancel': {
    call: (c) => c.bulkGrants.cancel(job),
    sends: 'DELETE /bulk-grants/blk_1',
    match: '"v2"',
    tells: ['job.ended', undefined],
  },
  'offboardings.start': {
    call: (c) => c.offboardings.start(accountId, leaver),
    sends: `POST /accounts/${accountId}/offboardings`,
    body: leaver,
    keyed: true,
  },
  'offboardings.get': {
    call: (c) => c.offboardings.get('off_1'),
    sends: 'GET /offboardings/off_1',
    tells: ['job.ended', undefined],
  },
};
