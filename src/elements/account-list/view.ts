import type { TemplateResult } from 'lit';
import type { AccountListItem } from '../../client/index.js';
import type { TimeController } from '../../controllers/time.controller.js';
import type { Language } from '../../i18n/language.js';
import type { Strings } from '../../i18n/strings.js';
import type { CcElement } from '../base/cc-element.js';

/** The element as its parts know it. */
export interface AccountListHost extends CcElement {
  filter: string;
  sort: string;
  readonly view: 'auto' | 'table' | 'cards';
  readonly pageSize: number;
  readonly selectable: boolean;
  readonly addable: boolean;
  readonly withoutSearch: boolean;
  readonly queryParam?: string;
  readonly hrefTemplate?: string;
  readonly columns: readonly AccountColumn[];
  readonly rowActions?: (account: AccountListItem) => readonly AccountAction[];
}

/** What templates speak with. */
export interface Words {
  readonly t: Strings['accountRows'];
  readonly common: Strings['common'];
  readonly roles: Strings['roles'];
  readonly time: TimeController;
  readonly language: Language;
}

/** A column of the host's own; its content is data, not slots. */
export interface AccountColumn {
  readonly id: string;
  readonly label: string;
  /** Text, a node or a template. */
  cell(account: AccountListItem): string | Node | TemplateResult;
}

/** An entry of the host's own in a row's menu. */
export interface AccountAction {
  readonly id: string;
  readonly label: string;
  /** Takes something away: drawn last, in the danger colour. */
  readonly danger?: boolean;
  run(account: AccountListItem): void;
}
