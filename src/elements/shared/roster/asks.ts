import type { ConfirmController, Question } from '../../base/confirm.js';
import type { Confirmed, RosterActions } from './actions.js';
import type { Entry, InvitationEntry, MemberEntry } from './people.js';
import { askReset, explainElsewhere } from './factor-reset.js';
import { askLeave, askRemove, askResend, askRevoke, type Asked } from './questions.js';
import { whyNot, type MenuContext, type RowAct } from './row-menu.js';

export interface AskDeps extends Asked, MenuContext {
  readonly confirm: ConfirmController;
  readonly actions: RosterActions;
  /** The row as it is known now. */
  entry(id: string): Entry | undefined;
  view(entry: Entry): void;
  /** Asks for the corrected address of an invite that was not delivered (R36). */
  correct?(entry: InvitationEntry, opener: HTMLElement | undefined): void;
  say(text: string): void;
  /** Where focus goes if the row is gone afterwards. */
  focusAfter(id: string): () => void;
}

type Act = Pick<Question, 'act' | 'closed'>;

/** Does what was chosen in a row's menu; asks first where it can't be taken back. */
export function actOn(what: RowAct, chosen: Entry, opener: HTMLElement | undefined, deps: AskDeps): void {
  if (what === 'view') return deps.view(chosen);
  if (chosen.kind === 'member') actOnMember(what, chosen, opener, deps);
  if (chosen.kind === 'invitation') actOnInvitation(what, chosen, opener, deps);
}

function actOnMember(
  what: RowAct,
  chosen: MemberEntry,
  opener: HTMLElement | undefined,
  deps: AskDeps,
): void {
  const { actions, confirm } = deps;
  const now = () => (deps.entry(chosen.id) ?? chosen) as MemberEntry;
  const setStatus = (status: 'active' | 'suspended') => void actions.changeStatus(now(), status);
  if (what === 'suspend') return setStatus('suspended');
  if (what === 'reactivate') return setStatus('active');
  if (what === 'resetFactor') return askFactorReset(chosen, opener, deps);
  const act = confirmed(chosen, deps, () => actions.remove(now()));
  const gentler = chosen.member.status === 'active' && !whyNot('suspend', chosen, deps);
  const suspend = gentler ? () => setStatus('suspended') : undefined;
  const question =
    what === 'leave' ? askLeave(chosen, deps, act) : askRemove(chosen, deps, { ...act, suspend });
  void confirm.ask(question, opener);
}

function actOnInvitation(
  what: RowAct,
  chosen: InvitationEntry,
  opener: HTMLElement | undefined,
  deps: AskDeps,
): void {
  const { actions, confirm } = deps;
  const now = () => (deps.entry(chosen.id) ?? chosen) as InvitationEntry;
  if (what === 'copy') return void actions.copyLink(now());
  if (what === 'correct') return deps.correct?.(now(), opener);
  const question =
    what === 'resend'
      ? askResend(
          chosen,
          deps,
          confirmed(chosen, deps, () => actions.resend(now())),
        )
      : askRevoke(
          chosen,
          deps,
          confirmed(chosen, deps, () => actions.revoke(now())),
        );
  void confirm.ask(question, opener);
}

/** R71; where the member also belongs elsewhere, the question is replaced by the reason and the way out (R72). */
function askFactorReset(chosen: MemberEntry, opener: HTMLElement | undefined, deps: AskDeps): void {
  const { confirm, actions } = deps;
  const act = confirmed(chosen, deps, async () => {
    const result = await actions.resetFactor(chosen);
    if (!result.elsewhere) return result;
    void confirm.ask(explainElsewhere(chosen, deps), opener);
    return {};
  });
  void confirm.ask(askReset(chosen, deps, act), opener);
}

/** Says what was done once the dialog is gone, because what is said inside it goes with it. */
function confirmed({ id }: Entry, { say, focusAfter }: AskDeps, run: () => Promise<Confirmed>): Act {
  const focus = focusAfter(id);
  let done: string | undefined;
  return {
    async act() {
      const result = await run();
      done = result.done;
      return result.failure;
    },
    closed() {
      if (done) say(done);
      focus();
    },
  };
}
