import { isCcError, type InvitationCreated, type InvitationDraft } from '../../client/index.js';
import type { AnnounceController } from '../../controllers/announce.controller.js';
import type { DialogController } from '../../controllers/dialog.controller.js';
import type { RoleId } from '../../domain/index.js';
import type { InviteOutcome } from '../../stores/invite.js';
import type { ConfirmController } from '../base/confirm.js';
import type { LazyPart } from '../base/lazy-part.js';
import { trash } from '../base/icons/shapes.js';
import { perform, tellFailure } from '../base/perform.js';
import type { CcRolePicker } from '../role-picker/role-picker.js';
import { CcPlanOpenRequestEvent } from '../shared/plan-open.events.js';
import { CcAccountChangeRequestEvent } from '../shared/account-change.events.js';
import type { ConflictDoor, ConflictDoorActions } from './conflict-door.js';
import type { CsvImport } from './csv-import.js';
import type { ExistingInvites } from './existing.js';
import type { InviteDraft } from './invite-draft.js';
import { CcInviteSendRequestEvent, CcInviteSentEvent } from '../shared/invite-send.events.js';
import { faultCount } from './faults.js';
import { faultsOf, type FormActions } from './form.js';
import type { CcInviteDialog } from './invite-dialog.js';
import { CcCloseRequestEvent, CcMemberShowEvent } from './invite-dialog.events.js';
import { InviteLinks } from './invite-links.js';
import { createdOf, failedOf, resultTitle, type FailedInvite, type ResultActions } from './result.js';
import type { InviteWork } from './work.js';

interface Parts {
  readonly conflicts: LazyPart<ConflictDoor>;
  readonly existing: LazyPart<ExistingInvites>;
  readonly file: LazyPart<CsvImport>;
  readonly draft: InviteDraft;
  readonly announce: AnnounceController;
  readonly confirm: ConfirmController;
  readonly dialog: DialogController;
}

/** What a person does in the dialog: write addresses, send, copy the links, leave. */
export class InviteActions implements FormActions, ResultActions, ConflictDoorActions {
  readonly #work: InviteWork;
  readonly #host: CcInviteDialog;
  readonly #parts: Parts;
  readonly links: InviteLinks;
  /** Result of the last sending, while it is shown. */
  outcomes: readonly InviteOutcome[] | undefined;
  /** What was done for addresses that need no invite any more. */
  told: readonly unknown[] = [];
  /** Invites of this dialog that went out before the last sending. */
  #earlier: readonly InviteOutcome[] = [];

  constructor(work: InviteWork, parts: Parts) {
    this.#work = work;
    this.#host = work.host;
    this.#parts = parts;
    this.links = new InviteLinks(work, parts.announce);
  }

  get sending(): boolean {
    return this.#work.invites?.$run.get().state === 'sending';
  }

  typing(text: string): void {
    this.#parts.draft.type(text);
  }

  pasted(text: string): void {
    const { added, duplicates } = this.#parts.draft.add(text);
    const { words } = this.#work;
    const said = [
      added > 0 && words.addressAdded({ count: added }),
      duplicates > 0 && words.duplicates({ count: duplicates }),
    ];
    this.#parts.announce.say(said.filter(Boolean).join('. '));
  }

  settle(): void {
    const { typed } = this.#parts.draft;
    if (this.#host.multiple && typed.trim() !== '') this.pasted(typed);
  }

  remove(index: number): void {
    const email = this.#parts.draft.addresses[index]?.typed ?? '';
    this.#parts.draft.remove(index);
    this.#parts.announce.say(this.#work.words.addressRemoved({ email }));
    void this.move(index);
  }

  edit(index: number): void {
    this.#parts.draft.edit(index);
    void this.#work.focusWork();
  }

  replace(index: number, typed: string): void {
    this.#parts.draft.replace(index, typed);
    void this.#work.focusWork();
  }

  async move(index: number): Promise<void> {
    this.#parts.draft.chip = index;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const chip = this.#host.renderRoot.querySelectorAll<HTMLElement>('.chip-text')[index];
    if (chip) chip.focus();
    else await this.#work.focusWork();
  }

  chooseRole(role: string): void {
    this.#parts.draft.role = role;
    this.#host.requestUpdate();
  }

  write(message: string): void {
    this.#parts.draft.message = message;
    this.#host.requestUpdate();
  }

  async goTo(accountId: string | null): Promise<void> {
    const request = new CcAccountChangeRequestEvent({ accountId: this.#accountId, input: { accountId } });
    const { state } = await perform(this.#host, request, () => Promise.resolve());
    if (state === 'done') this.#parts.dialog.close();
  }

  openPlan(event: Event): void {
    const planUrl = this.#work.seats?.$seats.get().data?.planUrl ?? null;
    const request = new CcPlanOpenRequestEvent({ accountId: this.#accountId, input: { planUrl } });
    void perform(this.#host, request, () => Promise.resolve());
    if (request.defaultPrevented) event.preventDefault();
  }

  /** A file of people, read here and shown before anything is sent. */
  async readFile(file: File): Promise<void> {
    try {
      const reader = await this.#parts.file.get();
      await reader.read(file);
    } catch {
      this.#parts.announce.say(this.#work.words.fileMissing, true);
    }
  }

  setRole(index: number, roleId: RoleId): void {
    this.#parts.draft.setRole(index, roleId);
    void this.#work.focusWork();
  }

  leaveOut(): void {
    this.#parts.draft.leaveOut();
    void this.#work.focusWork();
  }

  /** Closes, so that the person sees who is there already (I05). */
  showMember(email: string): void {
    this.#host.dispatchEvent(new CcMemberShowEvent({ accountId: this.#accountId, email }));
    this.#parts.dialog.close();
  }

  /** The guided way out for one address (R30). */
  async fix(draft: InvitationDraft, account?: { id: string; name: string }): Promise<void> {
    const door = await this.#parts.conflicts.get();
    await door.open({ side: 'inviter', draft, ...(account && { account }) });
  }

  solved({ draft }: { readonly draft: InvitationDraft }, created: InvitationCreated | undefined): void {
    const index = this.#parts.draft.addresses.findIndex(({ typed }) => typed === draft.email);
    if (index >= 0) this.#parts.draft.remove(index);
    const kept = (this.outcomes ?? this.#earlier).filter(
      (one) => one.status === 'created' || one.entry.draft.email !== draft.email,
    );
    const won: readonly InviteOutcome[] = created
      ? [{ status: 'created', entry: { draft }, invitation: created }]
      : [];
    if (created) this.#host.dispatchEvent(this.#sent(created));
    if (this.outcomes) this.outcomes = [...kept, ...won];
    else this.#earlier = [...kept, ...won];
  }

  leave(): void {
    this.#parts.conflicts.part?.close();
    const { draft } = this.#parts;
    if (!this.outcomes && this.#earlier.length > 0 && !draft.unsent) this.outcomes = this.#earlier;
    void this.#work.focusWork();
  }

  async submit(): Promise<void> {
    const { invites } = this.#work;
    const { renderRoot } = this.#host;
    const { draft } = this.#parts;
    if (!invites || this.sending || this.#parts.confirm.open) return;
    draft.check();
    await this.#host.updateComplete;
    if (draft.addresses.length === 0 || faultCount(faultsOf(this.#work.form)) > 0)
      return this.#work.focusWork();
    const picker = renderRoot.querySelector<CcRolePicker>('[name="role"]');
    if (picker && !picker.reportValidity()) return picker.focus();
    if (this.#needsConfirming) return this.#confirmReach();
    const outcome = await perform(
      this.#host,
      new CcInviteSendRequestEvent({ accountId: this.#accountId, input: { drafts: draft.drafts() } }),
      (input) => invites.send(input.drafts),
      (outcomes) => createdOf(outcomes).map((created) => this.#sent(created)),
      () => this.submit(),
    );
    if (outcome.state === 'done') await this.#finish(outcome.result);
    else if (outcome.state === 'failed' && !outcome.silent) draft.stop(outcome.error);
  }

  /** R3: on a partner account the role reaches every client; that is said once more, and agreed to, before it goes. */
  get #needsConfirming(): boolean {
    const { draft } = this.#parts;
    return this.#work.form.account?.kind === 'parent' && draft.confirmed !== draft.role;
  }

  async #confirmReach(): Promise<void> {
    const { draft, confirm } = this.#parts;
    const { askReach } = await import('./ask-reach.js');
    const question = askReach(this.#work.form, {
      agreed: () => (draft.confirmed = draft.role),
      send: () => void this.submit(),
      oneClient: () => void this.goTo(null),
    });
    await confirm.ask(question, this.#host.renderRoot.querySelector<HTMLElement>('.submit') ?? undefined);
  }

  cancel(): void {
    if (this.mayClose()) this.#parts.dialog.close();
  }

  /** Escape, the close button and Cancel; with something typed the person is asked once (I13). */
  mayClose(): boolean {
    const unsent = !this.outcomes && this.#parts.draft.unsent;
    if (this.#parts.confirm.open) return false;
    const request = new CcCloseRequestEvent({ accountId: this.#accountId, input: { unsent } });
    this.#host.dispatchEvent(request);
    if (request.decision().vetoed) return false;
    // While invites are on their way, closing loses nothing.
    if (!unsent || this.sending) return true;
    const { words } = this.#work;
    void this.#parts.confirm.ask(
      {
        title: words.discardTitle,
        effects: [{ icon: trash, text: words.discardEffect }],
        label: words.discard,
        danger: true,
        act: async () => {
          this.#parts.dialog.close();
          return undefined;
        },
      },
      this.#host.renderRoot.querySelector<HTMLElement>('#email') ?? undefined,
    );
    return false;
  }

  copy(invitations: readonly InvitationCreated[]): Promise<void> {
    return this.links.copy(invitations);
  }

  share({ url }: InvitationCreated): void {
    // A person who closes the device's own sheet has not failed.
    navigator.share({ url }).catch(() => undefined);
  }

  retry(): void {
    const failed = this.outcomes ?? [];
    this.#earlier = failed.filter(({ status }) => status === 'created');
    const again = this.#parts.draft.takeBack(failedOf(failed));
    this.outcomes = undefined;
    if (again) void this.submit();
    else void this.#lookAtPending();
  }

  /** One of several that failed: the guided way, or back to the form where its mistake stands. */
  repair({ entry, error }: FailedInvite): void {
    if (isCcError(error, 'username-taken-elsewhere')) void this.fix(entry.draft, error.facts.account);
    else this.retry();
  }

  async #lookAtPending(): Promise<void> {
    await this.#work.focusWork();
    if (this.#parts.draft.hasPending) await (await this.#parts.existing.get()).look();
  }

  another(): void {
    this.#work.reset();
    void this.#work.focusWork();
  }

  done(): void {
    this.#parts.dialog.close();
  }

  /** Forgets the result and stops the timer. */
  clear(): void {
    this.outcomes = undefined;
    this.#earlier = [];
    this.told = [];
    this.#parts.conflicts.part?.close();
    this.#parts.file.part?.forget();
    this.links.clear();
  }

  /** None went out: everything stays as it was, each mistake at its address. Else: the result. */
  async #finish(outcomes: readonly InviteOutcome[]): Promise<void> {
    const failed = failedOf(outcomes);
    const shown = failed.map(({ error }) =>
      tellFailure(this.#host, error, CcInviteSendRequestEvent.type, () => this.submit()),
    );
    if (failed.some(({ error }) => isCcError(error, 'seat-limit-reached'))) void this.#work.seats?.refresh();
    const [only] = failed;
    if (failed.length === outcomes.length) {
      if (shown.every(Boolean)) this.#parts.draft.takeBack(failed);
      const guided = only && outcomes.length === 1 && shown[0];
      if (guided && isCcError(only.error, 'username-taken-elsewhere')) {
        return this.fix(only.entry.draft, only.error.facts.account);
      }
      return this.#lookAtPending();
    }
    this.outcomes = [...this.#earlier, ...outcomes];
    this.#parts.announce.say(resultTitle({ outcomes: this.outcomes, t: this.#work.words }));
    this.#host.requestUpdate();
    await this.#work.focusWork();
  }

  /** Something was done for an address without sending an invite. */
  tell(text: unknown): void {
    this.told = [...this.told, text];
    this.#host.requestUpdate();
  }

  #sent({ url: _, ...invitation }: InvitationCreated): CcInviteSentEvent {
    return new CcInviteSentEvent({ accountId: this.#accountId, invitation });
  }

  get #accountId(): string {
    return this.#work.accountId;
  }
}
