import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { AnnounceController } from '../../controllers/announce.controller.js';
import { PopoverController } from '../../controllers/popover.controller.js';
import { StoreController } from '../../controllers/store.controller.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { accountSwitching } from '../../i18n/en/account-switching.js';
import { common } from '../../i18n/en/common.js';
import { problems } from '../../i18n/en/problems.js';
import type { AccountStore } from '../../stores/account.js';
import type { ShownStore } from '../../stores/shown.js';
import { createSwitcherStore, type SwitcherAccount, type SwitcherStore } from '../../stores/switcher.js';
import type { CcElement } from '../base/cc-element.js';
import { icon } from '../base/icons/icon.js';
import { circleAlert, search } from '../base/icons/shapes.js';
import { adoptLate } from '../base/late-styles.js';
import { perform } from '../base/perform.js';
import { problemText } from '../base/problem-text.js';
import { cloneTemplate } from '../base/template-slot.js';
import { CcAccountChangedEvent, CcAccountChangeRequestEvent } from './account-switcher.events.js';
import { Elsewhere } from './elsewhere.js';
import { groups } from './list.js';
import { message } from './message.js';
import { accountAt, countOf, placeAfter, sectionsOf, type Section, type SwitcherGroup } from './options.js';
import { ListWindow } from './window.js';
import { switcherWorkStyles } from './work.styles.js';

export type { SwitcherGroup } from './options.js';

/** The element as its list knows it. */
export interface SwitcherHost extends CcElement {
  readonly layout: 'button' | 'list';
  readonly groups: readonly SwitcherGroup[];
}

/** A count is said this long after the last key, so that nobody is talked into. */
const sayAfterMs = 500;

/** The list of `cc-account-switcher`, and the way to another account. */
export class SwitcherWork {
  /** Id of the account that is being opened. */
  opening: string | undefined;
  readonly #host: SwitcherHost;
  readonly #store: StoreController<SwitcherStore>;
  readonly #announce: AnnounceController;
  readonly #text: StringsController<'accountSwitching'>;
  readonly #common: StringsController<'common'>;
  readonly #problems: StringsController<'problems'>;
  readonly #popover: PopoverController;
  readonly #window: ListWindow;
  readonly #elsewhere: Elsewhere;
  #active = -1;
  /** Enter was pressed. */
  #chosen = false;
  #trouble: string | undefined;
  #cancelSay: (() => void) | undefined;
  #sayCount = false;

  constructor(
    host: SwitcherHost,
    account: StoreController<AccountStore>,
    shown: StoreController<ShownStore>,
  ) {
    this.#host = host;
    this.#store = new StoreController(host, createSwitcherStore, { withoutAccount: true });
    this.#announce = new AnnounceController(host);
    this.#text = new StringsController(host, 'accountSwitching', accountSwitching);
    this.#common = new StringsController(host, 'common', common);
    this.#problems = new StringsController(host, 'problems', problems);
    this.#popover = new PopoverController(host, {
      popover: () => host.renderRoot.querySelector<HTMLElement>('.panel.popover'),
      toggled: (open) => {
        if (!open) this.#closed();
        host.requestUpdate();
      },
    });
    this.#window = new ListWindow(host, (from, to) => this.#store.store?.look(from, to));
    this.#elsewhere = new Elsewhere(host, () => ({
      store: shown.store,
      t: this.#text.t,
      here: account.store?.$account.get().data?.name ?? '',
      say: (text) => this.#announce.say(text),
      go: (id, name) => void this.#go({ id, name }),
    }));
    host.renderRoot.addEventListener('click', this.#onPress);
    adoptLate(host.renderRoot, switcherWorkStyles);
  }

  get open(): boolean {
    return this.#popover.open;
  }

  /** Opens the list, with what was typed on the button as the beginning of a search; closes an open one. */
  async toggle(anchor: HTMLElement, typed: string): Promise<void> {
    if (this.open) return this.#popover.hide();
    this.#store.store?.open();
    if (typed) this.#search(typed);
    await this.#popover.show(anchor);
    await this.#host.updateComplete;
    const field = this.#field;
    field?.focus();
    field?.setSelectionRange(typed.length, typed.length);
  }

  template(): TemplateResult {
    const inline = this.#host.layout === 'list';
    if (inline) this.#store.store?.open();
    const { t } = this.#text;
    return html`${this.#elsewhere.template()}
      <div
        class="panel ${inline ? 'inline' : 'popover sheet'}"
        id="panel"
        popover=${inline ? nothing : 'auto'}
        role=${inline ? 'group' : 'dialog'}
        aria-label=${t.title}
        @focusout=${this.#onFocusOut}
      >
        ${inline || this.open ? this.#content() : nothing}
      </div>`;
  }

  /** After drawing: gives what is not drawn its room, and says a count that is due. */
  drawn(): void {
    const sections = this.#sections;
    const clients = sections.find(({ group }) => group === 'clients');
    this.#window.settle(clients?.count ?? 0);
    this.#goToChosen();
    const state = this.#store.store?.$clients.get();
    if (!this.#sayCount || state?.state === 'loading' || state?.q !== this.#store.store?.$q.get()) return;
    this.#sayCount = false;
    this.#announce.say(this.#text.t.found({ count: countOf(sections) }));
  }

  get #field(): HTMLInputElement | null {
    return this.#host.renderRoot.querySelector<HTMLInputElement>('#search');
  }

  get #current(): string {
    return this.#host.stores?.accountId ?? '';
  }

  get #sections(): Section[] {
    const { store } = this.#store;
    if (!store) return [];
    return sectionsOf(this.#host.groups, store.$groups.get().data, store.$clients.get());
  }

  #content(): TemplateResult {
    const { t } = this.#text;
    const sections = this.#sections;
    const count = countOf(sections);
    const q = this.#store.store?.$q.get() ?? '';
    return html`<div class="top">
        <div class="field-box">
          ${icon(search)}
          <input
            id="search"
            part="field"
            type="text"
            role="combobox"
            autocomplete="off"
            spellcheck="false"
            aria-label=${t.search}
            placeholder=${t.search}
            aria-expanded="true"
            aria-controls="list"
            aria-autocomplete="list"
            aria-activedescendant=${this.#active >= 0 && this.#active < count ? `option-${this.#active}` : nothing}
            .value=${live(q)}
            @input=${(event: Event) => this.#search((event.target as HTMLInputElement).value)}
            @keydown=${this.#onKey}
          />
        </div>
        ${
          this.#trouble
            ? html`<p class="field-error" part="error" role="alert">
                ${icon(circleAlert)}<span>${this.#trouble}</span>
              </p>`
            : nothing
        }
      </div>
      <div
        class="list"
        part="list"
        id="list"
        role=${count > 0 ? 'listbox' : nothing}
        aria-label=${count > 0 ? t.title : nothing}
        @scroll=${this.#window.onScroll}
        @mousedown=${keepFocus}
      >
        ${count > 0 ? this.#options(sections) : this.#instead(q)}
      </div>
      <div class="foot"><slot name="footer"></slot></div>`;
  }

  #options(sections: readonly Section[]): TemplateResult {
    const host = this.#host;
    const template = [...host.children].some((child) => child.slot === 'item');
    return groups({
      t: this.#text.t,
      language: host.language,
      sections,
      window: this.#window.range,
      active: this.#active,
      current: this.#current,
      opening: this.opening,
      plain: this.#store.store?.$groups.get().data?.ofPartner === false,
      own: ({ id, name, status, planName, kind }) =>
        template
          ? html`<div class="lines">
              ${cloneTemplate(host, 'item', { id, name, status, plan: planName ?? '', kind })}
            </div>`
          : undefined,
    });
  }

  #instead(q: string): TemplateResult {
    const { store } = this.#store;
    const clients = store?.$clients.get();
    const error = clients?.state === 'failed' ? clients.error : undefined;
    return message({
      ...{ t: this.#text.t, retry: this.#common.t.retry, q, loading: clients?.state !== 'ready' },
      cause: error && problemText(this.#problems.t, error),
      onRetry: () => void store?.refresh(),
    });
  }

  #search(q: string): void {
    const { store } = this.#store;
    if (!store) return;
    store.search(q);
    // Enter takes the first that is found.
    this.#active = q ? 0 : -1;
    this.#trouble = undefined;
    this.#chosen = false;
    this.#window.toTop();
    this.#cancelSay?.();
    this.#cancelSay = this.#host.stores?.clock.after(sayAfterMs, () => {
      this.#sayCount = true;
      this.#host.requestUpdate();
    });
    this.#host.requestUpdate();
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const sections = this.#sections;
    if (event.key === 'Escape' && this.#field?.value) {
      // The first one clears the search, the second closes.
      event.preventDefault();
      event.stopPropagation();
      this.#search('');
      return;
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      this.#chosen = true;
      this.#goToChosen();
      return;
    }
    const place = event.shiftKey ? undefined : placeAfter(event.key, this.#active, countOf(sections));
    if (place === undefined) return;
    event.preventDefault();
    this.#active = place;
    const clients = sections.find(({ group }) => group === 'clients');
    const client = clients && place >= clients.from ? place - clients.from : undefined;
    this.#window.bringIntoView(place, client);
    this.#host.requestUpdate();
  };

  /** Enter counts as soon as everything that matches is there. */
  #goToChosen(): void {
    const { store } = this.#store;
    if (!this.#chosen || !store) return;
    const q = store.$q.get();
    const groups = store.$groups.get();
    const clients = store.$clients.get();
    const complete = groups.data?.q === q || groups.state === 'failed';
    if (clients.q !== q || clients.state === 'loading' || !complete) return;
    this.#chosen = false;
    const account = accountAt(this.#sections, this.#active);
    if (account) void this.#go(account);
  }

  /** One listener for all options, which come and go with the scrolling. */
  readonly #onPress = ({ target }: Event): void => {
    const option = target instanceof Element && target.closest('.option');
    const account = option && accountAt(this.#sections, Number(option.id.replace('option-', '')));
    if (account) void this.#go(account);
  };

  /** Goes to another account; where that fails, one stays where one was, and the list is asked again (W03). */
  async #go({ id, name }: Pick<SwitcherAccount, 'id' | 'name'>): Promise<void> {
    if (this.opening) return;
    if (id === this.#current) return this.#popover.hide();
    const { t } = this.#text;
    const { store } = this.#store;
    const request = new CcAccountChangeRequestEvent({ accountId: this.#current, input: { accountId: id } });
    this.#trouble = undefined;
    this.opening = id;
    this.#host.requestUpdate();
    const outcome = await perform(
      this.#host,
      request,
      async ({ accountId }) => {
        if (accountId) await store?.enter(accountId);
      },
      () => new CcAccountChangedEvent({ accountId: request.detail.input.accountId ?? id }),
    );
    this.opening = undefined;
    this.#host.requestUpdate();
    if (outcome.state === 'done') {
      this.#elsewhere.leave();
      this.#popover.hide();
      this.#announce.say(t.changed({ name }));
    }
    if (outcome.state !== 'failed' || outcome.silent) return;
    const { kind } = outcome.error as { kind?: string };
    const gone = kind === 'forbidden' || kind === 'not-found';
    this.#trouble = gone
      ? t.gone({ name })
      : `${t.notChanged({ name })} ${problemText(this.#problems.t, outcome.error)}`;
    if (gone) void store?.refresh();
  }

  readonly #onFocusOut = ({ relatedTarget }: FocusEvent): void => {
    if (!this.open || !(relatedTarget instanceof Node)) return;
    const inside = this.#host.contains(relatedTarget) || this.#host.renderRoot.contains(relatedTarget);
    if (!inside) this.#popover.hide();
  };

  #closed(): void {
    this.#active = -1;
    this.#chosen = false;
    this.#trouble = undefined;
    this.#cancelSay?.();
    this.#window.toTop();
    if (this.#store.store?.$q.get()) this.#store.store.search('');
  }
}

/** Focus stays in the search field, so that the keys go on working after a press. */
function keepFocus(event: Event): void {
  event.preventDefault();
}
