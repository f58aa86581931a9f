import type { EnrolmentStarted, MfaOverview } from '../../client/wire/index.js';
import { expect, expectProblem, expectStatus } from '../caller.js';
import type { Rule } from '../suite.js';

const enrolments = '/me/mfa/enrolments';

/** Second factors (R62–R72), as far as they can be asked without setting one up for good. */
export const factorRules: readonly Rule[] = [
  {
    rule: 'R62',
    title: 'a mailbox is no second factor',
    feature: 'mfa',
    async check(suite) {
      const person = await suite.as('childAccountManager');
      expectProblem(await person.post(enrolments, { method: 'email' }), 422, 'type-mismatch');
    },
  },
  {
    rule: 'R63',
    title: 'an authenticator app gets 160 bits as text and address, and counts only after a right code',
    feature: 'mfa',
    async check(suite) {
      const person = await suite.as('childAccountManager');
      const answer = await person.post(enrolments, { label: 'Conformance' });
      const { id, secret, otpauthUri, state } = expectStatus<EnrolmentStarted>(answer, 201);
      const path = `${enrolments}/${id}`;
      const tag = answer.headers.get('etag') ?? '"none"';
      suite.afterwards(() => person.send('DELETE', path, { headers: { 'If-Match': tag } }));
      expect(/^[A-Z2-7]{32}$/.test(secret), 'the secret is not 160 bits in Base32');
      const address = new URL(otpauthUri);
      const said = (name: string) => address.searchParams.get(name);
      const issuer = said('issuer') ?? '';
      const label = decodeURIComponent(address.pathname).replace(/^\/+(totp\/)?/, '');
      expect(
        address.protocol === 'otpauth:' && said('secret') === secret,
        `the address is ${address.protocol}`,
      );
      expect(issuer !== '' && label.startsWith(`${issuer}:`), 'issuer and label of the address differ');
      const figures = [said('algorithm') ?? 'SHA1', said('digits') ?? '6', said('period') ?? '30'].join(' ');
      expect(figures === 'SHA1 6 30', `the figures of the address are ${figures}`);
      expect(state === 'pending', `a factor that was not confirmed is ${state}`);
      const words = await person.post(`${path}/verify`, { code: 'abcdef' });
      expectProblem(words, 422, 'code-invalid');
      const overview = expectStatus<MfaOverview>(await person.get('/me/mfa'), 200);
      const now = overview.enrolments.find((one) => one.id === id);
      expect(now?.state !== 'active', 'the factor is active without a right code');
      expect(!JSON.stringify(overview).includes(secret), 'the secret is told a second time');
    },
  },
  {
    rule: 'R71',
    title: 'nobody resets the factor of an owner, or their own',
    feature: 'mfa_reset',
    async check(suite) {
      const { child } = suite.accounts;
      const owner = await suite.as('childOwner');
      const { id } = await suite.memberWith(owner, child, 'account_owner');
      for (const stand of ['parentOwner', 'childOwner'] as const) {
        const answer = await (await suite.as(stand)).post(`/accounts/${child}/members/${id}/mfa-reset`);
        expect([403, 409].includes(answer.status), `${stand} resets the owner’s factor: ${answer.status}`);
      }
    },
  },
];
