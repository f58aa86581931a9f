import { plural } from '../plural.js';
import type { Strings } from '../strings.js';

export const deviceList: Strings['deviceList'] = {
  title: 'Gemerkte Geräte',
  text: 'Diese Browser werden 30 Tage lang nicht nach einem Code gefragt, nachdem Sie „Dieses Gerät merken“ angekreuzt haben.',
  loading: 'Ihre Geräte werden geladen',
  failed: 'Ihre Geräte ließen sich nicht laden.',
  retry: 'Erneut versuchen',
  empty: 'Kein Gerät ist gemerkt. Jede Anmeldung auf einem unbekannten Gerät fragt nach einem Code.',
  thisDevice: 'Dieses Gerät',
  signedIn: ({ when }) => `Letzte Anmeldung: ${when}`,
  since: ({ date }) => `Gemerkt am ${date}`,
  until: ({ date }) => `Bis ${date}`,
  country: ({ country }) => `Aus ${country}`,
  forget: 'Vergessen',
  forgetOf: ({ label }) => `${label} vergessen`,
  forgotten: ({ label }) => `${label} ist vergessen.`,
  forgetAll: 'Alle Geräte vergessen…',
  forgetAllTitle: 'Alle Geräte vergessen?',
  forgetAllEffect: ({ count }) =>
    plural('de', count, {
      one: 'Das eine gemerkte Gerät wird bei der nächsten Anmeldung nach einem Code gefragt.',
      other: `Alle ${count} Geräte werden bei der nächsten Anmeldung nach einem Code gefragt, auch dieses.`,
    }),
  forgetAllStay: 'Niemand wird dadurch abgemeldet.',
  forgetAllDo: 'Alle vergessen',
  allForgotten: 'Alle Geräte sind vergessen.',
  keep: 'Abbrechen',
};
