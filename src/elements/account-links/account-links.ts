import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { common } from '../../i18n/en/common.js';
import { CcElement } from '../base/cc-element.js';
import { LazyPart } from '../base/lazy-part.js';
import { partOr } from '../base/part-missing.js';
import { accountLinksStyles } from './account-links.styles.js';
import type { LinksWork } from './work.js';

/**
 * The link of a client with the partner that manages it, from either side: asked for by link code, decided by the
 * client's owner in the knowledge of what it means, watched by both, ended by either (R73–R78, R90, R91).
 *
 * @tagname cc-account-links
 * @status experimental
 *
 * @example
 * <cc-account-links></cc-account-links>
 *
 * @slot terms - Below what a link means, such as the host's own conditions.
 * @slot ceiling - Below the choice of how much partner people may do.
 * @slot people - Below the list of partner people who reach the account.
 *
 * @event {CcLinkCreateRequestEvent} cc-link-create-request - A person wants to ask another account for a link.
 * @event {CcLinkCreatedEvent} cc-link-created - The other side is asked.
 * @event {CcLinkApproveRequestEvent} cc-link-approve-request - A person wants to say yes.
 * @event {CcLinkApprovedEvent} cc-link-approved - The accounts are linked.
 * @event {CcLinkDeclineRequestEvent} cc-link-decline-request - A person wants to say no.
 * @event {CcLinkDeclinedEvent} cc-link-declined - The request is declined.
 * @event {CcLinkRemindRequestEvent} cc-link-remind-request - A person wants to ask once more.
 * @event {CcLinkRemindedEvent} cc-link-reminded - The other side was reminded.
 * @event {CcLinkCancelRequestEvent} cc-link-cancel-request - A person wants to take a request back.
 * @event {CcLinkCancelledEvent} cc-link-cancelled - The request is taken back.
 * @event {CcLinkEndRequestEvent} cc-link-end-request - A person wants to end a link.
 * @event {CcLinkEndedEvent} cc-link-ended - The link is over.
 * @event {CcLinkCodeRotateRequestEvent} cc-link-code-rotate-request - A person wants a new link code.
 * @event {CcLinkCodeRotatedEvent} cc-link-code-rotated - The old link code leads nowhere any more.
 * @event {CcAccountAddRequestEvent} cc-account-add-request - The client is new: a person wants to add its account.
 * @event {CcAccountAddOpenedEvent} cc-account-add-opened - The host shows its page for adding one.
 * @event {CcErrorEvent} cc-error - Something was not done.
 *
 * @csspart card - The frame.
 * @csspart heading - A heading.
 * @csspart subheading - The line below the first one.
 * @csspart form - The form that asks for a link.
 * @csspart field - An input.
 * @csspart label - The label of an input.
 * @csspart hint - What an input wants.
 * @csspart error - What went wrong.
 * @csspart code - The account's own link code.
 * @csspart terms - What a link means.
 * @csspart people - Partner people who reach the account.
 * @csspart row - One link or one person; a link has its state as a second name.
 * @csspart actions - Buttons.
 * @csspart button - A button.
 * @csspart button-primary - The leading button.
 * @csspart callout - A note in a box.
 * @csspart dialog - The question before something that can't be taken back.
 * @csspart state - In place of what can't be shown.
 * @csspart spinner - Turns while the server is asked.
 *
 * @cssprop --cc-account-links-width - Greatest width.
 *
 * @cssstate busy - The server is being asked.
 * @cssstate empty - There is no link.
 * @cssstate failed - The links could not be loaded.
 * @cssstate refused - The viewer may not see them.
 */
export class CcAccountLinks extends CcElement {
  static override readonly tag: string = 'cc-account-links';
  static override styles = accountLinksStyles;

  /** `ask` shows the form alone, `decide` what waits for an answer; `auto` everything. */
  @property() mode: 'auto' | 'ask' | 'decide' = 'auto';
  /** Shows this one link only, such as the one a mail leads to. */
  @property({ attribute: 'link-id' }) linkId?: string;

  readonly #common = new StringsController(this, 'common', common);
  readonly #work = new LazyPart<LinksWork>(this, async () => {
    const { LinksWork: Work } = await import('./work.js');
    return new Work(this);
  });

  protected override render(): TemplateResult {
    return html`<section class="panel" part="card">
        <div class="body">
          ${partOr(this.#work, this.#common.t, html`<span class="skeleton" aria-hidden="true"></span>`)}
        </div>
      </section>
      ${this.#work.part?.questions()}`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { part, unreachable } = this.#work;
    const states = part?.states ?? { busy: !unreachable, failed: unreachable };
    for (const name of ['busy', 'empty', 'failed', 'refused'] as const) {
      this.setState(name, states[name] ?? false);
    }
    if (this.stores) this.#work.startOnce();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-account-links': CcAccountLinks;
  }
}
