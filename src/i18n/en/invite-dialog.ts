import { plural } from '../plural.js';

const invites = (count: number) => plural('en', count, { one: '1 invite', other: `${count} invites` });
const people = (count: number) => plural('en', count, { one: '1 person', other: `${count} people` });
const users = (count: number) => plural('en', count, { one: '1 user', other: `${count} users` });
const addresses = (count: number) => plural('en', count, { one: '1 address', other: `${count} addresses` });

/** cc-invite-dialog and the result it ends with. */
export const inviteDialog = {
  title: 'Add a collaborator',
  toPartner: ({ account }: { account: string }) => `to ${account}, your partner account`,
  toClient: ({ account }: { account: string }) => `to ${account}, a client account`,
  toAccount: ({ account }: { account: string }) => `to ${account}`,

  email: 'Email address',
  emailHint: 'Separate several addresses with commas, or paste a list.',
  ownLogin: 'Everyone gets their own login, so nobody has to share a password.',
  sameRole: ({ count }: { count: number }) =>
    `${people(count)} get the same role. You can change roles later.`,
  removeAddress: ({ email }: { email: string }) => `Remove ${email}`,
  addressAdded: ({ count }: { count: number }) => `${addresses(count)} added`,
  addressRemoved: ({ email }: { email: string }) => `${email} removed`,
  duplicates: ({ count }: { count: number }) =>
    `${plural('en', count, { one: '1 address was', other: `${count} addresses were` })} there already.`,
  seatsLeft: ({ left, limit, plan }: { left: number; limit: number; plan: string }) =>
    `${left} of ${users(limit)} left${plan ? ` on ${plan}` : ''}`,
  seatsShort: ({ wanted, left, plan }: { wanted: number; left: number; plan: string }) =>
    `${plural('en', wanted, { one: '1 new person', other: `${wanted} new people` })}, ${users(left)} left${
      plan ? ` on ${plan}` : ''
    }`,

  fileChoose: 'Choose a CSV file',
  fileMissing: 'We couldn’t read the file. Check your connection and choose it again.',
  andMore: ({ count }: { count: number }) => `and ${count} more`,
  atLine: ({ line, text }: { line: number; text: string }) => `Line ${line}: ${text}`,
  asRole: ({ role }: { role: string }) => `As ${role}`,
  leaveOut: ({ count }: { count: number }) =>
    `Leave out ${plural('en', count, { one: 'the 1 that can’t be sent', other: `the ${count} that can’t be sent` })}`,
  moreFaults: ({ count }: { count: number }) =>
    plural('en', count, { one: 'and 1 more mistake', other: `and ${count} more mistakes` }),
  fix: 'Fix',
  show: 'Show',
  pendingAs: ({ role }: { role: string }) => `An invite is pending, as ${role}.`,
  pendingChange: ({ role, wanted }: { role: string; wanted: string }) =>
    `An invite is pending, as ${role} and not as ${wanted}.`,
  changeTo: ({ role }: { role: string }) => `Change it to ${role}`,
  resend: 'Resend',
  changedTo: ({ email, role }: { email: string; role: string }) =>
    `The pending invite of <b>${email}</b> now gives the role <b>${role}</b>.`,
  resent: ({ email }: { email: string }) =>
    `The invite of <b>${email}</b> is sent again. Links sent or copied earlier have stopped.`,
  linkCopied: ({ email }: { email: string }) => `The invite URL of <b>${email}</b> is copied.`,
  sentOf: ({ email }: { email: string }) => `The invite to <b>${email}</b> is on its way.`,
  back: 'Back',

  confirmTitle: ({ count }: { count: number }) =>
    plural('en', count, {
      one: 'Give access to your one client account?',
      other: `Give access to all ${count} client accounts?`,
    }),
  confirmTitleNone: 'Give access to every client account you add?',
  confirmReach: ({ account, count }: { account: string; count: number }) =>
    `On ${account} the role reaches ${plural('en', count, { one: 'the 1 client account', other: `all ${count} client accounts` })}, and those you add later.`,
  confirmReachNone: ({ account }: { account: string }) =>
    `On ${account} the role reaches every client account you add later.`,
  confirmRole: ({ role, text }: { role: string; text: string }) => `<b>${role}</b>: ${text}`,
  confirmPeople: ({ count }: { count: number }) => `It is for ${people(count)}.`,
  confirmSend: ({ count }: { count: number }) => (count > 1 ? `Send ${invites(count)}` : 'Send invite'),
  confirmBack: 'Go back',
  oneClient: 'Choose one client',

  fixTitle: ({ count }: { count: number }) =>
    plural('en', count, {
      one: 'Fix 1 thing to send the invite',
      other: `Fix ${count} things to send the invites`,
    }),
  tooMany: ({ count }: { count: number }) =>
    plural('en', count, { one: '1 person too many', other: `${count} people too many` }),
  tooManyFix: ({ count }: { count: number }) =>
    `Remove ${addresses(count)}, or <a>see Plans and Pricing</a> for more users.`,
  tooManyAtOnce: ({ max }: { max: number }) => `Invite at most ${max} people at once.`,
  use: ({ email }: { email: string }) => `Use ${email}`,
  remove: 'Remove',
  edit: 'Edit',
  notAllowedDomain: ({ domains }: { domains: string }) => `Use an address at ${domains}.`,

  message: 'Message (optional)',
  messageHint: 'Shown in the invitation mail, as plain text.',
  messageAdd: 'Add a message',
  messageTooLong: ({ count }: { count: number }) =>
    `Shorten the message by ${plural('en', count, { one: '1 character', other: `${count} characters` })}.`,

  reach: ({ count }: { count: number }) =>
    `<b>Reaches ${plural('en', count, { one: 'the one client account', other: `all ${count} client accounts` })}.</b> For one client only, <a>open that account</a> and add the person there.`,
  reachNone: '<b>Reaches every client account you add later.</b>',
  onlyHere: ({ account, parent }: { account: string; parent: string }) =>
    `<b>This person will only have access to ${account}.</b> They won’t see ${parent || 'the partner account'} or its other clients.`,
  addOnPartner: ({ parent }: { parent: string }) => `Add one on ${parent}`,

  expires: ({ days }: { days: number }) =>
    `Invites expire after ${plural('en', days, { one: '1 day', other: `${days} days` })}`,
  send: ({ count }: { count: number }) => (count > 1 ? `Send ${invites(count)}` : 'Send invite'),
  sending: ({ count, done }: { count: number; done: number }) =>
    count > 9
      ? `Sending ${invites(count)}, ${done} done. You can close this.`
      : `Sending ${invites(count)}. You can close this.`,
  notSent: '<b>No invites were sent.</b>',
  kept: 'What you typed is still here.',
  full: '<b>You can’t add anyone yet.</b> All users of the plan are in use.',

  discardTitle: 'Discard this invite?',
  discardEffect: 'What you typed will be lost. Nothing was sent.',
  discard: 'Discard',
  keepEditing: 'Keep editing',

  sentOne: 'Invite sent',
  sentSome: ({ sent, total }: { sent: number; total: number }) => `${sent} of ${invites(total)} sent`,
  sentAll: ({ count }: { count: number }) => `${invites(count)} sent`,
  emailed: ({ email }: { email: string }) =>
    `We emailed <b>${email}</b> a link to set up their own username and password.`,
  emailedAll: 'Everyone gets a link to set up their own username and password.',
  emailedSome: 'The sent ones are on their way. Nothing is lost on the others.',
  held: ({ email }: { email: string }) => `The invite to <b>${email}</b> waits until the username is free.`,
  heldShort: 'Waits until the username is free',
  url: 'Invite URL',
  urlHint: ({ date }: { date: string }) =>
    `Send it by chat or text if email is slow. Works once, until ${date}.`,
  urlGuard: ({ email }: { email: string }) =>
    `Share it only with ${email}. Whoever opens it needs a code that we send to that address.`,
  urlsHint: 'URLs work once, so share each one with its own person.',
  copy: 'Copy URL',
  copyOf: ({ email }: { email: string }) => `Copy URL for ${email}`,
  copyAll: ({ count }: { count: number }) => `Copy ${count} URLs`,
  copied: 'Copied',
  copyRefused: 'The browser didn’t allow copying. The URL is selected: copy it with your keyboard.',
  share: 'Share…',
  sentUntil: ({ date }: { date: string }) => `Sent. Expires ${date}`,
  retryFailed: ({ count }: { count: number }) => `Retry ${count} failed`,
  another: 'Add another',
  done: 'Got it',
};
