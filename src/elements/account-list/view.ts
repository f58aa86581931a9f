import type { TemplateResult } from 'lit';
import type { AccountListItem } from '../../client/index.js';
import type { TimeController } from '../../controllers/time.controller.js';
import type { Language } from '../../i18n/language.js';
import type { Strings } from '../../i18n/strings.js';

/** What templates speak with. */
export interface Words {
  readonly t: Strings['accountList'];
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
