import type { Endpoint } from '../../../server/endpoint.js';
import {
  accountIdOf,
  startServer,
  type Answered,
  type Caller,
  type Sent,
  type TestOptions,
  type TestServer,
} from '../../support/server.js';
import { scenarioId } from '../../../server/scenarios/ids.js';
import { giveFactor, memberOf, world } from '../../support/world.js';
import { sentWith, validRequests, type Ids, type ValidRequest } from './requests.js';

/** The test world with an invitation, a challenge, and callers that are signed in once. */
export interface Sweep {
  server: TestServer;
  endpoints: readonly Endpoint[];
  as(username: string | null): Promise<Caller>;
  request(endpoint: Endpoint): Promise<ValidRequest>;
  /** Sends the endpoint's valid request, changed as said. */
  send(
    endpoint: Endpoint,
    change?: { as?: string | null; path?: (path: string) => string } & Sent,
  ): Promise<Answered>;
}

export const nameOf = (endpoint: Endpoint): string => `${endpoint.method} ${endpoint.path}`;
export const isBound = (endpoint: Endpoint): boolean => typeof endpoint.access === 'object';

export async function startSweep(options: TestOptions = {}): Promise<Sweep> {
  const server = await startServer({ scenario: world, ...options });
  const callers = new Map<string, Caller>();
  async function as(username: string | null): Promise<Caller> {
    if (username === null) return server.anonymous();
    const known = callers.get(username);
    if (known) return known;
    const caller = await server.as(username);
    callers.set(username, caller);
    return caller;
  }
  const owner = await as('alpha.owner');
  await owner.put('/me/current-account', { accountId: accountIdOf('alpha') });
  const invited = await owner.post(`/accounts/${accountIdOf('alpha')}/invitations`, {
    email: 'waiting@example.test',
    roleId: 'campaign_creator',
  });
  const invitation = invited.json<{ id: string; url: string }>();
  // Signed in while the password alone was enough.
  const spare = await as('alpha.spare');
  await spare.put('/me/current-account', { accountId: accountIdOf('alpha') });
  await giveFactor(server.store, 'alpha.spare');
  const offered = await owner.post(`/accounts/${accountIdOf('alpha')}/ownership-transfers`, {
    toMembershipId: memberOf('alpha.spare'),
  });
  const manager = await as('alpha.manager');
  await manager.put('/me/current-account', { accountId: accountIdOf('alpha') });
  const started = await manager.post('/me/mfa/enrolments');
  const subject = { email: 'bulk@example.test' };
  const granted = await owner.post('/bulk-grants', {
    ...{ subject, roleId: 'campaign_creator', accounts: [{ accountId: accountIdOf('alpha') }] },
  });
  const offboarded = await owner.post(`/accounts/${accountIdOf('alpha')}/offboardings`, {
    ...{ subject, dryRun: true },
  });
  const ids: Omit<Ids, 'challengeId'> = {
    enrolmentId: started.json<{ id: string }>().id,
    invitationId: invitation.id,
    transferId: offered.json<{ id: string }>().id,
    bulkGrantId: granted.json<{ id: string }>().id,
    offboardingId: offboarded.json<{ id: string }>().id,
    linkId: scenarioId('link', 'agency to alpha'),
    token: invitation.url.split('#')[1] ?? '',
  };

  async function request(endpoint: Endpoint): Promise<ValidRequest> {
    const make = validRequests[nameOf(endpoint)];
    if (!make) throw new Error(`${nameOf(endpoint)} has no valid request in test/server/http/requests.ts`);
    // An id of the right form that is known to nobody, unless the endpoint is the one that looks at it.
    const challengeId = 'chl_0000000000000000000000';
    return make({ ...ids, challengeId });
  }

  return {
    server,
    endpoints: server.app.endpoints,
    as,
    request,
    async send(endpoint, { as: who, path, ...wrong } = {}) {
      const valid = await request(endpoint);
      const caller = await as(who === undefined ? valid.as : who);
      return caller.send(endpoint.method, path ? path(valid.path) : valid.path, sentWith(valid, wrong));
    },
  };
}
