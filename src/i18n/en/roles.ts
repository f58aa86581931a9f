/**
 * Role names, and one sentence of consequences each. The same role means different things on a partner
 * account and on a client account (domain.md 2), so each has a sentence for both.
 */
export const roles = {
  account_owner: 'Account Owner',
  account_manager: 'Account Manager',
  campaign_creator: 'Campaign Creator',
  partner_manager: 'Partner Manager',

  account_owner_on_parent:
    'Does everything on this account and on client accounts, and can hand the account over.',
  account_owner_on_child: 'Does everything on this account, and can hand it over.',
  account_manager_on_parent:
    'Runs lists and campaigns from draft to publish, and manages client billing and Single Billing, but not this account’s own billing.',
  account_manager_on_child:
    'Runs this account’s lists and campaigns from draft to publish, but can’t make purchases or change billing.',
  campaign_creator_on_parent:
    'Drafts and edits campaigns but can’t schedule, publish or change lists; opens client accounts and manages their billing.',
  campaign_creator_on_child:
    'Drafts and edits this account’s campaigns, but can’t schedule or publish them, change lists or manage billing.',
  partner_manager_on_parent:
    'Runs the partnership, client accounts and their billing, with no access to this account’s campaigns or product features.',
};
