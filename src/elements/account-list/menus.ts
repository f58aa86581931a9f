import type { TemplateResult } from 'lit';
import type { AccountListItem } from '../../client/index.js';
import { MenuController } from '../../controllers/menu.controller.js';
import type { CcElement } from '../base/cc-element.js';
import { copy, star } from '../base/icons/shapes.js';
import { choiceMenu, type Choice, type Choices } from '../shared/choice-menu.js';
import { filterChoices, filterLabel, type AccountFilter, type FilterName, type Plan } from './filter.js';
import type { AccountAction, Words } from './view.js';

type Open =
  | { readonly kind: 'row'; readonly id: string }
  | { readonly kind: 'filter'; readonly name: FilterName | 'all' };

export interface MenuDeps {
  readonly words: Words;
  readonly filter: AccountFilter;
  readonly plans: readonly Plan[];
  /** Filters that make sense here, in the order of the toolbar. */
  readonly names: readonly FilterName[];
  readonly readonly: boolean;
  item(id: string): AccountListItem | undefined;
  own(item: AccountListItem): readonly AccountAction[];
  setFilter(name: FilterName, value: string): void;
  setFavourite(item: AccountListItem, favourite: boolean): void;
  copyId(item: AccountListItem): void;
}

/** The one menu of the list: of a row, or of a filter. */
export class ListMenus {
  readonly #host: CcElement;
  readonly #deps: () => MenuDeps;
  readonly #menu: MenuController;
  #open: Open | undefined;

  constructor(host: CcElement, deps: () => MenuDeps) {
    this.#host = host;
    this.#deps = deps;
    this.#menu = new MenuController(host, {
      menu: () => host.renderRoot.querySelector<HTMLElement>('#menu'),
      closed: () => host.requestUpdate(),
    });
  }

  /** The button whose menu is open. */
  get anchor(): HTMLElement | undefined {
    return this.#menu.anchor;
  }

  close(): void {
    if (this.anchor) this.#menu.close();
  }

  async open(what: Open, anchor: HTMLElement): Promise<void> {
    if (anchor === this.anchor) {
      this.#menu.close();
      return;
    }
    this.#open = what;
    this.#host.requestUpdate();
    await this.#menu.open(anchor);
  }

  template(): TemplateResult {
    return choiceMenu(this.#choices, this.#menu.onKeydown, (item) => {
      this.#menu.close();
      item.act();
    });
  }

  get #choices(): Choices | undefined {
    const open = this.#open;
    if (!open) return undefined;
    return open.kind === 'row' ? this.#ofRow(open.id) : this.#ofFilter(open.name);
  }

  #ofFilter(name: FilterName | 'all'): Choices {
    const { words, filter, plans, names, setFilter } = this.#deps();
    const all = name === 'all';
    return {
      label: all ? words.t.filters : filterLabel(name, words),
      items: (all ? names : [name]).flatMap((one) =>
        filterChoices(one, filter, words, plans, all, setFilter),
      ),
    };
  }

  #ofRow(id: string): Choices | undefined {
    const { words, item: find, own, readonly, setFavourite, copyId } = this.#deps();
    const item = find(id);
    if (!item) return undefined;
    const { t } = words;
    const mark: Choice = {
      label: item.favourite ? t.removeFavourite : t.addFavourite,
      icon: star,
      act: () => setFavourite(item, !item.favourite),
    };
    const items: Choice[] = [
      ...(readonly || item.source === null ? [] : [mark]),
      { label: t.copyId, icon: copy, act: () => copyId(item) },
      ...[...own(item)]
        .sort((a, b) => Number(a.danger ?? false) - Number(b.danger ?? false))
        .map(({ label, danger, run }, index) => ({
          label,
          danger,
          apart: index === 0,
          act: () => run(item),
        })),
    ];
    return { label: t.actionsFor({ name: item.name }), items };
  }
}
