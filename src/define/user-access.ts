import { define } from '../elements/base/define.js';
import { CcUserAccess } from '../elements/user-access/user-access.js';

define(CcUserAccess);
