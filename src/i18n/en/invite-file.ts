import { plural } from '../plural.js';

const peopleOf = (count: number) => plural('en', count, { one: '1 person', other: `${count} people` });

/** A CSV file in cc-invite-dialog: what it held, and how much of it fits today. */
export const inviteFile = {
  read: ({ file, count, faults }: { file: string; count: number; faults: number }) =>
    faults === 0
      ? `${file}: ${peopleOf(count)}, all fine. Nothing is sent before you press Send.`
      : `${file}: ${peopleOf(count)}, ${faults} to look at below. Nothing is sent before you press Send.`,
  said: ({ count, faults }: { count: number; faults: number }) =>
    `${peopleOf(count)} added, ${plural('en', faults, { one: '1 mistake', other: `${faults} mistakes` })}`,
  duplicates: ({ count }: { count: number }) =>
    plural('en', count, {
      one: '1 line repeats another and is left out.',
      other: `${count} lines repeat others and are left out.`,
    }),
  fits: ({ left, count }: { left: number; count: number }) =>
    `${left} of ${count} fit today: this account may send that many invites before tomorrow. The rest stay here after sending; send them tomorrow.`,
  refused: ({ file, text }: { file: string; text: string }) => `${file}: ${text}`,
  atLine: ({ line, text }: { line: number; text: string }) => `Line ${line}: ${text}`,
  headers: ({ headers }: { headers: string }) => `We found ${headers}; name one column email.`,
  format: 'Columns: email, and if you like name and role. Up to 1,000 lines.',
};
