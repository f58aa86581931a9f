import type { InvitationCreated, Member, Page } from '../../client/wire/index.js';
import { expect, expectProblem, expectStatus, fresh } from '../caller.js';
import { invitationPath, type Rule } from '../suite.js';
import { Absent } from '../verdict.js';

/** What holds for every call: errors, versions, keys, bodies, lists (domain.md 6). */
export const httpRules: readonly Rule[] = [
  {
    rule: 'P26',
    title: 'a refusal is a problem with kind, reason, title, status and request id',
    async check(suite) {
      const answer = await suite.nobody().get('/me');
      const problem = expectProblem(answer, 401, 'unauthenticated');
      const type = answer.headers.get('content-type') ?? '';
      expect(type.startsWith('application/problem+json'), `the type of a problem is ${type}`);
      expect(
        problem.status === 401 && Boolean(problem.title && problem.code && problem.instance),
        answer.text,
      );
    },
  },
  {
    rule: 'R14',
    title:
      'a change needs the version it was made from: 428 without, 412 for another one, weak tags never match',
    async check(suite) {
      const caller = await suite.as('childOwner');
      const invitation = await suite.invite(caller, suite.accounts.child);
      const path = invitationPath(invitation);
      const change = (headers: Record<string, string>) =>
        caller.send('PATCH', path, { body: { roleId: 'account_manager' }, headers });
      expectProblem(await change({}), 428, 'precondition-required');
      expectProblem(await change({ 'If-Match': '*' }), 428, 'precondition-required');
      const tag = (await caller.get(path)).headers.get('etag') ?? '';
      expectProblem(await change({ 'If-Match': `W/${tag}` }), 412, 'stale-version');
      expectStatus(await change({ 'If-Match': tag }), 200);
      const stale = await change({ 'If-Match': tag });
      const { current } = expectProblem(stale, 412, 'stale-version', 'precondition_failed');
      expect(
        typeof current === 'object' && current !== null,
        'a stale change is not shown what is there now',
      );
    },
  },
  {
    rule: 'R35',
    title: 'a repeat with the same key gives the first answer; another body is refused; no key is refused',
    async check(suite) {
      const caller = await suite.as('childOwner');
      const path = `/accounts/${suite.accounts.child}/invitations`;
      const body = { email: suite.address(), roleId: 'campaign_creator' };
      const key = fresh();
      const first = expectStatus<InvitationCreated>(await caller.post(path, body, { key }), 201);
      suite.afterwards(() => caller.change('DELETE', invitationPath(first)));
      const again = expectStatus<InvitationCreated>(await caller.post(path, body, { key }), 201);
      expect(again.id === first.id && again.url === first.url, 'the repeat gives another answer');
      const other = { ...body, email: suite.address() };
      expectProblem(await caller.post(path, other, { key }), 422, 'idempotency-key-reused');
      expectProblem(await caller.post(path, other, { key: null }), 400, 'idempotency-key-missing');
    },
  },
  {
    rule: 'V04',
    title: 'more than 64 KiB of body are refused, however they arrive',
    async check(suite) {
      const body = { username: 'u'.repeat(70_000), password: 'p' };
      expectProblem(await suite.nobody().post('/auth/sessions', body, { key: null }), 413, 'body-too-large');
    },
  },
  {
    rule: 'V05',
    title: 'names that come twice, __proto__ and endless depth are malformed',
    async check(suite) {
      const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
      for (const raw of ['{"token":"a","token":"b"}', '{"__proto__":{"token":"a"}}', deep, '{"token":']) {
        const answer = await suite.nobody().post('/invitation-lookups', undefined, { raw, key: null });
        expectProblem(answer, 400, 'malformed-request');
      }
    },
  },
  {
    rule: 'T17',
    title: 'a body is JSON in UTF-8, so that no form of another site can write',
    async check(suite) {
      const headers = { 'Content-Type': 'text/plain' };
      const answer = await suite.nobody().post('/invitation-lookups', { token: 'x' }, { key: null, headers });
      expectProblem(answer, 415, 'unsupported-media-type');
    },
  },
  {
    rule: 'R92',
    title: 'a write that was meant for another account than the current one does nothing',
    async check(suite) {
      const caller = await suite.as('parentOwner');
      if (!caller.byCookie) throw new Absent('calls carry no cookie, so no tab can have changed the account');
      const { parent, child } = suite.accounts;
      expectStatus(await caller.send('PUT', '/me/current-account', { body: { accountId: child } }), 200);
      const body = { email: suite.address(), roleId: 'campaign_creator' };
      const headers = { 'Cc-Account': parent };
      const answer = await caller.post(`/accounts/${parent}/invitations`, body, { headers });
      const { currentAccountId } = expectProblem(answer, 409, 'account-changed');
      expect(currentAccountId === child, 'the account that is current now is not named');
    },
  },
  {
    rule: 'L1',
    title: 'a list walked page by page shows everybody once, and counts them',
    async check(suite) {
      const caller = await suite.as('childOwner');
      const path = `/accounts/${suite.accounts.child}/members?limit=1&sort=-name`;
      const seen: string[] = [];
      let total: number | undefined;
      let cursor: string | null = '';
      while (cursor !== null) {
        const asked: string = cursor === '' ? path : `${path}&cursor=${encodeURIComponent(cursor)}`;
        const page: Page<Member> = expectStatus<Page<Member>>(await caller.get(asked), 200);
        expect(page.items.length <= 1, 'a page is longer than asked for');
        seen.push(...page.items.map(({ id }) => id));
        total ??= page.total;
        cursor = page.nextCursor;
        expect(seen.length <= (total ?? 1000), 'the pages do not end');
      }
      expect(new Set(seen).size === seen.length, 'somebody is shown twice');
      expect(total === undefined || total === seen.length, `${String(total)} counted, ${seen.length} shown`);
    },
  },
  {
    rule: 'L2',
    title: 'a query that is too long, or that nobody knows, is refused',
    async check(suite) {
      const caller = await suite.as('childOwner');
      const members = `/accounts/${suite.accounts.child}/members`;
      expectProblem(
        await caller.get(`${members}?q=${'x'.repeat(201)}`),
        422,
        'query-invalid',
        'query_too_long',
      );
      expectProblem(await caller.get(`${members}?limit=101`), 422, 'query-invalid');
    },
  },
];
