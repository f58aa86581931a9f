import { html, nothing, type TemplateResult } from 'lit';
import type { StoreController } from '../../controllers/store.controller.js';
import type { LinkCodeStore } from '../../stores/links.js';
import type { ConfirmController } from '../base/confirm.js';
import { copyNow } from '../base/copy.js';
import { icon } from '../base/icons/icon.js';
import { circleAlert, copy, link, rotateCw } from '../base/icons/shapes.js';
import { perform } from '../base/perform.js';
import { problemText, type ProblemTexts } from '../base/problem-text.js';
import { CcLinkCodeRotatedEvent, CcLinkCodeRotateRequestEvent } from './account-links.events.js';
import type { LinksHost, LinkWords } from './view.js';

export interface CodeDeps {
  readonly words: LinkWords;
  readonly problems: ProblemTexts;
  readonly confirm: ConfirmController;
  readonly partner: boolean;
  say(text: string): void;
}

/** The account's own link code: what the other side types to ask (R73). */
export class OwnCode {
  readonly #host: LinksHost;
  readonly #store: StoreController<LinkCodeStore>;
  readonly #deps: () => CodeDeps;
  #refused = false;

  constructor(host: LinksHost, store: StoreController<LinkCodeStore>, deps: () => CodeDeps) {
    this.#host = host;
    this.#store = store;
    this.#deps = deps;
  }

  template(): TemplateResult {
    const { words, partner } = this.#deps();
    const { t, common } = words;
    const { data, state } = this.#store.store?.$code.get() ?? { state: 'idle' };
    return html`<section class="own-code" aria-labelledby="code-title">
      <h3 class="state-heading" part="heading" id="code-title">${t.ownCode}</h3>
      <p class="muted">${partner ? t.ownCodeTextPartner : t.ownCodeText}</p>
      ${
        data
          ? html`<div class="code-line">
              <output class="code ltr mono" part="code" aria-labelledby="code-title">${data.code}</output>
              <button
                class="button"
                part="button"
                type="button"
                aria-label=${t.copyCode}
                @click=${() => void this.#copy(data.code)}
              >
                ${icon(copy)}<span>${t.copy}</span>
              </button>
              ${
                this.#host.settings.readonly
                  ? nothing
                  : html`<button class="button ghost" part="button" type="button" @click=${this.#onRotate}>
                      ${icon(rotateCw)}<span>${t.rotate}</span>
                    </button>`
              }
            </div>`
          : state === 'failed'
            ? html`<p class="field-error" part="error" role="alert">
                  ${icon(circleAlert)}<span>${t.codeFailed}</span>
                </p>
                <div>
                  <button
                    class="button"
                    part="button"
                    type="button"
                    @click=${() => void this.#store.store?.refresh()}
                  >
                    ${icon(rotateCw)}<span>${common.retry}</span>
                  </button>
                </div>`
            : html`<span class="skeleton" aria-hidden="true"></span>`
      }
      ${this.#refused ? html`<p class="field-error" part="error" role="alert">${t.copyRefused}</p>` : nothing}
    </section>`;
  }

  async #copy(code: string): Promise<void> {
    const { words, say } = this.#deps();
    this.#refused = !(await copyNow(code));
    this.#host.requestUpdate();
    if (!this.#refused) say(words.t.copied);
  }

  readonly #onRotate = (event: Event): void => {
    const { words, confirm, problems, say } = this.#deps();
    const { t } = words;
    const accountId = this.#host.stores?.accountId ?? '';
    let done = false;
    void confirm.ask(
      {
        title: t.rotateTitle,
        effects: [{ icon: link, text: t.rotateEffect }],
        label: t.rotateDo,
        act: async () => {
          const outcome = await perform(
            this.#host,
            new CcLinkCodeRotateRequestEvent({ accountId, input: {} }),
            async () => this.#store.store?.rotate(),
            () => new CcLinkCodeRotatedEvent({ accountId }),
          );
          done = outcome.state === 'done';
          return outcome.state === 'failed' ? problemText(problems, outcome.error) : undefined;
        },
        closed: () => {
          if (done) say(t.rotated);
        },
      },
      event.currentTarget as HTMLElement,
    );
  };
}
