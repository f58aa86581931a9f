import { plural } from '../plural.js';

/** cc-device-list: browsers that skip the second factor. */
export const deviceList = {
  title: 'Remembered devices',
  text: 'These browsers aren’t asked for a code for 30 days after you ticked “Remember this device”.',
  loading: 'Loading your devices',
  failed: 'We couldn’t load your devices.',
  retry: 'Retry',
  empty: 'No device is remembered. Every sign-in on a device we don’t recognise asks for a code.',
  thisDevice: 'This device',
  signedIn: ({ when }: { when: string }) => `Last sign-in ${when}`,
  since: ({ date }: { date: string }) => `Remembered on ${date}`,
  until: ({ date }: { date: string }) => `Until ${date}`,
  country: ({ country }: { country: string }) => `From ${country}`,
  forget: 'Forget',
  forgetOf: ({ label }: { label: string }) => `Forget ${label}`,
  forgotten: ({ label }: { label: string }) => `${label} is forgotten.`,
  forgetAll: 'Forget all devices…',
  forgetAllTitle: 'Forget all devices?',
  forgetAllEffect: ({ count }: { count: number }) =>
    plural('en', count, {
      one: 'The one remembered device is asked for a code at its next sign-in.',
      other: `All ${count} devices are asked for a code at their next sign-in, this one included.`,
    }),
  forgetAllStay: 'Nobody is signed out by this.',
  forgetAllDo: 'Forget all',
  allForgotten: 'All devices are forgotten.',
  keep: 'Cancel',
};
