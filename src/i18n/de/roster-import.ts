import { plural } from '../plural.js';
import type { Strings } from '../strings.js';

const people = (count: number) => plural('de', count, { one: '1 Person', other: `${count} Personen` });
const lines = (count: number) => plural('de', count, { one: '1 Zeile', other: `${count} Zeilen` });
const invites = (count: number) => plural('de', count, { one: '1 Einladung', other: `${count} Einladungen` });
const roles = (count: number) => plural('de', count, { one: '1 Rolle', other: `${count} Rollen` });

export const rosterImport: Strings['rosterImport'] = {
  title: 'Benutzer aus einer Datei importieren',
  intro:
    'Nehmen Sie eine Datei, die „Als CSV exportieren“ geschrieben hat, oder eine Liste mit den Spalten email und role. Bis zu 1.000 Zeilen. Sie sehen, was jede Zeile täte, bevor etwas geschieht.',
  choose: 'Datei wählen',
  chooseOther: 'Andere Datei wählen',
  refused: ({ file, text }) => `${file}: ${text}`,
  atLine: ({ line, text }) => `Zeile ${line}: ${text}`,
  looking: 'Es wird nachgesehen, wer schon hier ist',
  lookedUp: ({ done, total }) => `${done} von ${total} nachgesehen`,
  reviewTitle: ({ file, count }) => `${file}: ${lines(count)}`,
  invited: ({ count }) =>
    plural('de', count, { one: '1 Person wird eingeladen', other: `${count} Personen werden eingeladen` }),
  reach: ({ count }) =>
    `Wer hier eingeladen wird, kann auch ${count === 1 ? 'das Kundenkonto' : `alle ${count} Kundenkonten`} öffnen. Um jemanden nur zu einem Kunden einzuladen, importieren Sie die Datei dort.`,
  agree: ({ count }) => (count === 1 ? 'Sie dürfen es öffnen' : 'Sie dürfen alle öffnen'),
  agreeFirst: 'Stimmen Sie zuerst zu, dass sie die Kundenkonten erreichen.',
  differs: ({ count }) =>
    plural('de', count, {
      one: '1 Person ist mit einer anderen Rolle hier',
      other: `${count} Personen sind mit einer anderen Rolle hier`,
    }),
  differsWhat: 'Was soll mit ihnen geschehen?',
  skip: 'So lassen, wie sie sind',
  update: 'Ihre Rolle auf die der Datei ändern',
  list: 'Nur im Bericht aufführen',
  same: ({ count }) =>
    plural('de', count, {
      one: '1 Person ist schon hier, wie es in der Datei steht.',
      other: `${count} Personen sind schon hier, wie es in der Datei steht.`,
    }),
  impossible: ({ count }) =>
    plural('de', count, {
      one: '1 Zeile lässt sich nicht importieren',
      other: `${count} Zeilen lassen sich nicht importieren`,
    }),
  line: ({ line }) => `Zeile ${line}`,
  change: ({ from, to }) => `${from}, in der Datei ${to}`,
  more: ({ count }) => `${lines(count)} mehr im Bericht`,
  noRole: 'Die Zeile nennt keine Rolle, und diese Person ist noch nicht hier.',
  tomorrow:
    'Dieses Konto hat seine Einladungen für heute verschickt. Importieren Sie die Zeile morgen noch einmal.',
  said: ({ invites: sent, changes, refused }) =>
    `${people(sent)} einzuladen, ${changes} mit anderer Rolle, ${lines(refused)} nicht möglich.`,
  go: ({ invites: sent, changes }) =>
    sent === 0
      ? `${roles(changes)} ändern`
      : changes === 0
        ? `${invites(sent)} senden`
        : `${invites(sent)} senden, ${roles(changes)} ändern`,
  nothing: 'Es gibt nichts zu tun.',
  report: 'Bericht herunterladen',
  reportFile: 'benutzer-import-bericht',
  undoRoles: 'Rollen zurücknehmen',
  didInvite: ({ count }) =>
    plural('de', count, { one: '1 Person ist eingeladen.', other: `${count} Personen sind eingeladen.` }),
  didChange: ({ count }) =>
    plural('de', count, {
      one: '1 Person hat eine andere Rolle.',
      other: `${count} Personen haben eine andere Rolle.`,
    }),
};
