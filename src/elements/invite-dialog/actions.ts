import type { ReactiveControllerHost } from 'lit';
import { isCcError, type InvitationCreated } from '../../client/index.js';
import type { AnnounceController } from '../../controllers/announce.controller.js';
import type { DialogController } from '../../controllers/dialog.controller.js';
import type { Strings } from '../../i18n/strings.js';
import type { InviteOutcome, InviteStore } from '../../stores/invite.js';
import type { SeatsStore } from '../../stores/seats.js';
import type { ConfirmController } from '../base/confirm.js';
import { copyNow } from '../base/copy.js';
import { trash } from '../base/icons/shapes.js';
import { perform, tellFailure } from '../base/perform.js';
import type { CcRolePicker } from '../role-picker/role-picker.js';
import { CcPlanOpenRequestEvent } from '../shared/plan-open.events.js';
import { CcAccountChangeRequestEvent } from '../shared/account-change.events.js';
import { CcInviteLinkCopiedEvent } from '../shared/invite-link.events.js';
import type { InviteDraft, DraftHost } from './invite-draft.js';
import { faultCount } from './faults.js';
import { faultsOf, type FormActions, type FormView } from './form.js';
import { CcCloseRequestEvent, CcInviteSendRequestEvent, CcInviteSentEvent } from './invite-dialog.events.js';
import { createdOf, failedOf, resultTitle, type ResultActions } from './result.js';

/** How long "Copied" stands on a button, in milliseconds. */
const copiedFor = 2_000;

/** What the dialog lends to its actions. */
export interface InviteHost extends HTMLElement, ReactiveControllerHost, DraftHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
  readonly inviteAccountId: string;
  readonly words: Strings['inviteDialog'];
  readonly form: FormView;
  readonly invites: InviteStore | undefined;
  readonly seats: SeatsStore | undefined;
  /** Puts focus where work goes on: the address field, or the result's heading. */
  focusWork(): Promise<void>;
  /** An empty draft. */
  reset(): void;
}

interface Parts {
  readonly draft: InviteDraft;
  readonly announce: AnnounceController;
  readonly confirm: ConfirmController;
  readonly dialog: DialogController;
}

/** What a person does in the dialog: write addresses, send, copy the links, leave. */
export class InviteActions implements FormActions, ResultActions {
  readonly #host: InviteHost;
  readonly #parts: Parts;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Result of the last sending, while it is shown. */
  outcomes: readonly InviteOutcome[] | undefined;
  /** Invitations whose URL was copied a moment ago. */
  copied: ReadonlySet<string> = new Set();
  copyRefused = false;

  constructor(host: InviteHost, parts: Parts) {
    this.#host = host;
    this.#parts = parts;
  }

  get sending(): boolean {
    return this.#host.invites?.$run.get().state === 'sending';
  }

  typing(text: string): void {
    this.#parts.draft.type(text);
  }

  pasted(text: string): void {
    const { added, duplicates } = this.#parts.draft.add(text);
    const { words } = this.#host;
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
    this.#parts.announce.say(this.#host.words.addressRemoved({ email }));
    void this.move(index);
  }

  edit(index: number): void {
    this.#parts.draft.edit(index);
    void this.#host.focusWork();
  }

  replace(index: number, typed: string): void {
    this.#parts.draft.replace(index, typed);
    void this.#host.focusWork();
  }

  async move(index: number): Promise<void> {
    this.#parts.draft.chip = index;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const chip = this.#host.renderRoot.querySelectorAll<HTMLElement>('.chip-text')[index];
    if (chip) chip.focus();
    else await this.#host.focusWork();
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
    const planUrl = this.#host.seats?.$seats.get().data?.planUrl ?? null;
    const request = new CcPlanOpenRequestEvent({ accountId: this.#accountId, input: { planUrl } });
    void perform(this.#host, request, () => Promise.resolve());
    if (request.defaultPrevented) event.preventDefault();
  }

  async submit(): Promise<void> {
    const { invites, renderRoot } = this.#host;
    const { draft } = this.#parts;
    if (!invites || this.sending) return;
    draft.check();
    await this.#host.updateComplete;
    if (draft.addresses.length === 0 || faultCount(faultsOf(this.#host.form)) > 0)
      return this.#host.focusWork();
    const picker = renderRoot.querySelector<CcRolePicker>('[name="role"]');
    if (picker && !picker.reportValidity()) return picker.focus();
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

  cancel(): void {
    if (this.mayClose()) this.#parts.dialog.close();
  }

  /** Escape, the close button and Cancel; with something typed the person is asked once (I13). */
  mayClose(): boolean {
    const unsent = !this.outcomes && this.#parts.draft.unsent;
    const request = new CcCloseRequestEvent({ accountId: this.#accountId, input: { unsent } });
    this.#host.dispatchEvent(request);
    if (request.decision().vetoed) return false;
    // While invites are on their way, closing loses nothing.
    if (!unsent || this.sending) return true;
    const { words } = this.#host;
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

  async copy(invitations: readonly InvitationCreated[]): Promise<void> {
    this.copyRefused = !(await copyNow(invitations.map(({ url }) => url).join('\n')));
    this.#host.requestUpdate();
    if (this.copyRefused) return this.#host.renderRoot.querySelector<HTMLInputElement>('#url')?.focus();
    this.#parts.announce.say(this.#host.words.copied);
    for (const { id, accountId } of invitations) {
      this.#host.dispatchEvent(new CcInviteLinkCopiedEvent({ accountId, invitationId: id }));
    }
    this.#showCopied(invitations.map(({ id }) => id));
  }

  share({ url }: InvitationCreated): void {
    // A person who closes the device's own sheet has not failed.
    navigator.share({ url }).catch(() => undefined);
  }

  retry(): void {
    const again = this.#parts.draft.takeBack(failedOf(this.outcomes ?? []));
    this.outcomes = undefined;
    if (again) void this.submit();
    else void this.#host.focusWork();
  }

  another(): void {
    this.#host.reset();
    void this.#host.focusWork();
  }

  done(): void {
    this.#parts.dialog.close();
  }

  /** Forgets the result and stops the timer. */
  clear(): void {
    this.outcomes = undefined;
    this.copyRefused = false;
    this.copied = new Set();
    clearTimeout(this.#timer);
  }

  /** None went out: everything stays as it was, each mistake at its address. Else: the result. */
  async #finish(outcomes: readonly InviteOutcome[]): Promise<void> {
    const failed = failedOf(outcomes);
    const shown = failed.map(({ error }) =>
      tellFailure(this.#host, error, CcInviteSendRequestEvent.type, () => this.submit()),
    );
    if (failed.some(({ error }) => isCcError(error, 'seat-limit-reached'))) void this.#host.seats?.refresh();
    if (failed.length === outcomes.length) {
      if (shown.every(Boolean)) this.#parts.draft.takeBack(failed);
    } else {
      this.outcomes = outcomes;
      this.#parts.announce.say(resultTitle({ outcomes, t: this.#host.words }));
    }
    this.#host.requestUpdate();
    await this.#host.focusWork();
  }

  #sent({ url: _, ...invitation }: InvitationCreated): CcInviteSentEvent {
    return new CcInviteSentEvent({ accountId: this.#accountId, invitation });
  }

  #showCopied(ids: readonly string[]): void {
    const show = (shown: readonly string[]) => {
      this.copied = new Set(shown);
      this.#host.requestUpdate();
    };
    show(ids);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      show([]);
    }, copiedFor);
  }

  get #accountId(): string {
    return this.#host.inviteAccountId;
  }
}
