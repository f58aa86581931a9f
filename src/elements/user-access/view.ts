import type { PersonAccess, PersonAccessItem } from '../../client/index.js';
import type { TimeController } from '../../controllers/time.controller.js';
import type { Language } from '../../i18n/language.js';
import type { Strings } from '../../i18n/strings.js';
import type { AccessState } from '../../stores/person-actions.js';
import type { ProblemTexts } from '../base/problem-text.js';

/** What templates speak with. */
export interface Words {
  readonly t: Strings['userAccess'];
  readonly common: Strings['common'];
  readonly roles: Strings['roles'];
  readonly problems: ProblemTexts;
  readonly time: TimeController;
  readonly language: Language;
}

/** The accesses of a person by where they come from. */
export interface Groups {
  /** Roles on, and invites to, the partner account. */
  readonly partner: readonly PersonAccessItem[];
  readonly clients: readonly PersonAccessItem[];
  readonly through: readonly PersonAccessItem[];
}

export function groupsOf({ items }: PersonAccess): Groups {
  const direct = items.filter(({ kind }) => kind !== 'inherited');
  return {
    partner: direct.filter(({ account }) => account.kind === 'parent'),
    clients: direct.filter(({ account }) => account.kind !== 'parent'),
    through: items.filter(({ kind }) => kind === 'inherited'),
  };
}

export const nameOf = ({ person }: PersonAccess): string =>
  person.displayName ?? person.username ?? person.email;

export interface AccessView {
  readonly words: Words;
  readonly access: PersonAccess;
  readonly groups: Groups;
  readonly states: ReadonlyMap<string, AccessState>;
  /** One login for each account (R33), so the username is worth a column. */
  readonly perAccount: boolean;
  readonly changes: boolean;
  /** All of the inherited ones are shown. */
  readonly whole: boolean;
  readonly openAnchor: HTMLElement | undefined;
}

export interface AccessActions {
  grant(): void;
  offboard(opener: HTMLElement): void;
  chooseRole(item: PersonAccessItem, anchor: HTMLElement): void;
  menu(item: PersonAccessItem, anchor: HTMLElement): void;
  undo(item: PersonAccessItem): void;
  hold(item: PersonAccessItem, held: boolean): void;
  showAll(): void;
}
