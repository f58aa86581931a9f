import { html, type TemplateResult } from 'lit';
import type { Clock, Invitation, Member, RoleDefinition } from '../../client/index.js';
import { DialogController } from '../../controllers/dialog.controller.js';
import { StoreController } from '../../controllers/store.controller.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { problems } from '../../i18n/en/problems.js';
import { rosterActs } from '../../i18n/en/roster-acts.js';
import { createRosterActions } from '../../stores/roster-actions.js';
import type { CcElement } from '../base/cc-element.js';
import { ConfirmController } from '../base/confirm.js';
import { adoptLate } from '../base/late-styles.js';
import { LazyPart } from '../base/lazy-part.js';
import { perform, type Outcome } from '../base/perform.js';
import type { ProblemTexts } from '../base/problem-text.js';
import { actingStyles } from '../shared/roster/acting.styles.js';
import { RosterActions, type ActionDeps, type OneOfMany } from '../shared/roster/actions.js';
import { actOn, type AskDeps } from '../shared/roster/asks.js';
import type { RosterCorrecting } from './correcting.js';
import { details } from './details.js';
import { menu } from '../shared/roster/menu.js';
import { RosterMenus, type MenuDeps } from './menus.js';
import { noteRow, undo } from '../shared/roster/note-row.js';
import { rowOf } from '../shared/roster/notes.js';
import { keep } from '../shared/keep.js';
import type { Entry, InvitationEntry, MemberEntry } from '../shared/roster/people.js';
import type { MenuContext, RowAct } from '../shared/roster/row-menu.js';
import { CcMemberOpenedEvent, CcMemberOpenRequestEvent } from './user-roster.events.js';
import type { ActWords, Row, RowExtras } from './view.js';
import type { RosterWork } from './work.js';

/** What a run over several people needs of what acts on one. */
export interface Several extends MenuContext {
  readonly roles: readonly RoleDefinition[];
  readonly problems: ProblemTexts;
  /** Does the account have a limit, so that a place matters? */
  readonly counted: boolean;
  /** Makes rows of other pages known. */
  know(rows: readonly (Member | Invitation)[]): void;
  one(act: OneOfMany, entry: MemberEntry | InvitationEntry): Promise<Outcome<unknown>>;
}

/**
 * Everything a person does to the people in the list: menus, questions, changes, what is told about them. It is
 * loaded beside the list, not before it, and draws into the list through `RowExtras`.
 */
export class RosterActing implements RowExtras {
  readonly menus: RosterMenus;
  readonly #host: CcElement;
  readonly #work: RosterWork;
  readonly #acts: StoreController<ReturnType<typeof createRosterActions>>;
  readonly #text: StringsController<'rosterActs'>;
  readonly #problems: StringsController<'problems'>;
  readonly #actions: RosterActions;
  readonly #confirm: ConfirmController;
  readonly #details: DialogController;
  readonly #correcting: LazyPart<RosterCorrecting>;
  readonly #words = keep<ActWords>();
  #viewed: string | undefined;

  constructor(work: RosterWork) {
    const { host } = work;
    this.#host = host;
    this.#work = work;
    this.#acts = new StoreController(host, createRosterActions);
    this.#text = new StringsController(host, 'rosterActs', rosterActs);
    this.#problems = new StringsController(host, 'problems', problems);
    this.#confirm = new ConfirmController(host);
    this.#details = new DialogController(host, {
      dialog: () => host.renderRoot.querySelector<HTMLDialogElement>('dialog.view'),
      closed: () => this.#show(undefined),
    });
    this.#actions = new RosterActions(host, () => this.#deps);
    this.menus = new RosterMenus(host, () => this.#deps);
    this.#correcting = new LazyPart(host, async () => {
      const part = await import('./correcting.js');
      return new part.RosterCorrecting(work, () => this.#deps);
    });
    adoptLate(host.renderRoot, actingStyles);
  }

  get anchor(): HTMLElement | undefined {
    return this.menus.anchor;
  }

  /** What is going on in a row. */
  around(id: string): Pick<Row, 'state' | 'note'> {
    return { state: this.#acts.store?.$rows.get().get(id), note: this.#actions.notes.get(id) };
  }

  told(row: Row): unknown {
    return noteRow(row, {
      words: this.words,
      problems: this.#problems.t,
      onUndo: this.#onUndo,
      onAgain: this.#onAgain,
      onDismiss: this.#onDismiss,
    });
  }

  undo(entry: Entry): unknown {
    return undo(entry, this.words, this.#onUndo);
  }

  /** Menu, question and access, at the end of the shadow tree. */
  template(): TemplateResult {
    const { words } = this;
    const viewed = this.#viewed === undefined ? undefined : this.#work.entry(this.#viewed);
    return html`${menu(this.menus.looks)} ${this.#confirm.template(words.common)}
    ${details(viewed, words, this.#work.data.viewer, () => this.#details.close())}`;
  }

  /** What was chosen for a row; focus goes back to `opener`. */
  readonly act = (what: RowAct, entry: Entry, opener?: HTMLElement): void => {
    actOn(what, entry, opener ?? this.menus.lastAnchor, this.#deps);
  };

  /** Undo stays while it has focus (R94). */
  onFocusMove(event: FocusEvent): void {
    const button = event.target as HTMLElement;
    const id = button.classList.contains('undo') ? rowOf(button) : undefined;
    if (id !== undefined) this.#acts.store?.hold(id, event.type === 'focusin');
  }

  /** For what is done to several people at once. */
  get several(): Several {
    const { words, viewer, roles, hasSeat, act, problems, counted } = this.#deps;
    return {
      ...{ words, viewer, roles, hasSeat, act, problems, counted },
      know: (rows) => this.#acts.store?.know(rows),
      one: (what, entry) => this.#actions.one(what, entry),
    };
  }

  stop(): void {
    this.#actions.notes.clearAll();
  }

  get words(): ActWords {
    const { words } = this.#work.data;
    const { t } = this.#text;
    return this.#words([words, t], () => ({ ...words, t: { ...words.t, ...t } }));
  }

  readonly #onUndo = (entry: Entry): void => {
    const { state } = this.around(entry.id);
    if (state?.state !== 'saved' || entry.kind === 'partner') return;
    const { roleId, status } = state.previous;
    this.#work.control.focusRow(entry.id, roleId ? '.role' : '.more');
    if (roleId) void this.#actions.changeRole(entry, roleId, true);
    else if (entry.kind === 'member') {
      void this.#actions.changeStatus(entry, status as 'active' | 'suspended', true);
    }
  };

  readonly #onAgain = (entry: Entry): void => {
    const { state } = this.around(entry.id);
    if (entry.kind === 'partner' || !state || state.state === 'busy' || state.state === 'saved') return;
    this.#work.control.focusRow(entry.id);
    const act = state.state === 'failed' ? state.act : { kind: 'change' as const, patch: state.patch };
    if (act.kind === 'link' && entry.kind === 'invitation') void this.#actions.copyLink(entry);
    if (act.kind !== 'change') return;
    const { roleId, status } = act.patch;
    if (roleId) void this.#actions.changeRole(entry, roleId);
    else if (entry.kind === 'member')
      void this.#actions.changeStatus(entry, status as 'active' | 'suspended');
  };

  readonly #onDismiss = (entry: Entry): void => {
    this.#work.control.focusRow(entry.id);
    this.#actions.notes.clear(entry.id);
    this.#acts.store?.dismiss(entry.id);
  };

  get #deps(): ActionDeps & MenuDeps & AskDeps {
    const { data, control, host, say } = this.#work;
    const { stores, rowActions } = host;
    return {
      words: this.words,
      problems: this.#problems.t,
      viewer: data.viewer,
      roles: data.roles,
      filter: data.query,
      hasSeat: data.hasSeat,
      counted: (data.seats?.limit ?? null) !== null,
      accountId: stores?.accountId ?? '',
      acts: this.#acts.store,
      clock: stores?.clock as Clock,
      own: rowActions,
      actions: this.#actions,
      confirm: this.#confirm,
      say,
      reload: () => void data.reload(),
      entry: (id) => this.#work.entry(id),
      act: this.act,
      changeRole: (entry, roleId) => void this.#actions.changeRole(entry, roleId),
      setFilter: (name, value) => control.setFilter(name, value),
      focusAfter: (id) => control.focusAfter(id),
      view: (entry) => void this.#view(entry),
      correct: (entry, opener) => void this.#correct(entry, opener),
    };
  }

  async #view(entry: Entry): Promise<void> {
    if (entry.kind === 'invitation') return;
    const accountId = this.#host.stores?.accountId ?? '';
    const { userId } = entry.kind === 'member' ? entry.member : entry.person;
    const input = { memberId: entry.kind === 'member' ? entry.id : null, userId };
    const show = () => {
      this.#show(entry.id);
      return this.#details.show(this.menus.lastAnchor);
    };
    const fact = () => new CcMemberOpenedEvent({ accountId, ...input });
    await perform(this.#host, new CcMemberOpenRequestEvent({ accountId, input }), show, fact);
  }

  async #correct(entry: InvitationEntry, opener: HTMLElement | undefined): Promise<void> {
    const correcting = await this.#correcting.get().catch(() => undefined);
    if (correcting) await correcting.ask(entry, opener);
    else this.#work.say(this.#problems.t.offline as string);
  }

  #show(id: string | undefined): void {
    this.#viewed = id;
    this.#host.requestUpdate();
  }
}
