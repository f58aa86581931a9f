import { define } from '../elements/base/define.js';
import { CcMfaSetup } from '../elements/mfa-setup/mfa-setup.js';

define(CcMfaSetup);
