import { LitElement, type PropertyValues, type ReactiveController } from 'lit';
import { property } from 'lit/decorators.js';
import type { CcClient, Clock } from '../../client/index.js';
import {
  languageContext,
  scopeContext,
  settingsContext,
  type Density,
  type Settings,
} from '../../context/keys.js';
import { collectLateRequests } from '../../context/root.js';
import { consume } from '../../context/use.js';
import { languageAt, type Language } from '../../i18n/language.js';
import type { PartialStrings } from '../../i18n/strings.js';
import { Scope } from '../../stores/scope.js';
import { booleanAttribute } from './boolean.js';
import type { CcElementClass } from './define.js';
import type { CcRequestEvent } from './events.js';
import { perform, type Facts, type Outcome } from './perform.js';
import { VERSION } from './version.js';

/** States a host may style with `:state()`. */
export type CustomState = 'busy' | 'empty' | 'failed' | 'refused' | 'narrow' | 'selecting';

const focusable = 'a[href], button, input, select, textarea, summary, [tabindex]';

/**
 * The ground of every element: where client, account and words come from, and how an act is asked and told.
 *
 * Subclasses set `static tag`, list the elements they draw in `static uses`, and call `super` first in every
 * lifecycle method.
 */
export abstract class CcElement extends LitElement {
  static readonly tag: string = '';
  static readonly version: string = VERSION;
  static readonly uses: readonly CcElementClass[] = [];
  /** Set by `define`: the first word of this class's tag and of the tags inside it. */
  static readonly prefix: string = 'cc';
  /** Set by `define`: the scoped registry this class and the elements inside it belong to. */
  static readonly registry: CustomElementRegistry | undefined = undefined;

  /** A client of its own, in place of the provider's. */
  @property({ attribute: false }) client?: CcClient;
  /** The account to work on, in place of the provider's. */
  @property({ attribute: 'account-id' }) accountId?: string;
  /** Words of its own; what is not given comes from the provider. */
  @property({ attribute: false }) strings?: PartialStrings;
  /** Shows everything and changes nothing. */
  @property({ converter: booleanAttribute, reflect: true }) readonly = false;
  /** Row and control height, in place of the provider's: `compact`, `normal` or `touch`. */
  @property({ reflect: true }) density?: Density;

  // First: controllers made by the fields below register here.
  readonly #refreshable: (ReactiveController & { refresh(): Promise<void> })[] = [];
  readonly #outerScope = consume(this, scopeContext);
  readonly #outerLanguage = consume(this, languageContext);
  readonly #outerSettings = consume(this, settingsContext);
  #ownScope: Scope | undefined;
  #placeLanguage: Language | undefined;
  #internals: ElementInternals | undefined;

  /** The stores of the client and account in force here; undefined until there is a client. */
  get stores(): Scope | undefined {
    return this.#ownScope ?? this.#outerScope.value;
  }

  /** Locale, direction and words in force here. */
  get language(): Language {
    return this.#outerLanguage.value ?? (this.#placeLanguage ??= languageAt(this));
  }

  /** Read-only, density and announcements in force here. */
  get settings(): Settings {
    const outer = this.#outerSettings.value;
    return {
      readonly: this.readonly || (outer?.readonly ?? false),
      density: this.density ?? outer?.density,
      announcer: outer?.announcer,
    };
  }

  protected get internals(): ElementInternals {
    return (this.#internals ??= this.attachInternals());
  }

  override addController(controller: ReactiveController & { refresh?(): Promise<void> }): void {
    super.addController(controller);
    if (controller.refresh)
      this.#refreshable.push(controller as ReactiveController & { refresh(): Promise<void> });
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const { registry } = this.constructor as typeof CcElement;
    if (registry) this.renderOptions.creationScope = scopedTo(registry);
    return super.createRenderRoot();
  }

  override connectedCallback(): void {
    collectLateRequests(this.ownerDocument);
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#outerScope.value = undefined;
    this.#outerLanguage.value = undefined;
    this.#outerSettings.value = undefined;
    this.#placeLanguage = undefined;
    // Moving an element disconnects and connects it at once; its own stores must survive that.
    queueMicrotask(() => {
      if (!this.isConnected) this.#endOwnScope();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#settleScope();
    this.beforeStores();
    // Before subclasses prepare what they draw: Lit itself would tell the controllers only afterwards.
    for (const controller of this.#refreshable) controller.hostUpdate?.();
  }

  /** Loads this element's data again. */
  async refresh(): Promise<void> {
    await Promise.all(this.#refreshable.map((controller) => controller.refresh()));
  }

  /** Moves focus to the first control, once it is drawn. */
  override focus(options?: FocusOptions): void {
    if (this.hasUpdated) this.focusTarget?.focus(options);
    else void this.updateComplete.then(() => this.focusTarget?.focus(options));
  }

  /** What `focus()` goes to; the first control that can take it unless a subclass knows better. */
  protected get focusTarget(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(focusable);
  }

  /** Client and account are known and no store is listened to yet: what one must know before it asks is told here. */
  protected beforeStores(): void {
    // Most stores need nothing but the account.
  }

  /** Asks, acts, tells: see `perform`. */
  protected perform<Input, Result>(
    request: CcRequestEvent<Input, Result>,
    action: (input: Input) => Promise<Result>,
    facts?: Facts<Result>,
    retry?: () => unknown,
  ): Promise<Outcome<Result>> {
    return perform(this, request, action, facts, retry);
  }

  /** Switches a state that hosts style with `:state(name)`. */
  protected setState(name: CustomState, on: boolean): void {
    if (on) this.internals.states.add(name);
    else this.internals.states.delete(name);
  }

  // A provider has more to say about these than its properties do.
  protected get ownClient(): CcClient | undefined {
    return this.client;
  }
  protected get ownAccountId(): string | undefined {
    return this.accountId;
  }
  protected get ownClock(): Clock | undefined {
    return undefined;
  }

  #settleScope(): void {
    const outer = this.#outerScope.value;
    const client = this.ownClient ?? outer?.client;
    const accountId = this.ownAccountId ?? outer?.accountId ?? '';
    const shared = client === outer?.client && accountId === outer?.accountId;
    const kept = this.#ownScope?.client === client && this.#ownScope?.accountId === accountId;
    if (!shared && client && kept) return;
    this.#endOwnScope();
    if (!shared && client)
      this.#ownScope = new Scope({ client, accountId, clock: this.ownClock ?? outer?.clock });
  }

  #endOwnScope(): void {
    this.#ownScope?.dispose();
    this.#ownScope = undefined;
  }
}

/** Lets Lit make the elements of its templates in a scoped registry. */
function scopedTo(registry: CustomElementRegistry): { importNode(node: Node): Node } {
  return { importNode: (node) => document.importNode(node, { customElementRegistry: registry }) };
}
