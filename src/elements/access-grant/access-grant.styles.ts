import { buttonStyles } from '../../styles/button.js';
import { hostStyles } from '../../styles/host.js';
import { typeStyles } from '../../styles/type.js';

/** What can be drawn before the dialog is fetched: that it could not be. */
export const accessGrantStyles = [hostStyles, typeStyles, buttonStyles];
