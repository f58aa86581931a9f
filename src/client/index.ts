/** The typed client: calls, errors and facts. */
export type { CallOptions, CreateOptions, Versioned, WriteOptions } from './call.js';
export { createClient, type CcClient } from './client.js';
export { pageClock, type Clock } from './clock.js';
export { CcError, isCcError, localError, type ErrorKind, type ErrorParts, type LocalKind } from './errors.js';
export {
  createFacts,
  type CcFacts,
  type Fact,
  type FactListener,
  type FactStream,
  type FactType,
} from './facts.js';
export type { AcceptanceGroup } from './groups/acceptance.js';
export type { AccountsGroup } from './groups/accounts.js';
export type { AuthGroup, SignInResult } from './groups/auth.js';
export type { InvitationsGroup } from './groups/invitations.js';
export { createMany, type CreateMany, type InviteResult, type KeyedDraft } from './groups/invite-many.js';
export type { MeGroup } from './groups/me.js';
export type { MembersGroup } from './groups/members.js';
export { retryLimits, type RetryLimits } from './limits.js';
export type { ClientOptions, Diagnostic } from './options.js';
export { intentKey, pageRandom, type Random } from './random.js';
export type { GetToken, TokenReason } from './tokens.js';
export type * from './wire/index.js';
export type { LinksGroup } from './groups/links.js';
export type { RolesGroup } from './groups/roles.js';
export type { SeatsGroup } from './groups/seats.js';
