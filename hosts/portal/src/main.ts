import '../../../src/define/provider.js';
import '../../../src/define/user-roster.js';
import '../../../src/define/account-list.js';
import '../../../src/define/accept-invite.js';
import '../../../src/define/sign-in.js';
import './portal.js';
