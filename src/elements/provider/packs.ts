import type { ReactiveControllerHost } from 'lit';
import { fallbackChain, type LocalePack, type LocalePackInParts } from '../../i18n/language.js';
import type { PartialStrings } from '../../i18n/strings.js';

type Pack = LocalePack | LocalePackInParts;

/** Brings a language, or nothing if the host has none of that name. */
export type LoadLocale = (locale: string) => Promise<Pack | undefined> | Pack | undefined;

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
    const packs = found.filter((pack) => pack !== undefined).reverse();
    const parts = packs.some((pack) => 'parts' in pack) ? await import('../../i18n/parts.js') : undefined;
    // Another language may have been chosen meanwhile.
    const current = () => locale === this.#asked && load === this.#loader;
    if (!current() || packs.length === 0) return;
    this.#packs = packs.map((pack, index) =>
      parts && 'parts' in pack
        ? parts.sourceOf(pack, (source) => {
            if (!current()) return;
            this.#packs = this.#packs.with(index, source);
            this.#host.requestUpdate();
          })
        : pack.strings,
    );
    this.#host.requestUpdate();
  }
}

async function attempt(tag: string, load: LoadLocale): Promise<Pack | undefined> {
  try {
    return await load(tag);
  } catch (error) {
    console.warn(`The language "${tag}" could not be loaded; English is used instead.`, error);
    return undefined;
  }
}
