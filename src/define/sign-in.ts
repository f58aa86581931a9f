import { define } from '../elements/base/define.js';
import { CcSignIn } from '../elements/sign-in/sign-in.js';

define(CcSignIn);
