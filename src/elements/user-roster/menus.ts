import type { RoleDefinition } from '../../client/index.js';
import { MenuController } from '../../controllers/menu.controller.js';
import { roleName } from '../../i18n/role-words.js';
import type { CcElement } from '../base/cc-element.js';
import {
  filterNames,
  lastActiveValues,
  mfaValues,
  statusValues,
  type FilterName,
  type RosterFilter,
} from './filter.js';
import type { MenuLooks } from '../shared/roster/menu.js';
import {
  nameOf,
  roleIdOf,
  type Entry,
  type InvitationEntry,
  type MemberEntry,
} from '../shared/roster/people.js';
import { roleMenu, rowMenu, type MenuContext, type MenuItem } from '../shared/roster/row-menu.js';
import { who } from './row.js';
import { anyLabel, valueName } from './toolbar.js';
import type { RosterActionsOf } from './view.js';

/** Whose menu is open. */
type Open =
  | { readonly kind: 'row' | 'role'; readonly id: string }
  | { readonly kind: 'filter'; readonly name: FilterName | 'all' };

export interface MenuDeps extends MenuContext {
  readonly roles: readonly RoleDefinition[];
  readonly filter: RosterFilter;
  readonly own: RosterActionsOf | undefined;
  entry(id: string): Entry | undefined;
  changeRole(entry: MemberEntry | InvitationEntry, roleId: string): void;
  setFilter(name: FilterName, value: string): void;
}

/** The one menu of the roster: of a row, of its role, of a filter. */
export class RosterMenus {
  readonly #host: CcElement;
  readonly #deps: () => MenuDeps;
  readonly #menu: MenuController;
  #open: Open | undefined;
  /** Where focus goes back to after a dialog that a menu has led to. */
  lastAnchor: HTMLElement | undefined;

  constructor(host: CcElement, deps: () => MenuDeps) {
    this.#host = host;
    this.#deps = deps;
    this.#menu = new MenuController(host, {
      menu: () => host.renderRoot.querySelector<HTMLElement>('#menu'),
      closed: () => host.requestUpdate(),
    });
  }

  get anchor(): HTMLElement | undefined {
    return this.#menu.anchor;
  }

  /** The row whose menu is open. */
  get rowId(): string | undefined {
    return this.anchor && this.#open?.kind !== 'filter' ? this.#open?.id : undefined;
  }

  close(): void {
    this.#menu.close();
  }

  async open(what: Open, anchor: HTMLElement, at?: 'first' | 'last'): Promise<void> {
    if (anchor === this.anchor) return this.close();
    this.#open = what;
    this.lastAnchor = anchor;
    this.#host.requestUpdate();
    await this.#menu.open(anchor, at);
  }

  /** What to draw; the content stays while it fades out. */
  get looks(): MenuLooks | undefined {
    const open = this.#open;
    if (!open) return undefined;
    const keys = { onKeydown: this.#menu.onKeydown, onChoose: this.#onChoose };
    if (open.kind === 'filter') return { ...keys, ...this.#filterLooks(open.name) };
    const entry = this.#deps().entry(open.id);
    return entry && { ...keys, ...(open.kind === 'row' ? this.#rowLooks(entry) : this.#roleLooks(entry)) };
  }

  /** The menu of a row; empty where nothing can be done. */
  itemsOf(entry: Entry): MenuItem[] {
    const deps = this.#deps();
    return rowMenu(entry, deps, deps.own?.(entry) ?? []);
  }

  #rowLooks(entry: Entry) {
    const deps = this.#deps();
    return {
      label: deps.words.t.actionsFor({ name: nameOf(entry) }),
      items: this.itemsOf(entry),
      who: who(entry, deps.words),
    };
  }

  #roleLooks(entry: Entry) {
    const { words, viewer, roles, changeRole } = this.#deps();
    const choose = (roleId: string) => {
      if (entry.kind !== 'partner') changeRole(entry, roleId);
    };
    return {
      label: words.t.roleFor({ name: nameOf(entry) }),
      items: roleMenu(roleIdOf(entry), roles, { words, viewer, choose }),
      wide: true,
      who: who(entry, words),
    };
  }

  #filterLooks(name: FilterName | 'all') {
    const { words } = this.#deps();
    return name === 'all'
      ? { label: words.t.filters, items: filterNames.flatMap((one) => this.#filterItems(one, true)) }
      : { label: words.t[name], items: this.#filterItems(name, false) };
  }

  #filterItems(name: FilterName, titled: boolean): MenuItem[] {
    const { words, viewer, roles, filter, setFilter } = this.#deps();
    const { t } = words;
    const kind = viewer.account?.kind;
    const values = {
      role: roles
        .filter(({ grantableOn }) => !kind || grantableOn.includes(kind))
        .toSorted((one, other) => one.order - other.order)
        .map(({ id }) => id),
      status: statusValues,
      mfa: mfaValues,
      lastActive: lastActiveValues,
    }[name];
    const any = anyLabel(name, words);
    return ['', ...values].map((value, index) => ({
      label:
        value === '' ? any : name === 'role' ? roleName(words.roles, value) : valueName(name, value, words),
      checked: filter[name] === value,
      heading: titled && index === 0 ? t[name] : undefined,
      act: () => setFilter(name, value),
    }));
  }

  readonly #onChoose = (item: MenuItem): void => {
    if (item.reason) return;
    this.close();
    item.act();
  };
}
