import { intentKey, type CcError, type OwnershipTransfer, type Versioned } from '../client/index.js';
import { createLoadable } from './loadable.js';
import type { StoreContext } from './scope.js';

/** The transfer of an account's ownership that is under way, as far as it concerns the viewer; null without one. */
export function createOwnershipStore(context: StoreContext) {
  const { client, accountId, signal, onDispose } = context;
  let asked = false;
  const { $value, refresh } = createLoadable<OwnershipTransfer | null>(
    context,
    (stop) => {
      asked = true;
      return client.ownership.get(accountId, { signal: stop });
    },
    ['ownership.started', 'ownership.transferred', 'ownership.cancelled', 'signed-in'],
  );
  onDispose(
    client.subscribe('live.changed', ({ accountId: about, kind }) => {
      if (asked && about === accountId && ['transfer', 'everything'].includes(kind)) void refresh();
    }),
  );
  /** One key per intent, kept until the backend has answered (R35). */
  const keys = new Map<string, string>();

  async function keyed<Result>(intent: string, send: (key: string) => Promise<Result>): Promise<Result> {
    const key = keys.get(intent) ?? intentKey();
    keys.set(intent, key);
    try {
      const result = await send(key);
      keys.delete(intent);
      return result;
    } catch (thrown) {
      const { status = 0 } = thrown as CcError;
      if (status > 0 && status < 500) keys.delete(intent);
      throw thrown;
    }
  }

  return {
    $transfer: $value,
    refresh,
    /** Offers it to a member (R56). */
    start: (toMembershipId: string): Promise<OwnershipTransfer> =>
      keyed(`start ${toMembershipId}`, (idempotencyKey) =>
        client.ownership.start(accountId, { toMembershipId }, { signal, idempotencyKey }),
      ),
    /** Takes it; both roles change in one step. */
    accept: (transferId: string): Promise<OwnershipTransfer> =>
      keyed(`accept ${transferId}`, (idempotencyKey) =>
        client.ownership.accept(accountId, transferId, { signal, idempotencyKey }),
      ),
    cancel: (transfer: Versioned): Promise<void> => client.ownership.cancel(accountId, transfer, { signal }),
  };
}

export type OwnershipStore = ReturnType<typeof createOwnershipStore>;
