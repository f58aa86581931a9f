import type { RoleDefinition } from '../client/index.js';
import { createLoadable } from './loadable.js';
import type { StoreContext } from './scope.js';

/** The roles of the account as the signed-in person may grant them, each available or with a reason (2c). */
export function createRolesStore(context: StoreContext) {
  const { client, accountId } = context;
  const { $value, refresh } = createLoadable<readonly RoleDefinition[]>(
    context,
    async (signal) => (await client.roles.list(accountId, { signal })).items,
    ['member.changed', 'signed-in'],
  );
  return { $roles: $value, refresh };
}

export type RolesStore = ReturnType<typeof createRolesStore>;
