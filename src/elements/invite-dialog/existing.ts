import { html, nothing, type TemplateResult } from 'lit';
import type { CcError, Invitation } from '../../client/index.js';
import { isRoleId, type RoleId } from '../../domain/index.js';
import { roleName } from '../../i18n/role-words.js';
import { copyLater } from '../base/copy.js';
import { perform } from '../base/perform.js';
import { problemText } from '../base/problem-text.js';
import { rich } from '../base/rich.js';
import { CcInviteLinkCopiedEvent, CcInviteLinkRequestEvent } from '../shared/invite-link.events.js';
import {
  CcInviteChangedEvent,
  CcInviteChangeRequestEvent,
  CcInviteResendRequestEvent,
  CcInviteResentEvent,
} from '../shared/invite-life.events.js';
import type { Address } from './addresses.js';
import type { InviteDraft } from './invite-draft.js';
import type { CcInviteDialog } from './invite-dialog.js';
import type { InviteWork } from './work.js';

/** An address with an invite that is pending: change its role in place, send it again, copy its link (R28, I06). */
export class ExistingInvites {
  readonly #work: InviteWork;
  readonly #host: CcInviteDialog;
  readonly #draft: InviteDraft;
  readonly #tell: (text: unknown) => void;
  #busy = false;

  constructor(work: InviteWork, draft: InviteDraft, tell: (text: unknown) => void) {
    const { host } = work;
    this.#work = work;
    this.#host = host;
    this.#draft = draft;
    this.#tell = tell;
  }

  /** Finds out what is pending for every address that was refused for it. */
  async look(): Promise<void> {
    const { accountId, host } = this.#work;
    for (const { typed, fault } of this.#draft.addresses) {
      if (!fault || !('code' in fault) || fault.code !== 'invite_pending' || fault.pending) continue;
      const { invitationId } = (fault.values ?? {}) as { invitationId?: string };
      if (!invitationId) continue;
      try {
        const pending = await host.stores?.client.invitations.get(accountId, invitationId);
        if (pending) this.#draft.tell(typed, { ...fault, pending });
      } catch {
        // The refusal stands as it is, without the offers.
      }
    }
  }

  /** What is pending, in words. */
  text(pending: Invitation): string {
    const { t, roles } = this.#words;
    const role = roleName(roles, pending.roleId);
    const wanted = this.#wanted(pending.email);
    if (wanted === pending.roleId) return t.pendingAs({ role });
    return t.pendingChange({ role, wanted: roleName(roles, wanted) });
  }

  buttons(pending: Invitation): TemplateResult {
    const { t, roles } = this.#words;
    const wanted = this.#wanted(pending.email);
    const role = roleName(roles, wanted);
    const button = (label: string, act: () => Promise<void>) =>
      html`<button
        class="button small"
        part="button"
        type="button"
        aria-label=${`${label} ${pending.email}`}
        @click=${() => void this.#alone(act)}
      >
        ${label}
      </button>`;
    return html`${
      wanted !== pending.roleId && isRoleId(wanted)
        ? button(t.changeTo({ role }), () => this.#change(pending, wanted))
        : nothing
    }
    ${button(t.resend, () => this.#resend(pending))} ${button(t.copy, () => this.#copy(pending))}`;
  }

  async #change(pending: Invitation, roleId: RoleId): Promise<void> {
    const { id: invitationId, version, accountId } = pending;
    const outcome = await perform(
      this.#host,
      new CcInviteChangeRequestEvent({ accountId, input: { invitationId, version, roleId } }),
      async (input) => this.#client.update(accountId, pending, { roleId: input.roleId as RoleId }),
      (invitation) =>
        new CcInviteChangedEvent({ accountId, invitation, previousRoleId: String(pending.roleId) }),
    );
    if (outcome.state === 'failed') return this.#fail(pending, outcome.error, outcome.silent);
    if (outcome.state === 'vetoed') return;
    const role = roleName(this.#words.roles, outcome.result.roleId);
    this.#done(pending, rich(this.#words.t.changedTo, { email: pending.email, role }));
  }

  async #resend({ id, ...pending }: Invitation): Promise<void> {
    const { accountId } = pending;
    const outcome = await perform(
      this.#host,
      new CcInviteResendRequestEvent({ accountId, input: { invitationId: id } }),
      (input) => this.#client.resend(accountId, input.invitationId),
      (invitation) => new CcInviteResentEvent({ accountId, invitation }),
    );
    if (outcome.state === 'failed') return this.#fail(pending, outcome.error, outcome.silent);
    if (outcome.state === 'done') this.#done(pending, rich(this.#words.t.resent, { email: pending.email }));
  }

  async #copy({ id, ...pending }: Invitation): Promise<void> {
    const { accountId } = pending;
    let copied = Promise.resolve(false);
    const outcome = await perform(
      this.#host,
      new CcInviteLinkRequestEvent({ accountId, input: { invitationId: id } }),
      (input) => {
        const link = this.#client.link(accountId, input.invitationId);
        copied = copyLater(link.then(({ url }) => url)).catch(() => false);
        return link;
      },
    );
    if (outcome.state === 'failed') return this.#fail(pending, outcome.error, outcome.silent);
    if (outcome.state === 'vetoed') return;
    if (!(await copied)) {
      // Where copying is not allowed the link is shown, to be copied by hand (I12).
      this.#done(pending, html`${this.#words.t.copyRefused} <bdi class="mono">${outcome.result.url}</bdi>`);
      return;
    }
    this.#host.dispatchEvent(new CcInviteLinkCopiedEvent({ accountId, invitationId: id }));
    this.#done(pending, rich(this.#words.t.linkCopied, { email: pending.email }));
  }

  /** Nothing is left to do for this address. */
  #done({ email }: Pick<Invitation, 'email'>, text: unknown): void {
    this.#draft.remove(this.#index(email));
    this.#tell(text);
    void this.#work.focusWork();
  }

  #fail({ email }: Pick<Invitation, 'email'>, error: CcError | Error, silent: boolean): void {
    if (silent) return;
    const { problems } = this.#work.form.words;
    this.#draft.tell(this.#draft.addresses[this.#index(email)]?.typed ?? email, {
      text: problemText(problems, error),
    });
  }

  /** A second press is no second act. */
  async #alone(act: () => Promise<void>): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    await act().finally(() => (this.#busy = false));
  }

  #wanted(email: string): string {
    return this.#address(email)?.roleId ?? this.#draft.role;
  }

  #address(email: string): Address | undefined {
    return this.#draft.addresses[this.#index(email)];
  }

  #index(email: string): number {
    return this.#draft.addresses.findIndex(
      ({ fault, typed }) =>
        typed === email || (fault && 'pending' in fault && fault.pending?.email === email),
    );
  }

  get #client() {
    const { stores } = this.#host;
    if (!stores) throw new DOMException('The dialog is gone', 'AbortError');
    return stores.client.invitations;
  }

  get #words() {
    const { t, roles } = this.#work.form.words;
    return { t, roles };
  }
}
