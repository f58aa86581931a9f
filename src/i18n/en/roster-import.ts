import { plural } from '../plural.js';

const people = (count: number) => plural('en', count, { one: '1 person', other: `${count} people` });
const lines = (count: number) => plural('en', count, { one: '1 line', other: `${count} lines` });
const invites = (count: number) => plural('en', count, { one: '1 invite', other: `${count} invites` });
const roles = (count: number) => plural('en', count, { one: '1 role', other: `${count} roles` });

/** cc-user-roster: a file of people, from the preview to the report. Loaded with the first press. */
export const rosterImport = {
  title: 'Import users from a file',
  intro:
    'Take a file that Export CSV has written, or a list with the columns email and role. Up to 1,000 lines. You see what each line would do before anything happens.',
  choose: 'Choose a file',
  chooseOther: 'Choose another file',
  refused: ({ file, text }: { file: string; text: string }) => `${file}: ${text}`,
  atLine: ({ line, text }: { line: number; text: string }) => `Line ${line}: ${text}`,
  looking: 'Looking up who is here already',
  lookedUp: ({ done, total }: { done: number; total: number }) => `${done} of ${total} looked up`,
  reviewTitle: ({ file, count }: { file: string; count: number }) => `${file}: ${lines(count)}`,
  invited: ({ count }: { count: number }) =>
    plural('en', count, { one: '1 person will be invited', other: `${count} people will be invited` }),
  reach: ({ count }: { count: number }) =>
    `Who is invited here can also open ${plural('en', count, { one: 'the client account', other: `all ${count} client accounts` })}. To invite somebody to one client only, import the file there.`,
  agree: ({ count }: { count: number }) =>
    plural('en', count, { one: 'They may open it', other: 'They may open all of them' }),
  agreeFirst: 'Say first that they may reach the client accounts.',
  differs: ({ count }: { count: number }) =>
    plural('en', count, {
      one: '1 person is here with another role',
      other: `${count} people are here with another role`,
    }),
  differsWhat: 'What should happen to them?',
  skip: 'Leave them as they are',
  update: 'Change their role to the one in the file',
  list: 'Only list them in the report',
  same: ({ count }: { count: number }) =>
    plural('en', count, {
      one: '1 person is here already, as the file says.',
      other: `${count} people are here already, as the file says.`,
    }),
  impossible: ({ count }: { count: number }) =>
    plural('en', count, { one: '1 line can’t be imported', other: `${count} lines can’t be imported` }),
  line: ({ line }: { line: number }) => `Line ${line}`,
  change: ({ from, to }: { from: string; to: string }) => `${from}, in the file ${to}`,
  more: ({ count }: { count: number }) => `${lines(count)} more in the report`,
  noRole: 'The line names no role, and this person isn’t here yet.',
  tomorrow: 'This account has sent its invites for today. Import the line again tomorrow.',
  said: ({ invites: sent, changes, refused }: { invites: number; changes: number; refused: number }) =>
    `${people(sent)} to invite, ${changes} with another role, ${lines(refused)} not possible.`,
  go: ({ invites: sent, changes }: { invites: number; changes: number }) =>
    sent === 0
      ? `Change ${roles(changes)}`
      : changes === 0
        ? `Send ${invites(sent)}`
        : `Send ${invites(sent)}, change ${roles(changes)}`,
  nothing: 'There is nothing to do.',
  report: 'Download report',
  reportFile: 'users-import-report',
  undoRoles: 'Undo the roles',
  didInvite: ({ count }: { count: number }) =>
    plural('en', count, { one: '1 person is invited.', other: `${count} people are invited.` }),
  didChange: ({ count }: { count: number }) =>
    plural('en', count, { one: '1 person has another role.', other: `${count} people have another role.` }),
};
