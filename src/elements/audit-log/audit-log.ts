import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { common } from '../../i18n/en/common.js';
import { booleanAttribute } from '../base/boolean.js';
import { CcElement } from '../base/cc-element.js';
import { LazyPart } from '../base/lazy-part.js';
import { partOr } from '../base/part-missing.js';
import { auditLogStyles } from './audit-log.styles.js';
import type { AuditWork } from './work.js';

/**
 * Who did what on an account, and when, with what was before and after: filtered, live, and as a file.
 *
 * @tagname cc-audit-log
 * @status experimental
 *
 * @example
 * <cc-audit-log live></cc-audit-log>
 *
 * @slot entry - A `<template>` drawn in every entry; `data-field` is `id`, `at`, `actor`, `action`, `text` or `diff`.
 * @slot empty - In place of the text while nothing has happened.
 *
 * @event {CcAuditExportRequestEvent} cc-audit-export-request - The person wants the history as a file.
 * @event {CcAuditExportedEvent} cc-audit-exported - The file is there.
 * @event {CcAuditOpenRequestEvent} cc-audit-open-request - The person wants to see all of an entry.
 * @event {CcAuditOpenedEvent} cc-audit-opened - All of an entry is shown.
 * @event {CcErrorEvent} cc-error - The export failed.
 *
 * @csspart frame - The box round everything.
 * @csspart header - Title and Export.
 * @csspart heading - A title.
 * @csspart subheading - The line below it.
 * @csspart toolbar - The filters.
 * @csspart filter - A filter button; `filter applied` while it is on.
 * @csspart field - A day.
 * @csspart label - The name of a field.
 * @csspart live - Whether entries come by themselves.
 * @csspart entry - One entry; `entry open` with its details.
 * @csspart actor - Who did it.
 * @csspart diff - What was before and after.
 * @csspart time - When.
 * @csspart menu - The choices of a filter.
 * @csspart menu-item - One choice.
 * @csspart callout - New entries that wait; what is not up to date.
 * @csspart state - In place of entries: empty, nothing found, failed, refused.
 * @csspart error - What went wrong.
 * @csspart footer - Count and Show older.
 * @csspart button - A button.
 * @csspart button-primary - The leading button.
 * @csspart spinner - Something is on its way.
 * @csspart icon - An icon.
 *
 * @cssprop --cc-audit-log-entry-gap - Space between two entries.
 *
 * @cssstate busy - The history is being loaded.
 * @cssstate empty - Nothing has happened yet.
 * @cssstate failed - The history could not be loaded.
 * @cssstate refused - The viewer may not see it.
 */
export class CcAuditLog extends CcElement {
  static override readonly tag: string = 'cc-audit-log';
  static override styles = auditLogStyles;

  /** New entries appear by themselves. */
  @property({ converter: booleanAttribute, reflect: true }) live = false;
  /** First day or moment, such as `2026-11-01`. */
  @property() from = '';
  /** Last day, such as `2026-11-30`, or the moment before which. */
  @property() to = '';
  /** Actions or their first parts, comma separated: `invitation,member.removed`. */
  @property() types = '';
  /** User id of the one person whose acts are shown. */
  @property() actor = '';

  readonly #common = new StringsController(this, 'common', common);
  readonly #work = new LazyPart<AuditWork>(this, async () => new (await import('./work.js')).AuditWork(this));

  override connectedCallback(): void {
    super.connectedCallback();
    this.#work.start();
  }

  protected override beforeStores(): void {
    this.#work.part?.settle();
  }

  protected override render(): TemplateResult {
    return html`<section class="panel" part="frame">
      ${partOr(this.#work, this.#common.t, html`<span class="skeleton first" aria-hidden="true"></span>`)}
    </section>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { part, unreachable } = this.#work;
    const state = part?.state ?? (unreachable ? 'failed' : 'busy');
    for (const name of ['busy', 'empty', 'failed', 'refused'] as const) this.setState(name, state === name);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-audit-log': CcAuditLog;
  }
}
