import { define } from '../elements/base/define.js';
import { CcUserRoster } from '../elements/user-roster/user-roster.js';

// Add New User opens another element; a page that never presses it never loads it.
CcUserRoster.loadInvite = () => import('./invite-dialog.js');

define(CcUserRoster);
