import { html, nothing, type TemplateResult } from 'lit';
import { StringsController } from '../../controllers/strings.controller.js';
import { problems } from '../../i18n/en/problems.js';
import type { Strings } from '../../i18n/strings.js';
import type { AuditTrail } from '../../stores/audit.js';
import { icon } from '../base/icons/icon.js';
import { circleAlert, download } from '../base/icons/shapes.js';
import { perform } from '../base/perform.js';
import { problemText } from '../base/problem-text.js';
import type { AuditTelling } from '../shared/audit-entry.js';
import { CcAuditExportedEvent, CcAuditExportRequestEvent } from './audit-log.events.js';
import { sinceOf, untilOf } from './days.js';
import { knownTypes } from './toolbar.js';
import type { AuditHost } from './work.js';

export interface ExportDeps {
  readonly t: Strings['auditLog'];
  readonly telling: AuditTelling;
  readonly trail: AuditTrail | undefined;
  say(text: string): void;
}

/** Takes everything that matches along as a file, page after page; can be stopped. */
export class AuditExport {
  readonly #host: AuditHost;
  readonly #deps: () => ExportDeps;
  readonly #problems: StringsController<'problems'>;
  #running: AbortController | undefined;
  #read = 0;
  #failure: string | undefined;

  constructor(host: AuditHost, deps: () => ExportDeps) {
    this.#host = host;
    this.#deps = deps;
    this.#problems = new StringsController(host, 'problems', problems);
    host.addController({ hostDisconnected: () => this.#running?.abort() });
  }

  button(): TemplateResult {
    const { t } = this.#deps();
    const busy = this.#running !== undefined;
    return html`${busy ? html`<span class="muted numbers">${t.exporting({ count: this.#read })}</span>` : nothing}
      <button
        class="button export ${busy ? 'busy' : ''}"
        part="button"
        type="button"
        @click=${busy ? this.#onStop : this.#onExport}
      >
        ${busy ? html`<span class="spinner" part="spinner"></span>` : icon(download)}<span
          >${busy ? t.stop : t.export}</span
        >
      </button>`;
  }

  failure(): unknown {
    if (!this.#failure) return nothing;
    return html`<p class="field-error export-error" part="error" role="alert">
      ${icon(circleAlert)}<span>${this.#deps().t.exportFailed} ${this.#failure}</span>
    </p>`;
  }

  readonly #onStop = (): void => this.#running?.abort();

  readonly #onExport = async (): Promise<void> => {
    const { t, say } = this.#deps();
    const { types, from, to, actor, language, stores } = this.#host;
    const accountId = stores?.accountId ?? '';
    const input = {
      types: knownTypes(types),
      since: sinceOf(from, language.timeZone),
      until: untilOf(to, language.timeZone),
      actor: actor || undefined,
    };
    const own = (this.#running = new AbortController());
    this.#read = 0;
    this.#failure = undefined;
    this.#host.requestUpdate();
    const outcome = await perform(
      this.#host,
      new CcAuditExportRequestEvent({ accountId, input }),
      () => this.#save(own.signal),
      ({ count }) => new CcAuditExportedEvent({ accountId, count }),
    );
    this.#running = undefined;
    if (outcome.state === 'done') say(t.exported({ count: outcome.result.count }));
    if (outcome.state === 'failed' && !outcome.silent) {
      this.#failure = problemText(this.#problems.t, outcome.error);
    }
    this.#host.requestUpdate();
  };

  async #save(stop: AbortSignal): Promise<{ count: number }> {
    const { t, telling, trail } = this.#deps();
    const [events, { historyCsv, saveHistory }] = await Promise.all([
      trail?.all(stop, (count) => {
        this.#read = count;
        this.#host.requestUpdate();
      }) ?? [],
      import('./export.js'),
    ]);
    saveHistory(historyCsv(events, telling, t), t.file, telling.time.now);
    return { count: events.length };
  }
}
