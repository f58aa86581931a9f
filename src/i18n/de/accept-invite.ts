import { plural } from '../plural.js';
import type { Strings } from '../strings.js';

export const acceptInvite: Strings['acceptInvite'] = {
  loading: 'Ihre Einladung wird geöffnet',
  title: ({ account }) => `${account} beitreten`,
  invitedBy: ({ inviter, email, date }) =>
    `<b>${inviter}</b> hat ${email} eingeladen. Die Einladung gilt bis ${date}.`,
  invited: ({ email, date }) => `Die Einladung ist für ${email} und gilt bis ${date}.`,
  partnerRole: 'Ihre Rolle in diesem Partnerkonto',
  clientRole: 'Ihre Rolle in diesem Kundenkonto',
  role: 'Ihre Rolle in diesem Konto',
  alsoJoins: ({ count }) =>
    plural('de', count, {
      one: 'Sie treten auch 1 weiteren Konto bei',
      other: `Sie treten auch ${count} weiteren Konten bei`,
    }),
  alsoLogins: 'Jedes hat einen eigenen Benutzernamen, mit dem Passwort, das Sie hier wählen.',
  alsoJoined: ({ count }) =>
    plural('de', count, {
      one: 'Sie sind auch 1 weiterem Konto beigetreten',
      other: `Sie sind auch ${count} weiteren Konten beigetreten`,
    }),
  asRole: ({ role }) => `als ${role}`,
  mfaNote: 'Dieses Konto verlangt einen zweiten Faktor. Sie richten ihn gleich nach dem Beitritt ein.',

  newHeading: 'Wählen Sie, wie Sie sich anmelden',
  username: 'Benutzername',
  usernameHint: 'Damit melden Sie sich an. Es muss nicht Ihre E-Mail-Adresse sein.',
  usernameProposed: ({ inviter }) =>
    inviter
      ? `Vorschlag von ${inviter}. Sie können einen anderen wählen.`
      : 'Sie können einen anderen wählen.',
  usernameIsEmail: 'Geht, aber dann kann kein anderes Konto diese Adresse als Benutzernamen verwenden.',
  usernameMissing: 'Wählen Sie einen Benutzernamen.',
  checking: 'Wird geprüft',
  free: 'Frei',
  freeSaid: ({ username }) => `${username} ist frei`,
  taken: 'Vergeben',
  tryOne: 'Stattdessen frei:',
  password: 'Passwort',
  passwordHint: ({ min }) =>
    `Mindestens ${plural('de', min, { one: '1 Zeichen', other: `${min} Zeichen` })}. Ein paar Wörter hintereinander eignen sich gut.`,
  passwordMissing: 'Wählen Sie ein Passwort.',
  passwordShort: ({ count }) =>
    plural('de', count, { one: 'Noch 1 Zeichen', other: `Noch ${count} Zeichen` }),
  passwordWeak: 'Leicht zu erraten',
  passwordGood: 'Lang genug',
  name: 'Ihr Name (freiwillig)',
  nameHint: 'Sichtbar für die Leute, mit denen Sie arbeiten.',
  fix: ({ count }) =>
    plural('de', count, {
      one: 'Für den Beitritt ist 1 Angabe zu berichtigen',
      other: `Für den Beitritt sind ${count} Angaben zu berichtigen`,
    }),

  codeHeading: 'Zeigen Sie, dass die Adresse Ihnen gehört',
  codeWhy: ({ email }) =>
    `Dieser Link wurde von Hand weitergegeben, deshalb mailen wir zuerst einen 6-stelligen Code an ${email}.`,
  codeWhyUnverified: ({ email }) =>
    `Sie haben ${email} nie bestätigt, deshalb mailen wir zuerst einen 6-stelligen Code dorthin.`,
  code: 'Code aus der E-Mail',
  codeSend: 'Code per E-Mail senden',
  codeSendAgain: 'Neuen Code senden',
  codeSent: ({ email }) => `Gesendet an ${email}. Der neueste Code gilt 10 Minuten.`,
  codeMissing: 'Geben Sie den Code aus der E-Mail ein.',
  codeFirst: 'Lassen Sie sich zuerst den Code senden, und geben Sie ihn dann hier ein.',
  codeFormat: 'Der Code hat 6 Ziffern.',

  backToForm: 'Zurück zur Einladung',

  join: ({ account }) => `${account} beitreten`,
  signInAndJoin: 'Anmelden und beitreten',
  haveLogin: 'Haben Sie schon einen Login?',
  useLogin: 'Damit anmelden und beitreten',
  noLogin: 'Noch keinen Login?',
  useNew: 'Benutzernamen und Passwort wählen',
  existingHeading: 'Melden Sie sich mit Ihrem Login an',
  existingNote: 'Sie behalten Benutzernamen und Passwort, und dieses Konto kommt dazu.',
  identityExists:
    'Sie haben schon einen Login mit dieser E-Mail-Adresse. Melden Sie sich damit an, um beizutreten, damit Sie nicht zwei haben.',
  decline: 'Einladung ablehnen',
  declineTitle: ({ account }) => `Die Einladung zu ${account} ablehnen?`,
  declineEffect: 'Der Link gilt dann nicht mehr, und die Person, die Sie eingeladen hat, erfährt es.',
  declineLabel: 'Einladung ablehnen',
  keep: 'Einladung behalten',

  matchingHeading: 'Sie sind angemeldet',
  matchingAs: ({ name }) => `Sie treten als <b>${name}</b> bei.`,

  otherTitle: 'Diese Einladung ist für jemand anderen',
  otherText:
    'Hier ist eine andere Person angemeldet. Die Einladung bleibt offen, bis die richtige Person sie annimmt.',
  otherInvited: 'Eingeladen',
  otherViewer: 'Hier angemeldet',
  switchUser: 'Abmelden und Benutzer wechseln',

  seatLimit: ({ account }) =>
    `Alle Benutzerplätze im Tarif von ${account} sind belegt, deshalb können Sie gerade nicht beitreten. Ihre Einladung bleibt offen: Bitten Sie die Person, die Sie eingeladen hat, Platz zu schaffen, und versuchen Sie es dann noch einmal.`,
  tryAgain: 'Noch einmal versuchen',

  missingTitle: 'Öffnen Sie den Link aus Ihrer Einladung',
  missingText:
    'Der Link steht nicht mehr in der Adresszeile: Wir nehmen ihn heraus, damit niemand ihn von Ihrem Bildschirm abschreiben kann. Öffnen Sie ihn noch einmal aus der E-Mail, oder fügen Sie ihn hier ein.',
  expiredTitle: 'Diese Einladung ist abgelaufen',
  expiredText:
    'Eine Einladung gilt nur eine gewisse Zeit. Bitten Sie um eine neue; wir sagen es der Person, die Sie eingeladen hat.',
  replacedTitle: 'Es gibt eine neuere Einladung',
  replacedText:
    'Die Einladung wurde erneut gesendet, deshalb gilt dieser Link nicht mehr. Nehmen Sie den Link aus der neuesten E-Mail.',
  revokedTitle: 'Diese Einladung wurde zurückgezogen',
  revokedText:
    'Sie gilt nicht mehr, und es wurde nichts angelegt. Wenn Sie sie erwartet haben, fragen Sie die Person, die Sie eingeladen hat.',
  usedTitle: 'Diese Einladung wurde schon benutzt',
  usedText:
    'Jede Einladung gilt einmal. Wenn Sie es waren, melden Sie sich mit dem gewählten Benutzernamen an.',
  usedSignedIn: ({ name }) => `Jede Einladung gilt einmal. Sie sind schon als <b>${name}</b> angemeldet.`,
  unknownTitle: 'Wir kennen diese Einladung nicht',
  unknownText:
    'Der Link enthält vielleicht einen Tippfehler oder ist sehr alt. Fügen Sie den Link aus der E-Mail ein.',
  malformedTitle: 'Dieser Link ist unvollständig',
  malformedText:
    'Ein Teil ging unterwegs verloren. Kopieren Sie ihn ganz aus der E-Mail, und fügen Sie ihn hier ein.',
  unavailableTitle: 'Diesem Konto kann niemand mehr beitreten',
  unavailableText:
    'Es wurde geschlossen oder arbeitet nicht mehr mit dem Partner zusammen, der Sie eingeladen hat.',
  notAllowedTitle: 'Diese Einladung braucht einen neuen Absender',
  notAllowedText:
    'Die Person, die Sie eingeladen hat, darf diese Rolle nicht mehr vergeben. Es wurde nichts angelegt, und Ihre Einladung bleibt offen. Bitten Sie um eine neue; wir sagen es jemandem, der es darf.',
  memberTitle: 'Sie sind hier schon Benutzer',
  memberText: 'Diese Adresse gehört einem Benutzer des Kontos. Melden Sie sich mit diesem Login an.',
  failedTitle: 'Ihre Einladung ließ sich nicht öffnen',
  failedText: ({ reason }) => `${reason} An Ihrer Einladung hat sich nichts geändert.`,

  askNew: 'Um eine neue Einladung bitten',
  askedTitle: 'Wir haben um eine neue Einladung gebeten',
  askedText: 'Die Person, die sie senden kann, weiß Bescheid. Der neue Link kommt per E-Mail.',
  pasteLabel: 'Link aus der E-Mail',
  pasteOpen: 'Einladung öffnen',
  pasteMissing: 'Fügen Sie den Link ein.',
  pasteHint: 'Er enthält # und danach cci_.',
  signIn: 'Anmelden',
  continue: 'Weiter',

  doneTitle: ({ account }) => `Sie sind ${account} beigetreten`,
  doneText: ({ role }) => `Ihre Rolle ist <b>${role}</b>.`,
  doneAgainTitle: 'Hier ist alles erledigt',
  doneAgainText: 'Diese Einladung wurde in diesem Tab angenommen. Auf dieser Seite ist nichts mehr zu tun.',
  gateTitle: 'Noch ein Schritt',
  gateText: ({ account }) =>
    `Sie sind ${account} beigetreten. Das Konto verlangt einen zweiten Faktor; richten Sie ihn ein, bevor Sie hineingehen.`,
  declinedTitle: 'Sie haben die Einladung abgelehnt',
  declinedText:
    'Der Link gilt nicht mehr. Wenn Sie es sich anders überlegen, bitten Sie um eine neue Einladung.',
};
