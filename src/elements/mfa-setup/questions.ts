import type { Strings } from '../../i18n/strings.js';
import type { Question } from '../base/confirm.js';
import { circleAlert, keyRound, lock, mail } from '../base/icons/shapes.js';

type Words = Strings['mfaSetup'];
type Act = Pick<Question, 'act' | 'closed'>;

/** Turning a factor off: what protects the sign-in afterwards. */
export function askRemove(t: Words, act: Act): Question {
  return {
    title: t.turnOffTitle,
    effects: [
      { icon: lock, text: t.turnOffEffect },
      { icon: keyRound, text: t.turnOffCodes },
      { icon: mail, text: t.turnOffMail },
    ],
    label: t.turnOffDo,
    safeLabel: t.keepOn,
    danger: true,
    ...act,
  };
}

/** New recovery codes: the old ones stop working (R65). */
export function askNewCodes(t: Words, act: Act): Question {
  return {
    title: t.newCodesTitle,
    effects: [{ icon: circleAlert, text: t.newCodesEffect }],
    label: t.newCodesDo,
    ...act,
  };
}

/** Leaving codes behind that nobody has saved (S04). */
export function askLeave(t: Words, act: Act): Question {
  return {
    title: t.leaveTitle,
    effects: [
      { icon: keyRound, text: t.leaveLost },
      { icon: circleAlert, text: t.leaveAgain },
    ],
    label: t.leaveDo,
    safeLabel: t.leaveStay,
    danger: true,
    ...act,
  };
}
