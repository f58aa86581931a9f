import { html, nothing, type TemplateResult } from 'lit';
import { isCcError, type Offboarding, type PersonAccess, type PersonAccessItem } from '../../client/index.js';
import { AnnounceController } from '../../controllers/announce.controller.js';
import { MenuController } from '../../controllers/menu.controller.js';
import { StoreController } from '../../controllers/store.controller.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { TimeController } from '../../controllers/time.controller.js';
import { common } from '../../i18n/en/common.js';
import { problems } from '../../i18n/en/problems.js';
import { roles } from '../../i18n/en/roles.js';
import { userAccess } from '../../i18n/en/user-access.js';
import { createCapabilitiesStore, type CapabilitiesStore } from '../../stores/capabilities.js';
import { createMeStore, type MeStore } from '../../stores/me.js';
import { createOwnOffboardingsStore } from '../../stores/own-jobs.js';
import { personAccessStore, type PersonAccessStore, type PersonKey } from '../../stores/people.js';
import { createPersonActions, type PersonActions } from '../../stores/person-actions.js';
import type { CustomState } from '../base/cc-element.js';
import { ConfirmController } from '../base/confirm.js';
import { icon } from '../base/icons/icon.js';
import { cloudOff, lock, rotateCw, userX } from '../base/icons/shapes.js';
import { adoptLate } from '../base/late-styles.js';
import { LazyPart } from '../base/lazy-part.js';
import { problemText } from '../base/problem-text.js';
import { rich } from '../base/rich.js';
import { choiceMenu, type Choice, type Choices } from '../shared/choice-menu.js';
import { ownJobs, recentJobs } from '../shared/jobs/own-jobs.js';
import { settleShares } from '../shared/jobs/progress.js';
import { PersonActs } from './acts.js';
import { identity, notices, stats } from './identity.js';
import type { Offboard } from './offboard.js';
import { accessTable } from './table.js';
import type { CcUserAccess } from './user-access.js';
import { groupsOf, type AccessActions, type AccessView, type Words } from './view.js';
import { accessWorkStyles } from './work.styles.js';

const nobody: PersonKey = { id: '' };

/** What is drawn in `cc-user-access`, and what a person does there. */
export class UserAccessWork implements AccessActions {
  readonly host: CcUserAccess;
  readonly confirm: ConfirmController;
  readonly #strings;
  readonly #time: TimeController;
  readonly #announce: AnnounceController;
  readonly #access: StoreController<PersonAccessStore>;
  readonly #actions: StoreController<PersonActions>;
  readonly #me: StoreController<MeStore>;
  readonly #backend: StoreController<CapabilitiesStore>;
  readonly #own: StoreController<ReturnType<typeof createOwnOffboardingsStore>>;
  readonly #menu: MenuController;
  readonly #offboard: LazyPart<Offboard>;
  readonly #acts: PersonActs;
  #key = '';
  #choices: Choices | undefined;
  #whole = false;

  constructor(host: CcUserAccess) {
    this.host = host;
    adoptLate(host.renderRoot, accessWorkStyles);
    this.#strings = {
      t: new StringsController(host, 'userAccess', userAccess),
      common: new StringsController(host, 'common', common),
      roles: new StringsController(host, 'roles', roles),
      problems: new StringsController(host, 'problems', problems),
    };
    this.#time = new TimeController(host);
    this.#announce = new AnnounceController(host);
    this.confirm = new ConfirmController(host);
    const { key, person } = keyOf(host);
    this.#key = key;
    this.#access = new StoreController(host, personAccessStore(person));
    this.#actions = new StoreController(host, createPersonActions);
    this.#me = new StoreController(host, createMeStore, { withoutAccount: true });
    this.#backend = new StoreController(host, createCapabilitiesStore, { withoutAccount: true });
    this.#own = new StoreController(host, createOwnOffboardingsStore);
    this.#menu = new MenuController(host, {
      menu: () => host.renderRoot.querySelector<HTMLElement>('#menu'),
      closed: () => host.requestUpdate(),
    });
    this.#offboard = new LazyPart(host, async () => new (await import('./offboard.js')).Offboard(this));
    this.#acts = new PersonActs(this);
  }

  /** Another person is another store; said before anything is asked. */
  settle(): void {
    const { key, person } = keyOf(this.host);
    if (key === this.#key) return;
    this.#key = key;
    this.#whole = false;
    this.#access.switchTo(personAccessStore(person));
  }

  get actions(): PersonActions | undefined {
    return this.#actions.store;
  }

  get access(): PersonAccess | undefined {
    return this.#loadable.data;
  }

  get accountId(): string {
    return this.host.stores?.accountId ?? '';
  }

  get words(): Words {
    const { t, common: shared, roles: names, problems: reasons } = this.#strings;
    return {
      ...{ t: t.t, common: shared.t, roles: names.t, problems: reasons.t, time: this.#time },
      language: this.host.language,
    };
  }

  get states(): Partial<Record<CustomState, boolean>> {
    const loadable = this.#loadable;
    const lost = loadable.state === 'failed' && !loadable.data ? loadable.error : undefined;
    return {
      busy: loadable.state === 'loading' || (this.#offboard.part?.busy ?? false),
      empty: this.#isGone || loadable.data?.items.length === 0,
      failed: lost !== undefined && !isRefusal(lost),
      refused: lost !== undefined && isRefusal(lost),
    };
  }

  template(): TemplateResult {
    const { t, common: shared, problems: reasons } = this.words;
    const loadable = this.#loadable;
    const { data } = loadable;
    if (this.#isGone) return html`${this.#state(userX, t.emptyTitle, t.emptyText)}${this.#jobs()}`;
    if (!data) {
      if (loadable.state !== 'failed') return this.#skeleton();
      // Who ended everything finds the result where the person was.
      if (isRefusal(loadable.error)) {
        return html`${this.#state(lock, t.refusedTitle, t.refusedText)}${this.#jobs()}`;
      }
      const text = `${problemText(reasons, loadable.error)} ${t.failedSame}`;
      return this.#state(
        cloudOff,
        t.failedTitle,
        text,
        html`<button class="button primary" part="button-primary" type="button" @click=${this.#onRetry}>
          ${icon(rotateCw)}${shared.retry}
        </button>`,
      );
    }
    const view = this.#view(data);
    return html`${identity(view, this)} ${stats(view)}
      <div class="notices">${this.#jobs()}${notices(view)}</div>
      ${data.items.length === 0 ? this.#state(userX, t.emptyTitle, t.emptyText) : accessTable(view, this)}
      ${choiceMenu(this.#choices, this.#menu.onKeydown, this.#onChoose)}`;
  }

  dialogs(): TemplateResult {
    const { common: shared } = this.words;
    return html`${this.confirm.template({ cancel: shared.cancel, close: shared.close })}${
      this.#offboard.part?.template() ?? nothing
    }`;
  }

  drawn(): void {
    settleShares(this.host.renderRoot);
    this.#offboard.part?.drawn();
  }

  say(text: string, urgent = false): void {
    this.#announce.say(text, urgent);
  }

  get now(): Date {
    return this.#time.now;
  }

  grant(): void {
    this.#acts.grant();
  }

  offboard(opener: HTMLElement): void {
    this.#offboard.get().then(
      (part) => part.show(opener),
      () => this.say(this.words.common.partMissing, true),
    );
  }

  /** Asks again which jobs there are. */
  lookForJobs(): void {
    void this.#own.refresh();
  }

  chooseRole(item: PersonAccessItem, anchor: HTMLElement): void {
    void this.#openMenu(anchor, () => this.#acts.roleChoices(item));
  }

  menu(item: PersonAccessItem, anchor: HTMLElement): void {
    void this.#openMenu(anchor, () => this.#acts.choices(item, anchor));
  }

  undo(item: PersonAccessItem): void {
    void this.#acts.undo(item);
  }

  hold(item: PersonAccessItem, held: boolean): void {
    this.#acts.hold(item, held);
  }

  showAll(): void {
    this.#whole = true;
    this.host.requestUpdate();
  }

  /** Focus goes on where the person was: a control of this access, else the heading. */
  async focusAfter(accessId: string): Promise<void> {
    await this.host.updateComplete;
    const { renderRoot } = this.host;
    const row = renderRoot.querySelector<HTMLElement>(`[data-access="${accessId}"] button`);
    (row ?? renderRoot.querySelector<HTMLElement>('h2'))?.focus();
  }

  async #openMenu(
    anchor: HTMLElement,
    make: () => Choices | undefined | Promise<Choices | undefined>,
  ): Promise<void> {
    if (anchor === this.#menu.anchor) return this.#menu.close();
    const choices = await make();
    if (!choices) return;
    this.#choices = choices;
    this.host.requestUpdate();
    await this.#menu.open(anchor);
    this.host.requestUpdate();
  }

  readonly #onChoose = (item: Choice): void => {
    this.#menu.close();
    item.act();
  };

  /** Of this person, what the viewer has started: at work, or ended lately. */
  #jobs(): TemplateResult | typeof nothing {
    const { t, time } = this.words;
    const { person } = this.access ?? {};
    const { userId = this.host.userId ?? this.host.subject?.userId, email = this.host.subject?.email } =
      person ?? {};
    const all = this.#own.store?.$jobs.get().data ?? [];
    const theirs = all.filter(({ subject }) =>
      subject.userId ? subject.userId === userId : subject.email !== null && subject.email === email,
    );
    const what = ({ subject }: Offboarding) => subject.displayName ?? subject.email ?? '';
    return ownJobs({
      ...{ jobs: recentJobs(theirs, this.now), t, time },
      what: (job) => rich(t.jobOf, { name: what(job) }),
      onWatch: (job, opener) => {
        this.#offboard.get().then(
          (part) => part.watch(job, what(job), opener),
          () => this.say(this.words.common.partMissing, true),
        );
      },
    });
  }

  readonly #onRetry = (): void => void this.#access.refresh();

  get #loadable(): ReturnType<PersonAccessStore['$access']['get']> {
    return this.#access.store?.$access.get() ?? { state: 'idle' };
  }

  /** Was there a moment ago, and everything has ended. */
  get #isGone(): boolean {
    const loadable = this.#loadable;
    return (
      loadable.state === 'failed' && loadable.data !== undefined && isCcError(loadable.error, 'not-found')
    );
  }

  #view(access: PersonAccess): AccessView {
    const { settings } = this.host;
    const me = this.#me.store?.$me.get().data;
    const { identityPolicy } = this.#backend.store?.$capabilities.get().data ?? {};
    return {
      ...{ words: this.words, access, groups: groupsOf(access), whole: this.#whole },
      states: this.#actions.store?.$states.get() ?? new Map(),
      perAccount: identityPolicy === 'per_account',
      // Nobody changes their own access.
      changes: !settings.readonly && me !== undefined && access.items.every(({ userId }) => userId !== me.id),
      openAnchor: this.#menu.anchor,
    };
  }

  #skeleton(): TemplateResult {
    return html`<div class="panel-head identity">
      <span class="skeleton round"></span><span class="skeleton line"></span>
      <span class="visually-hidden" role="status">${this.words.t.loading}</span>
    </div>`;
  }

  #state(shape: string, title: string, text: string, action: unknown = nothing): TemplateResult {
    return html`<div class="state" part="state">
      <span class="disc">${icon(shape, { size: 20 })}</span>
      <h2 class="state-heading" part="heading" tabindex="-1">${title}</h2>
      <p>${text}</p>
      <div class="actions">${action}</div>
    </div>`;
  }
}

function keyOf({ userId, subject }: CcUserAccess): { key: string; person: PersonKey } {
  const id = userId || subject?.userId;
  const person = id ? { id } : subject?.email ? { email: subject.email } : nobody;
  return { key: JSON.stringify(person), person };
}

/** What may not be seen looks the same as what is not there (R93). */
function isRefusal(error: Error): boolean {
  return isCcError(error, 'forbidden') || isCcError(error, 'not-found');
}
