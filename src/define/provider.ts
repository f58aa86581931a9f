import { define } from '../elements/base/define.js';
import { CcProvider } from '../elements/provider/provider.js';

define(CcProvider);
