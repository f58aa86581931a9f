import { acceptanceCalls } from './acceptance.js';
import { auditCalls } from './audit.js';
import { authCalls } from './auth.js';
import { devicesCalls } from './devices.js';
import { bulkGrantsCalls, offboardingsCalls } from './jobs.js';
import { linkActsCalls } from './link-acts.js';
import { mfaCalls } from './mfa.js';
import { ownershipCalls } from './ownership.js';
import { peopleCalls } from './people.js';

/** The tables behind `later.ts`; a group that a page may do without joins here. */
export const laterCalls = {
  auth: authCalls,
  mfa: mfaCalls,
  devices: devicesCalls,
  ownership: ownershipCalls,
  audit: auditCalls,
  people: peopleCalls,
  bulkGrants: bulkGrantsCalls,
  offboardings: offboardingsCalls,
  links: linkActsCalls,
  invitations: acceptanceCalls,
};
