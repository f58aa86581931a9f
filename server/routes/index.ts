import type { Endpoint } from '../endpoint.js';
import { acceptanceEndpoints } from './acceptance.js';
import { accountEndpoints } from './accounts.js';
import { auditEndpoints } from './audit.js';
import { authEndpoints } from './auth.js';
import { bulkGrantEndpoints } from './bulk-grants.js';
import { capabilitiesEndpoints } from './capabilities.js';
import { deviceEndpoints } from './devices.js';
import { invitationEndpoints } from './invitations.js';
import { linkEndpoints } from './links.js';
import { meEndpoints } from './me.js';
import { memberEndpoints } from './members.js';
import { offboardingEndpoints } from './offboardings.js';
import { ownershipEndpoints } from './ownership.js';
import { mfaAdminEndpoints } from './mfa-admin.js';
import { mfaEndpoints } from './mfa.js';
import { passwordEndpoints } from './passwords.js';
import { peopleEndpoints } from './people.js';
import { usernameEndpoints } from './usernames.js';

/** The whole API below `/v1`; a new resource joins here. */
export const endpoints: readonly Endpoint[] = [
  ...capabilitiesEndpoints,
  ...authEndpoints,
  ...passwordEndpoints,
  ...meEndpoints,
  ...accountEndpoints,
  ...memberEndpoints,
  ...linkEndpoints,
  ...peopleEndpoints,
  ...bulkGrantEndpoints,
  ...offboardingEndpoints,
  ...ownershipEndpoints,
  ...auditEndpoints,
  ...mfaEndpoints,
  ...deviceEndpoints,
  ...mfaAdminEndpoints,
  ...invitationEndpoints,
  ...acceptanceEndpoints,
  ...usernameEndpoints,
];
