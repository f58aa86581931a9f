import type { BulkGrant, Offboarding } from '../client/index.js';
import { createLoadable } from './loadable.js';
import type { StoreContext } from './scope.js';

const most = 20;

/** Bulk grants that the viewer started here: what is at work, and what has ended lately (R79). */
export function createOwnGrantsStore(context: StoreContext) {
  const { client, accountId } = context;
  const { $value, refresh } = createLoadable<readonly BulkGrant[]>(
    context,
    async (signal) => (await client.bulkGrants.list({ parent: accountId, limit: most }, { signal })).items,
    ['job.ended'],
  );
  return { $jobs: $value, refresh };
}

/** The same of offboardings (R89). */
export function createOwnOffboardingsStore(context: StoreContext) {
  const { client, accountId } = context;
  const { $value, refresh } = createLoadable<readonly Offboarding[]>(
    context,
    async (signal) => (await client.offboardings.list(accountId, { limit: most }, { signal })).items,
    ['job.ended'],
  );
  return { $jobs: $value, refresh };
}
