/** Words of an account (domain.md 1 and 5): values first, types from them. */

/** A parent owns a partnership; a child hangs under one; a standalone account may become a child. */
export const accountKinds = ['parent', 'child', 'standalone'] as const;
export type AccountKind = (typeof accountKinds)[number];

export const accountStatuses = [
  'active',
  'trial',
  'trial_expired',
  'overdue',
  'disabled',
  'closing',
  'closed',
] as const;
export type AccountStatus = (typeof accountStatuses)[number];

/** Only a managed child gives its parent's people access. */
export const relationships = ['managed', 'referred'] as const;
export type Relationship = (typeof relationships)[number];

/** R70: `required` asks for enrolment before entry, `encouraged` prompts, `off` hides it. */
export const mfaPolicies = ['off', 'encouraged', 'required'] as const;
export type MfaPolicy = (typeof mfaPolicies)[number];

export const defaultMfaPolicy: MfaPolicy = 'encouraged';

/** One login for a person everywhere (default), or one login per account (F4, domain.md 2d). */
export const identityPolicies = ['one_identity', 'per_account'] as const;
export type IdentityPolicy = (typeof identityPolicies)[number];
