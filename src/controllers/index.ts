/** The glue between stores and Lit, for hosts that write elements of their own. */
export { AnnounceController, type AnnounceHost } from './announce.controller.js';
export { LiveAnnouncer } from './announcer.js';
export { CredentialFields, type CredentialField, type CredentialOptions } from './credential-fields.js';
export { DialogController, type DialogOptions } from './dialog.controller.js';
export { menuTarget } from './menu-keys.js';
export { PopoverController, type PopoverOptions } from './popover.controller.js';
export { StoreController, type StoreHost } from './store.controller.js';
export { StringsController, type StringsHost } from './strings.controller.js';
export { TimeController } from './time.controller.js';
export { WidthController } from './width.controller.js';
