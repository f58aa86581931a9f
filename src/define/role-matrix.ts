import { define } from '../elements/base/define.js';
import { CcRoleMatrix } from '../elements/role-matrix/role-matrix.js';

define(CcRoleMatrix);
