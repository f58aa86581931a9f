import { define } from '../elements/base/define.js';
import { CcUserDetail } from '../elements/user-detail/user-detail.js';

define(CcUserDetail);
