import { define } from '../elements/base/define.js';
import { CcMfaChallenge } from '../elements/mfa-challenge/mfa-challenge.js';

define(CcMfaChallenge);
