import type { CcAuditLog } from '../../elements/audit-log/audit-log.js';

/** What a person sees of a audit log, and does with it. */
export class AuditLogHarness {
  readonly #element: CcAuditLog;

  constructor(element: CcAuditLog) {
    this.#element = element;
  }

  /** The words of the heading. */
  heading(): string {
    return this.#element.renderRoot.querySelector('h2')?.textContent.trim() ?? '';
  }

  /** Presses the button. */
  async open(): Promise<void> {
    this.#element.renderRoot.querySelector('button')?.click();
    await this.#element.updateComplete;
  }
}
