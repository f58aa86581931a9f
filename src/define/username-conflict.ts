import { define } from '../elements/base/define.js';
import { CcUsernameConflict } from '../elements/username-conflict/username-conflict.js';

define(CcUsernameConflict);
