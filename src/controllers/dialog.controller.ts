import type { ReactiveController } from 'lit';
import { AnnounceController, type AnnounceHost } from './announce.controller.js';

export interface DialogOptions {
  /** The native dialog, once drawn. */
  dialog(): HTMLDialogElement | null | undefined;
  /**
   * Asked on Escape and on a system back gesture; `false` keeps the dialog open, for instance to ask about
   * typed text first (I13).
   */
  mayClose?(): boolean;
  /** After the dialog closed in whatever way and focus went back. */
  closed?(): void;
}

/** How long a confirming button ignores presses after opening, against clicks aimed at something else (T23). */
const settleTime = 500;

/** A modal native dialog: opening, guarded Escape, focus back to where it came from, announcements inside. */
export class DialogController implements ReactiveController {
  readonly #host: AnnounceHost;
  readonly #options: DialogOptions;
  readonly #announce: AnnounceController;
  #dialog: HTMLDialogElement | undefined;
  #opener: HTMLElement | undefined;
  /** What had focus when it opened: the browser gives it back there by itself. */
  #before: HTMLElement | undefined;
  #openedAt = 0;

  constructor(host: AnnounceHost, options: DialogOptions) {
    this.#host = host;
    this.#options = options;
    this.#announce = new AnnounceController(host);
    host.addController(this);
  }

  get open(): boolean {
    return this.#dialog?.open ?? false;
  }

  /** False in the first half second, in which a dangerous button must not act. */
  get settled(): boolean {
    return this.open && performance.now() - this.#openedAt >= settleTime;
  }

  /** Opens the dialog; focus returns to `opener`, or to what had it, when it closes. */
  async show(opener: HTMLElement | undefined = focused()): Promise<void> {
    await this.#host.updateComplete;
    const dialog = this.#options.dialog();
    // The element may have left the page meanwhile.
    if (!dialog?.isConnected || dialog.open) return;
    if (this.#dialog === dialog) this.#forget(dialog);
    this.#opener = opener;
    this.#before = focused();
    this.#listen(dialog);
    dialog.showModal();
    this.#openedAt = performance.now();
    this.#announce.enter(dialog);
  }

  /** Closes without asking. */
  close(): void {
    this.#dialog?.close();
  }

  hostDisconnected(): void {
    // The browser closes a removed dialog silently, so nothing would put focus and announcements back.
    const dialog = this.#dialog;
    queueMicrotask(() => {
      if (dialog && !dialog.isConnected) this.#forget(dialog);
    });
  }

  #listen(dialog: HTMLDialogElement): void {
    this.#dialog = dialog;
    dialog.addEventListener('keydown', this.#onKeydown);
    dialog.addEventListener('cancel', this.#onCancel);
    dialog.addEventListener('close', this.#onClose);
  }

  #forget(dialog: HTMLDialogElement): void {
    dialog.removeEventListener('keydown', this.#onKeydown);
    dialog.removeEventListener('cancel', this.#onCancel);
    dialog.removeEventListener('close', this.#onClose);
    this.#announce.leave(dialog);
    if (this.#dialog === dialog) this.#dialog = undefined;
  }

  // A browser lets the page stop only the first of two Escapes, so the guard looks at the key itself.
  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && !event.defaultPrevented && !this.#mayClose()) event.preventDefault();
  };

  readonly #onCancel = (event: Event): void => {
    if (event.target === this.#dialog && !this.#mayClose()) event.preventDefault();
  };

  readonly #onClose = (event: Event): void => {
    const dialog = this.#dialog;
    // The browser tells a moment later; whoever opened the dialog again meanwhile keeps it.
    if (!dialog || event.target !== dialog || dialog.open) return;
    this.#forget(dialog);
    const now = focused();
    // A person with quick fingers may have gone on from there already.
    const moved = now && now !== this.#before && !isInside(dialog, now);
    if (this.#opener?.isConnected && !moved) this.#opener.focus();
    this.#opener = this.#before = undefined;
    this.#options.closed?.();
  };

  #mayClose(): boolean {
    return this.#options.mayClose?.() ?? true;
  }
}

/** What has focus now, looked up through open shadow roots. */
function focused(): HTMLElement | undefined {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement && active !== document.body ? active : undefined;
}

/** Whether it stands in the dialog, also through shadow roots. */
function isInside(dialog: HTMLDialogElement, node: Node): boolean {
  for (let at: Node | undefined = node; at; at = (at.getRootNode() as ShadowRoot).host)
    if (dialog.contains(at)) return true;
  return false;
}
