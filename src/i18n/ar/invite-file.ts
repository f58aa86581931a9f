import type { Strings } from '../strings.js';
import { mistakes, people } from './counts.js';

export const inviteFile: Strings['inviteFile'] = {
  read: ({ file, count, faults }) =>
    faults === 0
      ? `${file}: ${people(count)}، وكل شيء سليم. لا يُرسل شيء قبل أن تضغط إرسال.`
      : `${file}: ${people(count)}، منها ${faults} تحتاج إلى مراجعة أدناه. لا يُرسل شيء قبل أن تضغط إرسال.`,
  said: ({ count, faults }) => `أُضيف ${people(count)}، ${mistakes(faults)}`,
  duplicates: ({ count }) => `أسطر مكررة لن تُضاف: ${count}.`,
  fits: ({ left, count }) =>
    `يمكن إرسال ${left} من ${count} اليوم: هذا عدد الدعوات التي يسمح بها هذا الحساب حتى الغد. يبقى الباقي هنا بعد الإرسال؛ أرسله غدًا.`,
  refused: ({ file, text }) => `${file}: ${text}`,
  atLine: ({ line, text }) => `السطر ${line}: ${text}`,
  headers: ({ headers }) => `وجدنا ${headers}؛ سمِّ أحد الأعمدة email.`,
  format: 'الأعمدة: email، وإن شئت name وrole. حتى 1,000 سطر.',
};
