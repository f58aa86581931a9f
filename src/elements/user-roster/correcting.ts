import { html, nothing } from 'lit';
import type { Invitation, InvitationDraft } from '../../client/index.js';
import { StoreController } from '../../controllers/store.controller.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { checkEmail, cleanEmail, emailKey } from '../../domain/check/email.js';
import { limits } from '../../domain/index.js';
import { fieldProblems } from '../../i18n/en/field-problems.js';
import { roleName } from '../../i18n/role-words.js';
import { createInviteStore } from '../../stores/invite.js';
import { createRosterLiveStore } from '../../stores/roster-live.js';
import { fieldStyles } from '../../styles/field.js';
import type { ConfirmController, FieldState } from '../base/confirm.js';
import { clock, link, send, store as shop, users } from '../base/icons/shapes.js';
import { adoptLate } from '../base/late-styles.js';
import { codeText, problemText } from '../base/problem-text.js';
import { rich } from '../base/rich.js';
import type { ActionDeps } from '../shared/roster/actions.js';
import type { InvitationEntry } from '../shared/roster/people.js';
import type { Asked } from '../shared/roster/questions.js';
import { sendInvite } from '../shared/send-invite.js';
import type { RosterWork } from './work.js';

interface CorrectingDeps extends ActionDeps, Asked {
  readonly confirm: ConfirmController;
  focusAfter(id: string): () => void;
}

/**
 * The corrected address of an invite that no mail reaches (R36): the backend ends the one and sends the other in one
 * step. A host that approves invites is asked as for any other. What was typed is kept until it is sent.
 */
export class RosterCorrecting {
  readonly #work: RosterWork;
  readonly #deps: () => CorrectingDeps;
  readonly #invites: StoreController<ReturnType<typeof createInviteStore>>;
  readonly #fields: StringsController<'fieldProblems'>;
  readonly #typed = new Map<string, string>();

  constructor(work: RosterWork, deps: () => CorrectingDeps) {
    this.#work = work;
    this.#deps = deps;
    this.#invites = new StoreController(work.host, createInviteStore);
    this.#fields = new StringsController(work.host, 'fieldProblems', fieldProblems);
    adoptLate(work.host.renderRoot, [fieldStyles].flat());
  }

  async ask(entry: InvitationEntry, opener: HTMLElement | undefined): Promise<void> {
    const { words, viewer, counted, confirm, focusAfter, say } = this.#deps();
    const { t, roles } = words;
    const { email, roleId, state, bulkGrantId } = entry.invitation;
    const reach = viewer.account?.childCount ?? 0;
    const focus = focusAfter(entry.id);
    let sent: Invitation | undefined;
    const days = limits.inviteLifeSeconds / 86_400;
    const seat = state === 'pending' ? t.correctSeat : t.resendSeat;
    await confirm.ask(
      {
        title: t.correctTitle,
        field: (shown) => this.#field(entry, shown),
        effects: [
          { icon: send, text: rich(t.correctNew, { role: roleName(roles, roleId) }) },
          ...(reach > 0 ? [{ icon: shop, text: t.correctReach({ count: reach }) }] : []),
          { icon: clock, text: t.resendLife({ days }) },
          { icon: link, text: rich(t.correctOld, { email }) },
          ...(counted ? [{ icon: users, text: seat }] : []),
          ...(bulkGrantId === null ? [] : [{ icon: users, text: t.correctOthers }]),
        ],
        label: t.correctDo,
        act: async () => {
          const result = await this.#send(entry);
          if (typeof result === 'object') sent = result;
          if (typeof result === 'string') this.#input?.focus();
          return typeof result === 'string' ? result : undefined;
        },
        closed() {
          if (sent) say(t.correctedNow({ email: sent.email, before: email }));
          focus();
        },
      },
      opener,
    );
    this.#input?.select();
  }

  #field({ id, invitation }: InvitationEntry, { invalid, confirm }: FieldState): unknown {
    const { t } = this.#deps().words;
    return html`<div class="field" part=${invalid ? 'field invalid' : 'field'}>
      <label class="label" part="label" for="corrected">${t.email}</label>
      <div class="field-box ${invalid ? 'invalid' : ''}">
        <input
          id="corrected"
          type="text"
          inputmode="email"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          dir="ltr"
          autofocus
          aria-required="true"
          aria-invalid=${invalid ? 'true' : nothing}
          aria-describedby=${invalid ? 'confirm-failure corrected-hint' : 'corrected-hint'}
          .value=${this.#typed.get(id) ?? invitation.email}
          @input=${(event: Event) => this.#typed.set(id, (event.target as HTMLInputElement).value)}
          @keydown=${(event: KeyboardEvent) => {
            if (event.key !== 'Enter' || event.isComposing) return;
            event.preventDefault();
            confirm();
          }}
        />
      </div>
      <p id="corrected-hint" class="field-hint" part="hint">
        ${rich(t.correctHint, { email: invitation.email })}
      </p>
    </div>`;
  }

  /** The new invite, a sentence for what is wrong, or undefined where a host has stopped it. */
  async #send({ id, invitation }: InvitationEntry): Promise<Invitation | string | undefined> {
    const { words, problems, accountId } = this.#deps();
    const { store } = this.#invites;
    const checked = checkEmail(cleanEmail(this.#typed.get(id) ?? invitation.email));
    if (!checked.ok) return codeText({ ...problems, ...this.#fields.t }, checked.code);
    if (emailKey(checked.value) === emailKey(invitation.email)) return words.t.correctSame;
    if (!store) return undefined;
    const draft: InvitationDraft = {
      email: checked.value,
      roleId: invitation.roleId as InvitationDraft['roleId'],
      replaces: id,
    };
    const { host } = this.#work;
    const outcome = await sendInvite(host, draft, { store, accountId, retry: () => undefined });
    if (outcome.state === 'vetoed') return undefined;
    if (outcome.state === 'failed') return outcome.silent ? undefined : this.#text(outcome.error);
    this.#typed.delete(id);
    host.stores?.use(createRosterLiveStore).ended(id);
    this.#work.data.roster?.drop(id);
    return outcome.result;
  }

  #text(error: Error): string {
    return problemText({ ...this.#deps().problems, ...this.#fields.t }, error);
  }

  get #input(): HTMLInputElement | null {
    return this.#work.host.renderRoot.querySelector<HTMLInputElement>('#corrected');
  }
}
