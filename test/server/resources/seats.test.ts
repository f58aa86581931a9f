import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AccountListItem, Member, SeatUsage } from '../../../src/client/wire/index.js';
import { accountIdOf, startServer, type Caller, type TestServer } from '../../support/server.js';
import { memberOf, world } from '../../support/world.js';

/** The client `alpha` has an owner and three active members besides a suspended one and a gated one. */
async function onPlan(planId: string | null, config = {}): Promise<{ server: TestServer; owner: Caller }> {
  const accounts = world.accounts.map((account) =>
    account.key === 'alpha' ? { ...account, planId } : account,
  );
  const server = await startServer({
    scenario: { ...world, accounts },
    config: {
      plans: [
        { id: 'five', name: 'Five', seatLimit: 5, planUrl: 'https://host.test/plans' },
        { id: 'six', name: 'Six', seatLimit: 6, planUrl: null },
        { id: 'two', name: 'Two', seatLimit: 2, planUrl: '/plans' },
        { id: 'many', name: 'Many', seatLimit: null, planUrl: '/plans' },
      ],
      ...config,
    },
  });
  return { server, owner: await server.as('alpha.owner') };
}

const alpha = `/accounts/${accountIdOf('alpha')}`;
const seats = async (caller: Caller, path = alpha) => (await caller.get(`${path}/seats`)).json<SeatUsage>();
const invite = (caller: Caller, name: string) =>
  caller.post(`${alpha}/invitations`, { email: `${name}@example.test`, roleId: 'campaign_creator' });

describe('seats', () => {
  it('R15: a partner account has no limit', async () => {
    const server = await startServer({ scenario: world });
    const partner = await server.as('agency.owner');
    const usage = await seats(partner, `/accounts/${accountIdOf('agency')}`);
    assert.deepEqual([usage.limit, usage.available, usage.used, usage.overLimit], [null, null, 5, false]);
    await server.close();
  });

  it('R16: at the limit an invite is refused with the numbers and the plan page, and nothing is created', async () => {
    const { server, owner } = await onPlan('five');
    const answer = await invite(owner, 'one');
    assert.equal(answer.status, 409);
    const { type, code, limit, used, reserved, planUrl } = answer.problem();
    assert.deepEqual(
      { type, code, limit, used, reserved, planUrl },
      {
        type: '/problems/seat-limit-reached',
        code: 'seat_limit',
        limit: 5,
        used: 5,
        reserved: 0,
        planUrl: 'https://host.test/plans',
      },
    );
    assert.equal(await server.store.read.invitations.count(), 0);
    assert.equal(await server.store.read.outbox.count(), 0);
    await server.close();
  });

  it('R17: each pending invitation reserves one seat, once, until it ends', async () => {
    const { server, owner } = await onPlan('six');
    const created = (await invite(owner, 'one')).json<{ id: string }>();
    assert.deepEqual(await seats(owner), {
      accountId: accountIdOf('alpha'),
      limit: 6,
      used: 5,
      reserved: 1,
      available: 0,
      overLimit: false,
      planName: 'Six',
      planUrl: null,
      ownerUsesSeat: true,
      invitesLeft: 499,
    });
    assert.equal((await invite(owner, 'two')).problem().reserved, 1);
    assert.equal((await owner.del(`${alpha}/invitations/${created.id}`)).status, 204);
    assert.equal((await seats(owner)).reserved, 0);
    assert.equal((await invite(owner, 'two')).status, 201);
    server.clock.advance(7 * 24 * 3600);
    const later = await server.as('alpha.owner');
    assert.deepEqual([(await seats(later)).reserved, (await seats(later)).available], [0, 1]);
    await server.close();
  });

  it('R19: of two invites for one free seat, one gets it', async () => {
    const { server, owner } = await onPlan('six');
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map((name) => invite(owner, name)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409, 409, 409]);
    assert.equal((await seats(owner)).reserved, 1);
    await server.close();
  });

  it('R21: suspended members use no seat, and reactivation needs a free one', async () => {
    const { server, owner } = await onPlan('five');
    const refused = await owner.patch(`${alpha}/members/${memberOf('alpha.suspended')}`, {
      status: 'active',
    });
    assert.equal(refused.problem().code, 'seat_limit');
    assert.equal(
      (await owner.patch(`${alpha}/members/${memberOf('alpha.spare')}`, { status: 'suspended' })).status,
      200,
    );
    assert.equal((await seats(owner)).used, 4);
    const back = await owner.patch(`${alpha}/members/${memberOf('alpha.suspended')}`, { status: 'active' });
    assert.equal(back.json<Member>().status, 'active');
    assert.equal((await seats(owner)).used, 5);
    await server.close();
  });

  it('R21: a seat that waits for an invited person is not free for a reactivation', async () => {
    const { server, owner } = await onPlan('six');
    assert.equal((await invite(owner, 'one')).status, 201);
    const refused = await owner.patch(`${alpha}/members/${memberOf('alpha.suspended')}`, {
      status: 'active',
    });
    assert.deepEqual([refused.problem().used, refused.problem().reserved], [5, 1]);
    await server.close();
  });

  it('R21: the owner takes no seat where the host says so', async () => {
    const { server, owner } = await onPlan('five', { ownerUsesSeat: false });
    const usage = await seats(owner);
    assert.deepEqual([usage.used, usage.available, usage.ownerUsesSeat], [4, 1, false]);
    assert.equal((await invite(owner, 'one')).status, 201);
    await server.close();
  });

  it('R22: partner people who enter through the link take no seat', async () => {
    const { server, owner } = await onPlan('five');
    const partner = await server.as('agency.partner');
    assert.equal((await partner.get(alpha)).status, 200);
    assert.equal((await seats(owner)).used, 5);
    await server.close();
  });

  it('R23: with fewer seats than people nobody vanishes; invites and reactivations wait', async () => {
    const { server, owner } = await onPlan('two');
    const usage = await seats(owner);
    assert.deepEqual([usage.limit, usage.used, usage.available, usage.overLimit], [2, 5, 0, true]);
    const members = (await owner.get(`${alpha}/members`)).json<{ total: number }>();
    assert.equal(members.total, 6);
    assert.equal((await invite(owner, 'one')).problem().code, 'seat_limit');
    for (const name of ['alpha.spare', 'alpha.creator', 'alpha.gated']) {
      assert.equal(
        (await owner.patch(`${alpha}/members/${memberOf(name)}`, { status: 'suspended' })).status,
        200,
      );
    }
    assert.deepEqual([(await seats(owner)).used, (await seats(owner)).overLimit], [2, false]);
    assert.equal((await invite(owner, 'one')).problem().code, 'seat_limit');
    await server.close();
  });

  it('no plan, and a plan that the deployment does not know, are unlimited', async () => {
    for (const plan of [null, 'many', 'unheard-of']) {
      const { server, owner } = await onPlan(plan);
      assert.equal((await seats(owner)).limit, null, String(plan));
      await server.close();
    }
  });

  it('the list of clients shows the same numbers, and filters and sorts by them', async () => {
    const { server } = await onPlan('two');
    const partner = await server.as('agency.owner');
    const list = async (query: string) =>
      (await partner.get(`/accounts?${query}`)).json<{ items: AccountListItem[]; total: number }>().items;
    const [first] = await list('q=alpha');
    // How many invites may still go out today is told for one account, not for a whole list.
    const { invitesLeft, ...numbers } = await seats(partner);
    assert.deepEqual(first?.seats, numbers);
    assert.equal(typeof invitesLeft, 'number');
    const names = async (query: string) => (await list(query)).map(({ name }) => name);
    assert.deepEqual(await names('seats=over'), ['Account alpha']);
    assert.deepEqual(await names('seats=full'), ['Account alpha']);
    assert.deepEqual(await names('seats=free'), ['Account beta']);
    assert.deepEqual(await names('sort=seats'), ['Account beta', 'Account alpha']);
    assert.deepEqual(await names('sort=-seats'), ['Account alpha', 'Account beta']);
    await server.close();
  });
});
