import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { StoreController } from '../../controllers/store.controller.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { accountSwitcher } from '../../i18n/en/account-switcher.js';
import { common } from '../../i18n/en/common.js';
import { createAccountStore } from '../../stores/account.js';
import { createShownStore } from '../../stores/shown.js';
import { CcElement } from '../base/cc-element.js';
import { icon } from '../base/icons/icon.js';
import { chevronsUpDown } from '../base/icons/shapes.js';
import { LazyPart } from '../base/lazy-part.js';
import { partMissing } from '../base/part-missing.js';
import { initials } from '../shared/initials.js';
import { accountSwitcherStyles } from './account-switcher.styles.js';
import type { SwitcherGroup, SwitcherWork } from './work.js';

/**
 * The account that is shown, and the way to another: search over all of them, favourites, the ones opened last, the
 * partner account and its clients, ten thousand if need be. Says so where another tab has gone to another account, so
 * that nothing is done in an account other than the one shown (R92).
 *
 * @tagname cc-account-switcher
 * @status experimental
 *
 * @example
 * <cc-account-switcher></cc-account-switcher>
 *
 * @slot item - A `<template>` in place of an account's two lines; `data-field` takes id, name, status, plan or kind.
 * @slot footer - Below the list, such as a link to all accounts.
 *
 * @event {CcAccountChangeRequestEvent} cc-account-change-request - A person wants to go to another account.
 * @event {CcAccountChangedEvent} cc-account-changed - The person has gone there; the host shows it, and sets its title.
 * @event {CcErrorEvent} cc-error - The account could not be opened.
 *
 * @csspart trigger - The button.
 * @csspart logo - The initials of an account.
 * @csspart field - The search field.
 * @csspart list - The accounts.
 * @csspart item - One account; `item active` where the keys are, `item selected` for the one shown.
 * @csspart label - The title of a group.
 * @csspart callout - That another tab shows another account.
 * @csspart error - What went wrong.
 * @csspart button - A button.
 * @csspart state - In place of the list.
 * @csspart spinner - Turns while an account is being opened.
 *
 * @cssprop --cc-account-switcher-list-width - Width of the list.
 *
 * @cssstate busy - An account is being opened.
 */
export class CcAccountSwitcher extends CcElement {
  static override readonly tag: string = 'cc-account-switcher';
  static override styles = accountSwitcherStyles;

  /** Id of the account that is shown, where it is not the provider's. */
  @property() value = '';
  /** `button` opens the list; `list` shows it at once, such as on a page of its own. */
  @property() layout: 'button' | 'list' = 'button';
  /** What the button says while no account is shown. */
  @property() placeholder?: string;
  /** Which groups there are, in their order. */
  @property({ attribute: false }) groups: readonly SwitcherGroup[] = [
    'favourites',
    'recent',
    'partner',
    'others',
    'clients',
  ];

  readonly #text = new StringsController(this, 'accountSwitcher', accountSwitcher);
  readonly #common = new StringsController(this, 'common', common);
  readonly #account = new StoreController(this, createAccountStore);
  readonly #shown = new StoreController(this, createShownStore);
  readonly #work = new LazyPart<SwitcherWork>(this, async () => {
    const { SwitcherWork: Work } = await import('./work.js');
    return new Work(this, this.#account, this.#shown);
  });

  protected override get ownAccountId(): string | undefined {
    return this.value || this.accountId;
  }

  protected override render(): TemplateResult {
    const { part, unreachable } = this.#work;
    const inline = this.layout === 'list';
    return html`<div class="switcher">
      ${inline ? nothing : this.#trigger(part?.open ?? false)}
      ${part?.template() ?? (unreachable ? partMissing(this.#common.t, () => this.#work.start()) : nothing)}
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const wanted = this.layout === 'list' || this.#shown.store?.$elsewhere.get() !== undefined;
    if (wanted && this.stores) this.#work.startOnce();
    this.#work.part?.drawn();
    this.setState('busy', this.#work.part?.opening !== undefined);
  }

  #trigger(open: boolean): TemplateResult {
    const { t } = this.#text;
    const name = this.#account.store?.$account.get().data?.name;
    return html`<button
      class="button trigger"
      part="trigger"
      type="button"
      aria-haspopup="dialog"
      aria-expanded=${open ? 'true' : 'false'}
      @click=${() => void this.#onPress('')}
      @keydown=${this.#onKey}
    >
      ${
        name
          ? html`<span class="avatar small square" part="logo" aria-hidden="true"
              >${initials(name, this.language.locale)}</span
            >`
          : nothing
      }
      <span class="name"><bdi>${name ?? this.placeholder ?? t.placeholder}</bdi></span>
      <span class="visually-hidden">${t.switchFrom}</span>
      ${icon(chevronsUpDown, { tone: 'muted' })}
    </button>`;
  }

  /** Type-ahead: a letter on the button begins a search. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const { key, ctrlKey, metaKey, altKey } = event;
    const letter = [...key].length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
    if (!letter && key !== 'ArrowDown' && key !== 'ArrowUp') return;
    event.preventDefault();
    void this.#onPress(letter ? key : '');
  };

  async #onPress(typed: string): Promise<void> {
    const part = await this.#work.get().catch(() => undefined);
    const anchor = this.renderRoot.querySelector<HTMLElement>('.trigger');
    if (anchor) await part?.toggle(anchor, typed);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-account-switcher': CcAccountSwitcher;
  }
}
