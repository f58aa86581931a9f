/** The smallest things one may do (domain.md 2a, 2b). */

/** 2a: what is done on one account. The last two follow `users.manage` in every column. */
export const accountCapabilities = [
  'account.access',
  'users.manage',
  'settings.manage',
  'ownership.transfer',
  'billing.manage',
  'product.use',
  'campaigns.edit',
  'campaigns.schedule',
  'campaigns.publish',
  'campaigns.delete',
  'lists.manage',
  'contacts.view',
  'campaigns.report',
  'mfa.resetOther',
  'audit.read',
] as const;

/** 2b: what belongs to the partnership. `links.decide` is the client's side of it. */
export const partnershipCapabilities = [
  'parent.access',
  'children.access',
  'singleBilling.manage',
  'campaigns.copyToChild',
  'partnerTools.use',
  'resources.view',
  'partnerReports.run',
  'links.request',
  'links.decide',
] as const;

/** A person's own affairs: allowed to every member, also behind a gate (domain.md 4). */
export const selfCapabilities = ['self.profile', 'self.factors', 'self.leave'] as const;

export type AccountCapability = (typeof accountCapabilities)[number];
export type PartnershipCapability = (typeof partnershipCapabilities)[number];
export type SelfCapability = (typeof selfCapabilities)[number];
export type Capability = AccountCapability | PartnershipCapability | SelfCapability;

/** All of them, in the order of the tables. */
export const capabilities: readonly Capability[] = [
  ...accountCapabilities,
  ...partnershipCapabilities,
  ...selfCapabilities,
];

/** Is this text a capability we know? A newer server may name more. */
export function isCapability(value: unknown): value is Capability {
  return typeof value === 'string' && (capabilities as readonly string[]).includes(value);
}
