import { define } from '../elements/base/define.js';
import { CcAccountLinks } from '../elements/account-links/account-links.js';

define(CcAccountLinks);
