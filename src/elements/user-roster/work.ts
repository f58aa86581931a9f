import type { Clock } from '../../client/index.js';
import { AnnounceController } from '../../controllers/announce.controller.js';
import { DialogController } from '../../controllers/dialog.controller.js';
import type { CcElement } from '../base/cc-element.js';
import { ConfirmController } from '../base/confirm.js';
import { perform } from '../base/perform.js';
import { RosterActions, type ActionDeps } from './actions.js';
import { actOn, type AskDeps } from './asks.js';
import { RosterControl, type ControlDeps } from './control.js';
import { RosterData } from './data.js';
import { RosterMenus, type MenuDeps } from './menus.js';
import type { Roster } from './model.js';
import { Patience } from './patience.js';
import type { Entry } from './people.js';
import type { RowAct } from './row-menu.js';
import { CcMemberOpenedEvent, CcMemberOpenRequestEvent } from './user-roster.events.js';
import type { RosterActionsOf } from './view.js';

export interface RosterHost extends CcElement {
  filter: string;
  sort: string;
  pageSize: number;
  readonly rowActions?: RosterActionsOf;
}

/** The parts of the roster that work together, and what each of them needs of the others. */
export class RosterWork {
  readonly data: RosterData;
  readonly control: RosterControl;
  readonly menus: RosterMenus;
  readonly confirm: ConfirmController;
  readonly actions: RosterActions;
  readonly details: DialogController;
  /** What is drawn; undefined before client and account are known. */
  seen: Roster | undefined;
  readonly #host: RosterHost;
  readonly #announce: AnnounceController;
  readonly #patience: Patience;
  #viewed: string | undefined;

  constructor(host: RosterHost) {
    this.#host = host;
    this.data = new RosterData(host);
    this.#announce = new AnnounceController(host);
    this.#patience = new Patience(() => host.requestUpdate());
    this.confirm = new ConfirmController(host);
    this.details = new DialogController(host, {
      dialog: () => host.renderRoot.querySelector<HTMLDialogElement>('dialog.view'),
      closed: () => this.#show(undefined),
    });
    this.actions = new RosterActions(host, () => this.#deps);
    this.menus = new RosterMenus(host, () => this.#deps);
    this.control = new RosterControl(host, () => this.#deps);
  }

  /** Reads what there is to draw, once the controllers have found their stores. */
  look(): void {
    const seen = this.data.look(this.actions.notes);
    const clock = this.#host.stores?.clock;
    const waits = seen && clock && this.#patience.waits(seen.state === 'loading', clock);
    this.seen = waits ? { ...seen, state: 'loading' } : seen;
  }

  stop(): void {
    this.#patience.stop();
    this.actions.notes.clearAll();
  }

  /** Whose access is shown. */
  get viewed(): Entry | undefined {
    return this.#viewed === undefined ? undefined : this.#entry(this.#viewed);
  }

  /** What was chosen for a row; focus goes back to `opener`. */
  readonly act = (what: RowAct, entry: Entry, opener?: HTMLElement): void => {
    actOn(what, entry, opener ?? this.menus.lastAnchor, this.#deps);
  };

  get #deps(): ActionDeps & MenuDeps & ControlDeps & AskDeps {
    const { data, actions, menus, confirm, control } = this;
    const { stores, rowActions } = this.#host;
    return {
      words: data.words,
      problems: data.problems,
      viewer: data.viewer,
      roles: data.roles,
      filter: data.query,
      roster: data.roster,
      hasSeat: data.hasSeat,
      counted: (data.seats?.limit ?? null) !== null,
      accountId: stores?.accountId ?? '',
      acts: data.acts,
      clock: stores?.clock as Clock,
      own: rowActions,
      actions,
      menus,
      confirm,
      say: (text) => this.#announce.say(text),
      reload: () => void data.reload(),
      entry: (id) => this.#entry(id),
      act: this.act,
      changeRole: (entry, roleId) => void actions.changeRole(entry, roleId),
      setFilter: (name, value) => control.setFilter(name, value),
      focusAfter: (id) => control.focusAfter(id),
      view: (entry) => void this.#view(entry),
    };
  }

  async #view(entry: Entry): Promise<void> {
    if (entry.kind === 'invitation') return;
    const accountId = this.#host.stores?.accountId ?? '';
    const { userId } = entry.kind === 'member' ? entry.member : entry.person;
    const input = { memberId: entry.kind === 'member' ? entry.id : null, userId };
    const show = () => {
      this.#show(entry.id);
      return this.details.show(this.menus.lastAnchor);
    };
    const fact = () => new CcMemberOpenedEvent({ accountId, ...input });
    await perform(this.#host, new CcMemberOpenRequestEvent({ accountId, input }), show, fact);
  }

  #show(id: string | undefined): void {
    this.#viewed = id;
    this.#host.requestUpdate();
  }

  #entry(id: string): Entry | undefined {
    return this.seen?.rows.find(({ entry }) => entry.id === id)?.entry;
  }
}
