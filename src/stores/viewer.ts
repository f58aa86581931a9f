import { isCcError, type EffectiveAccess } from '../client/index.js';
import type { Capability } from '../domain/index.js';
import { createLoadable } from './loadable.js';
import type { StoreContext } from './scope.js';

/**
 * What the signed-in person may do on the account, and which grants give it (R11, R13). Asked again as soon as the
 * backend refuses something here, so that actions vanish which are no longer allowed (R12 of the faults).
 */
export function createViewerStore(context: StoreContext) {
  const { client, accountId, onDispose } = context;
  let known: EffectiveAccess | undefined;
  const { $value, refresh } = createLoadable<EffectiveAccess>(
    context,
    async (signal) => (known = await client.accounts.access(accountId, { signal })),
    ['member.changed', 'member.removed', 'invitation.accepted', 'signed-in'],
  );
  onDispose(
    client.subscribe('failure', ({ accountId: about, action, error }) => {
      const refused = isCcError(error, 'forbidden') || isCcError(error, 'not-found');
      if (known && refused && about === accountId && action !== 'accounts.access') void refresh();
    }),
  );
  return {
    $access: $value,
    refresh,
    /** False until it is known. The backend decides again. */
    can: (capability: Capability): boolean => known?.capabilities.includes(capability) ?? false,
  };
}

export type ViewerStore = ReturnType<typeof createViewerStore>;
