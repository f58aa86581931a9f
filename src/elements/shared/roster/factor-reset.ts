import type { Question } from '../../base/confirm.js';
import { circleAlert, keyRound, mail, shieldOff, smartphone } from '../../base/icons/shapes.js';
import { rich } from '../../base/rich.js';
import { nameOf, type MemberEntry } from './people.js';
import { subject, type Asked } from './questions.js';

/** Resetting a member's second factor: what stops, what they do next, who is told (R71). */
export function askReset(entry: MemberEntry, asked: Asked, act: Pick<Question, 'act' | 'closed'>): Question {
  const { t } = asked.words;
  return {
    title: rich(t.resetTitle, { name: nameOf(entry) }),
    subject: subject(entry, asked),
    effects: [
      { icon: shieldOff, text: t.resetCodes },
      { icon: smartphone, text: t.resetNext },
      { icon: mail, text: t.resetMail },
    ],
    label: t.resetDo,
    danger: true,
    ...act,
  };
}

/** R72: why not, and what the person can do themselves; there is nothing to confirm. */
export function explainElsewhere(entry: MemberEntry, { words }: Asked): Question {
  const { t } = words;
  const name = nameOf(entry);
  return {
    title: rich(t.resetElsewhereTitle, { name }),
    effects: [
      { icon: circleAlert, text: rich(t.resetElsewhere, { name }) },
      { icon: keyRound, text: rich(t.resetThemselves, { name }) },
    ],
    safeLabel: t.gotIt,
  };
}
