import type { Account, BulkGrant, BulkGrantItem } from '../../client/index.js';
import type { TimeController } from '../../controllers/time.controller.js';
import type { Language } from '../../i18n/language.js';
import type { Strings } from '../../i18n/strings.js';
import type { ProblemTexts } from '../base/problem-text.js';

/** What templates speak with. */
export interface Words {
  readonly t: Strings['accessGrant'];
  readonly rows: Strings['accountRows'];
  readonly common: Strings['common'];
  readonly roles: Strings['roles'];
  readonly problems: ProblemTexts;
  readonly time: TimeController;
  readonly language: Language;
}

/** The forecast of an account, and what it was made for. */
export interface Forecast {
  readonly item: BulkGrantItem;
  /** Of the draft then; another one now means that the account has to be checked again. */
  readonly key: string;
}

/** How the dialog stands. */
export interface DialogView {
  readonly words: Words;
  readonly account: Account | undefined;
  /** What went wrong last. */
  readonly failure: Error | undefined;
}

export interface RunView extends DialogView {
  readonly job: BulkGrant;
  readonly stopping: boolean;
}

export type Tab = 'all' | 'attention' | 'done' | 'there';

export interface ResultView extends DialogView {
  readonly job: BulkGrant;
  readonly items: readonly BulkGrantItem[];
  readonly tab: Tab;
  /** Groups that are shown in full. */
  readonly whole: ReadonlySet<string>;
  readonly retrying: boolean;
}
