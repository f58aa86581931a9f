import type { ReactiveController } from 'lit';
import type { StoreHost } from '../../controllers/store.controller.js';
import { createAuditStore, type AuditFilter, type AuditTrail } from '../../stores/audit.js';

/** Keeps the part of the history that an element shows, as long as it stands in the page. */
export class AuditTrailController implements ReactiveController {
  readonly #host: StoreHost;
  #asked = '';
  #scope: unknown;
  #releases: (() => void)[] = [];
  #trail: AuditTrail | undefined;

  constructor(host: StoreHost) {
    this.#host = host;
    host.addController(this);
  }

  get trail(): AuditTrail | undefined {
    return this.#trail;
  }

  /** Says what is looked for; asks again only where that, or the account, is another. */
  look(filters: readonly AuditFilter[], follow: boolean): void {
    const { stores } = this.#host;
    const asked = JSON.stringify(filters);
    if (stores !== this.#scope) this.#end();
    if (!stores?.accountId) return;
    if (!this.#trail) {
      this.#scope = stores;
      const trail = (this.#trail = stores.use(createAuditStore).open(filters));
      const draw = () => this.#host.requestUpdate();
      this.#releases = [trail.$entries, trail.$older, trail.$waiting].map((value) => value.listen(draw));
    } else if (asked !== this.#asked) void this.#trail.ask(filters);
    this.#asked = asked;
    this.#trail.follow(follow);
  }

  async refresh(): Promise<void> {
    await this.#trail?.refresh();
  }

  hostConnected(): void {
    // Moved in the page: what is looked for is said again with the next drawing.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#end();
  }

  #end(): void {
    for (const release of this.#releases.splice(0)) release();
    this.#trail?.close();
    this.#trail = undefined;
    this.#scope = undefined;
  }
}
