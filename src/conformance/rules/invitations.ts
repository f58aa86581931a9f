import type { Invitation, InvitationLink, InvitationPreview, Page } from '../../client/wire/index.js';
import { expect, expectProblem, expectStatus, fresh } from '../caller.js';
import { invitationPath, lookUp, tokenOf, type Rule } from '../suite.js';

const form = /^(?!.*[.@]{2})[^@\s]+@[^@\s]+\.[^@\s]+$/;

/** Sending, copying, changing and ending invitations (R24–R46). */
export const invitationRules: readonly Rule[] = [
  {
    rule: 'R24',
    title: 'an invitation is pending, has a version and is listed',
    async check(suite) {
      const caller = await suite.as('childOwner');
      const made = await suite.invite(caller, suite.accounts.child);
      expect(
        made.state === 'pending' && made.sentCount === 1,
        `state ${made.state}, sent ${made.sentCount} times`,
      );
      const read = await caller.get(invitationPath(made));
      expectStatus(read, 200);
      expect(read.headers.has('etag'), 'an invitation has no ETag');
      const list = await caller.get(`/accounts/${suite.accounts.child}/invitations?limit=100`);
      const listed = expectStatus<Page<Invitation>>(list, 200).items;
      expect(
        listed.some(({ id }) => id === made.id),
        'the invitation is not in the list',
      );
      expect(!list.text.includes('cci_') && !read.text.includes('cci_'), 'a link is told again later');
    },
  },
  {
    rule: 'R25',
    title: 'copying the link again ends the earlier copy',
    async check(suite) {
      const caller = await suite.as('childOwner');
      const made = await suite.invite(caller, suite.accounts.child);
      const first = tokenOf(made);
      expectStatus(await lookUp(suite.nobody(), first), 200);
      const link = expectStatus<InvitationLink>(await caller.post(`${invitationPath(made)}/link`), 200);
      expect(tokenOf(link) !== first, 'the same link is given twice');
      expectStatus(await lookUp(suite.nobody(), tokenOf(link)), 200);
      expectProblem(await lookUp(suite.nobody(), first), 410, 'invitation-revoked');
    },
  },
  {
    rule: 'R26',
    title: 'addresses that are none, or more than one, are refused at the field',
    async check(suite) {
      const caller = await suite.as('childOwner');
      const path = `/accounts/${suite.accounts.child}/invitations`;
      const bad = [
        ...['', 'jane', 'jane@localhost', 'jane@@example.test', 'a@example.test,b@example.test'],
        ...['"jane doe"@example.test', 'jane@[127.0.0.1]', 'jane%x@example.test', 'ja ne@example.test'],
        ...['jane@example.test\r\nBcc: b@example.test', `${'j'.repeat(65)}@example.test`],
      ];
      for (const email of bad) {
        const problem = expectProblem(
          await caller.post(path, { email, roleId: 'campaign_creator' }),
          422,
          'email-invalid',
        );
        expect(problem.errors?.[0]?.pointer === '/email', `the field is not named for ${email}`);
      }
      const plus = suite.address().replace('@', '+tag.x@');
      const made = await suite.invite(caller, suite.accounts.child, plus);
      expect(form.test(made.email) && made.email === plus, `${plus} became ${made.email}`);
    },
  },
  {
    rule: 'R27',
    title: 'a member is not invited again, and the membership is named',
    async check(suite) {
      const caller = await suite.as('childOwner');
      const { child } = suite.accounts;
      const member = await suite.memberWith(caller, child, 'campaign_creator');
      const body = { email: member.email, roleId: 'campaign_creator' };
      const answer = await caller.post(`/accounts/${child}/invitations`, body);
      const { membershipId } = expectProblem(answer, 409, 'already-member');
      expect(membershipId === member.id, 'the membership is not named');
    },
  },
  {
    rule: 'R28',
    title: 'an address is invited once, in whatever case it is written, and the invitation is named',
    async check(suite) {
      const caller = await suite.as('childOwner');
      const made = await suite.invite(caller, suite.accounts.child);
      const body = { email: made.email.replace(/^c/, 'C'), roleId: 'account_manager' };
      const answer = await caller.post(`/accounts/${made.accountId}/invitations`, body);
      const { invitationId } = expectProblem(answer, 409, 'invitation-pending');
      expect(invitationId === made.id, 'the invitation is not named');
    },
  },
  {
    rule: 'R39',
    title: 'a resend within a minute waits, and says how long',
    async check(suite) {
      const caller = await suite.as('childOwner');
      const made = await suite.invite(caller, suite.accounts.child);
      const answer = await caller.post(`${invitationPath(made)}/resend`);
      expectProblem(answer, 429, 'rate-limited');
      expect(Number(answer.headers.get('retry-after')) > 0, 'Retry-After is missing');
    },
  },
  {
    rule: 'R40',
    title: 'a revoked invitation ends at once and is revoked once',
    async check(suite) {
      const caller = await suite.as('childOwner');
      const made = await suite.invite(caller, suite.accounts.child);
      expectStatus(await caller.change('DELETE', invitationPath(made)), 204);
      expectProblem(await lookUp(suite.nobody(), tokenOf(made)), 410, 'invitation-revoked');
      expectProblem(await caller.change('DELETE', invitationPath(made)), 409, 'invitation-not-pending');
    },
  },
  {
    rule: 'R42',
    title: 'a changed role is what the invited person sees',
    async check(suite) {
      const caller = await suite.as('childOwner');
      const made = await suite.invite(caller, suite.accounts.child);
      expectStatus(await caller.change('PATCH', invitationPath(made), { roleId: 'account_manager' }), 200);
      const seen = expectStatus<InvitationPreview>(await lookUp(suite.nobody(), tokenOf(made)), 200);
      expect(seen.roleId === 'account_manager', `the page shows ${seen.roleId}`);
    },
  },
  {
    rule: 'R44',
    title: 'a copied link does not prove the mailbox',
    async check(suite) {
      const made = await suite.invite(await suite.as('childOwner'), suite.accounts.child);
      const token = tokenOf(made);
      const seen = expectStatus<InvitationPreview>(await lookUp(suite.nobody(), token), 200);
      expect(seen.emailCodeRequired, 'the page does not ask for a code');
      const body = { token, username: `c${fresh()}`, password: `${fresh()} ${fresh()}` };
      expectProblem(await suite.nobody().post('/invitation-acceptances', body), 403, 'email-code-required');
    },
  },
  {
    rule: 'R45',
    title: 'somebody else who is signed in cannot accept, and the invitation stays',
    async check(suite) {
      const made = await suite.invite(await suite.as('childOwner'), suite.accounts.child);
      const other = await suite.as('strangerOwner');
      const token = tokenOf(made);
      const answer = await other.post('/invitation-acceptances', { token });
      expectProblem(answer, 403, 'invitation-email-mismatch', 'invite_wrong_identity');
      expectStatus(await lookUp(suite.nobody(), token), 200);
    },
  },
  {
    rule: 'R46',
    title: 'a link tells no more than it has to, and a wrong one not even that',
    async check(suite) {
      const made = await suite.invite(await suite.as('childOwner'), suite.accounts.child);
      const token = tokenOf(made);
      const answer = await lookUp(suite.nobody(), token);
      const seen = expectStatus<InvitationPreview>(answer, 200);
      expect(!answer.text.includes(made.email), 'the address is told in full');
      expect(
        seen.maskedEmail.includes('@') && !answer.text.includes(made.accountId),
        'more is told than is needed',
      );
      const unknown = `cci_${token.slice(4).split('').reverse().join('')}`;
      expectProblem(await lookUp(suite.nobody(), unknown), 410, 'invitation-not-found');
      expectProblem(await lookUp(suite.nobody(), token.slice(0, -1)), 422, 'invitation-malformed');
    },
  },
];
