import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { pageClock, type Clock } from '../../client/clock.js';
import { createClient, type CcClient, type ClientOptions } from '../../client/index.js';
import { languageContext, scopeContext, settingsContext } from '../../context/keys.js';
import { provide } from '../../context/use.js';
import { LiveAnnouncer } from '../../controllers/announcer.js';
import { directionOf, usableLocale, type Language, type Translate } from '../../i18n/language.js';
import { CcElement } from '../base/cc-element.js';
import type { Brand } from './brand.js';
import { readConfig } from './config.js';
import { LocalePacks, type LoadLocale } from './packs.js';
import { CcConnectedEvent, CcSignedOutEvent } from './provider.events.js';
import { providerStyles } from './provider.styles.js';

/** A backend in browser memory, for `demo`: its client, and what the page needs to go with it. */
export interface Demo {
  readonly client: CcClient;
  /** The account that the scenario is about. */
  readonly accountId: string;
  readonly clock?: Clock;
}

/**
 * Gives client, account, language and look to all elements inside it. Providers nest: what an inner one does not
 * say comes from the outer one.
 *
 * @tagname cc-provider
 * @status experimental
 *
 * @example
 * <cc-provider base-url="/v1" account-id="acc_…">
 *   <cc-user-roster></cc-user-roster>
 * </cc-provider>
 *
 * @slot - The page, or a part of it.
 * @slot config - A `<script type="application/json">` with properties; attributes and properties win over it.
 *
 * @event {CcConnectedEvent} cc-connected - There is a client: elements inside can work.
 * @event {CcSignedOutEvent} cc-signed-out - Nobody is signed in any more.
 */
export class CcProvider extends CcElement {
  static override readonly tag: string = 'cc-provider';
  static override styles = providerStyles;
  /** Brings the backend for `demo`; set where this class is registered, so that no other page loads it. */
  static loadDemo: ((scenario: string) => Promise<Demo>) | undefined;

  /** Where the API lives, such as `/v1`; resolved against the page. */
  @property({ attribute: 'base-url' }) baseUrl?: string;
  /** BCP 47; the nearest `lang` when absent. */
  @property() locale?: string;
  /** IANA time zone of dates; the page's own when absent. */
  @property({ attribute: 'time-zone' }) timeZone?: string;
  /** `inherit` follows the page's colour scheme; `light`, `dark` and `auto` decide it. */
  @property({ reflect: true }) theme?: 'inherit' | 'light' | 'dark' | 'auto';
  /** Name of a scenario: runs without any backend. */
  @property() demo?: string;
  /** Brings the host's token; without it, or where it answers null, cookies identify the person. */
  @property({ attribute: false }) getToken?: ClientOptions['getToken'];
  /** In place of the page's `fetch`. */
  @property({ attribute: false }) fetch?: typeof globalThis.fetch;
  /** Values for the public tokens. */
  @property({ attribute: false }) brand?: Brand;
  /** The host's own message system; called `translateWith`, since every HTML element has a `translate` already. */
  @property({ attribute: false }) translateWith?: Translate;
  /** Brings a language pack by its name. */
  @property({ attribute: false }) loadLocale?: LoadLocale;
  /** Timing and codes of calls, for the host's own monitoring. */
  @property({ attribute: false }) onDiagnostic?: ClientOptions['onDiagnostic'];
  /** The time, for tests and simulations. */
  @property({ attribute: false }) clock: Clock = pageClock;

  readonly #scope = provide(this, scopeContext, undefined);
  readonly #language = provide(this, languageContext, undefined);
  readonly #settings = provide(this, settingsContext, undefined);
  readonly #packs = new LocalePacks(this);
  #made: CcClient | undefined;
  #demo: Demo | undefined;
  #announcer: LiveAnnouncer | undefined;
  #unsubscribe: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#readConfig();
    this.#announcer = new LiveAnnouncer(this, { now: () => this.clock.now() });
    if (this.hasUpdated) this.#listen(this.ownClient);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#announcer?.dispose();
    this.#announcer = undefined;
    this.#listen(undefined);
  }

  /** Loads everything inside again. */
  override async refresh(): Promise<void> {
    await this.stores?.refresh();
  }

  protected override get ownClient(): CcClient | undefined {
    return this.client ?? this.#demo?.client ?? this.#made;
  }
  protected override get ownAccountId(): string | undefined {
    return this.accountId ?? this.#demo?.accountId;
  }
  protected override get ownClock(): Clock | undefined {
    return this.#demo?.clock ?? this.clock;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('baseUrl') || changed.has('client')) this.#makeClient();
    if (changed.has('demo')) void this.#loadDemo();
    super.willUpdate(changed);
    const before = this.#scope.value;
    this.#scope.value = this.stores;
    this.#language.value = this.#speak();
    this.#settings.value = { ...this.settings, announcer: this.#announcer };
    if (changed.has('brand')) void this.#dress(changed.get('brand'));
    if (this.stores && this.stores !== before) this.#connected();
  }

  protected override render(): TemplateResult {
    return html`<slot></slot><slot name="config" hidden @slotchange=${this.#readConfig}></slot>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (!changed.has('locale') || !this.locale) return;
    // So that text direction, hyphenation and speech follow, also for what the host puts inside.
    this.lang = usableLocale(this.locale);
    this.dir = directionOf(this.lang);
  }

  #makeClient(): void {
    const { baseUrl } = this;
    this.#made =
      this.client || !baseUrl
        ? undefined
        : createClient({
            baseUrl,
            // Asked late, so that the host may set or replace them at any time.
            getToken: (need) => this.getToken?.(need) ?? null,
            fetch: (input, init) => (this.fetch ?? globalThis.fetch)(input, init),
            onDiagnostic: (diagnostic) => this.onDiagnostic?.(diagnostic),
            clock: this.clock,
          });
  }

  async #loadDemo(): Promise<void> {
    const scenario = this.demo;
    const { loadDemo } = this.constructor as typeof CcProvider;
    this.#demo = undefined;
    if (scenario === undefined || !loadDemo) return;
    const demo = await loadDemo(scenario || 'northwind');
    if (scenario !== this.demo) return;
    this.#demo = demo;
    this.requestUpdate();
  }

  /** What the elements inside speak: own words over the pack, over what an outer provider says in the same language. */
  #speak(): Language {
    const outer = super.language;
    const locale = this.locale ? usableLocale(this.locale) : outer.locale;
    const same = locale === outer.locale;
    const own = this.strings ? [this.strings] : [];
    return this.#same({
      locale,
      dir: this.locale ? directionOf(locale) : outer.dir,
      timeZone: this.timeZone ?? outer.timeZone,
      sources: [...this.#packs.for(locale, this.loadLocale), ...(same ? outer.sources : []), ...own],
      translate: this.translateWith ?? outer.translate,
    });
  }

  /** The value from before if nothing in it changed, so that nobody redraws in vain. */
  #same(next: Language): Language {
    const last = this.#language.value;
    const equal =
      last &&
      last.locale === next.locale &&
      last.dir === next.dir &&
      last.timeZone === next.timeZone &&
      last.translate === next.translate &&
      last.sources.length === next.sources.length &&
      last.sources.every((source, index) => source === next.sources[index]);
    return equal ? last : next;
  }

  /** Checks and applies a brand; the checks load only with one. */
  async #dress(before: Brand | undefined): Promise<void> {
    const { applyBrand } = await import('./brand.js');
    applyBrand(this.brand, this, before);
  }

  #connected(): void {
    const { client, accountId } = this.stores ?? {};
    // An inner provider with the same client leaves the telling to the outer one.
    this.#listen(this.ownClient);
    if (client) this.dispatchEvent(new CcConnectedEvent({ accountId: accountId ?? '' }));
  }

  #listen(client: CcClient | undefined): void {
    this.#unsubscribe?.();
    this.#unsubscribe = client?.subscribe('signed-out', ({ reason }) => {
      this.dispatchEvent(new CcSignedOutEvent({ reason }));
    });
  }

  /** What the markup's JSON says, where neither attribute nor property has said it. */
  readonly #readConfig = (): void => {
    const target = this as unknown as Record<string, unknown>;
    for (const [name, value] of Object.entries(readConfig(this))) {
      if (target[name] === undefined || (name === 'readonly' && !this.readonly)) target[name] = value;
    }
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-provider': CcProvider;
  }
}
