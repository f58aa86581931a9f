import { define } from '../elements/base/define.js';
import { CcInviteDialog } from '../elements/invite-dialog/invite-dialog.js';

define(CcInviteDialog);
