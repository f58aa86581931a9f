import ky from 'ky';
import { bindGroups, type Send } from './call.js';
import { pageClock } from './clock.js';
import { createFacts, type FactStream } from './facts.js';
import type { AcceptanceGroup } from './groups/acceptance.js';
import { accountsCalls, type AccountsGroup } from './groups/accounts.js';
import type { AuditGroup } from './groups/audit.js';
import { capabilitiesCalls, type CapabilitiesGroup } from './groups/capabilities.js';
import { invitationsCalls, type InvitationsGroup } from './groups/invitations.js';
import { createMany, type CreateMany } from './groups/invite-many.js';
import { linksCalls, type LinksGroup } from './groups/links.js';
import { membersCalls, type MembersGroup } from './groups/members.js';
import { meCalls, type MeGroup } from './groups/me.js';
import { rolesCalls, type RolesGroup } from './groups/roles.js';
import { seatsCalls, type SeatsGroup } from './groups/seats.js';
import { inOrder } from './in-order.js';
import { laterGroup, type LaterGroups, type LaterTables } from './later.js';
import { retryLimits } from './limits.js';
import { pageRandom } from './random.js';
import type { StreamParts } from './stream.js';
import type { ClientOptions } from './options.js';
import { createTokens } from './tokens.js';
import { createTransport } from './transport.js';

type Links = LinksGroup & LaterTables['links'];

interface Groups {
  readonly capabilities: CapabilitiesGroup;
  readonly me: MeGroup;
  readonly accounts: AccountsGroup;
  readonly members: MembersGroup;
  readonly roles: RolesGroup;
  readonly seats: SeatsGroup;
  readonly invitations: InvitationsGroup;
  readonly links: LinksGroup;
}

/** The port to a backend: REST here, adapters and the demo elsewhere. All failures are `CcError`s. */
export interface CcClient
  extends
    Omit<Groups, 'capabilities' | 'invitations' | 'links'>,
    Omit<LaterGroups, 'audit'>,
    Pick<FactStream, 'subscribe'> {
  /** The account it was made for, where it was made for one. */
  readonly accountId: string | undefined;
  /** What the backend can do, so that elements hide instead of fail. */
  readonly capabilities: CapabilitiesGroup['get'];
  readonly audit: AuditGroup;
  readonly links: Links;
  readonly invitations: InvitationsGroup & AcceptanceGroup & { readonly createMany: CreateMany };
}

/** A client of the REST API. Nothing leaves the page before its first call. */
export function createClient(options: ClientOptions): CcClient {
  const { baseUrl, accountId, fetch, credentials } = options;
  const facts = createFacts();
  const { emit } = facts;
  const transport = createTransport({
    ...options,
    http: ky.create({
      prefixUrl: new URL(baseUrl, globalThis.location?.href).href,
      fetch,
      credentials,
      // Redirects are not followed, so no credential follows one (N12). Time limits and retries are ours, on our clock.
      redirect: 'manual',
      retry: 0,
      timeout: false,
      throwHttpErrors: false,
    }),
    tokens: createTokens(options.getToken, () => emit(['signed-out', { reason: 'expired' }])),
    emit,
    limits: { ...retryLimits, ...options.retry },
  });
  const { clock = pageClock, random = pageRandom } = options;
  return clientOver({ send: inOrder(transport), facts, clock, random }, accountId);
}

/** All groups over whatever carries their calls out. */
export function clientOver(parts: StreamParts, accountId: string | undefined): CcClient {
  const { send, facts } = parts;
  const { capabilities, ...groups } = bindGroups<Groups>(send, {
    capabilities: capabilitiesCalls,
    me: meCalls,
    accounts: accountsCalls,
    members: membersCalls,
    roles: rolesCalls,
    seats: seatsCalls,
    invitations: invitationsCalls,
    links: linksCalls,
  });
  const { lookup, accept, sendCode, decline, renew, checkUsername } = laterGroup(send, 'invitations');
  const { create } = groups.invitations;
  return {
    accountId,
    subscribe: facts.subscribe,
    capabilities: capabilities.get,
    ...groups,
    auth: laterGroup(send, 'auth'),
    mfa: laterGroup(send, 'mfa'),
    devices: laterGroup(send, 'devices'),
    ownership: laterGroup(send, 'ownership'),
    people: laterGroup(send, 'people'),
    bulkGrants: laterGroup(send, 'bulkGrants'),
    offboardings: laterGroup(send, 'offboardings'),
    audit: auditGroup(parts),
    links: linksOf(send, groups.links),
    invitations: {
      ...groups.invitations,
      ...{ lookup, accept, sendCode, decline, renew, checkUsername },
      createMany: createMany(create),
    },
  };
}

/** The history; what follows it live is fetched with the first stream. */
function auditGroup(parts: StreamParts): AuditGroup {
  const { list } = laterGroup(parts.send, 'audit');
  return {
    list,
    stream(accountId, options = {}) {
      const end = new AbortController();
      void import('./stream.js')
        .then(({ follow }) => follow(parts, accountId, options, end.signal))
        .catch(() => options.onState?.('off'));
      return () => end.abort();
    },
  };
}

/** Who reaches a client is asked for by every roster, so that it is there from the start. */
function linksOf(send: Send, eager: LinksGroup): Links {
  const later = laterGroup(send, 'links');
  const { list, get, request, remind, approve, decline, end, code, rotateCode } = later;
  return { ...eager, list, get, request, remind, approve, decline, end, code, rotateCode };
}
