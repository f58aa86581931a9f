import type { InvitationCreated } from '../../client/index.js';
import type { AnnounceController } from '../../controllers/announce.controller.js';
import { copyNow } from '../base/copy.js';
import { CcInviteLinkCopiedEvent } from '../shared/invite-link.events.js';
import type { CcInviteDialog } from './invite-dialog.js';
import type { InviteWork } from './work.js';

/** How long "Copied" stands on a button, in milliseconds. */
const copiedFor = 2_000;

/** The links of invites that were just sent, on their way to the clipboard (R25). */
export class InviteLinks {
  readonly #work: InviteWork;
  readonly #host: CcInviteDialog;
  readonly #announce: AnnounceController;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Invitations whose URL was copied a moment ago. */
  copied: ReadonlySet<string> = new Set();
  refused = false;

  constructor(work: InviteWork, announce: AnnounceController) {
    const { host } = work;
    this.#work = work;
    this.#host = host;
    this.#announce = announce;
  }

  async copy(invitations: readonly InvitationCreated[]): Promise<void> {
    this.refused = !(await copyNow(invitations.map(({ url }) => url).join('\n')));
    this.#host.requestUpdate();
    if (this.refused) return this.#host.renderRoot.querySelector<HTMLInputElement>('#url')?.focus();
    this.#announce.say(this.#work.words.copied);
    for (const { id, accountId } of invitations) {
      this.#host.dispatchEvent(new CcInviteLinkCopiedEvent({ accountId, invitationId: id }));
    }
    this.#show(invitations.map(({ id }) => id));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#show([]);
    }, copiedFor);
  }

  /** Forgets them and stops the timer. */
  clear(): void {
    this.refused = false;
    this.copied = new Set();
    clearTimeout(this.#timer);
  }

  #show(ids: readonly string[]): void {
    this.copied = new Set(ids);
    this.#host.requestUpdate();
  }
}
