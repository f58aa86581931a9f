import type { AccountLink } from '../../client/index.js';
import type { TimeController } from '../../controllers/time.controller.js';
import { daysUntil } from '../../i18n/format.js';
import type { Language } from '../../i18n/language.js';
import type { Strings } from '../../i18n/strings.js';
import type { CcElement } from '../base/cc-element.js';

/** The element as its parts know it. */
export interface LinksHost extends CcElement {
  readonly mode: 'auto' | 'ask' | 'decide';
  readonly linkId?: string;
}

/** What templates speak with. */
export interface LinkWords {
  readonly t: Strings['accountLinks'];
  readonly common: Strings['common'];
  readonly roles: Strings['roles'];
  readonly time: TimeController;
  readonly language: Language;
}

/** The account on the other side, as the viewer reads it. */
export const otherOf = ({ side, parent, child }: AccountLink) => (side === 'parent' ? child : parent);

/** Names of both sides. */
export const namesOf = ({ parent, child }: AccountLink) => ({ partner: parent.name, client: child.name });

/** May the viewer's side answer it, rather than wait? */
export const isForUs = ({ state, side, initiatedBy }: AccountLink): boolean =>
  state === 'pending' && initiatedBy !== side;

/** A link that is neither asked for nor in force any more. */
export const isPast = ({ state }: AccountLink): boolean =>
  !['pending', 'activating', 'active'].includes(state);

/** R78: one sentence for the state, the same on both sides. A state of a newer backend is shown as it came (N11). */
export function stateText(link: AccountLink, { t, time }: LinkWords): [sentence: unknown, values: object] {
  const { state, initiatedBy, parent, child, endReason } = link;
  const [asker, asked] = initiatedBy === 'parent' ? [parent, child] : [child, parent];
  const when = time.short(link.endedAt ?? link.expiresAt);
  switch (state) {
    case 'pending':
      return [t.stateWaiting, { name: asked.name }];
    case 'activating':
      return [t.stateActivating, {}];
    case 'active':
      return [t.stateActive, { when: time.short(link.activatedAt ?? link.createdAt) }];
    case 'declined':
      return [t.stateDeclined, { name: asked.name, when }];
    case 'cancelled':
      return [t.stateCancelled, { name: asker.name, when }];
    case 'expired':
      return [t.stateExpired, { when: time.short(link.expiresAt) }];
    case 'ended':
      if (endReason === 'ended_by_parent') return [t.stateEndedByParent, { partner: parent.name, when }];
      if (endReason === 'ended_by_child') return [t.stateEndedByChild, { client: child.name, when }];
      return [endReason === 'account_closed' ? t.stateEndedClosed : t.stateEnded, { when }];
    default:
      return [state, {}];
  }
}

/** R75: until when a request can be answered. */
export function expiryText({ expiresAt }: AccountLink, { t, time, language }: LinkWords): string {
  const count = daysUntil(new Date(expiresAt), time.now, language);
  return t.expires({ when: time.short(expiresAt), count });
}
