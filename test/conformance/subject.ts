import type { Stand, Subject } from '../../src/conformance/index.js';
import type { Scenario } from '../../server/scenarios/index.js';
import { deliver } from '../support/invites.js';
import { accountIdOf, startServer, type TestOptions, type TestServer } from '../support/server.js';
import { world } from '../support/world.js';

/** The test world, with two of three seats of `beta` taken, and somebody on `alpha` who has a second factor. */
const scenario: Scenario = {
  ...world,
  people: world.people.map((one) => (one.username === 'alpha.spare' ? { ...one, mfa: true } : one)),
  accounts: world.accounts.map((one) => (one.key === 'beta' ? { ...one, planId: 'standard' } : one)),
};

const people: Readonly<Record<Stand, string>> = {
  parentOwner: 'agency.owner',
  parentAccountManager: 'agency.manager',
  parentCampaignCreator: 'agency.creator',
  parentPartnerManager: 'agency.partner',
  childOwner: 'alpha.owner',
  childAccountManager: 'alpha.manager',
  childCampaignCreator: 'alpha.creator',
  limitedOwner: 'beta.owner',
  strangerOwner: 'gamma.owner',
};

/** What stands between the rules and the backend: it may spoil what is asked and what is answered. */
export type Between = (request: Request, ask: (request: Request) => Promise<Response>) => Promise<Response>;

/** The reference backend as a team of another one would hand theirs over. */
export async function startSubject(
  options: TestOptions = {},
  between: Between = (request, ask) => ask(request),
): Promise<{ subject: Subject; server: TestServer }> {
  const server = await startServer({ scenario, ...options });
  const subject: Subject = {
    baseUrl: `${server.config.publicUrl}/v1`,
    accounts: {
      parent: accountIdOf('agency'),
      child: accountIdOf('alpha'),
      limited: accountIdOf('beta'),
      stranger: accountIdOf('gamma'),
    },
    async signIn(stand) {
      return { cookie: (await server.as(people[stand])).cookie() };
    },
    async mails(address) {
      await deliver(server);
      return server.mails.filter(({ to }) => to === address).map(({ text }) => text);
    },
    fetch: (input, init) =>
      between(new Request(input, init), (request) => server.app.fetch(request, '192.0.2.1')),
  };
  return { subject, server };
}

/** The same answer with another text; a length that was counted before counts no more. */
export async function rewritten(response: Response, rewrite: (text: string) => string): Promise<Response> {
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  const text = await response.text();
  return new Response(text === '' ? null : rewrite(text), { status: response.status, headers });
}
