import type { Strings } from '../strings.js';

export const roles: Strings['roles'] = {
  account_owner: 'Kontoinhaber',
  account_manager: 'Kontomanager',
  campaign_creator: 'Kampagnenautor',
  partner_manager: 'Partnermanager',

  account_owner_on_parent: 'Darf in diesem Konto und in Kundenkonten alles und kann das Konto übergeben.',
  account_owner_on_child: 'Darf in diesem Konto alles und kann es übergeben.',
  account_manager_on_parent:
    'Führt Listen und Kampagnen vom Entwurf bis zur Veröffentlichung und verwaltet die Abrechnung der Kunden und die Sammelabrechnung, aber nicht die Abrechnung dieses Kontos.',
  account_manager_on_child:
    'Führt Listen und Kampagnen dieses Kontos vom Entwurf bis zur Veröffentlichung, kann aber nichts kaufen und die Abrechnung nicht ändern.',
  campaign_creator_on_parent:
    'Entwirft und bearbeitet Kampagnen, kann sie aber nicht planen oder veröffentlichen und keine Listen ändern; öffnet Kundenkonten und verwaltet deren Abrechnung.',
  campaign_creator_on_child:
    'Entwirft und bearbeitet Kampagnen dieses Kontos, kann sie aber nicht planen oder veröffentlichen, keine Listen ändern und die Abrechnung nicht verwalten.',
  partner_manager_on_parent:
    'Führt die Partnerschaft, die Kundenkonten und deren Abrechnung, ohne Zugang zu Kampagnen oder Produktfunktionen dieses Kontos.',
};
