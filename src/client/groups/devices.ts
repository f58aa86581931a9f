import type { CallOptions, CallTable, WriteOptions } from '../call.js';
import { decodeItems, decodeNothing } from '../decode.js';
import type { TrustedDevice, TrustedDeviceList } from '../wire/index.js';

/** Browsers that skip the second factor (R67). */
export interface DevicesGroup {
  list(options?: CallOptions): Promise<TrustedDeviceList>;
  forget(deviceId: string, options?: WriteOptions): Promise<void>;
  /** All of them, the one that asks included (R68). */
  forgetAll(options?: WriteOptions): Promise<void>;
}

const told = () => ['devices.changed', {}] as const;

export const devicesCalls: CallTable<DevicesGroup> = {
  list: { to: 'GET me/trusted-devices', gives: decodeItems<TrustedDevice, TrustedDeviceList>('id') },
  forget: { to: 'DELETE me/trusted-devices/*', gives: decodeNothing, fact: told },
  forgetAll: { to: 'DELETE me/trusted-devices', gives: decodeNothing, fact: told },
};
