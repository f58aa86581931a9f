import { define } from '../elements/base/define.js';
import { CcAcceptInvite } from '../elements/accept-invite/accept-invite.js';

define(CcAcceptInvite);
