import type { ConfirmController } from '../base/confirm.js';
import type { RosterActions } from './actions.js';
import type { Entry } from './people.js';
import { askLeave, askRemove, askResend, askRevoke, type Asked } from './questions.js';
import { whyNot, type MenuContext, type RowAct } from './row-menu.js';

export interface AskDeps extends Asked, MenuContext {
  readonly confirm: ConfirmController;
  readonly actions: RosterActions;
  /** The row as it is known now. */
  entry(id: string): Entry | undefined;
  view(entry: Entry): void;
  /** Where focus goes if the row is gone afterwards. */
  focusAfter(id: string): () => void;
}

/** Does what was chosen in a row's menu; asks first where it can't be taken back. */
export function actOn(what: RowAct, chosen: Entry, opener: HTMLElement | undefined, deps: AskDeps): void {
  const { confirm, actions, entry, focusAfter } = deps;
  const now = () => entry(chosen.id) ?? chosen;
  const closed = focusAfter(chosen.id);
  if (what === 'view') return deps.view(chosen);
  if (chosen.kind === 'member') {
    const current = () => now() as typeof chosen;
    if (what === 'suspend') return void actions.changeStatus(current(), 'suspended');
    if (what === 'reactivate') return void actions.changeStatus(current(), 'active');
    const act = () => actions.remove(current());
    const canSuspend = chosen.member.status === 'active' && !whyNot('suspend', chosen, deps);
    const suspend = canSuspend ? () => void actions.changeStatus(current(), 'suspended') : undefined;
    const question =
      what === 'leave' ? askLeave(chosen, deps, { act }) : askRemove(chosen, deps, { act, suspend });
    return void confirm.ask({ ...question, closed }, opener);
  }
  if (chosen.kind !== 'invitation') return;
  const current = () => now() as typeof chosen;
  if (what === 'copy') return void actions.copyLink(current());
  const question =
    what === 'resend'
      ? askResend(chosen, deps, { act: () => actions.resend(current()) })
      : askRevoke(chosen, deps, { act: () => actions.revoke(current()) });
  void confirm.ask({ ...question, closed }, opener);
}
