/** The stores behind the elements, for hosts with markup of their own: same rules, no elements. */
export {
  createAcceptanceStore,
  type AcceptanceForm,
  type AcceptanceState,
  type AcceptanceStore,
} from './acceptance.js';
export { createAccountListStore, type AccountListQuery, type AccountListStore } from './account-list.js';
export { createAccountStore, type AccountStore } from './account.js';
export {
  createAuditStore,
  type AuditEntries,
  type AuditFilter,
  type AuditStore,
  type AuditTrail,
} from './audit.js';
export { createCapabilitiesStore, type CapabilitiesStore } from './capabilities.js';
export { createDevicesStore, type DevicesStore, type ForgettingState } from './devices.js';
export { createGrantJobStore, type GrantJobStore } from './grant-job.js';
export { createInviteStore, type InviteOutcome, type InviteRun, type InviteStore } from './invite.js';
export {
  createLinkCodeStore,
  createLinksStore,
  createPartnerPeopleStore,
  type LinkCodeStore,
  type LinkList,
  type LinksStore,
  type PartnerPeopleStore,
} from './links.js';
export { createLiveStore, type LiveStore } from './live.js';
export { createLoadable, type Loadable, type LoadableStore } from './loadable.js';
export { createMeStore, type MeStore } from './me.js';
export { createMemberStore, type MemberStore } from './member.js';
export { createMfaStore, type MfaState, type MfaStore } from './mfa.js';
export { createOwnGrantsStore, createOwnOffboardingsStore } from './own-jobs.js';
export { createOffboardingStore, type OffboardingChoice, type OffboardingStore } from './offboarding.js';
export { createOwnershipStore, type OwnershipStore } from './ownership.js';
export type { Rows } from './paged-list.js';
export { createPeopleStore, personAccessStore, type PeopleStore, type PersonAccessStore } from './people.js';
export { createRolesStore, type RolesStore } from './roles.js';
export { createRosterActions, withChange, type RosterActions, type RowState } from './roster-actions.js';
export { createRosterLiveStore, type RosterLiveStore } from './roster-live.js';
export { createRosterStore, type RosterStore } from './roster.js';
export type { RosterQuery } from './roster-query.js';
export { Scope, type ScopeOptions, type StoreContext, type StoreFactory } from './scope.js';
export { createSeatsStore, type SeatsStore } from './seats.js';
export { createSessionStore, type SessionState, type SessionStore } from './session.js';
export { createShownStore, type ShownStore } from './shown.js';
export {
  createSwitcherStore,
  type SwitcherAccount,
  type SwitcherClients,
  type SwitcherGroups,
  type SwitcherStore,
} from './switcher.js';
export { createTicker } from './ticker.js';
export { createUsernameStore, type UsernameStore } from './username.js';
export { createViewerStore, type ViewerStore } from './viewer.js';
export type { JobRun } from './watched-job.js';
