import { define } from '../elements/base/define.js';
import { CcSeatMeter } from '../elements/seat-meter/seat-meter.js';

define(CcSeatMeter);
