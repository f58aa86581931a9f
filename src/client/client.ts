import ky from 'ky';
import { bindGroups, type Send } from './call.js';
import { createFacts, type FactStream } from './facts.js';
import type { AcceptanceGroup } from './groups/acceptance.js';
import { accountsCalls, type AccountsGroup } from './groups/accounts.js';
import { capabilitiesCalls, type CapabilitiesGroup } from './groups/capabilities.js';
import { invitationsCalls, type InvitationsGroup } from './groups/invitations.js';
import { createMany, type CreateMany } from './groups/invite-many.js';
import { linksCalls, type LinksGroup } from './groups/links.js';
import { membersCalls, type MembersGroup } from './groups/members.js';
import { meCalls, type MeGroup } from './groups/me.js';
import { rolesCalls, type RolesGroup } from './groups/roles.js';
import { seatsCalls, type SeatsGroup } from './groups/seats.js';
import { laterGroup, type LaterGroups, type LaterTables } from './later.js';
import { retryLimits } from './limits.js';
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
  extends Omit<Groups, 'capabilities' | 'invitations' | 'links'>, LaterGroups, Pick<FactStream, 'subscribe'> {
  /** The account it was made for, where it was made for one. */
  readonly accountId: string | undefined;
  /** What the backend can do, so that elements hide instead of fail. */
  readonly capabilities: CapabilitiesGroup['get'];
  readonly links: Links;
  readonly invitations: InvitationsGroup & AcceptanceGroup & { readonly createMany: CreateMany };
}

/** A client of the REST API. Nothing leaves the page before its first call. */
export function createClient(options: ClientOptions): CcClient {
  const { baseUrl, accountId, fetch, credentials } = options;
  const { subscribe, emit } = createFacts();
  const send = createTransport({
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
  return clientOver(send, subscribe, accountId);
}

/** All groups over whatever carries their calls out. */
export function clientOver(
  send: Send,
  subscribe: FactStream['subscribe'],
  accountId: string | undefined,
): CcClient {
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
    subscribe,
    capabilities: capabilities.get,
    ...groups,
    auth: laterGroup(send, 'auth'),
    mfa: laterGroup(send, 'mfa'),
    devices: laterGroup(send, 'devices'),
    ownership: laterGroup(send, 'ownership'),
    people: laterGroup(send, 'people'),
    bulkGrants: laterGroup(send, 'bulkGrants'),
    offboardings: laterGroup(send, 'offboardings'),
    audit: laterGroup(send, 'audit'),
    links: linksOf(send, groups.links),
    invitations: {
      ...groups.invitations,
      ...{ lookup, accept, sendCode, decline, renew, checkUsername },
      createMany: createMany(create),
    },
  };
}

/** Who reaches a client is asked for by every roster, so that it is there from the start. */
function linksOf(send: Send, eager: LinksGroup): Links {
  const later = laterGroup(send, 'links');
  const { list, get, request, remind, approve, decline, end, code, rotateCode } = later;
  return { ...eager, list, get, request, remind, approve, decline, end, code, rotateCode };
}
