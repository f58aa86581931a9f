/** The ids of the roles we know; apart from their tables, which a page that only shows a list need not load. */

/** The order a person reads them in. */
export const roleIds = ['account_owner', 'account_manager', 'campaign_creator', 'partner_manager'] as const;
export type RoleId = (typeof roleIds)[number];

/** Is this exactly the id of a role we know? No trimming, no case folding, no inherited keys. */
export function isRoleId(value: unknown): value is RoleId {
  return (roleIds as readonly unknown[]).includes(value);
}
