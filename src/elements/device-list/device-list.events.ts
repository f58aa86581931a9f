/** Forgetting browsers that skip the second factor. */
import { CcFactEvent, CcRequestEvent } from '../base/events.js';

export interface DeviceForgetInput {
  /** One device; null is all of them. */
  deviceId: string | null;
}

/** A person wants a device to be asked for a code again. */
export class CcDeviceForgetRequestEvent extends CcRequestEvent<DeviceForgetInput> {
  static readonly type = 'cc-device-forget-request';
}

/** It is asked again. */
export class CcDeviceForgottenEvent extends CcFactEvent<DeviceForgetInput> {
  static readonly type = 'cc-device-forgotten';
}

declare global {
  interface GlobalEventHandlersEventMap {
    'cc-device-forget-request': CcDeviceForgetRequestEvent;
    'cc-device-forgotten': CcDeviceForgottenEvent;
  }
}
