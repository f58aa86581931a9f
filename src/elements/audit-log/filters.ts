import type { TemplateResult } from 'lit';
import type { AuditEvent } from '../../client/index.js';
import { MenuController } from '../../controllers/menu.controller.js';
import { listLimits } from '../../domain/list-limits.js';
import type { Strings } from '../../i18n/strings.js';
import { choiceMenu, type Choice } from '../shared/choice-menu.js';
import { dayOf } from './days.js';
import { kindChoices, personChoices, toolbar, type FilterName, type Person } from './toolbar.js';
import type { AuditHost } from './work.js';

export interface FilterDeps {
  readonly t: Strings['auditLog'];
  readonly items: readonly AuditEvent[];
}

/** The filters: what is chosen is written into the element's own properties. */
export class AuditFilters {
  readonly #host: AuditHost;
  readonly #deps: () => FilterDeps;
  readonly #menu: MenuController;
  readonly #people = new Map<string, string>();
  #members: Promise<void> | undefined;
  #open: FilterName = 'kind';

  constructor(host: AuditHost, deps: () => FilterDeps) {
    this.#host = host;
    this.#deps = deps;
    this.#menu = new MenuController(host, {
      menu: () => host.renderRoot.querySelector<HTMLElement>('#menu'),
      closed: () => host.requestUpdate(),
    });
  }

  toolbar(): TemplateResult {
    const { types, actor, from, to } = this.#host;
    return toolbar({
      t: this.#deps().t,
      types,
      actor,
      people: this.#known,
      from: dayOf(from),
      to: dayOf(to),
      wrongOrder: from !== '' && to !== '' && dayOf(to) < dayOf(from),
      openAnchor: this.#menu.anchor,
      onFilter: (name, anchor, at) => void this.#onFilter(name, anchor, at),
      onDay: (name, day) => {
        this.#host[name] = day;
      },
      onClear: this.clear,
    });
  }

  menu(): TemplateResult {
    const { t } = this.#deps();
    const { types, actor } = this.#host;
    const choose = (name: 'types' | 'actor') => (value: string) => {
      this.#host[name] = value;
    };
    const items =
      this.#open === 'kind'
        ? kindChoices(types, t, choose('types'))
        : personChoices({ people: this.#known, actor, t }, choose('actor'));
    const label = this.#open === 'kind' ? t.kinds : t.person;
    return choiceMenu({ label, items }, this.#menu.onKeydown, this.#onChoose);
  }

  choosePerson(userId: string): void {
    this.#host.actor = userId;
    this.#host.renderRoot.querySelector<HTMLElement>('.filter.person')?.focus();
  }

  readonly clear = (): void => {
    Object.assign(this.#host, { types: '', actor: '', from: '', to: '' });
    this.#host.renderRoot.querySelector<HTMLElement>('.filter.kind')?.focus();
  };

  readonly #onFilter = async (
    name: FilterName,
    anchor: HTMLElement,
    at?: 'first' | 'last',
  ): Promise<void> => {
    if (anchor === this.#menu.anchor) return this.#menu.close();
    this.#open = name;
    if (name === 'person') await (this.#members ??= this.#load());
    this.#host.requestUpdate();
    await this.#menu.open(anchor, at);
  };

  readonly #onChoose = (choice: Choice): void => {
    this.#menu.close();
    choice.act();
  };

  /** Those who acted in what is shown, and the first members by name: who else there is can be chosen in an entry. */
  get #known(): Person[] {
    for (const { actor } of this.#deps().items) {
      if (actor) this.#people.set(actor.userId, actor.displayName || actor.username);
    }
    return [...this.#people]
      .map(([userId, name]) => ({ userId, name }))
      .sort((one, other) => one.name.localeCompare(other.name, this.#host.language.locale));
  }

  async #load(): Promise<void> {
    const { stores } = this.#host;
    if (!stores) return;
    try {
      const { items } = await stores.client.members.list(stores.accountId, {
        limit: listLimits.pageSizeMax,
        sort: 'name',
      });
      for (const { userId, displayName, username } of items)
        this.#people.set(userId, displayName || username);
    } catch {
      // Those who acted are known without it; the next press asks again.
      this.#members = undefined;
    }
  }
}
