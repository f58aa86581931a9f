import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Account, CcClient } from '../../../src/client/index.js';
import { withProof, type CcProvider } from '../../../src/index.js';

/** R12: whether a client is on the partner's one bill; who manages Single Billing there may change it. */
@customElement('crew-single-billing')
export class CrewSingleBilling extends LitElement {
  @property({ attribute: false }) accountId = '';
  @state() private account: Account | undefined;
  @state() private told: { readonly text: string; readonly failed: boolean } | undefined;
  @state() private busy = false;

  protected override createRenderRoot(): this {
    return this;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('accountId') && this.accountId) void this.#load();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { account, told } = this;
    if (account?.relationship !== 'managed' || !account.parent) return nothing;
    return html`<cc-can capability="singleBilling.manage" target-id=${account.parent.id}>
      <div class="single-billing">
        <p>
          ${account.singleBilling ? 'This client is on the bill of' : 'This client pays by itself, not through'}
          <bdi>${account.parent.name}</bdi>.
        </p>
        <button type="button" aria-disabled=${this.busy ? 'true' : 'false'} @click=${this.#turn}>
          ${account.singleBilling ? 'Bill the client directly' : 'Enrol in Single Billing'}
        </button>
        <p role=${told?.failed ? 'alert' : 'status'} class=${told?.failed ? 'refused' : nothing}>
          ${told?.text}
        </p>
      </div>
    </cc-can>`;
  }

  async #load(): Promise<void> {
    const { accountId } = this;
    this.account = this.told = undefined;
    const account = await this.#client.accounts.get(accountId).catch(() => undefined);
    if (accountId === this.accountId) this.account = account;
  }

  readonly #turn = async (): Promise<void> => {
    const { account } = this;
    if (!account || this.busy) return;
    this.busy = true;
    this.told = undefined;
    try {
      const patch = { singleBilling: !account.singleBilling };
      this.account = await withProof(this.#provider, () => this.#client.accounts.update(account, patch));
      this.told = { text: 'Changed. It counts from the next bill.', failed: false };
    } catch {
      await this.#load();
      this.told = { text: 'Nothing was changed. Try again, or ask the Account Owner.', failed: true };
    } finally {
      this.busy = false;
    }
  };

  get #provider(): CcProvider {
    return this.closest('cc-provider') as CcProvider;
  }

  get #client(): CcClient {
    return this.#provider.client as CcClient;
  }
}
