import { plural } from '../plural.js';
import type { Strings } from '../strings.js';

export const common: Strings['common'] = {
  accountOwner: 'Kontoinhaber',
  cancel: 'Abbrechen',
  close: 'Schließen',
  retry: 'Erneut versuchen',
  undo: 'Rückgängig',
  loading: 'Wird geladen',
  partMissing:
    'Dieser Teil der Seite ließ sich nicht laden. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
  required: 'erforderlich',
  on: 'Ein',
  off: 'Aus',
  yes: 'Ja',
  no: 'Nein',
  you: 'Sie',
  plansAndPricing: 'Tarife und Preise',
  partnerAccount: 'Partnerkonto',
  clientAccount: 'Kundenkonto',
  reference: ({ id }) => `Referenz ${id}`,
  opensInNewTab: 'öffnet in neuem Tab',

  justNow: 'Gerade eben',
  minutesAgo: ({ count }) => `vor ${count} Min.`,
  hoursAgo: ({ count }) => plural('de', count, { one: 'vor 1 Stunde', other: `vor ${count} Stunden` }),
  yesterday: 'Gestern',
  never: 'Nie',
};
