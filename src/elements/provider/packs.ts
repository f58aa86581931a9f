import type { ReactiveControllerHost } from 'lit';
import { fallbackChain, type LocalePack } from '../../i18n/language.js';
import type { PartialStrings } from '../../i18n/strings.js';

/** Brings a language, or nothing if the host has none of that name. */
export type LoadLocale = (locale: string) => Promise<LocalePack | undefined> | LocalePack | undefined;

/** The language packs of one locale: region over language, English below both. */
export class LocalePacks {
  readonly #host: ReactiveControllerHost;
  #asked = '';
  #loader: LoadLocale | undefined;
  #packs: readonly PartialStrings[] = [];

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** What is loaded for the locale, weakest first; asks for the rest and draws the host again. */
  for(locale: string, load: LoadLocale | undefined): readonly PartialStrings[] {
    if (locale !== this.#asked || load !== this.#loader) {
      this.#asked = locale;
      this.#loader = load;
      this.#packs = [];
      if (load) void this.#load(locale, load);
    }
    return this.#packs;
  }

  async #load(locale: string, load: LoadLocale): Promise<void> {
    const wanted = fallbackChain(locale).filter((tag) => tag !== 'en');
    const found = await Promise.all(wanted.map((tag) => attempt(tag, load)));
    // Another language may have been chosen meanwhile.
    if (locale !== this.#asked || load !== this.#loader) return;
    this.#packs = found.flatMap((pack) => pack?.strings ?? []).reverse();
    if (this.#packs.length > 0) this.#host.requestUpdate();
  }
}

async function attempt(tag: string, load: LoadLocale): Promise<LocalePack | undefined> {
  try {
    return await load(tag);
  } catch (error) {
    console.warn(`The language "${tag}" could not be loaded; English is used instead.`, error);
    return undefined;
  }
}
