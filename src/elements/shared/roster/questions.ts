import { html } from 'lit';
import { limits } from '../../../domain/index.js';
import { roleName } from '../../../i18n/role-words.js';
import type { Effect, Question } from '../../base/confirm.js';
import { circleAlert, clock, link, logOut, megaphone, send, store, users } from '../../base/icons/shapes.js';
import { rich } from '../../base/rich.js';
import { nameOf, roleIdOf, type Entry, type InvitationEntry } from './people.js';
import { avatar } from './who.js';
import { stateOf } from './row-words.js';
import type { Viewer, ActWords } from '../../user-roster/view.js';

export interface Asked {
  readonly words: ActWords;
  readonly viewer: Viewer;
  /** Does the account have a limit, so that a place matters? */
  readonly counted: boolean;
}

type Act = Pick<Question, 'act' | 'closed'>;

/** Whom it is about, above the consequences. */
export function subject(entry: Entry, asked: Asked): unknown {
  const { words, viewer } = asked;
  const about =
    entry.kind === 'invitation' ? stateOf(entry, words, viewer).word : roleName(words.roles, roleIdOf(entry));
  return html`<div class="subject">
    ${avatar(entry, words, 'small')}<bdi>${nameOf(entry)}</bdi><span class="quiet secondary">${about}</span>
  </div>`;
}

/** Removing somebody: signed out here and on the clients, work stays, no undo (R59, R94). */
export function askRemove(
  entry: Entry,
  asked: Asked,
  { suspend, ...act }: Act & { suspend: (() => void) | undefined },
): Question {
  const { words, viewer, counted } = asked;
  const { t } = words;
  const name = nameOf(entry);
  return {
    title: rich(t.removeTitle, { name, account: viewer.account?.name ?? '' }),
    subject: subject(entry, asked),
    effects: compact([
      { icon: logOut, text: rich(t.removeAccess, { name }) },
      clients(t.removeClients, { name }, viewer),
      { icon: megaphone, text: t.removeWork },
      counted && { icon: users, text: t.freeSeat },
      { icon: circleAlert, text: t.removeNoUndo },
    ]),
    label: t.removeDo,
    danger: true,
    instead: suspend && { label: t.suspendInstead, act: suspend },
    ...act,
  };
}

/** Leaving: what is lost, in the second person (R58, R11 of the faults). */
export function askLeave(entry: Entry, asked: Asked, act: Act): Question {
  const { words, viewer } = asked;
  const { t } = words;
  return {
    title: rich(t.leaveTitle, { account: viewer.account?.name ?? '' }),
    subject: subject(entry, asked),
    effects: compact([
      { icon: logOut, text: t.leaveAccess },
      clients(t.leaveClients, {}, viewer),
      { icon: megaphone, text: t.leaveWork },
      { icon: circleAlert, text: t.leaveNoUndo },
    ]),
    label: t.leaveDo,
    danger: true,
    ...act,
  };
}

/** Sending again: says which links stop, before it happens (R38). */
export function askResend(entry: InvitationEntry, asked: Asked, act: Act): Question {
  const { words, counted } = asked;
  const days = limits.inviteLifeSeconds / 86_400;
  const { t } = words;
  const { state, inviterMayGrant, email } = entry.invitation;
  return {
    title: rich(t.resendTitle, { email }),
    effects: compact([
      { icon: link, text: t.resendLinks },
      { icon: clock, text: t.resendLife({ days }) },
      !inviterMayGrant && { icon: send, text: t.resendSender },
      counted && state === 'expired' && { icon: users, text: t.resendSeat },
    ]),
    label: t.resendDo,
    ...act,
  };
}

/** Cancelling an invite: its links stop at once (R40). */
export function askRevoke(entry: InvitationEntry, asked: Asked, act: Act): Question {
  const { words, counted } = asked;
  const { t } = words;
  const { state, email } = entry.invitation;
  return {
    title: rich(t.revokeTitle, { email }),
    subject: subject(entry, asked),
    effects: compact([
      { icon: link, text: t.revokeLinks },
      counted && state === 'pending' && { icon: users, text: t.freeSeat },
    ]),
    label: t.revokeDo,
    safeLabel: t.keepInvite,
    danger: true,
    ...act,
  };
}

function clients<Values extends object>(
  sentence: (values: Values & { count: number }) => string,
  values: Values,
  { account }: Viewer,
): Effect | false {
  const count = account?.childCount ?? 0;
  return count > 0 && { icon: store, text: rich(sentence, { ...values, count }) };
}

function compact(effects: readonly (Effect | false)[]): Effect[] {
  return effects.filter((effect) => effect !== false);
}
