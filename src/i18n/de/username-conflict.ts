import type { Strings } from '../strings.js';

export const usernameConflict: Strings['usernameConflict'] = {
  loading: 'Der Benutzername wird nachgeschlagen',
  addressTitle: 'Diese Adresse ist schon ein Benutzername',
  addressText:
    'Jedes Konto braucht einen eigenen Benutzernamen. Die E-Mail-Adresse selbst ist in Ordnung, und mit MFA hat das nichts zu tun.',
  identityTitle: 'Sie haben schon einen Login mit dieser Adresse',
  identityText:
    'Ein Login genügt für alle Konten, deshalb legen wir keinen zweiten an. Mit MFA hat das nichts zu tun.',
  takenTitle: 'Dieser Benutzername wird benutzt',
  takenText:
    'Einen Benutzernamen gibt es im ganzen Produkt nur einmal. Ihre Einladung bleibt offen, und mit MFA hat das nichts zu tun.',

  compare: 'Wo der Name benutzt wird',
  elsewhere: 'Ein anderes Konto, das Sie nicht verwalten',
  elsewhereYours: 'Ein anderes Konto',
  usernameIs: ({ username }) => `Benutzername: ${username}`,
  needsOther: 'Benutzername: braucht einen anderen',
  inUse: 'In Benutzung',
  thisInvite: 'Diese Einladung',

  question: 'Wie möchten Sie es lösen?',
  quickest: 'Am schnellsten',
  choose: 'Wählen Sie einen der Wege.',

  join: 'Mit Ihrem Login anmelden und beitreten',
  joinEffect: 'Sie behalten Benutzernamen und Passwort, und dieses Konto kommt dazu.',
  hereForOther: ({ name }) => `${name} hier einen anderen Benutzernamen geben`,
  hereForOtherEffect: 'E-Mail geht weiter an dieselbe Adresse. Der Benutzername lässt sich später ändern.',
  here: 'Hier einen anderen Benutzernamen wählen',
  hereEffect: 'E-Mail geht weiter an dieselbe Adresse, und der andere Login bleibt, wie er ist.',
  hold: 'Warten, bis der Name frei ist',
  holdOn: ({ account }) => `Den Namen auf ${account} freigeben`,
  holdEffect:
    'Wir mailen der Person, wie sie den alten Benutzernamen ändert. Sobald das geschehen ist, senden wir diese Einladung von selbst.',
  there: 'Den alten Benutzernamen ändern',
  thereEffect:
    'Melden Sie sich mit dem anderen Login an, und geben Sie ihm einen anderen Namen. Danach geht diese Einladung von selbst weiter.',
  other: 'Eine andere E-Mail-Adresse verwenden',
  otherEffect: 'Die Einladung geht dann an diese Adresse.',
  otherAskEffect: ({ inviter }) =>
    `Sagen Sie ${inviter}, welche Adresse zu verwenden ist. Diese Einladung bleibt bis dahin offen.`,

  usernameOn: ({ account }) => `Benutzername auf ${account}`,
  username: 'Benutzername',
  checking: 'Wird geprüft',
  free: 'Frei',
  freeSaid: ({ username }) => `${username} ist frei`,
  taken: 'In Benutzung',
  tryOne: 'Frei:',
  usernameMissing: 'Geben Sie einen Benutzernamen ein.',
  email: 'E-Mail-Adresse',

  send: 'Einladung senden',
  wait: 'Einladung zurückhalten',
  continue: 'Weiter',
  signIn: 'Anmelden',
  back: 'Zurück',
  checkAgain: 'Noch einmal prüfen',
  stillTaken: ({ time }) => `Noch in Benutzung. Geprüft um ${time}.`,
  sentSaid: 'Der Name ist frei. Die Einladung ist unterwegs.',
  goneSaid: 'Diese Einladung wartet nicht mehr.',

  waitTitle: ({ name }) => `Warten auf ${name}`,
  waitText: 'Die Einladung geht hinaus, sobald der Name frei ist. Sie können das hier schließen.',
  steps: 'Schritte',
  done: 'Erledigt',
  stepMailed: 'Anleitung gesendet',
  stepMailedText: ({ email }) => `An ${email} gemailt, mit einem Link zur richtigen Seite.`,
  stepChange: 'Der alte Benutzername ist geändert',
  stepChangeText: 'Dort anmelden, „Sicherheit“ öffnen, dann „Benutzername“.',
  stepSent: ({ account }) => `Wir senden die Einladung zu ${account}`,
  stepSentText: ({ role }) => `Als ${role}, mit eigenem Benutzernamen und Passwort.`,
  stepProve: 'Mit dem anderen Login anmelden',
  stepRename: 'Ihm einen neuen Benutzernamen geben',
  stepContinue: 'Ihre Einladung geht weiter',
  otherPeople:
    'Wenn die Person sich dort nicht mehr anmelden kann, wählen Sie einen anderen Benutzernamen für sie, oder verwenden Sie eine andere Adresse.',
  useOther: 'Anderen Benutzernamen verwenden',
  copyInstructions: 'Anleitung kopieren',
  instructions: ({ username, account, url }) =>
    `${username} ist schon ein Benutzername in einem anderen Konto, deshalb wartet Ihre Einladung zu ${account}. Mit MFA hat das nichts zu tun. Melden Sie sich mit diesem Namen unter ${url} an, und wählen Sie dort einen anderen Benutzernamen; die Einladung geht dann von selbst hinaus.`,
  copied: 'Kopiert',
  copyRefused:
    'Der Browser hat das Kopieren nicht erlaubt. Markieren Sie den Text, und kopieren Sie ihn mit der Tastatur.',
  note: ({ account }) =>
    `Könnten Sie mich mit einer anderen E-Mail-Adresse zu ${account} einladen? Die verwendete ist schon anderswo ein Benutzername.`,
  noteLabel: 'Was Sie ihr sagen können',
  copyNote: 'Text kopieren',

  proveTitle: 'Melden Sie sich mit dem Login an, der den Namen hat',
  proveText: 'Nur wer ihn besitzt, darf ihn ändern. Danach kommen Sie gleich zu Ihrer Einladung zurück.',
  notTheOne: ({ username }) =>
    `Der Benutzername dieses Logins ist ${username}, er ist also nicht im Weg. Melden Sie sich mit dem anderen an.`,

  renameTitle: 'Wählen Sie einen neuen Benutzernamen für diesen Login',
  renameText: ({ username }) =>
    `Sie melden sich dort als ${username} an. Ihre Konten und Rollen bleiben, wie sie sind.`,
  ownTitle: 'Ihr Benutzername',
  ownText: ({ username }) => `Sie melden sich als <b>${username}</b> an.`,
  ownIsEmail:
    'Er ist eine E-Mail-Adresse. Solange Sie sich damit anmelden, kann niemand dieser Adresse in einem anderen Konto einen eigenen Login geben. Ein anderer Benutzername vermeidet das.',
  newUsername: 'Neuer Benutzername',
  newUsernameHint:
    '3 bis 64 Buchstaben, Ziffern und einzelne . _ - dazwischen. Andere Namen, die Sie aufgeben, ruhen 90 Tage.',
  change: 'Benutzernamen ändern',
  sameName: 'Das ist schon Ihr Benutzername.',
  changedElsewhere: ({ username }) => `Ihr Benutzername wurde inzwischen geändert. Er ist jetzt ${username}.`,
  changedTitle: 'Ihr Benutzername ist geändert',
  changedText: ({ username }) =>
    `Von nun an melden Sie sich als <b>${username}</b> an. Wir haben Ihnen das gemailt, und Einladungen, die auf den alten Namen warteten, sind unterwegs.`,
  changeAgain: 'Noch einmal ändern',
};
