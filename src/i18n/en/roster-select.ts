import { plural } from '../plural.js';

/** cc-user-roster: selecting people. Loaded where rows can be selected. */
export const rosterSelect = {
  select: ({ name }: { name: string }) => `Select ${name}`,
  selectPage: 'Select all on this page',
  pageSelected: ({ count }: { count: number }) =>
    plural('en', count, {
      one: '1 person on this page is selected.',
      other: `${count} people on this page are selected.`,
    }),
  selectAll: ({ count }: { count: string }) => `Select all ${count} people`,
  selectMost: ({ count }: { count: string }) => `Select the first ${count} people`,
  selecting: 'Selecting…',
  selectFailed: 'The people on other pages couldn’t be selected. Nothing has changed.',
  selected: ({ count }: { count: number }) => `${count} selected`,
  clear: 'Clear',
  changeRole: 'Change role…',
  resend: ({ count, of }: { count: number; of: number }) =>
    count === of ? 'Resend invite…' : `Resend invite… ${count} of ${of}`,
  suspend: ({ count, of }: { count: number; of: number }) =>
    count === of ? 'Suspend…' : `Suspend… ${count} of ${of}`,
  remove: 'Remove…',
  leftOut: ({ owner, you }: { owner: boolean; you: boolean }): string =>
    owner && you
      ? 'The Account Owner and you are left out'
      : owner
        ? 'The Account Owner is left out'
        : 'You are left out',
};
