import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { auditLog } from '../../i18n/en/audit-log.js';
import { CcElement } from '../base/cc-element.js';
import { CcAuditLogOpenedEvent, CcAuditLogOpenRequestEvent } from './audit-log.events.js';
import { auditLogStyles } from './audit-log.styles.js';

/**
 * Shows a heading and a button that opens the audit log.
 *
 * @tagname cc-audit-log
 * @status experimental
 *
 * @example
 * <cc-audit-log></cc-audit-log>
 *
 * @slot - Content below the heading.
 *
 * @event {CcAuditLogOpenRequestEvent} cc-audit-log-open-request - The person wants to open it.
 * @event {CcAuditLogOpenedEvent} cc-audit-log-opened - It is open.
 *
 * @csspart frame - The box around everything.
 * @csspart heading - The heading.
 * @csspart button - The button.
 *
 * @cssprop --cc-audit-log-gap - Space between the rows.
 */
export class CcAuditLog extends CcElement {
  static override readonly tag: string = 'cc-audit-log';
  static override styles = auditLogStyles;

  /** Replaces the heading. */
  @property() heading?: string;

  readonly #text = new StringsController(this, 'auditLog', auditLog);

  protected override render(): TemplateResult {
    return html`<div class="frame" part="frame">
      <h2 class="heading" part="heading">${this.heading ?? this.#text.t.heading}</h2>
      <slot></slot>
      <button class="button" type="button" part="button" @click=${this.#onOpen}>${this.#text.t.open}</button>
    </div>`;
  }

  readonly #onOpen = (): void => {
    const accountId = this.stores?.accountId ?? '';
    void this.perform(
      new CcAuditLogOpenRequestEvent({ accountId, input: { accountId } }),
      () => Promise.resolve(),
      () => new CcAuditLogOpenedEvent({ accountId }),
    );
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-audit-log': CcAuditLog;
  }
}
