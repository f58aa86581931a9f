import { html, nothing, type TemplateResult } from 'lit';
import type { Strings } from '../../i18n/strings.js';
import type { ShownStore } from '../../stores/shown.js';
import type { CcElement } from '../base/cc-element.js';
import { icon } from '../base/icons/icon.js';
import { triangleAlert } from '../base/icons/shapes.js';
import { rich } from '../base/rich.js';

export interface ElsewhereDeps {
  readonly store: ShownStore | undefined;
  readonly t: Strings['accountSwitching'];
  /** Name of the account that this page shows. */
  readonly here: string;
  say(text: string): void;
  go(accountId: string, name: string): void;
}

/** R92: another tab went to another account. Says so, and lets the person choose which of the two this page is about. */
export class Elsewhere {
  readonly #host: CcElement;
  readonly #deps: () => ElsewhereDeps;
  #named: { readonly id: string; readonly name: string } | undefined;
  #asked: string | undefined;

  constructor(host: CcElement, deps: () => ElsewhereDeps) {
    this.#host = host;
    this.#deps = deps;
  }

  leave(): void {
    this.#deps().store?.leave();
  }

  template(): TemplateResult | typeof nothing {
    const { store, t, here, go } = this.#deps();
    const id = store?.$elsewhere.get();
    if (!store || id === undefined) return nothing;
    if (this.#asked !== id) void this.#ask(store, id);
    if (this.#named?.id !== id) return nothing;
    const other = this.#named.name;
    return html`<div class="callout warning elsewhere" part="callout" role="alert">
      ${icon(triangleAlert)}
      <span class="callout-text">${rich(t.elsewhere, { other, here })}</span>
      <div class="buttons">
        <button class="button" part="button" type="button" @click=${() => go(id, other)}>
          ${rich(t.goThere, { other })}
        </button>
        <button class="button" part="button" type="button" @click=${() => void this.#stay()}>
          ${rich(t.stayHere, { here })}
        </button>
      </div>
    </div>`;
  }

  async #ask(store: ShownStore, id: string): Promise<void> {
    this.#asked = id;
    // An account that can't be read any more has still taken this page's place.
    const name = await store.name(id).catch(() => id);
    this.#named = { id, name };
    this.#host.requestUpdate();
  }

  async #stay(): Promise<void> {
    const { store, t, here, say } = this.#deps();
    await store?.stay().then(
      () => {
        say(t.stayed({ here }));
        this.#host.focus();
      },
      () => undefined,
    );
  }
}
