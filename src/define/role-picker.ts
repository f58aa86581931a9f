import { define } from '../elements/base/define.js';
import { CcRolePicker } from '../elements/role-picker/role-picker.js';

define(CcRolePicker);
