import { wordsOf } from './words.js';

export const { roleName, until } = wordsOf('en-GB', {
  account_owner: 'Account Owner',
  account_manager: 'Account Manager',
  campaign_creator: 'Campaign Creator',
  partner_manager: 'Partner Manager',
});
