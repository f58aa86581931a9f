/** Registers every element under its own tag, for hosts that want one import. */
import './define/accept-invite.js';
import './define/account-list.js';
import './define/can.js';
import './define/device-list.js';
import './define/invite-dialog.js';
import './define/mfa-challenge.js';
import './define/mfa-setup.js';
import './define/provider.js';
import './define/role-matrix.js';
import './define/role-picker.js';
import './define/seat-meter.js';
import './define/sign-in.js';
import './define/user-roster.js';
import './define/username-conflict.js';
