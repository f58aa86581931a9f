import { define } from '../elements/base/define.js';
import { CcDeviceList } from '../elements/device-list/device-list.js';

define(CcDeviceList);
