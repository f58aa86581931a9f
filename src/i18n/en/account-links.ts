import { plural } from '../plural.js';

interface Sides {
  readonly partner: string;
  readonly client: string;
}
interface When {
  readonly when: string;
}

/** cc-account-links. */
export const accountLinks = {
  heading: 'Partner access',
  headingPartner: 'Linked clients',
  text: 'Which partner may work in this account, and how far it reaches.',
  textPartner: 'Clients your people can enter, and the ones you have asked.',
  failed: 'We couldn’t load the links. Nothing has changed on them.',
  refusedTitle: 'You can’t see this account’s links',
  refused: 'Only the Account Owner of a client decides who may work in it. Ask them.',
  refusedPartner: 'Only the Account Owner and Partner Managers link clients. Ask one of them.',
  notHere: 'This request isn’t here any more. Ask the other side whether it was taken back.',

  // What was asked first: existing or new (L05).
  askOpen: 'Link a client',
  askOpenClient: 'Link with a partner',
  askTitle: 'Link a client',
  askTitleClient: 'Link with a partner',
  askFirst: 'Does the client have an account already?',
  existing: 'Yes, it has an account',
  existingText: 'Ask its owner for a link. Nothing is created, and its people and data stay as they are.',
  fresh: 'No, it’s new',
  freshText:
    'Adding an account happens on another page. A client that has one already would end up with two.',
  next: 'Continue',
  back: 'Back',
  choose: 'Choose one of the two.',
  code: 'Link code',
  codeHintOfClient: 'The client’s owner finds it under Partner access. 8 letters and digits.',
  codeHintOfPartner: 'Your partner finds it under Linked clients. 8 letters and digits.',
  codeMissing: 'Type the link code.',
  note: 'Note (optional)',
  noteHint: 'The person who decides reads it. At most 500 characters.',
  noteTooLong: ({ count }: { count: number }) =>
    plural('en', count, {
      one: 'The note is 1 character too long.',
      other: `The note is ${count} characters too long.`,
    }),
  askEffect: 'Its owner gets an email and has 30 days to answer. Nobody gains access before that.',
  ask: 'Ask for the link',
  asked: ({ name }: { name: string }) => `${name} was asked. You see the answer here.`,

  // A request, and a link.
  waiting: 'Waiting for an answer',
  active: 'Linked',
  past: 'Earlier',
  more: 'Show more',
  none: 'No partner is linked with this account.',
  nonePartner: 'No client is linked yet. Ask for a link with its code.',
  nothingToDecide: 'Nothing waits for your answer.',
  stateWaiting: ({ name }: { name: string }) => `Waiting for ${name} to answer`,
  stateActivating: 'Being set up',
  stateActive: ({ when }: When) => `Linked since ${when}`,
  stateDeclined: ({ name, when }: When & { name: string }) => `${name} declined on ${when}`,
  stateCancelled: ({ name, when }: When & { name: string }) => `${name} took the request back on ${when}`,
  stateExpired: ({ when }: When) => `Expired without an answer on ${when}`,
  stateEndedByParent: ({ partner, when }: When & { partner: string }) => `${partner} ended it on ${when}`,
  stateEndedByChild: ({ client, when }: When & { client: string }) => `${client} ended it on ${when}`,
  stateEndedClosed: ({ when }: When) => `Ended on ${when}, when the account was closed`,
  stateEnded: ({ when }: When) => `Ended on ${when}`,
  askedBy: ({ who, when }: When & { who: string }) => `Asked by ${who}, ${when}`,
  askedAt: ({ when }: When) => `Asked ${when}`,
  expires: ({ when, count }: When & { count: number }) =>
    count <= 0
      ? 'Expires today'
      : plural('en', count, {
          one: `Expires tomorrow, ${when}`,
          other: `Expires in ${count} days, on ${when}`,
        }),
  noteSays: 'Note',
  settlingFailed: 'The link could not be set up last time, so it waits again. Try once more.',
  remind: 'Remind',
  remindOf: ({ name }: { name: string }) => `Remind ${name}`,
  remindersLeft: ({ count }: { count: number }) =>
    count === 0
      ? 'No reminder is left. You can ask again after it expires.'
      : plural('en', count, {
          one: '1 reminder left, one a day',
          other: `${count} reminders left, one a day`,
        }),
  reminded: ({ name }: { name: string }) => `${name} was reminded by email.`,
  takeBack: 'Cancel request',
  takeBackOf: ({ name }: { name: string }) => `Cancel request to ${name}`,
  takeBackTitle: ({ name }: { name: string }) => `Cancel the request to ${name}?`,
  takeBackEffect: 'The request can’t be answered any more, and its owner is told by email.',
  takeBackAgain: 'You can ask again: 3 times in 30 days.',
  takeBackDo: 'Cancel request',
  keep: 'Keep it',
  takenBack: 'The request was cancelled.',

  // Deciding.
  decideTitle: ({ partner, client }: Sides) => `${partner} asks to work in ${client}`,
  decideTitlePartner: ({ client }: Pick<Sides, 'client'>) => `${client} asks to become your client`,
  means: 'What it means',
  access: 'Access',
  accessText: ({ partner, client }: Sides) =>
    `People of ${partner} can enter ${client} in the role they have there, without an invite. They take none of your seats. Once linked, you see here who they are and when they came.`,
  accessTextPartner: ({ client }: Pick<Sides, 'client'>) =>
    `Your people can enter ${client} in the role they have here, up to a limit its owner may set. They take none of its seats.`,
  billing: 'Billing',
  billingText: ({ partner }: { partner: string }) =>
    `They can change your plan and manage your billing. Where ${partner} uses Single Billing and you pay for your plan, the bill goes to ${partner} from then on; a trial stays as it is.`,
  billingTextPartner:
    'Your people can manage its plan and billing. Where you use Single Billing, a paid plan is on your bill from then on; a trial is not.',
  stays: 'What stays',
  staysText: 'Your users, their roles and your data. No account and no user is created.',
  staysTextPartner: 'Its users, their roles and its data. No account and no user is created.',
  leaving: 'Ending it',
  leavingText: ({ partner }: { partner: string }) =>
    `Either side can end the link here at any time, once Single Billing is off. Access through ${partner} stops at once; people with a role of their own here keep it.`,
  ceiling: 'How much may they do here?',
  full: 'Everything their role allows',
  fullText: 'Their Account Owner can do everything here, including handing the account over.',
  atMost: ({ role }: { role: string }) => `At most ${role}`,
  atMostPartnerManager: 'Users, settings, campaigns, lists and billing; never handing the account over.',
  atMostAccountManager: 'Lists, campaigns, settings and billing; no changes to users.',
  atMostCampaignCreator: 'Drafts of campaigns, and billing; no sending, no lists, no users.',
  approve: 'Approve',
  decline: 'Decline',
  approved: ({ partner, client }: Sides) => `${partner} and ${client} are linked.`,
  declineTitle: ({ name }: { name: string }) => `Decline the request of ${name}?`,
  declineEffect: ({ name }: { name: string }) =>
    `${name} is told by email that the answer is no, but not who gave it.`,
  declineAgain: 'They can ask again tomorrow at the earliest, 3 times in 30 days.',
  declineDo: 'Decline',
  declined: 'The request was declined.',

  // What is in force.
  reach: 'Limit',
  noCeiling: 'No limit',
  end: 'End link',
  endOf: ({ name }: { name: string }) => `End link with ${name}`,
  endTitle: ({ partner, client }: Sides) => `End the link of ${partner} and ${client}?`,
  endAccess: ({ partner, client }: Sides) =>
    `People of ${partner} can’t enter ${client} from that moment on.`,
  endDirect: ({ client }: { client: string }) => `Who has a role of their own on ${client} keeps it.`,
  endInvites: 'Invites sent by people who came through the link are cancelled.',
  endAgain: 'To link again, one side has to ask and the other to approve.',
  endDo: 'End link',
  ended: 'The link has ended.',
  endBlocked: 'Single Billing is on. Ask your partner to turn it off first.',
  people: ({ partner }: { partner: string }) => `People of ${partner} who reach this account`,
  peopleNone: ({ partner }: { partner: string }) => `Nobody of ${partner} reaches this account now.`,
  peopleFailed: 'We couldn’t load who reaches this account.',
  since: ({ when }: When) => `Since ${when}`,
  lastEntered: ({ when }: When) => `Last here ${when}`,
  neverEntered: 'Never been here',
  roleThere: ({ role }: { role: string }) => `${role} on the partner account`,

  // One's own code.
  ownCode: 'Your link code',
  ownCodeText: 'Give it to the partner that should work in this account. It lets them ask, nothing more.',
  ownCodeTextPartner: 'A client that wants to link with you types it. It lets them ask, nothing more.',
  codeFailed: 'We couldn’t load the link code.',
  copy: 'Copy',
  copyCode: 'Copy link code',
  copied: 'Link code copied.',
  copyRefused: 'Your browser didn’t allow copying. Select the code and copy it.',
  rotate: 'New code',
  rotateTitle: 'Make a new link code?',
  rotateEffect: 'The present code leads nowhere from then on. Requests that wait for an answer stay.',
  rotateDo: 'Make new code',
  rotated: 'There is a new link code.',
};
