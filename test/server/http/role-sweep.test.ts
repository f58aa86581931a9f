import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Endpoint } from '../../../server/endpoint.js';
import { accountIdOf, userIdOf } from '../../support/server.js';
import { giveFactor, memberOf, unlink } from '../../support/world.js';
import { isBound, nameOf, startSweep, type Sweep } from './sweep.js';

/**
 * domain.md 2a by hand, for the capabilities that endpoints ask for. Columns: owner, Account Manager, Campaign
 * Creator and Partner Manager of the partner acting on the partner; the same four acting on a client; owner,
 * Account Manager and Campaign Creator of the client acting there.
 */
const table: Readonly<Record<string, string>> = {
  enter: 'AAAA AAAA AAA',
  manageUsers: 'ADDD ADDA ADD',
  manageSettings: 'AADD AADA AAD',
  transferOwnership: 'ADDD ADDD ADD',
  /** Whoever manages the people of clients looks at people from the partner account as well. */
  managePeople: 'ADDA ADDA ADD',
  /** 2b: the partner asks and ends, the client’s own owner decides; partner people look at links from their side. */
  handleLinks: 'ADDA DDDD ADD',
  /** What was offered to one member is for that member alone, who is in no column. */
  nobody: 'DDDD DDDD DDD',
};

/** Endpoint → row of the table. An endpoint that is missing here fails the sweep. */
const rowOf: Readonly<Record<string, keyof typeof table>> = {
  'GET /accounts/:accountId': 'enter',
  'PATCH /accounts/:accountId': 'manageSettings',
  'DELETE /accounts/:accountId': 'transferOwnership',
  'GET /accounts/:accountId/access': 'enter',
  'GET /accounts/:accountId/roles': 'enter',
  'GET /accounts/:accountId/seats': 'enter',
  'GET /accounts/:accountId/partner-people': 'manageUsers',
  'GET /accounts/:accountId/members': 'manageUsers',
  'GET /accounts/:accountId/members/:memberId': 'manageUsers',
  'PATCH /accounts/:accountId/members/:memberId': 'manageUsers',
  'DELETE /accounts/:accountId/members/:memberId': 'manageUsers',
  'GET /accounts/:accountId/ownership-transfers': 'enter',
  'POST /accounts/:accountId/ownership-transfers': 'transferOwnership',
  'POST /accounts/:accountId/ownership-transfers/:transferId/accept': 'nobody',
  'DELETE /accounts/:accountId/ownership-transfers/:transferId': 'transferOwnership',
  'GET /accounts/:accountId/links': 'handleLinks',
  'GET /accounts/:accountId/link-code': 'handleLinks',
  'POST /accounts/:accountId/link-code': 'handleLinks',
  'GET /accounts/:accountId/people': 'managePeople',
  'GET /accounts/:accountId/people/:personId': 'managePeople',
  'GET /accounts/:accountId/offboardings': 'managePeople',
  'POST /accounts/:accountId/offboardings': 'managePeople',
  'GET /accounts/:accountId/audit-events': 'manageUsers',
  'GET /accounts/:accountId/events': 'enter',
  'GET /accounts/:accountId/mfa-forecast': 'manageSettings',
  'POST /accounts/:accountId/mfa-reminders': 'manageSettings',
  'POST /accounts/:accountId/members/:memberId/mfa-reset': 'manageUsers',
  'GET /accounts/:accountId/invitations': 'manageUsers',
  'POST /accounts/:accountId/invitations': 'manageUsers',
  'GET /accounts/:accountId/invitations/:invitationId': 'manageUsers',
  'PATCH /accounts/:accountId/invitations/:invitationId': 'manageUsers',
  'DELETE /accounts/:accountId/invitations/:invitationId': 'manageUsers',
  'POST /accounts/:accountId/invitations/:invitationId/resend': 'manageUsers',
  'POST /accounts/:accountId/invitations/:invitationId/link': 'manageUsers',
};

const partner = ['agency.owner', 'agency.manager', 'agency.creator', 'agency.partner'];
const client = ['alpha.owner', 'alpha.manager', 'alpha.creator'];
/** The people of the columns, and the account each acts on. */
const columns = [
  ...partner.map((username) => [username, 'agency'] as const),
  ...partner.map((username) => [username, 'alpha'] as const),
  ...client.map((username) => [username, 'alpha'] as const),
];
/** Who has no relation to which account: child to parent, sibling to sibling, and strangers of every role. */
const strangers = [
  ...client.map((username) => [username, 'agency'] as const),
  ...client.map((username) => [username, 'beta'] as const),
  ...['beta.owner', 'beta.manager'].map((username) => [username, 'alpha'] as const),
  ...['rival.owner', 'rival.manager', 'gamma.owner', 'solo.owner'].flatMap((username) => [
    [username, 'agency'] as const,
    [username, 'alpha'] as const,
  ]),
  ...partner.flatMap((username) => [
    [username, 'rival'] as const,
    [username, 'gamma'] as const,
    [username, 'solo'] as const,
  ]),
];

describe('T02, T03, T32: every endpoint as every role from every relation', () => {
  let sweep: Sweep;
  const invitations: Record<string, string> = {};
  const transfers: Record<string, string> = {};
  let cells = 0;

  before(async () => {
    sweep = await startSweep();
    for (const account of ['agency', 'alpha', 'beta']) {
      const owner = await sweep.as(`${account}.owner`);
      const body = { email: `swept@${account}.test`, roleId: 'campaign_creator' };
      const answer = await owner.post(`/accounts/${accountIdOf(account)}/invitations`, body);
      invitations[account] = answer.json<{ id: string }>().id;
    }
    await giveFactor(sweep.server.store, 'agency.spare');
    for (const account of ['agency', 'alpha']) {
      const owner = await sweep.as(`${account}.owner`);
      const path = `/accounts/${accountIdOf(account)}/ownership-transfers`;
      await owner.post(path, { toMembershipId: memberOf(`${account}.spare`) });
      const { items } = (await owner.get(path)).json<{ items: { id: string }[] }>();
      transfers[account] = items[0]?.id ?? '';
    }
  });
  after(async () => {
    console.log(`${String(cells)} cells compared`);
    await sweep.server.close();
  });

  /** One cell: A allowed, D denied, N not there. A tag that never matches keeps allowed writes without effect. */
  async function cell(endpoint: Endpoint, username: string, account: string): Promise<string> {
    const spare = `${account}.${account === 'beta' ? 'manager' : 'spare'}`;
    /** The same request about this account. */
    const here = (valid: string) =>
      valid
        .replace(/acc_\w+/, accountIdOf(account))
        .replace(/mem_\w+/, memberOf(spare))
        .replace(/trf_\w+/, transfers[account] ?? 'trf_0000000000000000000000')
        .replace(/usr_\w+/, userIdOf(spare))
        .replace(/inv_\w+/, invitations[account] ?? 'inv_0000000000000000000000');
    const email = `cell${String((cells += 1))}@example.test`;
    const { body } = await sweep.request(endpoint);
    const answer = await sweep.send(endpoint, {
      as: username,
      path: here,
      headers: { 'if-match': '"v0"' },
      ...(body && {
        body: JSON.parse(here(JSON.stringify('email' in body ? { ...body, email } : body))) as object,
      }),
    });
    if (answer.status === 404) return 'N';
    if (answer.status === 403) return answer.problem().type === '/problems/forbidden' ? 'D' : answer.text;
    assert.ok(
      [200, 201, 202, 409, 412, 429].includes(answer.status),
      `${nameOf(endpoint)} as ${username}: ${answer.text}`,
    );
    return 'A';
  }

  it('allows and denies as the table says', async () => {
    for (const endpoint of sweep.endpoints.filter(isBound)) {
      const row = rowOf[nameOf(endpoint)];
      assert.ok(row, `${nameOf(endpoint)} has no row in the sweep`);
      let got = '';
      for (const [username, account] of columns) got += await cell(endpoint, username, account);
      assert.equal(got, table[row]?.replaceAll(' ', ''), nameOf(endpoint));
    }
  });

  it('R4, R5: whoever has no relation finds nothing', async () => {
    for (const endpoint of sweep.endpoints.filter(isBound)) {
      for (const [username, account] of strangers) {
        assert.equal(
          await cell(endpoint, username, account),
          'N',
          `${nameOf(endpoint)}: ${username} on ${account}`,
        );
      }
    }
  });

  it('AC-006: partner people find nothing in a client that was unlinked a moment ago', async () => {
    await unlink(sweep.server.store, 'beta');
    for (const endpoint of sweep.endpoints.filter(isBound)) {
      for (const username of partner) {
        assert.equal(await cell(endpoint, username, 'beta'), 'N', `${nameOf(endpoint)}: ${username}`);
      }
    }
  });

  it('the rows of the sweep name endpoints that exist', () => {
    const names = sweep.endpoints.filter(isBound).map(nameOf);
    assert.deepEqual(Object.keys(rowOf).sort(), names.sort());
  });
});
