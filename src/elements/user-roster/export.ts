import { html, nothing, type TemplateResult } from 'lit';
import { csvText } from '../../client/csv-text.js';
import { AnnounceController } from '../../controllers/announce.controller.js';
import { StoreController } from '../../controllers/store.controller.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { number } from '../../i18n/format.js';
import { problems } from '../../i18n/en/problems.js';
import { rosterExport } from '../../i18n/en/roster-export.js';
import { createRosterPages, type RosterPart } from '../../stores/roster-pages.js';
import { icon } from '../base/icons/icon.js';
import { circleAlert } from '../base/icons/shapes.js';
import { perform } from '../base/perform.js';
import { problemText } from '../base/problem-text.js';
import { saveFile } from '../base/save-file.js';
import { CcRosterExportedEvent, CcRosterExportRequestEvent } from './user-roster.events.js';
import type { RosterHost } from './view.js';

/** How far it is, is said at most this often (trust.md 4). */
const sayAgainMs = 2_000;

/** By name and not in words, so that another tool, and our own import, can read them in any language. */
const columns = ['email', 'name', 'role', 'username', 'status', 'mfa', 'last_active', 'since'] as const;

/** Takes everybody who matches along as a file, page after page; can be stopped. */
export class RosterExport {
  readonly #host: RosterHost;
  readonly #pages: StoreController<ReturnType<typeof createRosterPages>>;
  readonly #text: StringsController<'rosterExport'>;
  readonly #problems: StringsController<'problems'>;
  readonly #announce: AnnounceController;
  #running: AbortController | undefined;
  #done = 0;
  #total = 0;
  #failure: string | undefined;
  #saidAt = -Infinity;

  constructor(host: RosterHost) {
    this.#host = host;
    this.#pages = new StoreController(host, createRosterPages);
    this.#text = new StringsController(host, 'rosterExport', rosterExport);
    this.#problems = new StringsController(host, 'problems', problems);
    this.#announce = new AnnounceController(host);
    host.addController({ hostDisconnected: () => this.#running?.abort() });
  }

  /** How far it is with a way to stop it, or why it failed; `button` at rest. */
  template(button: TemplateResult): TemplateResult {
    const t = this.#text.t;
    if (!this.#running) {
      return html`${button}${
        this.#failure
          ? html`<span class="field-error" part="error"
              >${icon(circleAlert)}<span>${this.#failure}</span></span
            >`
          : nothing
      }`;
    }
    return html`<span class="numbers muted" part="progress">${this.#progress}</span
      ><button class="button ghost small export" part="button" type="button" @click=${this.#onStop}>
        ${t.stop}
      </button>`;
  }

  async start(): Promise<void> {
    const { stores, filter, sort } = this.#host;
    const accountId = stores?.accountId ?? '';
    if (this.#running) return;
    const own = (this.#running = new AbortController());
    this.#done = this.#total = 0;
    this.#failure = undefined;
    this.#draw();
    const outcome = await perform(
      this.#host,
      new CcRosterExportRequestEvent({ accountId, input: { filter, sort } }),
      () => this.#save(own.signal),
      ({ count }) => new CcRosterExportedEvent({ accountId, count }),
      () => this.start(),
    );
    this.#running = undefined;
    const t = this.#text.t;
    if (outcome.state === 'done') this.#announce.say(t.done({ count: outcome.result.count }));
    else if (own.signal.aborted) this.#announce.say(t.stopped);
    else if (outcome.state === 'failed' && !outcome.silent) {
      this.#failure = `${t.failed} ${problemText(this.#problems.t, outcome.error)}`;
      this.#announce.say(this.#failure, true);
    }
    this.#draw();
  }

  get #progress(): string {
    const { language } = this.#host;
    return this.#text.t.progress({
      done: number(this.#done, language),
      total: number(this.#total, language),
    });
  }

  readonly #onStop = (): void => {
    this.#running?.abort();
  };

  async #save(stop: AbortSignal): Promise<{ count: number }> {
    const parts = [csvText([columns])];
    for await (const part of this.#pages.store?.everybody(stop) ?? []) {
      stop.throwIfAborted();
      // Each page is text already when the next is asked for: 100,000 people are never held as rows.
      parts.push(csvText(rowsOf(part)).slice(1));
      this.#done += part.members.length + part.invitations.length;
      this.#total = Math.max(this.#done, part.total);
      this.#tell();
    }
    const day = (this.#host.stores?.clock.now() ?? new Date()).toISOString().slice(0, 10);
    saveFile(`${this.#text.t.file}-${day}.csv`, parts, 'text/csv');
    return { count: this.#done };
  }

  #tell(): void {
    this.#draw();
    const now = this.#host.stores?.clock.now().getTime() ?? 0;
    if (now - this.#saidAt < sayAgainMs) return;
    this.#saidAt = now;
    this.#announce.say(this.#progress);
  }

  #draw(): void {
    this.#host.requestUpdate();
  }
}

function* rowsOf({ invitations, members }: RosterPart): Generator<readonly string[]> {
  for (const one of invitations) {
    yield [
      one.email,
      one.name ?? '',
      one.roleId,
      '',
      one.state === 'pending' ? 'invited' : one.state,
      '',
      '',
      one.createdAt,
    ];
  }
  for (const one of members) {
    const { email, displayName, roleId, username, status, mfaActive, lastActiveAt, createdAt } = one;
    yield [
      email,
      displayName ?? '',
      roleId,
      username,
      status,
      mfaActive ? 'on' : 'off',
      lastActiveAt ?? '',
      createdAt,
    ];
  }
}
