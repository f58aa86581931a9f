import { html, nothing, type TemplateResult } from 'lit';
import { AnnounceController } from '../../controllers/announce.controller.js';
import { StoreController } from '../../controllers/store.controller.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { rosterLive } from '../../i18n/en/roster-live.js';
import { createRosterLiveStore } from '../../stores/roster-live.js';
import type { Live } from './toolbar.js';
import type { Words } from './view.js';
import type { RosterWork } from './work.js';

/** At most one sentence in so long (visual.md 7): a busy account must not talk all the time. */
const sayAgainMs = 10_000;

/**
 * What others change while somebody looks: brought in at once where nothing moves, and held back with a count while
 * the person works on the rows. Loaded after the list is drawn.
 */
export class RosterLive {
  readonly #work: RosterWork;
  readonly #store: StoreController<ReturnType<typeof createRosterLiveStore>>;
  readonly #text: StringsController<'rosterLive'>;
  readonly #announce: AnnounceController;
  #held = false;
  #focusInRows = false;
  #pointerOnRows = false;
  #told = 0;
  #saidAt = -Infinity;
  #wasLost = false;

  constructor(work: RosterWork) {
    const { host } = work;
    this.#work = work;
    this.#store = new StoreController(host, createRosterLiveStore);
    this.#text = new StringsController(host, 'rosterLive', rosterLive);
    this.#announce = new AnnounceController(host);
    this.#focusInRows = inRows((host.renderRoot as ShadowRoot).activeElement);
  }

  /** How fresh the list is, what waits to be shown, and a way on where the connection is lost. */
  hint(live: Live | undefined, { t, common }: Words): TemplateResult | typeof nothing {
    const words = this.#text.t;
    const waiting = this.#waiting;
    if (waiting > 0) {
      return html`<span class="live" part="live"
        ><span class="numbers">${words.waiting({ count: waiting })}</span><span aria-hidden="true">·</span
        ><button class="link" part="button" type="button" @click=${this.#onShow}>
          ${words.showWaiting}
        </button></span
      >`;
    }
    if (this.#isLost) {
      return html`<span class="live old" part="live"
        ><span>${words.notLive({ when: this.#work.data.updated })}</span
        ><button class="link" part="button" type="button" @click=${this.#onRetry}>
          ${common.retry}
        </button></span
      >`;
    }
    if (!live) return nothing;
    return html`<span class="live ${live.old ? 'old' : ''}" part="live"
      >${t.updated({ when: live.when })}</span
    >`;
  }

  onFocusMove(event: FocusEvent): void {
    // While the page itself loses focus, the row keeps it; from row to row it was never outside.
    const { activeElement } = this.#work.host.renderRoot as ShadowRoot;
    this.#focusInRows = inRows(
      event.type === 'focusin' ? event.target : (event.relatedTarget ?? activeElement),
    );
    this.#settle();
  }

  /** Rows never move under the pointer either. */
  onPointer(event: PointerEvent): void {
    this.#pointerOnRows =
      event.type === 'pointerover' && event.pointerType === 'mouse' && inRows(event.target);
    this.#settle();
  }

  /** Before the rows are read: what follows from where the person is now. */
  look(): void {
    // A row that has gone took focus with it without a word.
    this.#focusInRows &&= inRows((this.#work.host.renderRoot as ShadowRoot).activeElement);
    this.#takeOutGone();
    this.#settle();
  }

  drawn(): void {
    this.#tell();
  }

  get #waiting(): number {
    return this.#store.store?.$waiting.get() ?? 0;
  }

  get #isLost(): boolean {
    return this.#store.store?.$state.get() === 'polling';
  }

  #settle(): void {
    const { acting, selecting, host } = this.#work;
    const asked = host.renderRoot.querySelector('dialog[open]') !== null || acting?.anchor !== undefined;
    const held = this.#focusInRows || this.#pointerOnRows || asked || selecting;
    if (held === this.#held) return;
    this.#held = held;
    this.#store.store?.hold(held);
  }

  /** R04: whose menu is open and who is gone elsewhere is taken out at once; the list says so and moves focus. */
  #takeOutGone(): void {
    const open = this.#work.acting?.menus.rowId;
    const { store } = this.#store;
    if (open !== undefined && store?.$gone.get().has(open)) store.drop(open);
  }

  #tell(): void {
    const waiting = this.#waiting;
    const words = this.#text.t;
    if (this.#isLost !== this.#wasLost) {
      this.#wasLost = this.#isLost;
      this.#announce.say(this.#isLost ? words.notLiveSaid : words.liveAgain);
    }
    const now = this.#work.host.stores?.clock.now().getTime() ?? 0;
    if (waiting > this.#told && now - this.#saidAt >= sayAgainMs) {
      this.#saidAt = now;
      this.#announce.say(words.waitingSaid({ count: waiting }));
    }
    this.#told = waiting;
  }

  readonly #onShow = (): void => {
    void this.#store.store?.show();
    // The button goes with what it showed.
    this.#work.control.focusSearch();
  };

  readonly #onRetry = (): void => {
    this.#store.store?.retry();
    void this.#work.host.refresh();
  };
}

function inRows(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('tbody') !== null;
}
