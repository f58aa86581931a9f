/** cc-username-conflict: an address or name that is a sign-in name elsewhere, and every way on. */
export const usernameConflict = {
  loading: 'Looking up the username',
  addressTitle: 'This address is already a username',
  addressText:
    'Every account needs its own username. The email address itself is fine, and this has nothing to do with MFA.',
  identityTitle: 'You already have a login with this address',
  identityText:
    'One login is enough for all accounts, so we don’t make a second one. This has nothing to do with MFA.',
  takenTitle: 'This username is in use',
  takenText:
    'A username works once in the whole product. Your invite stays open, and this has nothing to do with MFA.',

  compare: 'Where the name is used',
  elsewhere: 'Another account you don’t manage',
  elsewhereYours: 'Another account',
  usernameIs: ({ username }: { username: string }) => `Username: ${username}`,
  needsOther: 'Username: needs a different one',
  inUse: 'In use',
  thisInvite: 'This invite',

  question: 'How do you want to fix it?',
  quickest: 'Quickest',
  choose: 'Choose one of the ways.',

  join: 'Sign in with the login you have and join',
  joinEffect: 'You keep your username and password, and this account is added to them.',
  hereForOther: ({ name }: { name: string }) => `Give ${name} a different username here`,
  hereForOtherEffect: 'Email still goes to the same address. They can change the username later.',
  here: 'Choose another username here',
  hereEffect: 'Email still goes to the same address, and the other login stays as it is.',
  hold: 'Wait until the name is free',
  holdOn: ({ account }: { account: string }) => `Free the name on ${account}`,
  holdEffect:
    'We email the person how to change the old username. As soon as they have, we send this invite by ourselves.',
  there: 'Change the old username',
  thereEffect: 'Sign in to the other login and give it another name. Then this invite continues by itself.',
  other: 'Use another email address',
  otherEffect: 'The invite goes to that address instead.',
  otherAskEffect: ({ inviter }: { inviter: string }) =>
    `Tell ${inviter} which address to use. This invite stays open until then.`,

  usernameOn: ({ account }: { account: string }) => `Username on ${account}`,
  username: 'Username',
  checking: 'Checking',
  free: 'Available',
  freeSaid: ({ username }: { username: string }) => `${username} is available`,
  taken: 'In use',
  tryOne: 'Free:',
  usernameMissing: 'Type a username.',
  email: 'Email address',

  send: 'Send invite',
  wait: 'Hold the invite',
  continue: 'Continue',
  signIn: 'Sign in',
  back: 'Back',
  checkAgain: 'Check again',
  stillTaken: ({ time }: { time: string }) => `Still in use. Checked at ${time}.`,
  sentSaid: 'The name is free. The invite is on its way.',
  goneSaid: 'This invite isn’t waiting any more.',

  waitTitle: ({ name }: { name: string }) => `Waiting for ${name}`,
  waitText: 'The invite goes out as soon as the name is free. You can close this.',
  steps: 'Steps',
  done: 'Done',
  stepMailed: 'Instructions sent',
  stepMailedText: ({ email }: { email: string }) => `Emailed ${email}, with a link to the right page.`,
  stepChange: 'The old username is changed',
  stepChangeText: 'Sign in there, open Security, then Username.',
  stepSent: ({ account }: { account: string }) => `We send the invite to ${account}`,
  stepSentText: ({ role }: { role: string }) => `As ${role}, with a username and password of its own.`,
  stepProve: 'Sign in to the other login',
  stepRename: 'Give it a new username',
  stepContinue: 'Your invite continues',
  otherPeople:
    'If the person can’t sign in there any more, choose a different username for them, or use another address.',
  useOther: 'Use a different username',
  copyInstructions: 'Copy instructions',
  instructions: ({ username, account, url }: { username: string; account: string; url: string }) =>
    `${username} is already a username on another account, so your invite to ${account} is waiting. This has nothing to do with MFA. Sign in with that name at ${url}, choose another username there, and the invite is sent by itself.`,
  copied: 'Copied',
  copyRefused: 'The browser didn’t allow copying. Select the text and copy it with your keyboard.',
  note: ({ account }: { account: string }) =>
    `Could you invite me to ${account} at another email address? The one you used is already a sign-in name elsewhere.`,
  noteLabel: 'What to tell them',
  copyNote: 'Copy the text',

  proveTitle: 'Sign in to the login that has the name',
  proveText: 'Only its owner may change it. Afterwards you come straight back to your invite.',
  notTheOne: ({ username }: { username: string }) =>
    `The username of this login is ${username}, so it isn’t in the way. Sign in with the other one.`,

  renameTitle: 'Choose a new username for that login',
  renameText: ({ username }: { username: string }) =>
    `You sign in as ${username} there. Your accounts and roles stay as they are.`,
  ownTitle: 'Your username',
  ownText: ({ username }: { username: string }) => `You sign in as <b>${username}</b>.`,
  ownIsEmail:
    'It is an email address. While you sign in with it, nobody can give that address a login of its own on another account. Another username avoids that.',
  newUsername: 'New username',
  newUsernameHint:
    '3 to 64 letters, digits and single . _ - between them. Other names you give up rest for 90 days.',
  change: 'Change username',
  sameName: 'That is your username already.',
  changedElsewhere: ({ username }: { username: string }) =>
    `Your username was changed meanwhile. It is ${username} now.`,
  changedTitle: 'Your username is changed',
  changedText: ({ username }: { username: string }) =>
    `From now on you sign in as <b>${username}</b>. We emailed you about it, and invites that waited for the old name are on their way.`,
  changeAgain: 'Change it again',
};
