import { plural } from '../plural.js';

/** The second step of signing in, and the fresh proof before a sensitive act. Loaded when it is asked for. */
export const mfaChallenge = {
  appTitle: 'Enter your 6-digit code',
  appText: ({ name }: { name: string }) =>
    `We don’t recognise this device. Open your authenticator app for <b>${name}</b>.`,
  appTextPlain: 'We don’t recognise this device. Open your authenticator app.',
  mailTitle: 'Enter the code we emailed you',
  mailText: 'We don’t know this browser, so we emailed you a code. It works for 5 minutes.',
  recoveryTitle: 'Enter a recovery code',
  recoveryText: 'Type one of the codes you saved when you set up your authenticator app. Each works once.',
  /** A fresh proof in front of a sensitive act: what the person was doing waits behind it. */
  proofTitle: 'Confirm it’s you',
  proofCodeText: 'This change needs a fresh code from your authenticator app. Your work goes on afterwards.',
  proofPasswordText: 'This change needs your password again. Your work goes on afterwards.',
  proofRecoveryText: 'Type one of the recovery codes you saved. It works once; your work goes on afterwards.',
  proven: 'It’s confirmed that it’s you.',

  code: 'Code',
  mailCode: 'Emailed code',
  recoveryCode: 'Recovery code',
  password: 'Password',
  showPassword: 'Show password',
  codeHint: 'A recovery code works here, too.',
  codeMissing: 'Type the code.',
  passwordMissing: 'Type your password.',
  passwordWrong: 'That isn’t your password.',
  codeFormat: 'The code has 6 digits. A recovery code has 16 letters and digits.',
  codeFormatMail: 'The code has 6 digits.',
  codeWrong: ({ left }: { left: number | undefined }) =>
    `That code didn’t match. Codes change every 30 seconds, so try the newest one.${triesLeft(left)}`,
  recoveryWrong: ({ left }: { left: number | undefined }) =>
    `That recovery code didn’t match.${triesLeft(left)}`,
  mailWrong: ({ left }: { left: number | undefined }) => `That code didn’t match.${triesLeft(left)}`,
  codeUsed: ({ seconds }: { seconds: number }) =>
    plural('en', seconds, {
      one: 'That code was already used. Wait 1 second for the next code.',
      other: `That code was already used. Wait ${seconds} seconds for the next code.`,
    }),
  /** After a second wrong code. */
  clockHint: 'Codes depend on the time. Check that your phone sets its clock automatically.',
  locked: 'Codes of the app are locked after too many tries. Use a recovery code.',
  lockedNoRecovery: 'Codes of the app are locked after too many tries. Ask an administrator to reset it.',
  codesPaused: ({ time }: { time: string }) =>
    `Too many wrong codes. The app’s codes work again at ${time}; a recovery code works now.`,
  paused: ({ time }: { time: string }) => `That was too often. You can try again at ${time}.`,
  pauseOver: 'You can try again now.',

  remember: 'Remember this device for 30 days',
  rememberNote: 'Not on a shared computer. You can undo this in your security settings.',
  verify: 'Verify',
  confirm: 'Confirm',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  close: 'Close',
  cantUseApp: 'Can’t use the app?',
  useRecovery: 'Use a recovery code',
  useApp: 'Use the authenticator app',
  askReset: 'No recovery code either? Ask your Account Owner to reset your second factor.',
  noMail: 'No mail?',
  mailAgain: 'Send a new code',
  mailSent: 'A new code is on its way.',
  startAgain: 'Sign in as somebody else',
  loading: 'Opening the second step',

  /** A minute before the step ends. */
  endsSoon: 'This step ends in 1 minute.',
  endedWaiting: 'This step timed out. It starts again as soon as you go on; what you typed is kept.',
  moreTime: 'I need more time',
  extended: 'You have 5 more minutes.',

  proofEndedTries: 'Too many tries, so nothing was changed. Try again.',
  proofEnded: 'This step has ended, so nothing was changed. Try again.',
};

function triesLeft(left: number | undefined): string {
  if (left === undefined) return '';
  return plural('en', left, { one: ' 1 try left.', other: ` ${left} tries left.` });
}
