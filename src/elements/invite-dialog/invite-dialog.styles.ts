import { buttonStyles } from '../../styles/button.js';
import { hostStyles } from '../../styles/host.js';
import { typeStyles } from '../../styles/type.js';

/** What stands in the page before the dialog is opened: its trigger. */
export const inviteDialogStyles = [hostStyles, typeStyles, buttonStyles];
