import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Language } from '../i18n/language.js';
import { resolveGroup } from '../i18n/lookup.js';
import type { PartialStrings, StringGroup, Strings } from '../i18n/strings.js';

/** An element that speaks: CcElement is one. */
export interface StringsHost extends ReactiveControllerHost {
  readonly language: Language;
  readonly strings?: PartialStrings;
}

/**
 * The words of one group at the moment of drawing: element, then provider, then language pack, then English.
 *
 * @example
 * readonly #text = new StringsController(this, 'rolePicker', rolePicker);
 * // in render: this.#text.t.legend
 */
export class StringsController<Group extends StringGroup> implements ReactiveController {
  readonly #host: StringsHost;
  readonly #group: Group;
  readonly #english: Strings[Group];
  #language?: Language;
  #own?: PartialStrings;
  #resolved: Strings[Group];

  constructor(host: StringsHost, group: Group, english: Strings[Group]) {
    this.#host = host;
    this.#group = group;
    this.#english = english;
    this.#resolved = english;
    host.addController(this);
  }

  /** The resolved texts; each is a string or a function of named values. */
  get t(): Strings[Group] {
    const { language, strings } = this.#host;
    if (language !== this.#language || strings !== this.#own) {
      this.#language = language;
      this.#own = strings;
      this.#resolved = resolveGroup(
        this.#group,
        this.#english,
        [...language.sources, strings],
        language.translate,
      );
    }
    return this.#resolved;
  }

  hostConnected(): void {
    // The nearest `lang` may be another one after a move.
    this.#language = undefined;
  }
}
