import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { AccountListItem, CcClient } from '../../../src/client/index.js';
import { withProof, type CcProvider } from '../../../src/index.js';

/** R85: closed accounts that this person may bring back, for whoever has no other account to look for them in. */
@customElement('crew-closed-accounts')
export class CrewClosedAccounts extends LitElement {
  @property({ attribute: false }) client?: CcClient;
  @property({ attribute: false }) restored: () => void = () => undefined;
  @state() private accounts: readonly AccountListItem[] = [];
  @state() private failed = '';
  @state() private busy = '';

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.client?.accounts.list({ status: 'closed' }).then(
      ({ items }) => (this.accounts = items),
      // Without the list, the page still says whom to ask.
      () => undefined,
    );
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.accounts.length === 0) return nothing;
    return html`<p>You can bring back an account that was closed, with its people.</p>
      <ul class="acts">
        ${this.accounts.map(
          (account) =>
            html`<li>
              <button
                type="button"
                aria-busy=${this.busy === account.id}
                @click=${() => void this.#restore(account)}
              >
                Restore <bdi>${account.name}</bdi>
              </button>
            </li>`,
        )}
      </ul>
      <p role="alert" class="refused">${this.failed}</p>`;
  }

  async #restore({ id, name }: AccountListItem): Promise<void> {
    const { client } = this;
    if (!client || this.busy) return;
    this.busy = id;
    this.failed = '';
    try {
      await withProof(this.closest('cc-provider') as CcProvider, () => client.accounts.restore(id));
      this.restored();
    } catch {
      this.failed = `${name} was not restored. Try again, or ask the support.`;
    } finally {
      this.busy = '';
    }
  }
}
