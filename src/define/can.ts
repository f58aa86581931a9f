import { define } from '../elements/base/define.js';
import { CcCan } from '../elements/can/can.js';

define(CcCan);
