import type {
  InvitationAccepted,
  InvitationCreated,
  SeatUsage,
  UsernameAnswer,
} from '../../client/wire/index.js';
import { expect, expectProblem, expectStatus, fresh, type Answer, type Caller } from '../caller.js';
import { lookUp, tokenOf, type Rule, type Suite } from '../suite.js';

interface NewPerson {
  token: string;
  username: string;
  password: string;
}

/** An invited person with the link of the mail, and a name and a password that nobody has. */
async function invited(suite: Suite, accountId: string, inviter: Caller): Promise<NewPerson> {
  const { email } = await suite.invite(inviter, accountId);
  const token = await suite.mailedToken(email);
  return { token, username: `c${fresh()}`, password: `${fresh()} ${fresh()}` };
}

const accept = (suite: Suite, body: object): Promise<Answer> =>
  suite.nobody().post('/invitation-acceptances', body);

/** Expects somebody to have come in, and removes them after the rule. */
function cameIn(suite: Suite, manager: Caller, answer: Answer): InvitationAccepted {
  const accepted = expectStatus<InvitationAccepted>(answer, 201);
  const path = `/accounts/${accepted.accountId}/members/${accepted.membershipId}`;
  suite.afterwards(() => manager.change('DELETE', path));
  return accepted;
}

/** Coming in: once, with a name and a password of one's own (R33, R41, R47–R51, R18). */
export const acceptanceRules: readonly Rule[] = [
  {
    rule: 'R47',
    title: 'a new person comes in with a name and a password, each judged at its field',
    async check(suite) {
      const owner = await suite.as('childOwner');
      const person = await invited(suite, suite.accounts.child, owner);
      const badName = expectProblem(
        await accept(suite, { ...person, username: 'a b' }),
        422,
        'username-invalid',
      );
      expect(badName.errors?.[0]?.pointer === '/username', 'the field of the name is not named');
      const short = expectProblem(
        await accept(suite, { ...person, password: 'short' }),
        422,
        'password-rejected',
      );
      expect(short.errors?.[0]?.pointer === '/password', 'the field of the password is not named');
      const accepted = cameIn(suite, owner, await accept(suite, person));
      expect(accepted.accountId === suite.accounts.child, 'the membership is of another account');
      expect(accepted.roleId === 'campaign_creator', `the role is ${accepted.roleId}`);
    },
  },
  {
    rule: 'R41',
    title: 'a used link is told apart, and gives nothing',
    async check(suite) {
      const owner = await suite.as('childOwner');
      const person = await invited(suite, suite.accounts.child, owner);
      cameIn(suite, owner, await accept(suite, person));
      expectProblem(await lookUp(suite.nobody(), person.token), 410, 'invitation-used');
      const again = await accept(suite, { ...person, username: `c${fresh()}` });
      expectProblem(again, 410, 'invitation-used');
    },
  },
  {
    rule: 'P11',
    title: 'a link that is accepted by many at once lets one in',
    async check(suite) {
      const owner = await suite.as('childOwner');
      const person = await invited(suite, suite.accounts.child, owner);
      const many = Array.from({ length: 8 }, () => accept(suite, { ...person, username: `c${fresh()}` }));
      const answers = await Promise.all(many);
      const [let_in] = answers.filter(({ status }) => status === 201);
      if (let_in) cameIn(suite, owner, let_in);
      const statuses = answers.map(({ status }) => status).sort();
      expect(statuses.join(' ') === `201${' 410'.repeat(7)}`, `answers: ${statuses.join(' ')}`);
    },
  },
  {
    rule: 'R44',
    title: 'a copied link lets in with the mailed code, and not with another',
    async check(suite) {
      const owner = await suite.as('childOwner');
      const made: InvitationCreated = await suite.invite(owner, suite.accounts.child);
      const token = tokenOf(made);
      const sent = await suite.nobody().post('/invitation-email-codes', { token });
      expectStatus(sent, 202);
      const code = await suite.mailedCode(made.email);
      const person = { token, username: `c${fresh()}`, password: `${fresh()} ${fresh()}` };
      const wrong = code === '000000' ? '111111' : '000000';
      expectProblem(await accept(suite, { ...person, emailCode: wrong }), 422, 'code-invalid');
      cameIn(suite, owner, await accept(suite, { ...person, emailCode: code }));
    },
  },
  {
    rule: 'R33',
    title: 'one proven address never makes a second login',
    policy: 'one_identity',
    async check(suite) {
      const owner = await suite.as('childOwner');
      const partner = await suite.as('parentOwner');
      const made = await suite.invite(owner, suite.accounts.child);
      const token = await suite.mailedToken(made.email);
      const person = { token, username: `c${fresh()}`, password: `${fresh()} ${fresh()}` };
      cameIn(suite, owner, await accept(suite, person));
      const other = await suite.invite(partner, suite.accounts.parent, made.email);
      let second = await suite.mailedToken(made.email);
      for (let tries = 0; second === token && tries < 100; tries += 1) {
        await new Promise((done) => setTimeout(done, 100));
        second = await suite.mailedToken(made.email);
      }
      expect(other.state === 'pending', 'the invitation is answered otherwise than any other (R29)');
      const answer = await accept(suite, { ...person, token: second, username: `c${fresh()}` });
      expectProblem(answer, 409, 'identity-exists');
    },
  },
  {
    rule: 'R49',
    title: 'a name in use is told with free ones instead',
    async check(suite) {
      const owner = await suite.as('childOwner');
      const { username } = await suite.memberWith(owner, suite.accounts.child, 'campaign_creator');
      const asked = await owner.post('/username-checks', { username: username.toUpperCase() }, { key: null });
      const answer = expectStatus<UsernameAnswer>(asked, 200);
      expect(!answer.available && answer.code === 'username_taken', `${username} counts as free`);
      const person = await invited(suite, suite.accounts.child, owner);
      const { suggestions = [] } = expectProblem(
        await accept(suite, { ...person, username }),
        409,
        'username-taken',
      );
      expect(suggestions.length > 0, 'no free name is suggested');
      const [free = ''] = suggestions;
      cameIn(suite, owner, await accept(suite, { ...person, username: free }));
    },
  },
  {
    rule: 'R50',
    title: 'somebody else’s address is no name',
    async check(suite) {
      const owner = await suite.as('childOwner');
      const person = await invited(suite, suite.accounts.child, owner);
      const answer = await accept(suite, { ...person, username: suite.address() });
      expectProblem(answer, 422, 'username-invalid', 'username_is_foreign_email');
    },
  },
  {
    rule: 'R18',
    title: 'whoever holds a reserved seat comes in although the account is full',
    async check(suite) {
      const owner = await suite.as('limitedOwner');
      const accountId = suite.limited();
      const person = await invited(suite, accountId, owner);
      const seats = async () => expectStatus<SeatUsage>(await owner.get(`/accounts/${accountId}/seats`), 200);
      while (((await seats()).available ?? 0) > 0) await suite.invite(owner, accountId);
      cameIn(suite, owner, await accept(suite, person));
    },
  },
];
