import { atom } from 'nanostores';
import type { CcError, TrustedDeviceList } from '../client/index.js';
import { createLoadable } from './loadable.js';
import type { StoreContext } from './scope.js';

/** What is going on: the id of the device on its way out, `all`, or nothing; and the last refusal. */
export interface ForgettingState {
  readonly busy: string | null;
  readonly error?: CcError;
}

/** Browsers that skip the second factor (R67). */
export function createDevicesStore(context: StoreContext) {
  const { client, signal } = context;
  const { $value, refresh } = createLoadable<TrustedDeviceList>(
    context,
    (stop) => client.devices.list({ signal: stop }),
    ['devices.changed', 'mfa.changed', 'signed-in'],
  );
  let state: ForgettingState = { busy: null };
  const $forgetting = atom(state);
  const show = (next: ForgettingState) => $forgetting.set((state = next));

  /** One at a time. The list is read again after it, since the client tells what happened. */
  async function forgetting(what: string, work: () => Promise<void>): Promise<boolean> {
    if (state.busy !== null) return false;
    show({ busy: what });
    try {
      await work();
      show({ busy: null });
      return true;
    } catch (thrown) {
      const error = thrown as CcError;
      // Somebody else was quicker: it is gone, as was wanted.
      const gone = error.kind === 'not-found';
      if (gone) void refresh();
      if (!signal.aborted) show(gone ? { busy: null } : { busy: null, error });
      return gone;
    }
  }

  return {
    $devices: $value,
    $forgetting,
    refresh,
    forget: (deviceId: string) => forgetting(deviceId, () => client.devices.forget(deviceId, { signal })),
    forgetAll: () => forgetting('all', () => client.devices.forgetAll({ signal })),
  };
}

export type DevicesStore = ReturnType<typeof createDevicesStore>;
