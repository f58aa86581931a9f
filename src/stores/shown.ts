import { atom } from 'nanostores';
import type { StoreContext } from './scope.js';

/**
 * R92: another tab has made another account current, so that what was just asked for here was refused. Which one it is,
 * until the person has said where they want to be.
 */
export function createShownStore({ client, accountId, signal, onDispose }: StoreContext) {
  const $elsewhere = atom<string | undefined>();
  onDispose(
    client.subscribe('failure', ({ error }) => {
      const { currentAccountId } = (error.facts ?? {}) as { currentAccountId?: string };
      if (error.kind === 'account-changed' && currentAccountId !== accountId)
        $elsewhere.set(currentAccountId);
    }),
  );
  return {
    $elsewhere,
    /** The account that this page shows is the current one again. */
    async stay(): Promise<void> {
      await client.me.setCurrent(accountId, { signal });
      $elsewhere.set(undefined);
    },
    leave: (): void => $elsewhere.set(undefined),
    name: async (id: string): Promise<string> => (await client.accounts.get(id, { signal })).name,
  };
}

export type ShownStore = ReturnType<typeof createShownStore>;
