import { define } from '../elements/base/define.js';
import { CcAccountSwitcher } from '../elements/account-switcher/account-switcher.js';

define(CcAccountSwitcher);
