import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { refused, invitationsOf } from '../../support/invites.js';
import { startServer, type TestServer } from '../../support/server.js';
import { world } from '../../support/world.js';

/** Written by hand from 2a, 2c and R1, R2, R87: who may invite whom where. */
const M = 'account_manager';
const C = 'campaign_creator';
const PM = 'partner_manager';
const O = 'account_owner';
const yes = [201, ''] as const;
const notGrantable = [422, 'role-not-available', 'role_not_grantable'] as const;
const notAvailable = [422, 'role-not-available', 'role_not_available'] as const;
const aboveActor = [403, 'forbidden', 'role_above_actor'] as const;
const forbidden = [403, 'forbidden', 'forbidden'] as const;
const unknown = [404, 'not-found', 'not_found'] as const;
const enrolFirst = [403, 'mfa-enrolment-required', 'mfa_enrolment_required'] as const;

type Expected = readonly [status: number, slug: string, code?: string];
const table: readonly (readonly [who: string, where: string, Record<string, Expected>])[] = [
  ['agency.owner', 'agency', { [M]: yes, [C]: yes, [PM]: yes, [O]: notGrantable }],
  ['agency.owner', 'alpha', { [M]: yes, [C]: yes, [PM]: notAvailable, [O]: notGrantable }],
  ['agency.manager', 'agency', { [M]: forbidden, [C]: forbidden, [PM]: aboveActor, [O]: notGrantable }],
  ['agency.manager', 'alpha', { [M]: forbidden, [C]: forbidden, [PM]: notAvailable }],
  ['agency.creator', 'agency', { [M]: aboveActor, [C]: forbidden, [PM]: aboveActor }],
  ['agency.creator', 'alpha', { [M]: aboveActor, [C]: forbidden }],
  ['agency.partner', 'agency', { [M]: aboveActor, [C]: aboveActor, [PM]: forbidden }],
  ['agency.partner', 'alpha', { [M]: yes, [C]: yes, [PM]: notAvailable, [O]: notGrantable }],
  ['alpha.owner', 'alpha', { [M]: yes, [C]: yes, [PM]: notAvailable, [O]: notGrantable }],
  ['alpha.manager', 'alpha', { [M]: forbidden, [C]: forbidden, [PM]: notAvailable }],
  ['alpha.creator', 'alpha', { [M]: aboveActor, [C]: forbidden, [PM]: notAvailable }],
  ['alpha.owner', 'agency', { [C]: unknown, [PM]: unknown }],
  ['alpha.owner', 'beta', { [C]: unknown }],
  ['beta.owner', 'alpha', { [C]: unknown }],
  ['rival.owner', 'alpha', { [C]: unknown }],
  ['alpha.suspended', 'alpha', { [C]: unknown }],
  ['alpha.gated', 'alpha', { [C]: aboveActor }],
];

describe('who may invite', () => {
  let server: TestServer;
  before(async () => {
    server = await startServer({ scenario: world });
  });
  after(() => server.close());

  let number = 0;
  for (const [who, where, roles] of table) {
    it(`R1, R2, R87: ${who} on ${where}: ${Object.entries(roles)
      .map(([role, [status]]) => `${role} ${status}`)
      .join(', ')}`, async () => {
      const caller = await server.as(who);
      for (const [roleId, [status, slug, code]] of Object.entries(roles)) {
        const answer = await caller.post(invitationsOf(where), {
          email: `p${(number += 1)}@example.test`,
          roleId,
        });
        if (status === 201) assert.equal(answer.status, 201, `${roleId}: ${answer.text}`);
        else refused(answer, status, slug, code);
      }
    });
  }

  it('R70: somebody who has to enrol a factor first is told so, not merely refused', async () => {
    const gated = await server.as('alpha.gated');
    const [status, slug, code] = enrolFirst;
    refused(await gated.get(invitationsOf('alpha')), status, slug, code);
  });

  it('no role at all, and one that nobody knows', async () => {
    const owner = await server.as('alpha.owner');
    const email = 'role@example.test';
    for (const body of [{ email }, { email, roleId: null }, { email, roleId: '' }]) {
      refused(await owner.post(invitationsOf('alpha'), body), 422, 'role-not-available', 'role_required');
    }
    for (const roleId of ['Account_Manager', 'admin', '__proto__', 'account_manager ']) {
      refused(
        await owner.post(invitationsOf('alpha'), { email, roleId }),
        422,
        'role-not-available',
        'role_unknown',
      );
    }
    refused(
      await owner.post(invitationsOf('alpha'), { email, roleId: ['account_manager'] }),
      422,
      'type-mismatch',
    );
  });

  it('only those who manage users see invitations', async () => {
    for (const who of ['alpha.manager', 'alpha.creator']) {
      refused(await (await server.as(who)).get(invitationsOf('alpha')), 403, 'forbidden');
    }
    refused(await (await server.as('beta.owner')).get(invitationsOf('alpha')), 404, 'not-found');
    refused(await server.anonymous().get(invitationsOf('alpha')), 401, 'unauthenticated');
  });
});
