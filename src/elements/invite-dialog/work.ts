import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { AnnounceController } from '../../controllers/announce.controller.js';
import { DialogController } from '../../controllers/dialog.controller.js';
import { StoreController } from '../../controllers/store.controller.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { TimeController } from '../../controllers/time.controller.js';
import { limits } from '../../domain/index.js';
import { common } from '../../i18n/en/common.js';
import { fieldProblems } from '../../i18n/en/field-problems.js';
import { inviteDialog } from '../../i18n/en/invite-dialog.js';
import { problems } from '../../i18n/en/problems.js';
import { roleDetails } from '../../i18n/en/role-details.js';
import { roles } from '../../i18n/en/roles.js';
import { createAccountStore } from '../../stores/account.js';
import { createInviteStore, type InviteOutcome, type InviteStore } from '../../stores/invite.js';
import { createRolesStore } from '../../stores/roles.js';
import { createSeatsStore, type SeatsStore } from '../../stores/seats.js';
import { ConfirmController } from '../base/confirm.js';
import { defineInner } from '../base/define.js';
import { CcClosedEvent, CcOpenedEvent } from '../base/events.js';
import { innerTag } from '../base/inner.js';
import { adoptLate } from '../base/late-styles.js';
import { LazyPart } from '../base/lazy-part.js';
import { CcRolePicker } from '../role-picker/role-picker.js';
import { InviteActions } from './actions.js';
import type { ConflictDoor } from './conflict-door.js';
import type { CsvImport } from './csv-import.js';
import type { ExistingInvites } from './existing.js';
import { formView, type FormView } from './form.js';
import { InviteDraft } from './invite-draft.js';
import type { CcInviteDialog } from './invite-dialog.js';
import { resultView } from './result.js';
import { inviteWorkStyles } from './work.styles.js';

/** The dialog itself and what is done in it: fetched when somebody comes near its trigger, or opens it. */
export class InviteWork implements ReactiveController {
  readonly host: CcInviteDialog;
  readonly #text: StringsController<'inviteDialog'>;
  readonly #common: StringsController<'common'>;
  readonly #problems: StringsController<'problems'>;
  readonly #fields: StringsController<'fieldProblems'>;
  readonly #details: StringsController<'roleDetails'>;
  readonly #roleWords: StringsController<'roles'>;
  readonly #account: StoreController<ReturnType<typeof createAccountStore>>;
  readonly #roles: StoreController<ReturnType<typeof createRolesStore>>;
  readonly #seats: StoreController<SeatsStore>;
  readonly #invites: StoreController<InviteStore>;
  readonly #draft: InviteDraft;
  readonly #time: TimeController;
  readonly #confirm: ConfirmController;
  readonly #dialog: DialogController;
  readonly #conflicts: LazyPart<ConflictDoor>;
  readonly #existing: LazyPart<ExistingInvites>;
  readonly #file: LazyPart<CsvImport>;
  readonly #act: InviteActions;

  constructor(host: CcInviteDialog) {
    this.host = host;
    defineInner(host, CcRolePicker);
    adoptLate(host.renderRoot, inviteWorkStyles);
    this.#text = new StringsController(host, 'inviteDialog', inviteDialog);
    this.#common = new StringsController(host, 'common', common);
    this.#problems = new StringsController(host, 'problems', problems);
    this.#fields = new StringsController(host, 'fieldProblems', fieldProblems);
    this.#details = new StringsController(host, 'roleDetails', roleDetails);
    this.#roleWords = new StringsController(host, 'roles', roles);
    this.#account = new StoreController(host, createAccountStore);
    this.#roles = new StoreController(host, createRolesStore);
    this.#seats = new StoreController(host, createSeatsStore);
    this.#invites = new StoreController(host, createInviteStore);
    this.#draft = new InviteDraft(host);
    this.#time = new TimeController(host);
    this.#confirm = new ConfirmController(host);
    this.#dialog = new DialogController(host, {
      dialog: () => host.renderRoot.querySelector<HTMLDialogElement>('dialog.invite'),
      mayClose: () => this.#act.mayClose(),
      closed: () => {
        host.open = false;
        this.reset();
        host.dispatchEvent(new CcClosedEvent());
      },
    });
    const announce = new AnnounceController(host);
    const parts = {
      conflicts: new LazyPart(
        host,
        async () => new (await import('./conflict-door.js')).ConflictDoor(this, this.#act),
      ),
      existing: new LazyPart(
        host,
        async () =>
          new (await import('./existing.js')).ExistingInvites(this, this.#draft, (text) => {
            this.#act.tell(text);
          }),
      ),
      file: new LazyPart(
        host,
        async () => new (await import('./csv-import.js')).CsvImport(this, this.#draft, announce),
      ),
    };
    this.#conflicts = parts.conflicts;
    this.#existing = parts.existing;
    this.#file = parts.file;
    this.#act = new InviteActions(this, {
      ...{ ...parts, announce },
      draft: this.#draft,
      confirm: this.#confirm,
      dialog: this.#dialog,
    });
    host.addController(this);
  }

  hostUpdate(): void {
    this.#draft.role ||= this.host.defaultRole;
  }

  get sending(): boolean {
    return this.#act.sending;
  }

  get focusTarget(): HTMLElement | null {
    const { renderRoot } = this.host;
    const inner = renderRoot.querySelector<HTMLElement>('.conflict > :last-child');
    return inner ?? renderRoot.querySelector<HTMLElement>(this.#act.outcomes ? '#title' : '#email');
  }

  async show(opener: HTMLElement | undefined): Promise<void> {
    await this.#dialog.show(opener);
    this.host.focus();
    this.host.dispatchEvent(new CcOpenedEvent());
  }

  close(): void {
    this.#dialog.close();
  }

  template(): TemplateResult {
    const { outcomes, sending } = this.#act;
    const conflict = this.#conflicts.part?.conflict;
    return html`<dialog
        class="dialog invite"
        part="dialog"
        aria-labelledby=${conflict ? nothing : 'title'}
        aria-label=${conflict ? this.#text.t.title : nothing}
        aria-busy=${sending ? 'true' : nothing}
      >
        ${!this.host.open ? nothing : this.#step(outcomes)}
      </dialog>
      ${this.#confirm.template({ cancel: this.#text.t.keepEditing, close: this.#common.t.close })}`;
  }

  get form(): FormView {
    const { host } = this;
    return {
      draft: this.#draft,
      account: this.#account.store?.$account.get().data,
      seats: this.seats?.$seats.get().data,
      roles: this.#roles.store?.$roles.get().data,
      run: this.invites?.$run.get() ?? { state: 'idle' },
      multiple: host.multiple,
      max: host.multiple ? host.max : 1,
      domains: host.domains,
      days: limits.inviteLifeSeconds / 86_400,
      pickerTag: innerTag(host, CcRolePicker),
      told: this.#act.told,
      existing: this.#existing.part,
      file: this.#file.part,
      fileUnreachable: this.#file.unreachable,
      language: host.language,
      words: {
        t: this.words,
        common: this.#common.t,
        problems: { ...this.#problems.t, ...this.#fields.t },
        roleDetails: this.#details.t,
        roles: this.#roleWords.t,
      },
    };
  }

  get words() {
    return this.#text.t;
  }

  get invites(): InviteStore | undefined {
    return this.#invites.store;
  }

  get seats(): SeatsStore | undefined {
    return this.#seats.store;
  }

  get accountId(): string {
    return this.host.stores?.accountId ?? '';
  }

  /** Puts focus where work goes on: the address field, or the result's heading. */
  async focusWork(): Promise<void> {
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.focusTarget?.focus();
  }

  /** An empty draft. */
  reset(): void {
    this.clear();
    this.#draft.clear(this.host.defaultRole);
  }

  /** Forgets the result and stops the timer. */
  clear(): void {
    this.#act.clear();
  }

  #step(outcomes: readonly InviteOutcome[] | undefined): TemplateResult {
    const { part } = this.#conflicts;
    if (part?.conflict) return part.template();
    return outcomes ? this.#result(outcomes) : formView(this.form, this.#act);
  }

  #result(outcomes: readonly InviteOutcome[]): TemplateResult {
    const { copied, refused } = this.#act.links;
    return resultView(
      {
        outcomes,
        copied,
        copyRefused: refused,
        canShare: typeof navigator.share === 'function',
        now: this.#time.now,
        language: this.host.language,
        t: this.#text.t,
        common: this.#common.t,
        problems: this.#problems.t,
      },
      this.#act,
    );
  }
}
