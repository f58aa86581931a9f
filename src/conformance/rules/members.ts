import type { EffectiveAccess, Me, Member, SeatUsage } from '../../client/wire/index.js';
import { expect, expectProblem, expectStatus, type Caller } from '../caller.js';
import { invitationPath, type Rule, type Suite } from '../suite.js';

const seatsOf = async (caller: Caller, accountId: string): Promise<SeatUsage> =>
  expectStatus<SeatUsage>(await caller.get(`/accounts/${accountId}/seats`), 200);

/** The account with a limit, and its owner; every place but `free` is taken or reserved. */
async function almostFull(suite: Suite, free: number): Promise<{ owner: Caller; accountId: string }> {
  const [owner, accountId] = [await suite.as('limitedOwner'), suite.limited()];
  const { limit, available } = await seatsOf(owner, accountId);
  expect(limit !== null && available !== null, 'the account with a limit of seats has none');
  expect(available > 0, 'the account with a limit of seats is full before the rule begins');
  for (let left = available; left > free; left -= 1) await suite.invite(owner, accountId);
  return { owner, accountId };
}

/** Places on an account (R15–R22). */
export const seatRules: readonly Rule[] = [
  {
    rule: 'R15',
    title: 'a partner account has no limit of seats',
    async check(suite) {
      const { limit, available } = await seatsOf(await suite.as('parentOwner'), suite.accounts.parent);
      expect(limit === null && available === null, `limit ${String(limit)}`);
    },
  },
  {
    rule: 'R16',
    title: 'a full account refuses an invitation with the numbers, and creates nothing',
    async check(suite) {
      const { owner, accountId } = await almostFull(suite, 0);
      const before = await seatsOf(owner, accountId);
      const body = { email: suite.address(), roleId: 'campaign_creator' };
      const answer = await owner.post(`/accounts/${accountId}/invitations`, body);
      const { limit, used, reserved } = expectProblem(answer, 409, 'seat-limit-reached', 'seat_limit');
      expect(limit === before.limit && used === before.used && reserved === before.reserved, answer.text);
      const after = await seatsOf(owner, accountId);
      expect(after.reserved === before.reserved, 'the refused invitation takes a seat');
    },
  },
  {
    rule: 'R17',
    title: 'a pending invitation reserves one seat, and gives it back when it ends',
    async check(suite) {
      const [owner, accountId] = [await suite.as('limitedOwner'), suite.limited()];
      const before = await seatsOf(owner, accountId);
      const made = await suite.invite(owner, accountId);
      const during = await seatsOf(owner, accountId);
      expect(during.reserved === before.reserved + 1 && during.used === before.used, JSON.stringify(during));
      expectStatus(await owner.change('DELETE', invitationPath(made)), 204);
      expect((await seatsOf(owner, accountId)).reserved === before.reserved, 'the seat is not given back');
    },
  },
  {
    rule: 'R19',
    title: 'many invitations at once for the last seat: one is created',
    async check(suite) {
      const { owner, accountId } = await almostFull(suite, 1);
      const path = `/accounts/${accountId}/invitations`;
      const many = Array.from({ length: 12 }, () =>
        owner.post(path, { email: suite.address(), roleId: 'campaign_creator' }),
      );
      const answers = await Promise.all(many);
      for (const { id } of answers
        .filter(({ status }) => status === 201)
        .map((one) => one.json<{ id: string }>())) {
        suite.afterwards(() => owner.change('DELETE', `${path}/${id}`));
      }
      const statuses = answers.map(({ status }) => status).sort();
      expect(statuses.join(' ') === `201${' 409'.repeat(11)}`, `answers: ${statuses.join(' ')}`);
    },
  },
  {
    rule: 'R20',
    title: 'the role of a pending invitation is changed although the account is full',
    async check(suite) {
      const { owner, accountId } = await almostFull(suite, 1);
      const made = await suite.invite(owner, accountId);
      expectStatus(await owner.change('PATCH', invitationPath(made), { roleId: 'account_manager' }), 200);
    },
  },
  {
    rule: 'R22',
    title: 'people of the partner account take no seat of a client',
    async check(suite) {
      const accountId = suite.limited();
      const owner = await suite.as('limitedOwner');
      const before = await seatsOf(owner, accountId);
      expectStatus(await (await suite.as('parentOwner')).get(`/accounts/${accountId}`), 200);
      expect(
        (await seatsOf(owner, accountId)).used === before.used,
        'somebody of the partner account takes a seat',
      );
    },
  },
];

/** Owner, self, and what managers do to others (R54–R59). */
export const memberRules: readonly Rule[] = [
  {
    rule: 'R54',
    title: 'an account has one owner',
    async check(suite) {
      const owner = await suite.as('childOwner');
      const answer = await owner.get(`/accounts/${suite.accounts.child}/members?role=account_owner`);
      const { items } = expectStatus<{ items: Member[] }>(answer, 200);
      expect(items.length === 1, `${items.length} owners`);
    },
  },
  {
    rule: 'R55',
    title: 'the owner is not removed, suspended or demoted, and does not leave',
    async check(suite) {
      const { child } = suite.accounts;
      const owner = await suite.as('childOwner');
      const partner = await suite.as('parentOwner');
      const { id } = await suite.memberWith(owner, child, 'account_owner');
      const path = `/accounts/${child}/members/${id}`;
      expectProblem(await owner.change('DELETE', path), 409, 'last-owner');
      expectProblem(await partner.change('DELETE', path), 409, 'last-owner');
      expectProblem(await partner.change('PATCH', path, { status: 'suspended' }), 409, 'last-owner');
      expectProblem(await partner.change('PATCH', path, { roleId: 'campaign_creator' }), 409, 'last-owner');
    },
  },
  {
    rule: 'R58',
    title: 'nobody changes their own role',
    async check(suite) {
      const manager = await suite.as('parentPartnerManager');
      const { parent } = suite.accounts;
      const answer = await manager.get(`/accounts/${parent}/access`);
      const { grants } = expectStatus<EffectiveAccess>(answer, 200);
      const own = grants.find(({ source }) => source === 'direct');
      expect(own !== undefined, 'the own grant is not told');
      const changed = await manager.send('PATCH', `/accounts/${parent}/members/${own.membershipId}`, {
        body: { roleId: 'campaign_creator' },
        headers: { 'If-Match': '"v1"' },
      });
      expectProblem(changed, 403, 'cannot-change-own-role', 'role_self_change');
    },
  },
  {
    rule: 'R59',
    title: 'a suspended member is out at once, and back in when reactivated',
    async check(suite) {
      const { child } = suite.accounts;
      const owner = await suite.as('childOwner');
      const person = await suite.as('childCampaignCreator');
      const me = expectStatus<Me>(await person.get('/me'), 200);
      const list = await owner.get(`/accounts/${child}/members?limit=100`);
      const member = expectStatus<{ items: Member[] }>(list, 200).items.find(
        ({ userId }) => userId === me.id,
      );
      expect(member !== undefined, 'the person is not in the list of members');
      const path = `/accounts/${child}/members/${member.id}`;
      suite.afterwards(() => owner.change('PATCH', path, { status: 'active' }));
      expectStatus(await owner.change('PATCH', path, { status: 'suspended' }), 200);
      expectProblem(await person.get(`/accounts/${child}`), 404, 'not-found');
      expectStatus(await owner.change('PATCH', path, { status: 'active' }), 200);
      expectStatus(await person.get(`/accounts/${child}`), 200);
    },
  },
  {
    rule: 'R90',
    title: 'a client sees who of the partner account can enter',
    feature: 'partner_people',
    async check(suite) {
      const owner = await suite.as('childOwner');
      const answer = await owner.get(`/accounts/${suite.accounts.child}/partner-people`);
      const { items } = expectStatus<{ items: { userId: string }[] }>(answer, 200);
      const partner = expectStatus<Me>(await (await suite.as('parentOwner')).get('/me'), 200);
      expect(
        items.some(({ userId }) => userId === partner.id),
        'the partner’s owner is not listed',
      );
    },
  },
];
