import type { Strings } from '../strings.js';

export const signIn: Strings['signIn'] = {
  title: 'Anmelden',
  username: 'Benutzername',
  password: 'Passwort',
  showPassword: 'Passwort zeigen',
  usernameMissing: 'Geben Sie Ihren Benutzernamen ein.',
  passwordMissing: 'Geben Sie Ihr Passwort ein.',
  submit: 'Anmelden',
  paused: ({ time }) => `Das war zu oft. Sie können es um ${time} wieder versuchen.`,
  pauseOver: 'Sie können es jetzt wieder versuchen.',

  endedTries:
    'Zu viele falsche Codes. Beginnen Sie noch einmal mit dem Passwort; wenn die Codes der App nicht gehen, nehmen Sie dann einen Wiederherstellungscode.',
  endedTime: 'Der zweite Schritt war zu lange offen. Beginnen Sie noch einmal mit dem Passwort.',
  endedOther:
    'Der zweite Schritt ist beendet, vielleicht weil Ihr zweiter Faktor geändert wurde. Beginnen Sie noch einmal mit dem Passwort.',

  signedInTitle: 'Sie sind angemeldet',
  signedInAs: ({ name }) => `Als <b>${name}</b>.`,
  continue: 'Weiter',
  signOut: 'Abmelden',
  returnRefused: 'Die Seite, von der Sie kamen, ist als Rückweg nicht erlaubt, deshalb bleiben Sie hier.',
};
