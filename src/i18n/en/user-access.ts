import { plural } from '../plural.js';

const accounts = (count: number) => plural('en', count, { one: '1 account', other: `${count} accounts` });
const clients = (count: number) =>
  plural('en', count, { one: '1 client account', other: `${count} client accounts` });

/** cc-user-access: one person over all accounts, and the end of it. */
export const userAccess = {
  loading: 'Loading access',
  grant: 'Grant access…',
  removeAll: 'Remove from all accounts…',

  direct: 'Direct access',
  directCount: ({ count }: { count: number }) => accounts(count),
  waiting: ({ invited, suspended }: { invited: number; suspended: number }) =>
    [
      invited > 0 && plural('en', invited, { one: '1 invite waiting', other: `${invited} invites waiting` }),
      suspended > 0 && `${suspended} suspended`,
    ]
      .filter(Boolean)
      .join(', '),
  through: 'Through the partner account',
  reaches: ({ count }: { count: number }) => clients(count),
  reachesNone: 'No client accounts',
  mfa: 'Two-factor sign-in',
  mfaSome: ({ on, all }: { on: number; all: number }) => `On for ${on} of ${all} logins`,
  notYet: 'Not yet',
  lastActive: 'Last active',

  nameIsAddress:
    '<b>One username is an email address.</b> No other account can use that address as a username. Ask the person to change it.',

  caption: ({ name }: { name: string }) => `Accounts that ${name} can enter`,
  account: 'Account',
  username: 'Username there',
  usernameLater: 'Chosen on sign-up',
  role: 'Role',
  status: 'Status',
  actions: 'Actions',
  partner: 'Partner account',
  partnerText: ({ count }: { count: number }) => `Reaches ${clients(count)} through this role`,
  clientsGroup: 'Client accounts',
  clientsText: ({ count }: { count: number }) => `${count} with a role of their own`,
  throughGroup: 'Reached through the partner account',
  throughText: ({ partner, role }: { partner: string; role: string }) => `From ${role} on ${partner}`,
  throughEnds: 'Ends with the role on the partner account',
  alsoThrough: 'Also through the partner account',
  showMore: ({ count }: { count: number }) => `Show ${count} more`,

  active: 'Active',
  suspended: 'Suspended',
  needsMfa: 'Has to set up two-factor sign-in',
  invited: 'Invited',
  expired: 'Invite expired',

  actionsFor: ({ account }: { account: string }) => `Actions for ${account}`,
  roleOn: ({ account }: { account: string }) => `Role on ${account}`,
  changeRole: ({ account, role }: { account: string; role: string }) => `Role on ${account}: ${role}. Change`,
  noRole: 'You can’t give another role here.',
  rolesFailed: ({ account }: { account: string }) => `The roles of ${account} couldn’t be loaded.`,
  end: 'End this access…',
  cancelInvite: 'Cancel invite…',
  roleSaved: ({ account, role }: { account: string; role: string }) =>
    `Now ${role} on ${account}. Undo is possible.`,
  undoOn: ({ account }: { account: string }) => `Undo the change on ${account}`,
  undone: ({ account }: { account: string }) => `Change on ${account} undone.`,
  endTitle: ({ name, account }: { name: string; account: string }) => `Remove ${name} from ${account}?`,
  endAccess: ({ name }: { name: string }) => `${name} can’t open this account with that role any more.`,
  endPartner: ({ name, count }: { name: string; count: number }) =>
    `${name} also loses ${clients(count)} that this role reaches.`,
  endStays: ({ count }: { count: number }) =>
    `${plural('en', count, { one: 'The 1 role of their own', other: `The ${count} roles of their own` })} on client accounts stays. To end everything, use “Remove from all accounts”.`,
  endThrough: 'They still reach this account through the partner account.',
  endNoUndo: 'This can’t be undone, but you can give access again.',
  endDo: 'Remove',
  ended: ({ name, account }: { name: string; account: string }) => `${name} is removed from ${account}.`,
  cancelTitle: ({ account }: { account: string }) => `Cancel the invite to ${account}?`,
  cancelLinks: 'Its links stop working at once.',
  cancelDo: 'Cancel invite',
  keepInvite: 'Keep invite',
  cancelled: ({ account }: { account: string }) => `The invite to ${account} is cancelled.`,

  emptyTitle: 'No access left',
  emptyText: 'This person can’t enter any account whose users you manage.',
  failedTitle: 'We couldn’t load this person’s access',
  failedSame: 'Nothing has changed.',
  refusedTitle: 'You can’t see this person’s access',
  refusedText: 'They aren’t on any account whose users you manage, or they have left.',

  offTitle: ({ name }: { name: string }) => `Remove ${name} from all accounts?`,
  offChecking: 'Looking for everything they can enter',
  offLead: ({ roles, invites, reach }: { roles: number; invites: number; reach: number }) =>
    `This ends ${[
      roles > 0 && plural('en', roles, { one: '1 role', other: `${roles} roles` }),
      invites > 0 && plural('en', invites, { one: '1 invite', other: `${invites} invites` }),
      reach > 0 && `the way into ${clients(reach)}`,
    ]
      .filter(Boolean)
      .join(', ')}.`,
  offLeftBehind: ({ count }: { count: number }) =>
    plural('en', count, {
      one: '<b>1 direct role would stay</b> if only the role on the partner account ended. It’s in this list too.',
      other: `<b>${count} direct roles would stay</b> if only the role on the partner account ended. They’re in this list too.`,
    }),
  offNothing: 'There is nothing to end.',
  offStays: ({ count }: { count: number }) =>
    plural('en', count, { one: '1 can’t be ended', other: `${count} can’t be ended` }),
  offElsewhere: 'Accounts you don’t manage are neither shown nor touched.',
  offNoUndo: 'This can’t be undone. They get one email that names the accounts.',
  offRoles: 'Roles',
  offInvites: 'Invites',
  offReach: 'Through the partner account',
  offProblems: 'Stay as they are',
  willEnd: ({ role }: { role: string }) => `${role} ends`,
  willCancel: ({ role }: { role: string }) => `Invite as ${role} is cancelled`,
  willClose: ({ role }: { role: string }) => `Reached as ${role}. Ends with the partner role`,
  offDo: ({ count }: { count: number }) => `Remove from ${accounts(count)}`,
  offRunning: ({ name }: { name: string }) => `Removing ${name}`,
  offRunningText: 'You can close this window. The work goes on, and what’s done stays done.',
  jobs: 'Under way and recent',
  watch: 'Continue watching',
  results: 'See results',
  jobEnded: ({ when, failed }: { when: string; failed: number }) =>
    failed > 0 ? `Ended: ${when}, ${failed} failed` : `Ended: ${when}`,
  jobOf: ({ name }: { name: string }) => `Ending all access of ${name}`,
  progress: ({ done, total }: { done: number; total: number }) => `${done} of ${total} done`,
  stop: 'Stop',
  stopping: 'Stopping',
  close: 'Close',
  resultTitle: ({ name, done, total }: { name: string; done: number; total: number }) =>
    done === total ? `${name} is removed from ${accounts(total)}` : `${name} is removed, but not everywhere`,
  resultText: ({ done, failed, left }: { done: number; failed: number; left: number }) =>
    [`${done} ended`, failed > 0 && `${failed} failed`, left > 0 && `${left} not touched`]
      .filter(Boolean)
      .join(', '),
  removed: 'Ended',
  revoked: 'Invite cancelled',
  skipped: 'Nothing to end any more',
  notDone: 'Stopped before its turn',
  retry: ({ count }: { count: number }) => `Retry ${count}`,
  retryOf: ({ count }: { count: number }) => `Retry ${accounts(count)} that failed`,
  download: 'Download results',
  fileName: 'offboarding-results.csv',
  columnId: 'Account ID',
  columnKind: 'Access',
  columnOutcome: 'Result',
  columnReason: 'Reason',
  attention: 'Needs attention',
  endedGroup: 'Ended',
  unknownAccount: 'An account you can’t open',
  itemsFailed: 'The list couldn’t be loaded. The work itself isn’t affected.',
  what: 'What happens',
  gotIt: 'Got it',
};
