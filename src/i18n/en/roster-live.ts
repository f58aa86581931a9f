import { plural } from '../plural.js';

const updates = (count: number) => plural('en', count, { one: '1 update', other: `${count} updates` });

/** cc-user-roster: what others change while somebody looks. Loaded after the list is drawn. */
export const rosterLive = {
  waiting: ({ count }: { count: number }) => updates(count),
  showWaiting: 'Show',
  waitingSaid: ({ count }: { count: number }) =>
    `${updates(count)} by others. The list stays as it is until you choose Show.`,
  notLive: ({ when }: { when: string }) => `Not live, showing ${when}`,
  notLiveSaid: 'The connection for live updates is lost. It’s tried again by itself.',
  liveAgain: 'Live updates are back.',
};
