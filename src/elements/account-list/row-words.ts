import type { AccountListItem, SeatUsage } from '../../client/index.js';
import { addSeconds } from '../../domain/time.js';
import { limits } from '../../domain/limits.js';
import { number } from '../../i18n/format.js';
import type { Strings } from '../../i18n/strings.js';
import { circleAlert, circleCheck, circlePause, clockAlert, info, timer, x } from '../base/icons/shapes.js';
import type { Words } from './view.js';

type Texts = Strings['accountRows'];

/** Icon, tone and word of a status; one that a newer backend names is shown as it is (N11). */
export function statusOf(status: string, t: Texts): { icon: string; tone: string; word: string } {
  switch (status) {
    case 'active':
      return { icon: circleCheck, tone: 'success', word: t.active };
    case 'trial':
      return { icon: timer, tone: 'muted', word: t.trial };
    case 'trial_expired':
      return { icon: clockAlert, tone: 'warning', word: t.trialExpired };
    case 'overdue':
      return { icon: circleAlert, tone: 'danger', word: t.overdue };
    case 'disabled':
      return { icon: circlePause, tone: 'muted', word: t.disabled };
    case 'closing':
      return { icon: clockAlert, tone: 'warning', word: t.closing };
    case 'closed':
      return { icon: x, tone: 'muted', word: t.closed };
    default:
      return { icon: info, tone: 'muted', word: status };
  }
}

/** Why an account can't be entered: referred, or closed, which can be undone for a while (R85). */
export function whyNot({ status, closedAt }: AccountListItem, { t, time }: Words): string {
  if (status !== 'closed' || !closedAt) return t.referredNote;
  return t.restoreUntil({ day: time.short(addSeconds(closedAt, limits.restoreSeconds)) });
}

/** How full an account is, in words and as a share of its places (R17). */
export function seatsOf(
  { used, reserved, limit }: SeatUsage,
  { t, language }: Words,
): { text: string; share: number | undefined; tone: '' | 'full' | 'over'; pending: string } {
  const taken = used + reserved;
  const say = (value: number) => number(value, language);
  const pending = reserved > 0 ? t.pending({ count: reserved }) : '';
  if (limit === null) {
    return { text: t.seatsUnlimited({ taken: say(taken) }), share: undefined, tone: '', pending };
  }
  const tone = taken > limit ? 'over' : taken === limit ? 'full' : '';
  const share = limit === 0 ? 1 : Math.min(1, taken / limit);
  return { text: t.seatsOf({ taken: say(taken), limit: say(limit) }), share, tone, pending };
}
