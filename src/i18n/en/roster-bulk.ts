import { plural } from '../plural.js';

const people = (count: number) => plural('en', count, { one: '1 person', other: `${count} people` });
const invites = (count: number) => plural('en', count, { one: '1 invite', other: `${count} invites` });

/** cc-user-roster: the review, the run and the result of what is done to several people. */
export const rosterBulk = {
  roleTitle: ({ count }: { count: number }) => `Change the role of ${people(count)}?`,
  suspendTitle: ({ count }: { count: number }) => `Suspend ${people(count)}?`,
  resendTitle: ({ count }: { count: number }) => `Send ${invites(count)} again?`,
  removeTitle: ({ count, account }: { count: number; account: string }) =>
    `Remove ${people(count)} from ${account}?`,
  roleDo: ({ count }: { count: number }) =>
    `Change ${plural('en', count, { one: '1 role', other: `${count} roles` })}`,
  suspendDo: ({ count }: { count: number }) => `Suspend ${people(count)}`,
  resendDo: ({ count }: { count: number }) => `Send ${invites(count)}`,
  removeDo: ({ count }: { count: number }) => `Remove ${people(count)}`,
  newRole: 'New role',
  chooseRole: 'Choose the new role first.',
  nobody: 'This isn’t possible for anybody you selected.',
  who: ({ count }: { count: number }) =>
    plural('en', count, { one: 'For 1 person', other: `For ${count} people` }),
  skipped: ({ count }: { count: number }) =>
    plural('en', count, { one: '1 person is left out', other: `${count} people are left out` }),

  sameRole: 'Has this role already',
  notYetUser: 'Only invited so far',
  alreadyUser: 'Has joined already',
  alreadySuspended: 'Suspended already',
  leaveYourself: 'To leave, use your own row.',

  suspendAccess: 'They can’t open this account until somebody reactivates them.',
  suspendSeats: 'Their places on the plan are free meanwhile.',
  suspendUndo: 'You can take it back afterwards.',
  removeAccess: 'They’re signed out of this account and can’t open it any more.',
  removeClients: ({ count }: { count: number }) =>
    `They can’t open ${plural('en', count, { one: 'the client account', other: `any of the ${count} client accounts` })} from here.`,
  removeInvites: ({ count }: { count: number }) =>
    plural('en', count, {
      one: 'The link of 1 invite stops working at once.',
      other: `The links of ${count} invites stop working at once.`,
    }),
  removeWork: 'Campaigns and lists they made stay in the account.',
  removeNoUndo: 'This can’t be undone, but you can invite them again.',

  running: ({ done, total }: { done: number; total: number }) => `${done} of ${total} done`,
  progress: 'Progress',
  stop: 'Stop',
  stopping: 'Stopping…',
  undoing: 'Taking it back',
  working: 'Working on it',
  finished: 'Done',
  finishedSome: 'Partly done',
  finishedNone: 'Not done',
  roleResult: ({ count }: { count: number }) =>
    plural('en', count, { one: '1 person has the new role.', other: `${count} people have the new role.` }),
  suspendResult: ({ count }: { count: number }) =>
    plural('en', count, { one: '1 person is suspended.', other: `${count} people are suspended.` }),
  resendResult: ({ count }: { count: number }) =>
    plural('en', count, { one: '1 invite was sent again.', other: `${count} invites were sent again.` }),
  removeResult: ({ count }: { count: number }) =>
    plural('en', count, { one: '1 person is removed.', other: `${count} people are removed.` }),
  undoResult: ({ count }: { count: number }) =>
    plural('en', count, { one: '1 change is taken back.', other: `${count} changes are taken back.` }),
  failed: ({ count }: { count: number }) =>
    plural('en', count, { one: 'It failed for 1 person:', other: `It failed for ${count} people:` }),
  notStarted: ({ count }: { count: number }) =>
    plural('en', count, { one: '1 person was not reached.', other: `${count} people were not reached.` }),
  vetoed: 'This app has refused it.',
  alreadyGone: 'Is already removed.',
  retry: ({ count }: { count: number }) => `Try ${count} again`,
  goOn: ({ count }: { count: number }) => `Go on with ${count}`,
  undoAll: 'Undo',
  close: 'Done',
};
