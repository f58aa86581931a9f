import { wordsOf } from './words.js';

export const { roleName, until, counted } = wordsOf('de', {
  account_owner: 'Kontoinhaber',
  account_manager: 'Kontomanager',
  campaign_creator: 'Kampagnenautor',
  partner_manager: 'Partnermanager',
});
