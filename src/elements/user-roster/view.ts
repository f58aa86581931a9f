import type { TemplateResult } from 'lit';
import type { Account } from '../../client/index.js';
import type { TimeController } from '../../controllers/time.controller.js';
import type { Language } from '../../i18n/language.js';
import type { Strings } from '../../i18n/strings.js';
import type { RowState } from '../../stores/roster-actions.js';
import type { CcElement } from '../base/cc-element.js';
import type { Note } from '../shared/roster/notes.js';
import type { Entry } from '../shared/roster/people.js';

/** The element as its parts know it. */
export interface RosterHost extends CcElement {
  filter: string;
  sort: string;
  readonly queryParam?: string;
  readonly pageSize: number;
  readonly view: 'auto' | 'table' | 'cards';
  readonly withoutSearch: boolean;
  readonly withoutInvite: boolean;
  readonly selectable: boolean;
  /** Less than 480 px wide. */
  readonly narrow: boolean;
  readonly columns: RosterColumns;
  readonly rowActions?: RosterActionsOf;
}

/** What the head speaks with. */
export interface HeadWords {
  readonly t: Strings['userRoster'];
  readonly common: Strings['common'];
  readonly language: Language;
}

/** What the list speaks with, besides. */
export interface Words extends HeadWords {
  readonly t: Strings['userRoster'] & Strings['rosterList'];
  readonly roles: Strings['roles'];
  readonly time: TimeController;
}

/** What acting speaks with, besides. */
export interface ActWords extends Words {
  readonly t: Words['t'] & Strings['rosterActs'];
}

/** Who looks, and at what. */
export interface Viewer {
  readonly account: Account | undefined;
  readonly userId: string | undefined;
  /** May this person change who is here, and is the element not read-only? */
  readonly manages: boolean;
  readonly readonly: boolean;
}

/** A column of the host's own; its content is data, not slots. */
export interface RosterColumn {
  readonly id: string;
  readonly label: string;
  /** Text, a node or a template. */
  cell(entry: Entry): string | Node | TemplateResult;
}

/** An entry of the host's own in a row's menu. */
export interface RosterAction {
  readonly id: string;
  readonly label: string;
  /** Takes something away: drawn last, in the danger colour. */
  readonly danger?: boolean;
  /** Why it is not possible now; the entry stays and says so. */
  readonly reason?: string;
  run(entry: Entry): void;
}

/** What acting draws into the list; absent until it has been loaded. */
export interface RowExtras {
  /** The button whose menu is open. */
  readonly anchor: HTMLElement | undefined;
  /** What is going on in a row. */
  around(id: string): Pick<Row, 'state' | 'note'>;
  /** The line under a row, or nothing. */
  told(row: Row): unknown;
  /** Takes a change back. */
  undo(entry: Entry): unknown;
}

/** What selecting draws into the list; absent where rows can't be selected. */
export interface RowPicks {
  isPicked(id: string): boolean;
  /** The box that selects the page. */
  head(): TemplateResult;
  cell(entry: Entry): TemplateResult;
  /** The offer to select everybody who matches, or nothing. */
  offer(): unknown;
}

export type RosterColumns = readonly RosterColumn[];
export type RosterActionsOf = (entry: Entry) => readonly RosterAction[];

/** A row with what is going on in it: as the store knows it, and what the element has to tell. */
export interface Row {
  readonly entry: Entry;
  readonly state: RowState | undefined;
  readonly note: Note | undefined;
}
