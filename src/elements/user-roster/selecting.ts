import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { StoreController } from '../../controllers/store.controller.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { limits } from '../../domain/limits.js';
import { rosterSelect } from '../../i18n/en/roster-select.js';
import { number } from '../../i18n/format.js';
import { createRosterPages } from '../../stores/roster-pages.js';
import { LazyPart } from '../base/lazy-part.js';
import { adoptLate } from '../base/late-styles.js';
import { Selection } from '../shared/selection.js';
import type { RosterBulk } from './bulk.js';
import type { BulkKind, Target } from './bulk-guards.js';
import { nameOf, type Entry } from '../shared/roster/people.js';
import { selectingStyles } from './selecting.styles.js';
import type { RowPicks } from './view.js';
import type { RosterWork } from './work.js';

/** Selecting people, on this page and beyond, and what can be done with those selected. */
export class RosterSelecting implements RowPicks {
  readonly selection: Selection<Target>;
  readonly #work: RosterWork;
  readonly #text: StringsController<'rosterSelect'>;
  readonly #pages: StoreController<ReturnType<typeof createRosterPages>>;
  readonly #bulk: LazyPart<RosterBulk>;
  #gathering: AbortController | undefined;

  constructor(work: RosterWork) {
    const { host } = work;
    this.#work = work;
    this.selection = new Selection(host);
    this.#text = new StringsController(host, 'rosterSelect', rosterSelect);
    this.#pages = new StoreController(host, createRosterPages);
    this.#bulk = new LazyPart(
      host,
      async () => new (await import('./bulk.js')).RosterBulk(work, this.selection),
    );
    adoptLate(host.renderRoot, selectingStyles);
  }

  get count(): number {
    return this.selection.ids.size;
  }

  isPicked(id: string): boolean {
    return this.selection.ids.has(id);
  }

  head(): TemplateResult {
    const shown = this.#shown;
    const { window, host } = this.#work;
    // One long list has no page to select: the box stands for everybody.
    const most = window ? Math.min(this.#everybody, limits.bulkAccounts) : shown.length;
    const here = window ? this.count : shown.filter(({ id }) => this.isPicked(id)).length;
    const all = here > 0 && here >= most;
    const t = this.#text.t;
    return html`<td class="col-check" role="cell" part="column-header">
      <label class="check"
        ><input
          type="checkbox"
          part="select-all"
          aria-label=${window ? t.selectAll({ count: number(most, host.language) }) : t.selectPage}
          .checked=${live(all)}
          .indeterminate=${live(here > 0 && !all)}
          @change=${() => (all && window ? this.selection.clear() : window ? void this.#onAll() : this.#set(shown, !all))}
      /></label>
    </td>`;
  }

  cell(entry: Entry): TemplateResult {
    if (entry.kind === 'partner') return html`<td class="col-check" role="cell" part="cell"></td>`;
    return html`<td class="col-check" role="cell" part="cell">
      <label class="check"
        ><input
          type="checkbox"
          aria-label=${this.#text.t.select({ name: nameOf(entry) })}
          .checked=${live(this.isPicked(entry.id))}
          @click=${(event: MouseEvent) => this.#toggle(entry, event.shiftKey)}
      /></label>
    </td>`;
  }

  /** Says what is selected here, and offers everybody else who matches. */
  offer(): TemplateResult | typeof nothing {
    const t = this.#text.t;
    const here = this.#shown.filter(({ id }) => this.isPicked(id)).length;
    const most = limits.bulkAccounts;
    const total = this.#everybody;
    if (this.#work.window || here === 0 || total <= this.#shown.length || this.count >= Math.min(total, most))
      return nothing;
    const say = (value: number) => number(value, this.#work.host.language);
    const label = total > most ? t.selectMost({ count: say(most) }) : t.selectAll({ count: say(total) });
    const busy = this.#gathering !== undefined;
    return html`<tbody>
      <tr class="selection" role="row">
        <td role="cell" colspan="7">
          ${t.pageSelected({ count: here })}
          <button
            class="link"
            part="select-all"
            type="button"
            aria-disabled=${busy ? 'true' : nothing}
            @click=${this.#onAll}
          >
            ${busy ? t.selecting : label}
          </button>
        </td>
      </tr>
    </tbody>`;
  }

  /** In place of the count: what can be done with those selected. */
  bar(): TemplateResult | typeof nothing {
    const t = this.#text.t;
    const of = this.count;
    if (of === 0) return nothing;
    const { items } = this.selection;
    const invited = items.filter(({ kind }) => kind === 'invitation').length;
    const owner = items.some((one) => one.kind === 'member' && one.member.roleId === 'account_owner');
    const you = items.some((one) => one.kind === 'member' && one.member.you);
    const act = (kind: BulkKind, label: string, style = '') =>
      html`<button
        class="button ${style}"
        part="button"
        type="button"
        data-bulk=${kind}
        @click=${this.#onAct}
      >
        ${label}
      </button>`;
    return html`<div class="bulk-bar" part="bulk-bar" role="group" aria-label=${t.selected({ count: of })}>
      <strong class="numbers">${t.selected({ count: of })}</strong>
      <button class="button ghost clear-selection" part="button" type="button" @click=${this.#onClear}>
        ${t.clear}
      </button>
      <span class="rule"></span>
      ${act('role', t.changeRole)} ${invited > 0 ? act('resend', t.resend({ count: invited, of })) : nothing}
      ${invited < of ? act('suspend', t.suspend({ count: of - invited, of })) : nothing}
      ${act('remove', t.remove, 'quiet-danger')}
      ${owner || you ? html`<span class="secondary muted">${t.leftOut({ owner, you })}</span>` : nothing}
    </div>`;
  }

  /** The review, the run, the result. */
  template(): unknown {
    return this.#bulk.part?.template();
  }

  stop(): void {
    this.#gathering?.abort();
    this.#bulk.part?.stop();
  }

  get #shown(): readonly Target[] {
    return (this.#work.seen?.rows ?? []).flatMap(({ entry }) => (entry.kind === 'partner' ? [] : [entry]));
  }

  /** Everybody who matches, without those of the partner account. */
  get #everybody(): number {
    const { total = 0, groups = [] } = this.#work.seen ?? {};
    return total - (groups.find(({ id }) => id === 'through')?.rows.length ?? 0);
  }

  #toggle(entry: Target, range: boolean): void {
    this.selection.toggle(entry, this.#shown, range);
    this.#say();
  }

  #set(entries: readonly Target[], on: boolean): void {
    this.selection.set(entries, on);
    this.#say();
  }

  #say(): void {
    this.#work.say(this.#text.t.selected({ count: this.count }));
    if (this.count > 0) this.#bulk.start();
  }

  readonly #onClear = (): void => {
    this.selection.clear();
    this.#say();
    this.#work.host.renderRoot.querySelector<HTMLElement>('thead input')?.focus();
  };

  readonly #onAll = async (): Promise<void> => {
    const { store } = this.#pages;
    if (!store || this.#gathering) return;
    const own = (this.#gathering = new AbortController());
    this.#work.host.requestUpdate();
    const found: Target[] = [];
    try {
      for await (const { invitations, members } of store.everybody(own.signal)) {
        for (const invitation of invitations)
          found.push({ kind: 'invitation', id: invitation.id, invitation });
        for (const member of members) found.push({ kind: 'member', id: member.id, member });
        if (found.length >= limits.bulkAccounts) break;
      }
      const room = limits.bulkAccounts - this.count;
      const more = found.filter(({ id }) => !this.isPicked(id)).slice(0, room);
      if (!own.signal.aborted) this.#set(more, true);
    } catch {
      if (!own.signal.aborted) this.#work.say(this.#text.t.selectFailed);
    }
    this.#gathering = undefined;
    this.#work.host.requestUpdate();
  };

  readonly #onAct = async (event: Event): Promise<void> => {
    const opener = event.currentTarget as HTMLElement;
    const kind = opener.dataset['bulk'] as BulkKind;
    const bulk = await this.#bulk.get().catch(() => undefined);
    await bulk?.ask(kind, opener);
  };
}
