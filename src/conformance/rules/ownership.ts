import type { Member, OwnershipTransfer, Page } from '../../client/wire/index.js';
import { expect, expectProblem, expectStatus, type Caller } from '../caller.js';
import type { Rule, Suite } from '../suite.js';
import { Absent } from '../verdict.js';

const transfersOf = (accountId: string) => `/accounts/${accountId}/ownership-transfers`;

/** An active member of the client who is not its owner, with a second factor or without. */
async function memberOf(owner: Caller, accountId: string, mfa: 'on' | 'off'): Promise<Member> {
  const answer = await owner.get(`/accounts/${accountId}/members?mfa=${mfa}&status=active&limit=100`);
  const found = expectStatus<Page<Member>>(answer, 200).items.find(
    ({ roleId, gate }) => roleId !== 'account_owner' && gate === 'none',
  );
  if (!found) throw new Absent(`no active member of the client but its owner has the second factor ${mfa}`);
  return found;
}

/** Offers the ownership of the client, and takes the offer back after the rule. */
async function offer(
  suite: Suite,
  owner: Caller,
  to: Member,
): Promise<{ transfer: OwnershipTransfer; tag: string }> {
  const path = transfersOf(suite.accounts.child);
  const answer = await owner.post(path, { toMembershipId: to.id });
  const transfer = expectStatus<OwnershipTransfer>(answer, 201);
  const tag = answer.headers.get('etag') ?? '"none"';
  suite.afterwards(() => owner.send('DELETE', `${path}/${transfer.id}`, { headers: { 'If-Match': tag } }));
  return { transfer, tag };
}

/** Handing an account over (R56, R57). */
export const ownershipRules: readonly Rule[] = [
  {
    rule: 'R56',
    title: 'only the owner offers the ownership, and only to a member with a second factor',
    feature: 'ownership',
    async check(suite) {
      const { child } = suite.accounts;
      const owner = await suite.as('childOwner');
      const { id } = await memberOf(owner, child, 'off');
      const refused = await owner.post(transfersOf(child), { toMembershipId: id });
      expectProblem(refused, 403, 'mfa-enrolment-required');
      const manager = await suite.as('childAccountManager');
      expectProblem(await manager.post(transfersOf(child), { toMembershipId: id }), 403, 'forbidden');
    },
  },
  {
    rule: 'R57',
    title: 'there is one offer at a time; taken back, it changes nothing',
    feature: 'ownership',
    async check(suite) {
      const { child } = suite.accounts;
      const owner = await suite.as('childOwner');
      const before = await suite.memberWith(owner, child, 'account_owner');
      const { transfer, tag } = await offer(suite, owner, await memberOf(owner, child, 'on'));
      expect(transfer.state === 'pending', `a new offer is ${transfer.state}`);
      const again = await owner.post(transfersOf(child), { toMembershipId: transfer.to.membershipId });
      expectProblem(again, 409, 'transfer-pending');
      const path = `${transfersOf(child)}/${transfer.id}`;
      expectStatus(await owner.send('DELETE', path, { headers: { 'If-Match': tag } }), 204);
      const after = await suite.memberWith(owner, child, 'account_owner');
      expect(after.id === before.id, 'the owner is another one after an offer that was taken back');
    },
  },
];
