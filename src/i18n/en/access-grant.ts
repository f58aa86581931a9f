import { plural } from '../plural.js';

const accounts = (count: number) => plural('en', count, { one: '1 account', other: `${count} accounts` });
const clients = (count: number) =>
  plural('en', count, { one: '1 client account', other: `${count} client accounts` });

/** cc-access-grant: choosing, the forecast, the job and its results. */
export const accessGrant = {
  title: 'Grant access',
  titleOf: ({ count }: { count: number }) => `Grant access to ${accounts(count)}`,
  subtitle: 'One person, many accounts. Each account uses one of its own seats.',
  steps: 'Steps',
  stepChoose: 'Choose',
  stepCheck: 'Check',
  stepResult: 'Result',

  person: 'Person',
  personHint: 'Search people you manage, or type the email address of somebody new.',
  personMissing: 'Choose a person, or type an email address.',
  people: 'People found',
  peopleFound: ({ count }: { count: number }) =>
    plural('en', count, { one: '1 person found', other: `${count} people found` }),
  inviteNew: ({ email }: { email: string }) => `Invite ${email}`,
  newPerson: 'New to you: one email lists all accounts, and one acceptance joins them all.',
  onAccounts: ({ count }: { count: number }) => `On ${accounts(count)}`,
  role: 'Role',
  notPartnerManager: 'Partner Manager isn’t offered: it covers every client account already.',
  perAccount: 'Choose a role for each account',
  perAccountHint: 'The roles stand beside the accounts once they’re checked.',
  roleOn: ({ account }: { account: string }) => `Role on ${account}`,
  change: 'Where they have a role already, change it to this one',

  accounts: 'Accounts',
  chosen: ({ count }: { count: number }) => `${clients(count)} chosen`,
  noneChosen: 'No account chosen yet',
  noneMissing: 'Choose at least one account.',
  tooMany: ({ count, most }: { count: number; most: number }) =>
    `Choose at most ${most} accounts at once. You chose ${count}.`,
  changeSelection: 'Change selection',
  hideSelection: 'Hide the list',
  clear: 'Clear',
  find: 'Search accounts by name or ID',
  plan: 'Plan',
  seats: 'Seats',
  loadingAccounts: 'Loading accounts',
  noneFound: 'No account matches.',
  listFailed: 'The accounts couldn’t be loaded.',
  selectAll: ({ count }: { count: number }) => `Select all ${count}`,
  selectMost: ({ count }: { count: number }) => `Select the first ${count}`,
  selectFailed: 'Not all accounts could be selected. Try again.',
  selectedNow: ({ count }: { count: number }) => `${clients(count)} chosen`,
  previous: 'Previous accounts',
  next: 'Next accounts',
  range: ({ from, to, total }: { from: number; to: number; total: number }) => `${from}–${to} of ${total}`,
  paste: 'Paste account IDs',
  pasteLabel: 'Account IDs',
  pasteHint: 'Separated by commas, blanks or lines.',
  pasteAdd: 'Add these',
  pasted: ({ added, known }: { added: number; known: number }) =>
    `${accounts(added)} added.${known > 0 ? ` ${known} chosen already.` : ''}`,
  pasteWrong: ({ count, example }: { count: number; example: string }) =>
    `${plural('en', count, { one: '1 isn’t an account ID', other: `${count} aren’t account IDs` })}, such as ${example}.`,

  only: ({ count, partner, all }: { count: number; partner: string; all: number }) =>
    `<b>Reaches only ${plural('en', count, { one: 'this 1 account', other: `these ${count} accounts` })}.</b> One role on ${partner} would reach all ${clients(all)}, and those you add later. <a>Give a role there instead</a>`,

  check: ({ count }: { count: number }) => (count > 0 ? `Check ${accounts(count)}` : 'Check'),
  checkAgain: 'Check again',
  checking: 'Checking each account',
  jobs: 'Under way and recent',
  watch: 'Continue watching',
  results: 'See results',
  jobEnded: ({ when, failed }: { when: string; failed: number }) =>
    failed > 0 ? `Ended: ${when}, ${failed} failed` : `Ended: ${when}`,
  progress: ({ done, total }: { done: number; total: number }) => `${done} of ${total} done`,
  checked: ({ ready, changing, there, problems }: Tally) =>
    joined([
      ready > 0 && `${ready} will be granted`,
      changing > 0 && `${changing} will change`,
      there > 0 && `${there} already there`,
      problems > 0 && `${problems} can’t be granted now`,
    ]),
  caption: 'What will become of each account',
  captionResult: 'What became of each account',
  account: 'Account',
  what: 'Result',
  actions: 'Actions',
  ready: 'Ready. Access at once',
  readyInvite: 'Ready. They get an invite',
  willChange: ({ role }: { role: string }) => `Has a role already. It will change to ${role}`,
  alreadyThere: 'Already has access. Nothing changes',
  unchecked: 'Not checked yet',
  unknownAccount: 'You can’t open this account, or it isn’t there.',
  wontBeGranted: ({ reason }: { reason: string }) => `Can’t be granted now. ${reason}`,
  plans: 'Plans',
  plansOf: ({ account }: { account: string }) => `Plans and Pricing of ${account}`,
  leaveOut: ({ account }: { account: string }) => `Leave out ${account}`,
  showReady: ({ count }: { count: number }) => `Show ${count} more`,
  grant: 'Grant access',
  starting: 'Starting',

  running: ({ count }: { count: number }) => `Granting access to ${accounts(count)}`,
  runningText: 'You can close this window. The work goes on, and everything that’s done stays done.',
  asRole: ({ person, role }: { person: string; role: string }) => `${person} as ${role}`,
  stop: 'Stop',
  stopping: 'Stopping',
  hide: 'Close',

  resultTitle: ({ done, total }: { done: number; total: number }) =>
    `Access granted on ${done} of ${accounts(total)}`,
  resultText: ({ there, failed, undone }: { there: number; failed: number; undone: number }) =>
    joined([
      there > 0 && `${there} already there`,
      failed > 0 && `${failed} failed`,
      undone > 0 && `${undone} not done`,
    ]),
  stopped: 'Stopped. What was done stays done.',
  tabs: 'Results',
  tabAll: 'All',
  tabAttention: 'Needs attention',
  tabDone: 'Granted',
  tabThere: 'Already there',
  nothingHere: 'Nothing here.',
  granted: ({ role }: { role: string }) => `Access given as ${role}`,
  invited: ({ role }: { role: string }) => `Invite sent as ${role}`,
  changed: ({ role }: { role: string }) => `Role changed to ${role}`,
  there: 'Already had access. Nothing changed',
  notDone: 'Stopped before its turn. Nothing changed',
  failed: ({ reason }: { reason: string }) => `Not granted. ${reason}`,
  retry: ({ count }: { count: number }) => `Retry ${count}`,
  retryOf: ({ count }: { count: number }) => `Retry ${accounts(count)} that failed`,
  download: 'Download results',
  fileName: 'access-results.csv',
  columnAccount: 'Account',
  columnId: 'Account ID',
  columnRole: 'Role',
  columnOutcome: 'Result',
  columnReason: 'Reason',
  done: 'Got it',
  itemsFailed: 'The results couldn’t be loaded. The work itself isn’t affected.',
  lost: 'We lost sight of the job. It goes on at the server.',
  finished: ({ done, total }: { done: number; total: number }) =>
    `Finished. Access granted on ${done} of ${accounts(total)}.`,
};

interface Tally {
  ready: number;
  changing: number;
  there: number;
  problems: number;
}

function joined(parts: readonly (string | false)[]): string {
  return parts.filter(Boolean).join(', ');
}
