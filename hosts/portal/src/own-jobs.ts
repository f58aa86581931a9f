import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { BulkGrant, CcClient } from '../../../src/client/index.js';

/** Says on the page of accounts that access is being given, also after the tab that started it was closed. */
@customElement('crew-own-jobs')
export class CrewOwnJobs extends LitElement {
  @property({ attribute: false }) accountId = '';
  @property({ attribute: false }) watch: (jobId: string) => void = () => undefined;
  @state() private jobs: readonly BulkGrant[] = [];
  @property({ attribute: false }) client?: CcClient;
  #stop: (() => void) | undefined;

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stop = this.client?.subscribe('job.ended', this.#load);
    this.ownerDocument.addEventListener('cc-grant-started', this.#load);
    this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
    this.ownerDocument.removeEventListener('cc-grant-started', this.#load);
  }

  protected override render(): TemplateResult | typeof nothing {
    const [job] = this.jobs;
    if (!job) return nothing;
    const { displayName, email } = job.subject;
    return html`<p class="own-jobs" role="status">
      Access is being given to <bdi>${displayName ?? email}</bdi>.
      <button type="button" @click=${() => this.watch(job.id)}>Continue watching</button>
    </p>`;
  }

  readonly #load = (): void => {
    const asked = { parent: this.accountId, status: 'open', limit: 1 } as const;
    void this.client?.bulkGrants.list(asked).then(
      ({ items }) => (this.jobs = items),
      // Without an answer nothing is said; the dialog lists them too.
      () => undefined,
    );
  };
}
