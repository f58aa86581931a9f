/** cc-sign-in, and signing in on the way into an invitation. */
export const signIn = {
  title: 'Sign in',
  username: 'Username',
  password: 'Password',
  showPassword: 'Show password',
  usernameMissing: 'Type your username.',
  passwordMissing: 'Type your password.',
  submit: 'Sign in',
  /** After too many tries: when the next one is possible. */
  paused: ({ time }: { time: string }) => `That was too often. You can try again at ${time}.`,
  pauseOver: 'You can try again now.',

  /** Why the second step ended, above the password that is asked for again (C03, C06, C08). */
  endedTries:
    'Too many wrong codes. Start again with your password; if the app’s codes don’t work, use a recovery code then.',
  endedTime: 'The second step was open too long. Start again with your password.',
  endedOther:
    'The second step has ended, maybe because your second factor was changed. Start again with your password.',

  signedInTitle: 'You’re signed in',
  signedInAs: ({ name }: { name: string }) => `As <b>${name}</b>.`,
  continue: 'Continue',
  signOut: 'Sign out',
  returnRefused: 'The page you came from isn’t allowed as a way back, so you stay here.',
};
