import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { JobSubject } from '../../client/index.js';
import { StringsController } from '../../controllers/strings.controller.js';
import type { ExistingChoice, RoleId } from '../../domain/index.js';
import { common } from '../../i18n/en/common.js';
import { booleanAttribute } from '../base/boolean.js';
import { CcElement } from '../base/cc-element.js';
import { LazyPart } from '../base/lazy-part.js';
import { partMissing } from '../base/part-missing.js';
import { accessGrantStyles } from './access-grant.styles.js';
import type { GrantWork } from './work.js';

/** `account-ids="acc_… acc_…"`, separated by blanks or commas. */
const idList = {
  fromAttribute: (value: string | null): string[] => (value ?? '').split(/[\s,]+/).filter(Boolean),
};

/**
 * Gives one person access to many client accounts in one go: what would become of each is said first, then a job at
 * the server does it and every account has its result (R79–R84). The job goes on when the page is closed.
 *
 * @tagname cc-access-grant
 * @status experimental
 *
 * @example
 * <cc-access-grant account-ids="acc_… acc_…" open></cc-access-grant>
 *
 * @slot intro - Text above the fields.
 * @slot after-results - Below the results.
 *
 * @event {CcGrantStartRequestEvent} cc-grant-start-request - The person wants the job to start.
 * @event {CcGrantStartedEvent} cc-grant-started - The job is under way; its id is what `resume` takes.
 * @event {CcGrantFinishedEvent} cc-grant-finished - The job has ended.
 * @event {CcGrantRetryRequestEvent} cc-grant-retry-request - The person wants the failed accounts tried again.
 * @event {CcGrantRetriedEvent} cc-grant-retried - They are being tried.
 * @event {CcGrantCancelRequestEvent} cc-grant-cancel-request - The person wants the job stopped.
 * @event {CcGrantCancelledEvent} cc-grant-cancelled - It has stopped; what is done stays done.
 * @event {CcAccountChangeRequestEvent} cc-account-change-request - The person would rather give a role on the partner account.
 * @event {CcPlanOpenRequestEvent} cc-plan-open-request - The person wants to see the plan of an account without a free seat.
 * @event {CcOpenedEvent} cc-opened - The dialog is open.
 * @event {CcClosedEvent} cc-closed - The dialog is closed.
 * @event {CcErrorEvent} cc-error - Something could not be done.
 *
 * @csspart dialog - The dialog; its `::backdrop` is the scrim.
 * @csspart heading - The heading.
 * @csspart subheading - The line below it.
 * @csspart close - The button in the corner.
 * @csspart body - What scrolls.
 * @csspart footer - The buttons at the end.
 * @csspart steps - Where the person is: choose, check, result.
 * @csspart field - A field; `field invalid` with a mistake.
 * @csspart label - Its label.
 * @csspart hint - Its hint.
 * @csspart person - The field for the person.
 * @csspart role - The field for the role.
 * @csspart account-list - The accounts to choose from, or with what would become of each.
 * @csspart account-row - One account; `account-row problem` where access can't be given.
 * @csspart check - What would become of an account.
 * @csspart result - What became of an account.
 * @csspart jobs - Own jobs that are at work, or have ended lately.
 * @csspart progress - How far the job is.
 * @csspart tabs - Which results are shown.
 * @csspart callout - A note in a box.
 * @csspart error - What went wrong.
 * @csspart avatar - Initials.
 * @csspart button - A button.
 * @csspart button-primary - The leading button.
 * @csspart spinner - Something is on its way.
 * @csspart icon - An icon.
 * @csspart state - In place of a part that could not be fetched.
 *
 * @cssprop --cc-access-grant-width - Width of the dialog.
 *
 * @cssstate busy - A forecast or a job is running.
 * @cssstate failed - The last request failed.
 */
export class CcAccessGrant extends CcElement {
  static override readonly tag: string = 'cc-access-grant';
  static override styles = accessGrantStyles;

  /** Shows the dialog. */
  @property({ converter: booleanAttribute, reflect: true }) open = false;
  /** The accounts to begin with, such as those selected in `cc-account-list`. */
  @property({ attribute: 'account-ids', converter: idList }) accountIds: readonly string[] = [];
  /** The role that is chosen at first: the one with the fewest rights. */
  @property({ attribute: 'default-role' }) defaultRole: RoleId = 'campaign_creator';
  /** Where the person has a role already: `skip` leaves it, `change` replaces it. */
  @property() existing: ExistingChoice = 'skip';
  /** Most accounts at once; never more than 500. */
  @property({ type: Number }) max = 500;
  /** Id of a job to take up again, such as after a reload. */
  @property() resume?: string;
  /** The person to begin with: `{ userId, name }` or `{ email, name }`. */
  @property({ attribute: false }) subject?: JobSubject;
  /** A role of its own for some accounts, by account id. */
  @property({ attribute: false }) roles: Readonly<Record<string, RoleId>> = {};

  #opener: HTMLElement | undefined;

  readonly #common = new StringsController(this, 'common', common);
  readonly #work = new LazyPart<GrantWork>(this, async () => new (await import('./work.js')).GrantWork(this));

  /** Opens the dialog; focus goes back to `opener` when it closes. */
  show(opener?: HTMLElement): void {
    this.#opener = opener;
    this.open = true;
  }

  protected override get focusTarget(): HTMLElement | null {
    return this.#work.part?.focusTarget ?? null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { busy = false, failed = this.#work.unreachable } = this.#work.part ?? {};
    this.setState('busy', busy);
    this.setState('failed', failed);
  }

  protected override render(): TemplateResult {
    return html`${this.#work.part?.template() ?? this.#missing()}`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.#work.part?.drawn();
    if (!changed.has('open')) return;
    if (this.open) void this.#show();
    else this.#work.part?.close();
  }

  #missing(): unknown {
    if (!this.open || !this.#work.unreachable) return undefined;
    return partMissing(this.#common.t, () => void this.#show());
  }

  async #show(): Promise<void> {
    const work = await this.#work.get().catch(() => undefined);
    if (this.open) await work?.show(this.#opener);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-access-grant': CcAccessGrant;
  }
}
