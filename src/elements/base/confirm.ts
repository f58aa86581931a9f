import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { AnnounceHost } from '../../controllers/announce.controller.js';
import { DialogController } from '../../controllers/dialog.controller.js';
import { icon } from './icons/icon.js';
import { circleAlert, x } from './icons/shapes.js';

/** One consequence, said before the click. */
export interface Effect {
  /** An icon shape. */
  readonly icon: string;
  readonly text: unknown;
}

export interface FieldState {
  /** The last press was refused; the sentence has the id `confirm-failure`. */
  readonly invalid: boolean;
  /** What Enter does in the field. */
  confirm(): void;
}

export interface Question {
  readonly title: unknown;
  /** Whom or what it is about, above the consequences. */
  readonly subject?: unknown;
  /** What is typed first, above the consequences; it has focus, and keeps what was typed when the act failed. */
  readonly field?: (state: FieldState) => unknown;
  readonly effects: readonly Effect[];
  /** The verb on the confirming button; without one it is an explanation, and only the safe button is there. */
  readonly label?: unknown;
  /** The word on the safe button, in place of "Cancel". */
  readonly safeLabel?: string;
  /** Takes something away: the button is filled in the danger colour. */
  readonly danger?: boolean;
  /** Asked in the middle of a press on Enter: the safe button, too, ignores what was meant for what lay there before. */
  readonly steady?: boolean;
  /** A gentler way, offered beside the safe button. */
  readonly instead?: { readonly label: string; act(): void };
  /** Does it; the sentence to show when it failed. */
  act?(): Promise<unknown>;
  /** After the dialog is gone, for focus where the opener has gone with it. */
  closed?(): void;
}

export interface ConfirmWords {
  readonly cancel: string;
  readonly close: string;
}

export interface ConfirmHost extends AnnounceHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/**
 * Asks before something that can't be taken back: an `alertdialog` described by its consequences, with focus on
 * the safe button. The confirming button is dead for the first half second, against a click that was meant for
 * what lay there before (T23). It stays open until the act succeeded, and says so when it did not.
 */
export class ConfirmController implements ReactiveController {
  readonly #host: ConfirmHost;
  readonly #dialog: DialogController;
  #question: Question | undefined;
  #busy = false;
  #failure: unknown;

  constructor(host: ConfirmHost) {
    this.#host = host;
    this.#dialog = new DialogController(host, {
      dialog: () => host.renderRoot.querySelector<HTMLDialogElement>('dialog.confirm'),
      closed: () => {
        const question = this.#question;
        this.#forget();
        question?.closed?.();
      },
    });
    host.addController(this);
  }

  get open(): boolean {
    return this.#question !== undefined;
  }

  /** Asks; focus goes back to `opener` afterwards, if it is still there. */
  async ask(question: Question, opener: HTMLElement | undefined): Promise<void> {
    const before = this.#question;
    const instead = before !== undefined && this.#dialog.open;
    this.#question = question;
    this.#busy = false;
    this.#failure = undefined;
    this.#host.requestUpdate();
    await this.#dialog.show(opener);
    // In place of another question: the button that had focus may be gone.
    if (before && !instead) before.closed?.();
    if (instead) this.#host.renderRoot.querySelector<HTMLElement>('dialog.confirm [autofocus]')?.focus();
  }

  close(): void {
    this.#dialog.close();
  }

  hostDisconnected(): void {
    this.#forget();
  }

  /** The dialog, to be drawn in the host's shadow tree; nothing while there is no question. */
  template(words: ConfirmWords): TemplateResult | typeof nothing {
    const question = this.#question;
    if (!question) return nothing;
    return html`<dialog
      class="dialog confirm"
      part="dialog"
      role=${question.field ? 'dialog' : 'alertdialog'}
      aria-labelledby="confirm-title"
      aria-describedby="confirm-effects"
    >
      <div class="dialog-head">
        <h2 id="confirm-title" class="title" part="heading">${question.title}</h2>
        <button
          class="button icon-button"
          part="button"
          type="button"
          aria-label=${words.close}
          @click=${this.#onSafe}
        >
          ${icon(x)}
        </button>
      </div>
      <div class="dialog-body">
        ${question.subject ?? nothing}
        ${question.field ? [question.field(this.#fieldState), this.#failed()] : nothing}
        <ul id="confirm-effects" class="effects">
          ${question.effects.map(
            (effect) =>
              html`<li class="effect">
                ${icon(effect.icon, { tone: 'muted' })}<span>${effect.text}</span>
              </li>`,
          )}
        </ul>
        ${question.field ? nothing : this.#failed()}
      </div>
      <div class="dialog-foot">
        ${
          question.instead
            ? html`<button class="button ghost instead" part="button" type="button" @click=${this.#onInstead}>
                ${question.instead.label}
              </button>`
            : nothing
        }
        <button class="button" part="button" type="button" autofocus @click=${this.#onSafe}>
          ${question.safeLabel ?? words.cancel}
        </button>
        ${question.label === undefined ? nothing : this.#confirmButton(question)}
      </div>
    </dialog>`;
  }

  get #fieldState(): FieldState {
    return { invalid: this.#failure !== undefined, confirm: () => void this.#onConfirm() };
  }

  #failed(): TemplateResult {
    return html`<p
      id="confirm-failure"
      class="field-error"
      part="error"
      role="alert"
      ?hidden=${!this.#failure}
    >
      ${this.#failure ? html`${icon(circleAlert)}<span>${this.#failure}</span>` : nothing}
    </p>`;
  }

  #confirmButton({ label, danger }: Question): TemplateResult {
    const busy = this.#busy;
    return html`<button
      class="button submit ${danger ? 'danger' : 'primary'} ${busy ? 'busy' : ''}"
      part="button-primary"
      type="button"
      aria-disabled=${busy ? 'true' : nothing}
      @click=${this.#onConfirm}
    >
      ${busy ? html`<span class="spinner" part="spinner"></span>` : nothing}<span>${label}</span>
    </button>`;
  }

  readonly #onSafe = (): void => {
    if (this.#question?.steady && !this.#dialog.settled) return;
    this.close();
  };

  readonly #onInstead = (): void => {
    const { instead } = this.#question ?? {};
    this.close();
    instead?.act();
  };

  readonly #onConfirm = async (): Promise<void> => {
    const question = this.#question;
    if (!question || this.#busy || !this.#dialog.settled) return;
    this.#busy = true;
    this.#failure = undefined;
    this.#host.requestUpdate();
    const failure = await question.act?.();
    if (this.#question !== question) return;
    this.#busy = false;
    this.#failure = failure;
    this.#host.requestUpdate();
    if (failure === undefined) this.close();
  };

  #forget(): void {
    this.#question = undefined;
    this.#busy = false;
    this.#failure = undefined;
    this.#host.requestUpdate();
  }
}
