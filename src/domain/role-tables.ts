/**
 * Tables 2a and 2b of domain.md as data. A role means something different in each of three places:
 * `parent`: granted on a parent, acting on that parent (`@P→P` and the `@P` columns of 2b);
 * `children`: granted on a parent, acting on one of its children (`@P→C`);
 * `child`: granted on a child or a standalone account, acting there (`@C→C` and the `@C` columns).
 * What is not listed is denied; there are no negative grants.
 */
import type { Capability } from './capabilities.js';
import type { RoleId } from './role-ids.js';

export type Placement = 'parent' | 'children' | 'child';

/** How far an allowed cell goes: partnership tools only, a limited product, summaries, drafts. */
export type CellNote = 'tools_only' | 'limited' | 'summary' | 'draft_only';

export interface RoleCells {
  readonly allow: readonly Capability[];
  readonly notes?: Readonly<Partial<Record<Capability, CellNote>>>;
}

/** 2a [ours]: these two follow `users.manage`. */
const people = ['users.manage', 'mfa.resetOther', 'audit.read'] as const;

/** The full product (K5). */
const product = [
  'product.use',
  'campaigns.edit',
  'campaigns.schedule',
  'campaigns.publish',
  'campaigns.delete',
  'lists.manage',
  'contacts.view',
  'campaigns.report',
] as const;

/** What a Campaign Creator has of it (K10): drafts and summaries. */
const drafting = ['product.use', 'campaigns.edit', 'campaigns.report'] as const;

const everyone = ['self.profile', 'self.factors', 'self.leave'] as const;
const owner = [
  'account.access',
  ...people,
  'settings.manage',
  'ownership.transfer',
  'billing.manage',
  ...product,
] as const;
const partner = ['parent.access', 'children.access', 'partnerTools.use', 'resources.view'] as const;

export const roleTables: Readonly<Record<RoleId, Readonly<Partial<Record<Placement, RoleCells>>>>> = {
  account_owner: {
    parent: {
      allow: [
        ...owner,
        ...partner,
        'singleBilling.manage',
        'campaigns.copyToChild',
        'partnerReports.run',
        'links.request',
        ...everyone,
      ],
    },
    children: { allow: [...owner, ...everyone] },
    child: { allow: [...owner, 'links.decide', ...everyone] },
  },
  account_manager: {
    parent: {
      allow: [
        'account.access',
        'settings.manage',
        ...product,
        ...partner,
        'singleBilling.manage',
        'campaigns.copyToChild',
        'partnerReports.run',
        ...everyone,
      ],
    },
    children: { allow: ['account.access', 'settings.manage', 'billing.manage', ...product, ...everyone] },
    child: { allow: ['account.access', 'settings.manage', ...product, ...everyone] },
  },
  campaign_creator: {
    parent: {
      allow: ['account.access', ...drafting, ...partner, 'campaigns.copyToChild', ...everyone],
      notes: {
        'product.use': 'limited',
        'campaigns.report': 'summary',
        'campaigns.copyToChild': 'draft_only',
      },
    },
    children: {
      allow: ['account.access', 'billing.manage', ...drafting, ...everyone],
      notes: { 'product.use': 'limited', 'campaigns.report': 'summary' },
    },
    child: {
      allow: ['account.access', ...drafting, ...everyone],
      notes: { 'product.use': 'limited', 'campaigns.report': 'summary' },
    },
  },
  partner_manager: {
    parent: {
      allow: ['account.access', ...partner, 'partnerReports.run', 'links.request', ...everyone],
      notes: { 'account.access': 'tools_only', 'parent.access': 'tools_only' },
    },
    children: {
      allow: ['account.access', ...people, 'settings.manage', 'billing.manage', ...product, ...everyone],
    },
  },
};
