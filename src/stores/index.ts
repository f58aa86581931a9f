/** The stores behind the elements, for hosts with markup of their own: same rules, no elements. */
export { createLoadable, type Loadable, type LoadableStore } from './loadable.js';
export { createRolesStore, type RolesStore } from './roles.js';
export { Scope, type ScopeOptions, type StoreContext, type StoreFactory } from './scope.js';
export { createSeatsStore, type SeatsStore } from './seats.js';
export { createTicker } from './ticker.js';
