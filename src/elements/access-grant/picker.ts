import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { AccountListItem } from '../../client/index.js';
import type { StoreController } from '../../controllers/store.controller.js';
import { checkAccountId } from '../../domain/index.js';
import { createAccountListStore, type AccountListStore } from '../../stores/account-list.js';
import type { StoreContext } from '../../stores/scope.js';
import { icon } from '../base/icons/icon.js';
import { chevronLeft, chevronRight, search } from '../base/icons/shapes.js';
import type { CcAccessGrant } from './access-grant.js';
import type { GrantDraft } from './draft.js';
import type { Words } from './view.js';

/** The accounts to choose from: a list of its own, so that one in the page keeps its search. */
export const createAccountPick = (context: StoreContext): AccountListStore => createAccountListStore(context);

/** Choosing accounts by search, by filter, or by pasted ids. */
export class AccountPicker {
  readonly #host: CcAccessGrant;
  readonly #store: StoreController<AccountListStore>;
  readonly #draft: GrantDraft;
  readonly #say: (text: string) => void;
  #typed = '';
  #told: readonly string[] = [];

  constructor(
    host: CcAccessGrant,
    store: StoreController<AccountListStore>,
    draft: GrantDraft,
    say: (text: string) => void,
  ) {
    this.#host = host;
    this.#store = store;
    this.#draft = draft;
    this.#say = say;
  }

  begin(): void {
    this.#typed = '';
    this.#told = [];
  }

  template(words: Words, most: number): TemplateResult {
    const { t } = words;
    return html`<div class="picker" part="account-list">
      <div class="picker-tools">
        <div class="field-box picker-search">
          ${icon(search, { tone: 'muted' })}
          <input
            type="search"
            aria-label=${t.find}
            placeholder=${t.find}
            autocomplete="off"
            .value=${live(this.#store.store?.$query.get().q ?? '')}
            @input=${(event: Event) => this.#store.store?.search((event.target as HTMLInputElement).value)}
          />
        </div>
        ${this.#filter(t.plan, words.rows.anyPlan, 'plan', this.#plans)}
        ${this.#filter(t.seats, words.rows.anySeats, 'seats', [
          ['free', words.rows.seatsFree],
          ['full', words.rows.seatsFull],
          ['over', words.rows.seatsOver],
        ])}
      </div>
      ${this.#list(words, most)} ${this.#paste(words)}
    </div>`;
  }

  get #plans(): [string, string][] {
    const { plans = [] } = this.#store.store?.$backend.get().data ?? {};
    return plans.map(({ id, name }) => [id, name]);
  }

  #filter(
    label: string,
    any: string,
    name: 'plan' | 'seats',
    choices: readonly (readonly [string, string])[],
  ): unknown {
    const { store } = this.#store;
    if (!store || choices.length === 0) return nothing;
    const now = store.$query.get()[name];
    return html`<div class="field-box picker-filter">
      <select
        aria-label=${label}
        @change=${(event: Event) =>
          void store.ask({ ...store.$query.get(), [name]: (event.target as HTMLSelectElement).value })}
      >
        <option value="" ?selected=${now === ''}>${any}</option>
        ${choices.map(([value, text]) => html`<option value=${value} ?selected=${now === value}>${text}</option>`)}
      </select>
    </div>`;
  }

  #list(words: Words, most: number): TemplateResult {
    const { t, common } = words;
    const { state, data } = this.#store.store?.$rows.get() ?? { state: 'idle' };
    if (!data && state === 'failed') {
      return html`<p class="field-error picker-none" part="error" role="alert">
        ${t.listFailed}
        <button class="link" part="button" type="button" @click=${() => void this.#store.refresh()}>
          ${common.retry}
        </button>
      </p>`;
    }
    if (!data) return html`<p class="muted picker-none" role="status">${t.loadingAccounts}</p>`;
    const { items, from, total } = data;
    if (total === 0) return html`<p class="muted picker-none">${t.noneFound}</p>`;
    return html`<div class="picker-head secondary">
        <button class="link" part="button" type="button" @click=${() => void this.#selectAll(words, most)}>
          ${total > most ? t.selectMost({ count: most }) : t.selectAll({ count: total })}
        </button>
        <span class="numbers muted">${t.range({ from: from + 1, to: from + items.length, total })}</span>
        ${this.#step(t.previous, chevronLeft, from > 0, from - items.length)}
        ${this.#step(t.next, chevronRight, from + items.length < total, from + items.length)}
      </div>
      <ul class="picker-list" tabindex="-1" aria-label=${t.accounts}>
        ${items.map((item) => this.#item(item, words))}
      </ul>`;
  }

  #step(label: string, shape: string, possible: boolean, to: number): TemplateResult {
    return html`<button
      class="button icon-button"
      part="button"
      type="button"
      aria-label=${label}
      aria-disabled=${possible ? nothing : 'true'}
      @click=${() => possible && void this.#store.store?.goTo(Math.max(0, to))}
    >
      ${icon(shape, { mirror: true })}
    </button>`;
  }

  #item({ id, name, planName, seats }: AccountListItem, words: Words): TemplateResult {
    const full = seats !== null && seats.limit !== null && seats.used + seats.reserved >= seats.limit;
    return html`<li>
      <label class="pick">
        <input
          type="checkbox"
          .checked=${live(this.#draft.ids.has(id))}
          @change=${(event: Event) => {
            this.#draft.set([id], (event.target as HTMLInputElement).checked);
            this.#changed();
          }}
        />
        <bdi class="truncate" title=${name}>${name}</bdi>
        <span class="secondary ${full ? 'full' : 'muted'}"
          >${planName ?? words.rows.noPlan}${full ? html` · ${words.rows.seatsFull}` : nothing}</span
        >
      </label>
    </li>`;
  }

  #paste({ t }: Words): TemplateResult {
    return html`<details class="disclosure">
      <summary class="link plain">${t.paste}</summary>
      <div class="field">
        <label class="label" part="label" for="ids">${t.pasteLabel}</label>
        <div class="field-box">
          <textarea
            id="ids"
            class="mono"
            rows="3"
            dir="ltr"
            spellcheck="false"
            aria-describedby="ids-hint"
            .value=${live(this.#typed)}
            @input=${(event: Event) => {
              this.#typed = (event.target as HTMLTextAreaElement).value;
            }}
          ></textarea>
        </div>
        <p id="ids-hint" class="field-hint" part="hint">${t.pasteHint}</p>
        <div role="status" class="secondary">${this.#told.map((line) => html`<p>${line}</p>`)}</div>
        <div>
          <button class="button small" part="button" type="button" @click=${() => this.#addPasted(t)}>
            ${t.pasteAdd}
          </button>
        </div>
      </div>
    </details>`;
  }

  #addPasted(t: Words['t']): void {
    const words = [...new Set(this.#typed.split(/[\s,;]+/).filter(Boolean))];
    const ids = words.filter((word) => checkAccountId(word).ok);
    const wrong = words.filter((word) => !checkAccountId(word).ok);
    const known = ids.filter((id) => this.#draft.ids.has(id)).length;
    this.#draft.set(ids, true);
    this.#typed = wrong.join('\n');
    const [example = ''] = wrong;
    this.#told = [
      t.pasted({ added: ids.length - known, known }),
      ...(wrong.length > 0 ? [t.pasteWrong({ count: wrong.length, example: example.slice(0, 40) })] : []),
    ];
    this.#changed();
  }

  async #selectAll({ t }: Words, most: number): Promise<void> {
    try {
      const items = (await this.#store.store?.all(most)) ?? [];
      this.#draft.set(
        items.map(({ id }) => id),
        true,
      );
      this.#say(t.selectedNow({ count: this.#draft.ids.size }));
      this.#changed();
    } catch {
      this.#say(t.selectFailed);
    }
  }

  #changed(): void {
    this.#host.requestUpdate();
  }
}
