import ky from 'ky';
import { bindGroup, type CallOptions } from './call.js';
import { pageClock } from './clock.js';
import { createFacts, type FactStream } from './facts.js';
import { acceptanceCalls, type AcceptanceGroup } from './groups/acceptance.js';
import { accountsCalls, type AccountsGroup } from './groups/accounts.js';
import { authCalls, type AuthGroup } from './groups/auth.js';
import { capabilitiesCalls } from './groups/capabilities.js';
import { invitationsCalls, type InvitationsGroup } from './groups/invitations.js';
import { createMany, type CreateMany } from './groups/invite-many.js';
import { linksCalls, type LinksGroup } from './groups/links.js';
import { membersCalls, type MembersGroup } from './groups/members.js';
import { meCalls, type MeGroup } from './groups/me.js';
import { rolesCalls, type RolesGroup } from './groups/roles.js';
import { seatsCalls, type SeatsGroup } from './groups/seats.js';
import { retryLimits } from './limits.js';
import type { ClientOptions } from './options.js';
import { pageRandom } from './random.js';
import { createTokens } from './tokens.js';
import { createTransport } from './transport.js';
import type { Capabilities } from './wire/index.js';

/** The port to a backend: REST here, adapters and the demo elsewhere. All failures are `CcError`s. */
export interface CcClient extends Pick<FactStream, 'subscribe'> {
  /** The account it was made for, where it was made for one. */
  readonly accountId: string | undefined;
  /** What the backend can do, so that elements hide instead of fail. */
  capabilities(options?: CallOptions): Promise<Capabilities>;
  readonly me: MeGroup;
  readonly accounts: AccountsGroup;
  readonly members: MembersGroup;
  readonly roles: RolesGroup;
  readonly seats: SeatsGroup;
  readonly invitations: InvitationsGroup & AcceptanceGroup & { readonly createMany: CreateMany };
  readonly auth: AuthGroup;
  readonly links: LinksGroup;
}

/** A client of the REST API. Nothing leaves the page before its first call. */
export function createClient(options: ClientOptions): CcClient {
  const { baseUrl, accountId, getToken, headers, clock = pageClock, random = pageRandom } = options;
  const { subscribe, emit } = createFacts();
  const send = createTransport({
    http: ky.create({
      prefixUrl: new URL(baseUrl, globalThis.location?.href).href,
      fetch: options.fetch,
      credentials: options.credentials,
      // Redirects are not followed, so no credential follows one (N12). Time limits and retries are ours, on our clock.
      redirect: 'manual',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      retry: 0,
      timeout: false,
      throwHttpErrors: false,
    }),
    headers: typeof headers === 'function' ? headers : () => headers ?? {},
    tokens: createTokens(getToken, () => emit(['signed-out', { reason: 'expired' }])),
    emit,
    clock,
    random,
    limits: { ...retryLimits, ...options.retry },
    accountId,
    onDiagnostic: options.onDiagnostic ?? (() => undefined),
  });
  const invitations = bindGroup<InvitationsGroup & AcceptanceGroup>(send, 'invitations', {
    ...invitationsCalls,
    ...acceptanceCalls,
  });
  return {
    accountId,
    subscribe,
    capabilities: bindGroup(send, 'capabilities', capabilitiesCalls).get,
    me: bindGroup(send, 'me', meCalls),
    accounts: bindGroup(send, 'accounts', accountsCalls),
    members: bindGroup(send, 'members', membersCalls),
    roles: bindGroup(send, 'roles', rolesCalls),
    seats: bindGroup(send, 'seats', seatsCalls),
    invitations: { ...invitations, createMany: createMany(invitations.create) },
    auth: bindGroup(send, 'auth', authCalls),
    links: bindGroup(send, 'links', linksCalls),
  };
}
