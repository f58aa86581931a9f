import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { doAct, productAreas, type ProductArea } from '../product.js';
import { areaPath, usersPath, type Route } from '../routes.js';
import '../single-billing.js';
import type { PageContext } from './index.js';

/** What a person may see of the product on an account: the portal's own menu, by capability (R13). */
@customElement('crew-product-menu')
export class CrewProductMenu extends LitElement {
  @property({ attribute: false }) accountId = '';
  @property({ attribute: false }) current = '';
  @state() private areas: readonly ProductArea[] = [];

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void productAreas().then((areas) => (this.areas = areas));
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.areas.length === 0 || !this.accountId) return nothing;
    return html`<nav class="product" aria-label="Product">
      <a href=${usersPath(this.accountId)} aria-current=${this.current === '' ? 'page' : nothing}>Users</a>
      ${this.areas.map(
        ({ id, name, capability }) => html`
          <cc-can capability=${capability} target-id=${this.accountId}>
            <a href=${areaPath(this.accountId, id)} aria-current=${id === this.current ? 'page' : nothing}>
              ${name}
            </a>
          </cc-can>
        `,
      )}
    </nav>`;
  }
}

/** One area of the product with what can be done there. Each act is decided once more by the server. */
@customElement('crew-product-area')
export class CrewProductArea extends LitElement {
  @property({ attribute: false }) accountId = '';
  @property({ attribute: false }) accountName = '';
  @property({ attribute: false }) areaId = '';
  @state() private area: ProductArea | undefined;
  @state() private outcome: { done: boolean; text: string } | undefined;
  @state() private busy = '';
  /** The page's own checks are left out, to see that the server does not need them. */
  @state() private unchecked = false;

  protected override createRenderRoot(): this {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('areaId') && !changed.has('accountId')) return;
    this.outcome = undefined;
    this.unchecked = false;
    void productAreas().then((areas) => (this.area = areas.find(({ id }) => id === this.areaId)));
  }

  protected override render(): TemplateResult | typeof nothing {
    const { area } = this;
    if (!area) return nothing;
    return html`<section class="area" aria-labelledby="area-name">
      <h1 id="area-name">${area.name} of <bdi>${this.accountName}</bdi></h1>
      <cc-can capability=${this.unchecked ? 'account.access' : area.capability} mode="explain">
        <p>${area.text}</p>
        <ul class="acts">
          ${area.acts.map((act) => html`<li>${this.#act(act)}</li>`)}
        </ul>
        <p role="status" class=${this.outcome?.done === false ? 'refused' : nothing}>${this.outcome?.text}</p>
      </cc-can>
      ${
        area.id === 'billing'
          ? html`<crew-single-billing .accountId=${this.accountId}></crew-single-billing>`
          : nothing
      }
      <label class="unchecked">
        <input
          type="checkbox"
          .checked=${this.unchecked}
          @change=${(event: Event) => (this.unchecked = (event.target as HTMLInputElement).checked)}
        />
        Leave out the checks of this page, to see what the server says
      </label>
    </section>`;
  }

  #act({ id, name, capability }: ProductArea['acts'][number]): TemplateResult {
    const button = html`<button type="button" aria-busy=${this.busy === id} @click=${() => void this.#do(id)}>
      ${name}
    </button>`;
    if (this.unchecked) return button;
    return html`<cc-can capability=${capability} mode="disable">${button}</cc-can>`;
  }

  async #do(act: string): Promise<void> {
    if (this.busy) return;
    this.busy = act;
    this.outcome = undefined;
    this.outcome = await doAct(this.accountId, act);
    this.busy = '';
  }
}

/** The menu on every page of an account. */
export const productMenu = (accountId: string, { ids }: Route): TemplateResult => html`
  <crew-product-menu .accountId=${accountId} .current=${ids.area ?? ''}></crew-product-menu>
`;

/** Campaigns, billing and the like of one account. */
export const productPage = ({ account, route }: PageContext): TemplateResult => html`
  <crew-product-area
    .accountId=${route.ids.accountId ?? ''}
    .accountName=${account?.name ?? 'this account'}
    .areaId=${route.ids.area ?? ''}
  ></crew-product-area>
`;
