import { html, nothing, type TemplateResult } from 'lit';
import { html as staticHtml } from 'lit/static-html.js';
import type { Clock } from '../../client/index.js';
import { AnnounceController } from '../../controllers/announce.controller.js';
import { MenuController } from '../../controllers/menu.controller.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { auditWords } from '../../i18n/en/audit-words.js';
import { problems } from '../../i18n/en/problems.js';
import { roleDetails } from '../../i18n/en/role-details.js';
import { ConfirmController } from '../base/confirm.js';
import { defineInner } from '../base/define.js';
import { innerTag } from '../base/inner.js';
import { adoptLate } from '../base/late-styles.js';
import { LazyPart } from '../base/lazy-part.js';
import { problemText } from '../base/problem-text.js';
import type { CcDeviceList } from '../device-list/device-list.js';
import { AuditTrailController } from '../shared/audit-trail.controller.js';
import type { AuditTelling } from '../shared/audit-entry.js';
import { older } from '../shared/history-older.js';
import { RosterActions, type ActionDeps } from '../shared/roster/actions.js';
import { actOn, type AskDeps } from '../shared/roster/asks.js';
import { menu, type MenuLooks } from '../shared/roster/menu.js';
import { told, undo } from '../shared/roster/note-row.js';
import { nameOf, type Entry } from '../shared/roster/people.js';
import { who } from '../shared/roster/who.js';
import { roleMenu, type MenuItem, type RowAct } from '../shared/roster/row-menu.js';
import { dangerZone, hasDanger } from './danger.js';
import { DetailFacts } from './facts.js';
import { identity } from './identity.js';
import { OwnershipActs, transferNote, type OwnershipDeps } from './ownership.js';
import { roleSection } from './role.js';
import { accessSection, devicesSection, factorSection, historySection } from './sections.js';
import { failed, gone, refused, skeleton } from './states.js';
import type { Detail, DetailHost, DetailState } from './view.js';
import { detailWorkStyles } from './work.styles.js';

/** What is drawn in `cc-user-detail`, and what a person does there. */
export class DetailWork {
  readonly #host: DetailHost;
  readonly #facts: DetailFacts;
  readonly #actions: RosterActions;
  readonly #ownership: OwnershipActs;
  readonly #confirm: ConfirmController;
  readonly #menu: MenuController;
  readonly #announce: AnnounceController;
  readonly #problems: StringsController<'problems'>;
  readonly #history: StringsController<'auditWords'>;
  readonly #tasks: StringsController<'roleDetails'>;
  readonly #trail: AuditTrailController;
  readonly #devices: LazyPart<{ template(): unknown }>;

  constructor(host: DetailHost) {
    this.#host = host;
    this.#facts = new DetailFacts(host);
    this.#actions = new RosterActions(host, () => this.#deps);
    this.#ownership = new OwnershipActs(() => this.#ownershipDeps);
    this.#confirm = new ConfirmController(host);
    this.#menu = new MenuController(host, {
      menu: () => host.renderRoot.querySelector<HTMLElement>('#menu'),
      closed: () => host.requestUpdate(),
    });
    this.#announce = new AnnounceController(host);
    this.#problems = new StringsController(host, 'problems', problems);
    this.#history = new StringsController(host, 'auditWords', auditWords);
    this.#tasks = new StringsController(host, 'roleDetails', roleDetails);
    this.#trail = new AuditTrailController(host);
    this.#devices = new LazyPart(host, async () => {
      const devices = await import('../device-list/device-list.js');
      defineInner(host, devices.CcDeviceList);
      return { template: () => this.#deviceList(devices.CcDeviceList) };
    });
    adoptLate(host.renderRoot, detailWorkStyles);
    host.addController({ hostDisconnected: () => this.#actions.notes.clearAll() });
  }

  get state(): DetailState {
    return this.#facts.state;
  }

  /** Before drawing, once the controllers have found their stores. */
  look(): void {
    this.#facts.look();
    const { member } = this.#detail ?? {};
    if (!member) return;
    if (member.you) this.#devices.startOnce();
    if (!this.#facts.readsHistory) return;
    const { id, userId } = member;
    this.#trail.look([{ target: id }, { target: userId }, { actor: userId }], true);
  }

  template(): TemplateResult {
    const { t, words } = this.#facts;
    const detail = this.#detail;
    switch (this.state) {
      case 'busy':
        return skeleton(t.loading);
      case 'refused':
        return refused(t);
      case 'empty':
        return gone(t, detail && nameOf(detail.entry), detail?.member.you === true);
      case 'failed':
        return failed(t, words.common, this.#cause, () => void this.#onRetry(), this.#facts.error);
      case 'ready':
        return detail ? this.#person(detail) : skeleton(t.loading);
    }
  }

  /** Menu and questions, at the end of the shadow tree. */
  overlays(): TemplateResult {
    const detail = this.#detail;
    return html`${menu(detail && this.#roleMenu(detail))} ${this.#confirm.template(this.#facts.words.common)}`;
  }

  /** Undo stays while it has focus (R94). */
  readonly onFocusMove = (event: FocusEvent): void => {
    const { id, acts } = this.#facts;
    if (id === undefined || !(event.target as HTMLElement).classList.contains('undo')) return;
    acts?.hold(id, event.type === 'focusin');
  };

  #person(detail: Detail): TemplateResult {
    const { t, words } = this.#facts;
    const stale = this.#facts.error;
    const first = html`${this.#role(detail)} ${accessSection(detail)}
    ${factorSection(detail, (opener) => this.#act('resetFactor', opener))}`;
    const devices = this.#devices.part?.template() ?? html`<span class="skeleton"></span>`;
    const second = html`${devicesSection(detail, devices)} ${this.#historyOf(detail)}
      <slot name="section"></slot>
      ${
        hasDanger(detail)
          ? dangerZone(detail, this.#told(detail, 'status'), {
              onMember: (what, opener) => this.#act(what, opener),
              onOffer: (opener) => this.#ownership.offer(detail, opener),
            })
          : html`<slot name="danger"></slot>`
      }`;
    return html`${
      stale
        ? html`<div class="callout warning stale" part="callout stale">
            <span class="callout-text">${t.stale} ${this.#cause}</span>
            <button class="link" part="button" type="button" @click=${this.#onRetry}>
              ${words.common.retry}
            </button>
          </div>`
        : nothing
    }
    ${identity(detail)}
    ${transferNote(
      detail,
      (opener) => this.#ownership.accept(detail, opener),
      (opener) => this.#ownership.cancel(detail, opener),
    )}
    ${
      this.#host.layout === 'page'
        ? html`<div class="page-body">
            <div class="column">${first}</div>
            <div class="column">${second}</div>
          </div>`
        : html`${first} ${second}`
    }`;
  }

  #role(detail: Detail): TemplateResult {
    const { state } = detail.row;
    const saved = state?.state === 'saved' && state.patch.roleId !== undefined;
    return roleSection({
      ...detail,
      tasks: this.#tasks.t,
      openAnchor: this.#menu.anchor,
      told: this.#told(detail, 'roleId'),
      undo: saved ? undo(detail.entry, detail.words, this.#onUndo) : nothing,
      onRole: (anchor, at) => void this.#onRole(anchor, at),
    });
  }

  /** What is told of the last change, beside what was changed. */
  #told({ row, words }: Detail, what: 'roleId' | 'status'): unknown {
    const { state, note } = row;
    const patch =
      state?.state === 'failed'
        ? state.act.kind === 'change' && state.act.patch
        : state && 'patch' in state && state.patch;
    const about = patch && patch.status !== undefined ? 'status' : 'roleId';
    if (!state && !note) return undefined;
    if (about !== what) return undefined;
    return told(row, {
      words,
      problems: this.#problems.t,
      onUndo: this.#onUndo,
      onAgain: this.#onAgain,
      onDismiss: this.#onDismiss,
    });
  }

  #historyOf(detail: Detail): unknown {
    const { trail } = this.#trail;
    if (!this.#facts.readsHistory || !trail) return nothing;
    const more = older(this.#history.t, detail.words.common, trail.$older.get(), () => void trail.older());
    return historySection(detail, trail, this.#telling, more, () => void trail.refresh());
  }

  #deviceList(Devices: typeof CcDeviceList): unknown {
    const { stores } = this.#host;
    const tag = innerTag(this.#host, Devices);
    return staticHtml`<${tag} .client=${stores?.client} .accountId=${stores?.accountId}></${tag}>`;
  }

  #roleMenu({ words, viewer, roles, entry, member }: Detail): MenuLooks {
    return {
      label: words.t.roleFor({ name: nameOf(entry) }),
      items: roleMenu(member.roleId, roles, {
        words,
        viewer,
        choose: (roleId) => void this.#actions.changeRole(entry, roleId),
      }),
      wide: true,
      who: who(entry, words),
      onKeydown: this.#menu.onKeydown,
      onChoose: this.#onChoose,
    };
  }

  async #onRole(anchor: HTMLElement, at?: 'first' | 'last'): Promise<void> {
    if (anchor === this.#menu.anchor) return this.#menu.close();
    this.#host.requestUpdate();
    await this.#menu.open(anchor, at);
  }

  readonly #onChoose = (item: MenuItem): void => {
    if (item.reason) return;
    this.#menu.close();
    item.act();
  };

  #act(what: RowAct, opener: HTMLElement): void {
    const { entry } = this.#detail ?? {};
    if (entry) actOn(what, entry, opener, this.#deps);
  }

  readonly #onUndo = (entry: Entry): void => {
    const state = this.#detail?.row.state;
    if (state?.state !== 'saved' || entry.kind !== 'member') return;
    const { roleId, status } = state.previous;
    this.#focus(roleId ? '.role' : '[data-act$="activate"] button, [data-act="suspend"] button');
    if (roleId) void this.#actions.changeRole(entry, roleId, true);
    else void this.#actions.changeStatus(entry, status as 'active' | 'suspended', true);
  };

  readonly #onAgain = (entry: Entry): void => {
    const state = this.#detail?.row.state;
    if (entry.kind !== 'member' || !state || state.state === 'busy' || state.state === 'saved') return;
    const patch =
      state.state === 'conflict' ? state.patch : state.act.kind === 'change' ? state.act.patch : {};
    if (patch.roleId) {
      this.#focus('.role');
      void this.#actions.changeRole(entry, patch.roleId);
    } else if (patch.status) {
      this.#focus('.person-name');
      void this.#actions.changeStatus(entry, patch.status as 'active' | 'suspended');
    }
  };

  readonly #onDismiss = (entry: Entry): void => {
    this.#actions.notes.clear(entry.id);
    this.#facts.acts?.dismiss(entry.id);
    this.#focus('.role, .person-name');
  };

  readonly #onRetry = async (): Promise<void> => {
    await this.#host.refresh();
    await this.#host.updateComplete;
    this.#focus('.person-name, .state-heading');
  };

  #focus(selector: string): void {
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  /** The name, or what stands in its place, once that is drawn. */
  readonly #focusName = async (): Promise<void> => {
    await this.#host.updateComplete;
    this.#focus('.person-name, .state-heading');
  };

  get #detail(): Detail | undefined {
    const { id } = this.#facts;
    return this.#facts.detail(id === undefined ? undefined : this.#actions.notes.get(id));
  }

  get #cause(): string {
    const { error } = this.#facts;
    return error ? problemText(this.#problems.t, error) : '';
  }

  get #telling(): AuditTelling {
    const { words, viewer } = this.#facts;
    const { roles, common, time, language } = words;
    return { t: this.#history.t, roles, common, time, language, viewerId: viewer.userId };
  }

  get #deps(): ActionDeps & AskDeps {
    const { words, viewer, acts } = this.#facts;
    const { stores } = this.#host;
    const { seats } = this.#detail ?? {};
    return {
      words,
      viewer,
      acts,
      problems: this.#problems.t,
      hasSeat: seats?.available !== 0 && !seats?.overLimit,
      counted: (seats?.limit ?? null) !== null,
      accountId: stores?.accountId ?? '',
      clock: stores?.clock as Clock,
      actions: this.#actions,
      confirm: this.#confirm,
      say: (text) => this.#announce.say(text),
      reload: () => void this.#facts.reload(),
      entry: () => this.#detail?.entry,
      act: () => undefined,
      view: () => undefined,
      focusAfter: () => () => {
        if (this.state === 'empty') void this.#focusName();
      },
    };
  }

  get #ownershipDeps(): OwnershipDeps {
    return {
      host: this.#host,
      confirm: this.#confirm,
      problems: this.#problems.t,
      accountId: this.#host.stores?.accountId ?? '',
      store: this.#facts.ownership,
      say: (text) => this.#announce.say(text),
      reload: () => void this.#facts.reload(),
      focusName: () => void this.#focusName(),
    };
  }
}
