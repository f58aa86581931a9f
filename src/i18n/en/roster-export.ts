import { plural } from '../plural.js';

const people = (count: number) => plural('en', count, { one: '1 person', other: `${count} people` });

/** cc-user-roster: the list as a file. Loaded with the first press. */
export const rosterExport = {
  progress: ({ done, total }: { done: string; total: string }) => `${done} of ${total} people`,
  stop: 'Stop',
  done: ({ count }: { count: number }) => `Exported ${people(count)}.`,
  stopped: 'Export stopped. Nothing was saved.',
  failed: 'The list was not exported.',
  file: 'users',
};
