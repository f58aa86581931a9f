import { plural } from '../plural.js';

/** cc-accept-invite: from the link in the mail to the first screen. */
export const acceptInvite = {
  loading: 'Opening your invite',
  title: ({ account }: { account: string }) => `Join ${account}`,
  invitedBy: ({ inviter, email, date }: { inviter: string; email: string; date: string }) =>
    `<b>${inviter}</b> invited ${email}. The invite works until ${date}.`,
  invited: ({ email, date }: { email: string; date: string }) =>
    `The invite is for ${email} and works until ${date}.`,
  partnerRole: 'Your role on this partner account',
  clientRole: 'Your role on this client account',
  role: 'Your role on this account',
  alsoJoins: ({ count }: { count: number }) =>
    plural('en', count, {
      one: 'You also join 1 more account',
      other: `You also join ${count} more accounts`,
    }),
  alsoLogins: 'Each has a username of its own, with the password you choose here.',
  alsoJoined: ({ count }: { count: number }) =>
    plural('en', count, {
      one: 'You also joined 1 more account',
      other: `You also joined ${count} more accounts`,
    }),
  asRole: ({ role }: { role: string }) => `as ${role}`,
  mfaNote: 'This account requires a second factor. You set it up right after joining.',

  newHeading: 'Choose how you sign in',
  username: 'Username',
  usernameHint: 'You sign in with it. It doesn’t have to be your email address.',
  usernameProposed: ({ inviter }: { inviter: string }) =>
    inviter ? `Suggested by ${inviter}. You can choose another.` : 'You can choose another.',
  usernameIsEmail: 'Works, but then no other account can use this address as a username.',
  usernameMissing: 'Choose a username.',
  checking: 'Checking',
  free: 'Available',
  freeSaid: ({ username }: { username: string }) => `${username} is available`,
  taken: 'Taken',
  tryOne: 'Available instead:',
  password: 'Password',
  passwordHint: ({ min }: { min: number }) =>
    `At least ${plural('en', min, { one: '1 character', other: `${min} characters` })}. A few words in a row work well.`,
  passwordMissing: 'Choose a password.',
  passwordShort: ({ count }: { count: number }) =>
    plural('en', count, { one: '1 more character', other: `${count} more characters` }),
  passwordWeak: 'Easy to guess',
  passwordGood: 'Long enough',
  name: 'Your name (optional)',
  nameHint: 'Shown to the people you work with.',
  fix: ({ count }: { count: number }) =>
    plural('en', count, { one: 'Fix 1 thing to join', other: `Fix ${count} things to join` }),

  codeHeading: 'Prove the address is yours',
  codeWhy: ({ email }: { email: string }) =>
    `This link was passed on by hand, so we email a 6-digit code to ${email} first.`,
  codeWhyUnverified: ({ email }: { email: string }) =>
    `You never confirmed ${email}, so we email a 6-digit code there first.`,
  code: 'Code from the email',
  codeSend: 'Email me a code',
  codeSendAgain: 'Send a new code',
  codeSent: ({ email }: { email: string }) => `Sent to ${email}. The newest code works for 10 minutes.`,
  codeMissing: 'Type the code from the email.',
  codeFirst: 'Have the code sent first, then type it here.',
  codeFormat: 'The code has 6 digits.',

  backToForm: 'Back to the invite',

  join: ({ account }: { account: string }) => `Join ${account}`,
  signInAndJoin: 'Sign in and join',
  haveLogin: 'Already have a login?',
  useLogin: 'Sign in and join with it',
  noLogin: 'No login yet?',
  useNew: 'Choose a username and password',
  existingHeading: 'Sign in with your login',
  existingNote: 'You keep your username and password, and this account is added.',
  identityExists:
    'You already have a login with this email address. Sign in with it to join, so you don’t end up with two.',
  decline: 'Decline invite',
  declineTitle: ({ account }: { account: string }) => `Decline the invite to ${account}?`,
  declineEffect: 'The link stops working, and the person who invited you is told.',
  declineLabel: 'Decline invite',
  keep: 'Keep invite',

  matchingHeading: 'You’re signed in',
  matchingAs: ({ name }: { name: string }) => `You join as <b>${name}</b>.`,

  otherTitle: 'This invite is for somebody else',
  otherText: 'Another person is signed in here. The invite stays open until the right person accepts it.',
  otherInvited: 'Invited',
  otherViewer: 'Signed in here',
  switchUser: 'Sign out and switch user',

  seatLimit: ({ account }: { account: string }) =>
    `All users of the plan of ${account} are in use, so you can’t join right now. Your invite stays open: ask the person who invited you to make room, then try again.`,
  tryAgain: 'Try again',

  missingTitle: 'Open the link from your invite',
  missingText:
    'The link isn’t in the address any more: we take it out so that nobody can copy it from your screen. Open it again from the email, or paste it here.',
  expiredTitle: 'This invite has expired',
  expiredText:
    'An invite works for a limited time. Ask for a new one and we tell the person who invited you.',
  replacedTitle: 'There’s a newer invite',
  replacedText: 'The invite was sent again, so this link stopped. Use the link in the newest email.',
  revokedTitle: 'This invite was cancelled',
  revokedText:
    'It’s no longer valid, and nothing was created. If you expected it, ask the person who invited you.',
  usedTitle: 'This invite was already used',
  usedText: 'Each invite works once. If it was you, sign in with the username you chose.',
  usedSignedIn: ({ name }: { name: string }) =>
    `Each invite works once. You’re signed in as <b>${name}</b> already.`,
  unknownTitle: 'We don’t know this invite',
  unknownText: 'The link may have a typing mistake, or it is very old. Paste the link from the email.',
  malformedTitle: 'This link is incomplete',
  malformedText: 'A part of it got lost on the way. Copy all of it from the email and paste it here.',
  unavailableTitle: 'This account can’t be joined any more',
  unavailableText: 'It was closed, or it no longer works with the partner who invited you.',
  notAllowedTitle: 'This invite needs a new sender',
  notAllowedText:
    'The person who invited you can’t give this role any more. Nothing was created, and your invite stays open. Ask for a new one and we tell somebody who can.',
  memberTitle: 'You’re already a user here',
  memberText: 'This address belongs to a user of the account. Sign in with that login.',
  failedTitle: 'We couldn’t open your invite',
  failedText: ({ reason }: { reason: string }) => `${reason} Your invite hasn’t changed.`,

  askNew: 'Ask for a new invite',
  askedTitle: 'We asked for a new invite',
  askedText: 'The person who can send it was told. The new link comes by email.',
  pasteLabel: 'Link from the email',
  pasteOpen: 'Open invite',
  pasteMissing: 'Paste the link.',
  pasteHint: 'It contains # and then cci_.',
  signIn: 'Sign in',
  continue: 'Continue',

  doneTitle: ({ account }: { account: string }) => `You’ve joined ${account}`,
  doneText: ({ role }: { role: string }) => `Your role is <b>${role}</b>.`,
  doneAgainTitle: 'You’re done here',
  doneAgainText: 'This invite was accepted in this tab. There’s nothing left to do on this page.',
  gateTitle: 'One more step',
  gateText: ({ account }: { account: string }) =>
    `You’ve joined ${account}. It requires a second factor, so set one up before you go in.`,
  declinedTitle: 'You declined the invite',
  declinedText: 'The link doesn’t work any more. If you change your mind, ask for a new invite.',
};
