/** A plan as the host sells it: it decides how many people an account may have (R16). */
export interface Plan {
  id: string;
  name: string;
  /** Null is unlimited. */
  seatLimit: number | null;
  /** Page where the plan can be changed; null when the host has none. */
  planUrl: string | null;
}

/** How bearer tokens of the host are checked (embed tokens, contracts.md 2). */
export interface EmbedConfig {
  issuer: string;
  audience: string;
  /** Shared secret for HS256; one of the two is set. */
  secret?: string;
  /** Address of the host's key set for ES256, EdDSA and RS256. */
  jwksUrl?: string;
}

/** Figures that a deployment may make stricter (domain.md 5, "figures at a glance"). */
export interface Limits {
  inviteDays: number;
  invitesPerDayFirstMonth: number;
  invitesPerDay: number;
  resendSeconds: number;
  resendsPerDay: number;
  stepUpMinutes: number;
  sessionIdleMinutes: number;
  sessionHours: number;
  challengeMinutes: number;
  /** Wrong passwords in one window: for one username from one address, for the username, from the address. */
  signInFailuresPerPair: number;
  signInFailuresPerUser: number;
  signInFailuresPerAddress: number;
  signInWindowMinutes: number;
  usernameChecksPerMinute: number;
  bulkAccounts: number;
  csvRows: number;
  pageSize: number;
  pageSizeMax: number;
  passwordMin: number;
  passwordMinWithMfa: number;
  bodyBytes: number;
  bodySeconds: number;
}

/** Everything about a deployment that is not a port. */
export interface Config {
  /** Base of every link in a mail and the page's own origin, without a slash at the end. */
  publicUrl: string;
  productName: string;
  sender: { name: string; address: string };
  identityPolicy: 'one_identity' | 'per_account';
  plans: readonly Plan[];
  /** R21: false when the owner takes no seat. */
  ownerUsesSeat: boolean;
  limits: Limits;
  /** Pages on other origins that may call (CORS), besides the origin of `publicUrl`. */
  allowedOrigins: readonly string[];
  /** Values of `Host` that are answered, besides the host of `publicUrl`. */
  allowedHosts: readonly string[];
  /** How many proxies in front add themselves to `X-Forwarded-For`; 0 trusts none. */
  trustedHops: number;
  production: boolean;
  embed: EmbedConfig | null;
  /** Secret by which the host's server is known when it changes plans; null offers no such call. */
  hostKey: string | null;
  /** Can the mail transport deliver UTF-8 local parts (R26)? */
  smtpUtf8: boolean;
  /** R61: ask a mailed code on an unrecognised device when no factor is on. */
  emailCodeOnNewDevice: boolean;
  /** R67: may a browser be remembered? */
  trustedDevices: boolean;
  /** Key under which secrets of second factors are stored: 32 bytes or more, kept outside the database. */
  secretKey: string;
}

export const defaultLimits: Limits = {
  inviteDays: 7,
  invitesPerDayFirstMonth: 50,
  invitesPerDay: 500,
  resendSeconds: 60,
  resendsPerDay: 5,
  stepUpMinutes: 15,
  sessionIdleMinutes: 30,
  sessionHours: 12,
  challengeMinutes: 5,
  signInFailuresPerPair: 20,
  signInFailuresPerUser: 100,
  signInFailuresPerAddress: 200,
  signInWindowMinutes: 15,
  usernameChecksPerMinute: 30,
  bulkAccounts: 500,
  csvRows: 1000,
  pageSize: 50,
  pageSizeMax: 100,
  passwordMin: 15,
  passwordMinWithMfa: 8,
  bodyBytes: 64 * 1024,
  bodySeconds: 10,
};

/** The plans of the demonstration: hosts bring their own (domain.md 5). */
export const demoPlans: readonly Plan[] = [
  { id: 'starter', name: 'Starter', seatLimit: 1, planUrl: '/plans' },
  { id: 'standard', name: 'Standard', seatLimit: 3, planUrl: '/plans' },
  { id: 'premium', name: 'Premium', seatLimit: null, planUrl: '/plans' },
];

/** What demonstrations and tests seal with; a deployment brings a key of its own (T30). */
export const demoSecretKey = 'the key of a demonstration guards nothing';

/** A complete configuration from the few values that a deployment has to say. */
export function createConfig(
  values: Partial<Omit<Config, 'limits'>> & { limits?: Partial<Limits> } = {},
): Config {
  return {
    publicUrl: 'http://localhost:4400',
    productName: 'Crew',
    sender: { name: 'Crew', address: 'no-reply@crew.test' },
    identityPolicy: 'one_identity',
    plans: demoPlans,
    ownerUsesSeat: true,
    allowedOrigins: [],
    allowedHosts: [],
    trustedHops: 0,
    production: false,
    embed: null,
    hostKey: null,
    smtpUtf8: false,
    emailCodeOnNewDevice: false,
    trustedDevices: true,
    secretKey: demoSecretKey,
    ...values,
    limits: { ...defaultLimits, ...values.limits },
  };
}
