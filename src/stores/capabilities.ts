import type { Capabilities } from '../client/index.js';
import { createLoadable } from './loadable.js';
import type { StoreContext } from './scope.js';

/** What the backend can do and its limits, so that elements hide instead of fail. */
export function createCapabilitiesStore(context: StoreContext) {
  const { client } = context;
  const { $value, refresh } = createLoadable<Capabilities>(context, (signal) =>
    client.capabilities({ signal }),
  );
  return { $capabilities: $value, refresh };
}

export type CapabilitiesStore = ReturnType<typeof createCapabilitiesStore>;
