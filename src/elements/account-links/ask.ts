import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CcError } from '../../client/index.js';
import { limits } from '../../domain/index.js';
import type { LinksStore } from '../../stores/links.js';
import { icon } from '../base/icons/icon.js';
import { circleAlert } from '../base/icons/shapes.js';
import { perform } from '../base/perform.js';
import { problemText, type ProblemTexts } from '../base/problem-text.js';
import {
  CcAccountAddOpenedEvent,
  CcAccountAddRequestEvent,
  CcLinkCreatedEvent,
  CcLinkCreateRequestEvent,
} from './account-links.events.js';
import { otherOf, type LinksHost, type LinkWords } from './view.js';

export interface AskDeps {
  readonly store: LinksStore | undefined;
  readonly words: LinkWords;
  readonly problems: ProblemTexts;
  /** Does a partner ask, or a client that offers itself? */
  readonly partner: boolean;
  say(text: string): void;
}

type Choice = 'existing' | 'new' | undefined;

/** What is wrong, and with which field. */
interface Fault {
  readonly at: 'choice' | 'code' | 'note' | 'form';
  readonly text: string;
}

/** Asks the other side. "Existing or new?" comes first, so that no second empty account is made (L05). */
export class AskForm {
  open = false;
  readonly #host: LinksHost;
  readonly #deps: () => AskDeps;
  #step: 'first' | 'code' = 'first';
  #choice: Choice;
  #code = '';
  #note = '';
  #busy = false;
  #error: Fault | undefined;

  constructor(host: LinksHost, deps: () => AskDeps) {
    this.#host = host;
    this.#deps = deps;
  }

  readonly show = (): void => {
    this.open = true;
    this.#reset();
    void this.#focus('[name=which], #link-code');
  };

  template(): TemplateResult {
    const { partner, words } = this.#deps();
    const { t } = words;
    const first = partner && this.#step === 'first';
    const error = this.#error;
    return html`<form class="ask" part="form" novalidate @submit=${this.#onSubmit}>
      <h3 class="state-heading" part="heading">${partner ? t.askTitle : t.askTitleClient}</h3>
      ${first ? this.#firstStep(words) : this.#codeStep(words, partner)}
      ${
        error?.at === 'form'
          ? html`<p class="field-error" part="error" role="alert">
              ${icon(circleAlert)}<span>${error.text}</span>
            </p>`
          : nothing
      }
      <div class="buttons" part="actions">
        <button
          class="button primary ${this.#busy ? 'busy' : ''}"
          part="button-primary"
          type="submit"
          aria-disabled=${this.#busy ? 'true' : nothing}
        >
          ${this.#busy ? html`<span class="spinner" part="spinner"></span>` : nothing}
          <span>${first ? t.next : t.ask}</span>
        </button>
        ${
          partner && !first
            ? html`<button class="button" part="button" type="button" @click=${this.#onBack}>
                ${t.back}
              </button>`
            : nothing
        }
        ${
          this.#host.mode === 'ask'
            ? nothing
            : html`<button class="button ghost" part="button" type="button" @click=${this.#onCancel}>
                ${words.common.cancel}
              </button>`
        }
      </div>
    </form>`;
  }

  #firstStep({ t }: LinkWords): TemplateResult {
    const choices = [
      ['existing', t.existing, t.existingText],
      ['new', t.fresh, t.freshText],
    ] as const;
    const error = this.#error?.at === 'choice' ? this.#error.text : undefined;
    return html`<fieldset class="field" aria-describedby=${error ? 'choice-error' : nothing}>
      <legend class="label" part="label">${t.askFirst}</legend>
      <div class="cards ${error ? 'invalid' : ''}">
        ${choices.map(
          ([value, name, text]) =>
            html`<label class="card">
              <input
                type="radio"
                name="which"
                value=${value}
                aria-labelledby=${`which-${value}-name`}
                aria-describedby=${`which-${value}`}
                .checked=${live(this.#choice === value)}
                @change=${() => {
                  this.#choice = value;
                  this.#say(undefined);
                }}
              />
              <span class="card-name" id=${`which-${value}-name`}>${name}</span>
              <span class="card-text" id=${`which-${value}`}>${text}</span>
            </label>`,
        )}
      </div>
      ${error ? html`<p id="choice-error" class="field-error" part="error">${icon(circleAlert)}<span>${error}</span></p>` : nothing}
    </fieldset>`;
  }

  #codeStep({ t }: LinkWords, partner: boolean): TemplateResult {
    const wrong = this.#error?.at === 'code' ? this.#error.text : undefined;
    const long = this.#error?.at === 'note' ? this.#error.text : undefined;
    return html`<div class="field">
        <label class="label" part="label" for="link-code">${t.code}</label>
        <div class="field-box ${wrong ? 'invalid' : ''}">
          <input
            id="link-code"
            class="ltr mono"
            part="field"
            type="text"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck="false"
            aria-required="true"
            aria-invalid=${wrong ? 'true' : nothing}
            aria-describedby="link-code-hint"
            .value=${live(this.#code)}
            @input=${(event: Event) => {
              this.#code = (event.target as HTMLInputElement).value;
              if (this.#error) this.#say(undefined);
            }}
          />
        </div>
        <p id="link-code-hint" class=${wrong ? 'field-error' : 'field-hint'} part=${wrong ? 'error' : 'hint'}>
          ${wrong ? html`${icon(circleAlert)}<span>${wrong}</span>` : partner ? t.codeHintOfClient : t.codeHintOfPartner}
        </p>
      </div>
      <div class="field">
        <label class="label" part="label" for="link-note">${t.note}</label>
        <div class="field-box ${long ? 'invalid' : ''}">
          <textarea
            id="link-note"
            part="field"
            rows="3"
            aria-invalid=${long ? 'true' : nothing}
            aria-describedby="link-note-hint"
            .value=${live(this.#note)}
            @input=${(event: Event) => {
              this.#note = (event.target as HTMLTextAreaElement).value;
              if (this.#error) this.#say(undefined);
            }}
          ></textarea>
        </div>
        <p id="link-note-hint" class=${long ? 'field-error' : 'field-hint'} part=${long ? 'error' : 'hint'}>
          ${long ?? t.noteHint}
        </p>
      </div>
      <p class="secondary muted">${t.askEffect}</p>`;
  }

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    if (this.#busy) return;
    const { partner } = this.#deps();
    if (partner && this.#step === 'first') this.#goOn();
    else void this.#send();
  };

  #goOn(): void {
    const { t } = this.#deps().words;
    if (!this.#choice) {
      this.#say({ at: 'choice', text: t.choose });
      void this.#focus('[name=which]');
      return;
    }
    if (this.#choice === 'existing') {
      this.#step = 'code';
      this.#say(undefined);
      void this.#focus('#link-code');
      return;
    }
    const accountId = this.#host.stores?.accountId ?? '';
    const request = new CcAccountAddRequestEvent({ accountId, input: {} });
    const opened = () => new CcAccountAddOpenedEvent({ accountId });
    void perform(this.#host, request, () => Promise.resolve(), opened);
  }

  async #send(): Promise<void> {
    const { store, words, problems, partner, say } = this.#deps();
    const { t } = words;
    const linkCode = this.#code.trim();
    const note = this.#note.trim();
    const over = [...note].length - limits.linkNoteChars;
    if (!linkCode) return this.#wrong('code', t.codeMissing);
    if (over > 0) return this.#wrong('note', t.noteTooLong({ count: over }));
    const accountId = this.#host.stores?.accountId ?? '';
    const input = { linkCode, ...(note && { note }) };
    const request = new CcLinkCreateRequestEvent({ accountId, input });
    this.#busy = true;
    this.#say(undefined);
    const outcome = await perform(
      this.#host,
      request,
      async (draft) => {
        if (!store) throw new Error('No client');
        return store.request({ ...draft, [partner ? 'parentId' : 'childId']: accountId });
      },
      (link) => new CcLinkCreatedEvent({ accountId, link }),
    );
    this.#busy = false;
    if (outcome.state === 'failed') {
      const { code } = outcome.error as Partial<CcError>;
      if (outcome.silent) return this.#host.requestUpdate();
      return this.#wrong(
        code === 'link_code_invalid' ? 'code' : 'form',
        problemText(problems, outcome.error),
      );
    }
    this.#host.requestUpdate();
    if (outcome.state === 'vetoed') return;
    this.open = false;
    this.#reset();
    say(t.asked({ name: otherOf(outcome.result).name }));
    await this.#focus('.title');
  }

  #wrong(at: 'code' | 'note' | 'form', text: string): void {
    this.#say({ at, text });
    if (at !== 'form') void this.#focus(at === 'code' ? '#link-code' : '#link-note');
  }

  readonly #onBack = (): void => {
    this.#step = 'first';
    this.#say(undefined);
    void this.#focus('[name=which]:checked');
  };

  readonly #onCancel = (): void => {
    this.open = false;
    this.#host.requestUpdate();
    void this.#focus('.ask-open');
  };

  #reset(): void {
    this.#step = 'first';
    this.#choice = undefined;
    this.#code = '';
    this.#note = '';
    this.#say(undefined);
  }

  #say(error: Fault | undefined): void {
    this.#error = error;
    this.#host.requestUpdate();
  }

  async #focus(selector: string): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
