import { define } from '../elements/base/define.js';
import { CcAccessGrant } from '../elements/access-grant/access-grant.js';

define(CcAccessGrant);
