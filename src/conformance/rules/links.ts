import type { AccountLink, LinkCode } from '../../client/wire/index.js';
import { expect, expectProblem, expectStatus, type Answer, type Caller } from '../caller.js';
import type { Stand } from '../subject.js';
import type { Rule, Suite } from '../suite.js';

const codeOf = async (suite: Suite, stand: Stand, accountId: string): Promise<string> =>
  expectStatus<LinkCode>(await (await suite.as(stand)).get(`/accounts/${accountId}/link-code`), 200).code;

const ask = (partner: Caller, suite: Suite, linkCode: string): Promise<Answer> =>
  partner.post('/account-links', { parentId: suite.accounts.parent, linkCode });

/** Linking a partner account and an existing client (R73–R76). */
export const linkRules: readonly Rule[] = [
  {
    rule: 'R73',
    title: 'a link is asked for by the code of an existing account; an unknown code leads nowhere',
    feature: 'links',
    async check(suite) {
      const partner = await suite.as('parentOwner');
      const own = await codeOf(suite, 'childOwner', suite.accounts.child);
      // Another code of the same form, which no account has.
      const unknown = `${own.slice(0, -4)}${own.endsWith('2222') ? '3333' : '2222'}`;
      expectProblem(await ask(partner, suite, unknown), 422, 'link-code-invalid');
    },
  },
  {
    rule: 'R74',
    title: 'an account out of reach is asked, never taken: nothing opens before its owner agrees',
    feature: 'links',
    async check(suite) {
      const partner = await suite.as('parentOwner');
      const asked = await ask(partner, suite, await codeOf(suite, 'strangerOwner', suite.accounts.stranger));
      // R76: one that another partner manages is refused at once.
      if (asked.status === 409) return void expectProblem(asked, 409, 'already-linked');
      const link = expectStatus<AccountLink>(asked, 201);
      const path = `/account-links/${link.id}`;
      suite.afterwards(() => partner.change('DELETE', path));
      expect(link.state === 'pending', `a link that was asked for is ${link.state}`);
      const entered = await partner.get(`/accounts/${suite.accounts.stranger}`);
      expectProblem(entered, 403, 'link-pending');
      const { parent, child } = link;
      const shown = {
        parentId: parent.id,
        parentName: parent.name,
        childId: child.id,
        childName: child.name,
      };
      expectProblem(await partner.post(`${path}/approve`, { shown }), 403, 'forbidden');
    },
  },
  {
    rule: 'R76',
    title: 'who is linked already is not linked again',
    feature: 'links',
    async check(suite) {
      const partner = await suite.as('parentOwner');
      const code = await codeOf(suite, 'childOwner', suite.accounts.child);
      expectProblem(await ask(partner, suite, code), 409, 'link-exists');
    },
  },
];
