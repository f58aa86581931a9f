import type { ReactiveControllerHost } from 'lit';
import { common } from '../i18n/en/common.js';
import { fullTime, relativeTime, shortDate } from '../i18n/format.js';
import { createTicker } from '../stores/ticker.js';
import { StoreController, type StoreHost } from './store.controller.js';
import { StringsController, type StringsHost } from './strings.controller.js';

/** Relative times that stay true: all of a scope share one timer, which rests while nobody shows a time. */
export class TimeController {
  readonly #host: StringsHost & StoreHost & ReactiveControllerHost;
  readonly #ticker: StoreController<ReturnType<typeof createTicker>>;
  readonly #words: StringsController<'common'>;

  constructor(host: StringsHost & StoreHost & ReactiveControllerHost) {
    this.#host = host;
    this.#ticker = new StoreController(host, createTicker, { withoutAccount: true });
    this.#words = new StringsController(host, 'common', common);
  }

  get now(): Date {
    return this.#ticker.store?.$now.get() ?? this.#host.stores?.clock.now() ?? new Date();
  }

  /** "3 hours ago". */
  relative(at: string | Date): string {
    return relativeTime(new Date(at), this.now, this.#host.language, this.#words.t);
  }

  /** "18 Nov". */
  short(at: string | Date): string {
    return shortDate(new Date(at), this.now, this.#host.language);
  }

  /** The whole date and time, for a `title`. */
  full(at: string | Date): string {
    return fullTime(new Date(at), this.#host.language);
  }
}
