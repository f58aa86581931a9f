import { CcAccountList } from '../elements/account-list/account-list.js';
import { define } from '../elements/base/define.js';

define(CcAccountList);
