import { nothing, type ReactiveController, type TemplateResult } from 'lit';
import { html as staticHtml } from 'lit/static-html.js';
import { defineInner } from '../base/define.js';
import { innerTag } from '../base/inner.js';
import { adoptLate } from '../base/late-styles.js';
import { LazyPart } from '../base/lazy-part.js';
import { CcSeatMeter } from '../seat-meter/seat-meter.js';
import { body, rowViewOf } from './body.js';
import { RosterData } from './data.js';
import type { RosterExport } from './export.js';
import { fileButton, footer } from './footer.js';
import type { RosterGround } from './ground.js';
import type { RosterImport } from './import.js';
import { rosterListStyles } from './list.styles.js';
import type { Roster } from './model.js';
import { firstIndex } from './table.js';
import { liveHint, toolbar, type Live } from './toolbar.js';
import type { RosterHost } from './view.js';
import { RosterWork } from './work.js';

/** Search, rows and what is done with them: fetched while the people are being asked for. */
export class RosterList implements ReactiveController {
  readonly #host: RosterHost;
  readonly #work: RosterWork;
  readonly #export: LazyPart<RosterExport>;
  readonly #import: LazyPart<RosterImport>;

  constructor(host: RosterHost, ground: RosterGround) {
    this.#host = host;
    this.#work = new RosterWork(host, new RosterData(host, ground));
    this.#export = new LazyPart(host, async () => new (await import('./export.js')).RosterExport(host));
    this.#import = new LazyPart(host, async () => new (await import('./import.js')).RosterImport(this.#work));
    defineInner(host, CcSeatMeter);
    adoptLate(host.renderRoot, rosterListStyles);
    host.addController(this);
  }

  get seen(): Roster | undefined {
    return this.#work.seen;
  }

  /** How fresh the list is; also told in the head, where the toolbar has no room for it. */
  get live(): unknown {
    const { data, live } = this.#work;
    return live ? live.hint(this.#live, data.words) : liveHint(this.#live, data.words);
  }

  /** Are people selected? */
  get selecting(): boolean {
    return this.#work.selecting;
  }

  hostDisconnected(): void {
    this.#work.stop();
  }

  /** After the controllers have found their stores, before anything is drawn. */
  look(): void {
    this.#work.look();
  }

  /** `brief`: too little room for a whole placeholder, the one thing that styles can't choose. */
  toolbar(brief: boolean): TemplateResult {
    const { data, control, acting, seen } = this.#work;
    const { state, many = true } = seen ?? {};
    return toolbar({
      words: data.words,
      filter: data.query,
      searches: !this.#host.withoutSearch && many && state !== 'refused',
      brief,
      live: this.live,
      openAnchor: acting?.anchor,
      onSearch: control.onSearch,
      onSearchKey: control.onSearchKey,
      onClear: control.onClearSearch,
      onFilter: (name, anchor) =>
        void this.#work.act(({ menus }) => menus.open({ kind: 'filter', name }, anchor)),
    });
  }

  body(onAdd: ((event: Event) => void) | undefined): TemplateResult {
    const { columns, view, pageSize } = this.#host;
    return body({
      work: this.#work,
      columns,
      layout: view === 'table' ? 'table-only' : view,
      skeletons: Math.min(pageSize || 6, 6),
      onAdd,
      onRetry: () => {
        void this.#work.act(() => undefined);
        void this.#host.refresh();
      },
    });
  }

  /** The places of the plan, for the head. */
  meter(): unknown {
    if (this.#work.seen?.state === 'refused') return nothing;
    const tag = innerTag(this.#host, CcSeatMeter);
    return staticHtml`<${tag}
      class="meter"
      part="seat-meter"
      exportparts="track: seat-meter__track, segment: seat-meter__segment, used: seat-meter__used, pending: seat-meter__pending, label: seat-meter__label"
      .strings=${this.#host.strings}
      ><span slot="upgrade"></span
    ></${tag}>`;
  }

  /** Looks for somebody by their address, and puts focus on their row. */
  showPerson(email: string): void {
    this.#work.control.showPerson(email);
  }

  footer(): TemplateResult {
    const { data, seen, control } = this.#work;
    const bar = this.#work.picking?.bar() ?? nothing;
    const { t } = data.words;
    const lost = () => this.#work.say(data.problems.offline as string);
    const button = fileButton(t.export, () => void this.#export.get().then((part) => part.start(), lost));
    const take = this.#export.part?.template(button) ?? button;
    const bring = fileButton(
      t.import,
      (opener) => void this.#import.get().then((part) => part.ask(opener), lost),
    );
    return footer({
      words: data.words,
      seen,
      windowed: this.#work.window !== undefined,
      bar,
      files: data.viewer.manages && !this.#host.withoutInvite ? [take, bring] : take,
      onPage: control.onPage,
    });
  }

  /** Menus, questions and somebody's access. */
  overlays(): unknown {
    return [this.#work.acting?.template(), this.#work.picking?.template(), this.#import.part?.template()];
  }

  drawn(): void {
    const { seen, control, live } = this.#work;
    if (seen) control.drawn(seen);
    live?.drawn();
    const { window, host } = this.#work;
    if (seen && window) {
      window.drawn(rowViewOf(this.#work, host.columns), firstIndex(seen.groups, 'members'));
    }
    const box = this.#host.renderRoot.querySelector<HTMLElement>('.table-box.own');
    box?.style.setProperty('--_own', String(this.#host.columns.length));
  }

  readonly onFocusMove = (event: FocusEvent): void => {
    this.#work.acting?.onFocusMove(event);
    this.#work.live?.onFocusMove(event);
  };

  readonly onPointer = (event: PointerEvent): void => {
    this.#work.live?.onPointer(event);
  };

  get #live(): Live | undefined {
    const { seen, data } = this.#work;
    if (seen?.state !== 'ready' || !seen.many) return undefined;
    return { when: data.updated, old: seen.error !== undefined };
  }
}
