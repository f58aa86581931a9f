import type { Me, MePatch } from '../client/index.js';
import { localError } from '../client/errors.js';
import { createLoadable } from './loadable.js';
import type { StoreContext } from './scope.js';

/** The signed-in person's own profile. */
export function createMeStore(context: StoreContext) {
  const { client, signal: scope } = context;
  let known: Me | undefined;
  const { $value, refresh } = createLoadable<Me>(
    context,
    async (signal) => (known = await client.me.get({ signal })),
    ['me.changed', 'mfa.changed', 'signed-in'],
  );
  return {
    $me: $value,
    refresh,
    async update(patch: MePatch): Promise<Me> {
      if (!known) throw localError('not-found');
      return client.me.update(known, patch, { signal: scope });
    },
    /** Remembers which account is shown, so that another tab notices (R92). */
    choose: (accountId: string) => client.me.setCurrent(accountId, { signal: scope }),
  };
}

export type MeStore = ReturnType<typeof createMeStore>;
