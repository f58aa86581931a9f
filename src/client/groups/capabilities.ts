import type { CallOptions, CallTable } from '../call.js';
import { decodeOne } from '../decode.js';
import type { Capabilities } from '../wire/index.js';

/** What the backend can do, so that elements hide instead of fail. */
export interface CapabilitiesGroup {
  get(options?: CallOptions): Promise<Capabilities>;
}

export const capabilitiesCalls: CallTable<CapabilitiesGroup> = {
  get: { to: 'GET capabilities', gives: decodeOne<Capabilities>('identityPolicy'), open: true },
};
