import { html, type TemplateResult } from 'lit';
import { html as staticHtml } from 'lit/static-html.js';
import type { InvitationCreated } from '../../client/index.js';
import { defineInner } from '../base/define.js';
import { icon } from '../base/icons/icon.js';
import { x } from '../base/icons/shapes.js';
import { innerTag } from '../base/inner.js';
import type { InviterConflict } from '../username-conflict/conflict.js';
import type { CcConflictHeldEvent } from '../username-conflict/username-conflict.events.js';
import { CcUsernameConflict } from '../username-conflict/username-conflict.js';
import type { CcInviteDialog } from './invite-dialog.js';
import type { InviteWork } from './work.js';

export interface ConflictDoorActions {
  /** The invite went out, or waits and goes out by itself. */
  solved(conflict: InviterConflict, created: InvitationCreated | undefined): void;
  /** Back to the form, or to the result. */
  leave(): void;
  cancel(): void;
}

/** The guided way out of a username that is in use elsewhere, inside the dialog (R30). */
export class ConflictDoor {
  readonly #work: InviteWork;
  readonly #host: CcInviteDialog;
  readonly #act: ConflictDoorActions;
  #held = false;
  conflict: InviterConflict | undefined;

  constructor(work: InviteWork, act: ConflictDoorActions) {
    this.#work = work;
    this.#host = work.host;
    this.#act = act;
    defineInner(work.host, CcUsernameConflict);
  }

  async open(conflict: InviterConflict): Promise<void> {
    this.conflict = conflict;
    this.#held = false;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const inner = this.#inner;
    await inner?.updateComplete;
    await inner?.refresh();
    inner?.focus();
  }

  close(): void {
    this.conflict = undefined;
  }

  template(): TemplateResult {
    const { common, t } = this.#work.form.words;
    const tag = innerTag(this.#host, CcUsernameConflict);
    return html`<div class="dialog-body conflict" part="body">
      <button
        class="button icon-button corner"
        part="button close"
        type="button"
        aria-label=${common.close}
        @click=${() => {
          this.#act.cancel();
        }}
      >
        ${icon(x)}
      </button>
      ${staticHtml`<${tag}
        .conflict=${this.conflict}
        .client=${this.#host.client}
        .accountId=${this.#host.accountId}
        .strings=${this.#host.strings}
        @cc-conflict-resolved=${this.#onResolved}
        @cc-conflict-held=${this.#onHeld}
      >
        <button
          slot="actions"
          class="button ghost"
          part="button"
          type="button"
          @click=${() => {
            this.#act.leave();
          }}
        >
          ${this.#held ? t.done : t.back}
        </button>
      </${tag}>`}
    </div>`;
  }

  get #inner(): CcUsernameConflict | null {
    return this.#host.renderRoot.querySelector<CcUsernameConflict>('.conflict > :last-child');
  }

  readonly #onResolved = (): void => {
    const { conflict } = this;
    const created = this.#inner?.created;
    if (this.#held || !conflict) return this.#act.leave();
    this.#act.solved(conflict, created);
    this.#act.leave();
  };

  readonly #onHeld = (_: CcConflictHeldEvent): void => {
    const { conflict } = this;
    if (!conflict || this.#held) return;
    this.#held = true;
    this.#act.solved(conflict, this.#inner?.created);
    this.#host.requestUpdate();
  };
}
