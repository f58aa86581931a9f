import { html, nothing, type TemplateResult } from 'lit';
import type { InvitationCreated } from '../../client/index.js';
import { longDate, shortDate } from '../../i18n/format.js';
import type { Language } from '../../i18n/language.js';
import type { Strings } from '../../i18n/strings.js';
import type { InviteOutcome } from '../../stores/invite.js';
import { icon } from '../base/icons/icon.js';
import { check, circleAlert, circleCheck, copy, lock, mailCheck, send, x } from '../base/icons/shapes.js';
import { problemText, type ProblemTexts } from '../base/problem-text.js';
import { rich } from '../base/rich.js';

export interface ResultView {
  readonly outcomes: readonly InviteOutcome[];
  /** Invitations whose URL was copied a moment ago. */
  readonly copied: ReadonlySet<string>;
  readonly copyRefused: boolean;
  readonly canShare: boolean;
  readonly now: Date;
  readonly language: Language;
  readonly t: Strings['inviteDialog'];
  readonly common: Strings['common'];
  readonly problems: ProblemTexts;
}

export interface ResultActions {
  copy(invitations: readonly InvitationCreated[]): unknown;
  share(invitation: InvitationCreated): void;
  retry(): void;
  /** Towards putting right one that failed. */
  repair(failed: FailedInvite): void;
  another(): void;
  done(): void;
}

/** One address whose invite did not go out. */
export type FailedInvite = Extract<InviteOutcome, { status: 'failed' }>;

export const createdOf = (outcomes: readonly InviteOutcome[]): InvitationCreated[] =>
  outcomes.flatMap((outcome) => (outcome.status === 'created' ? [outcome.invitation] : []));

export const failedOf = (outcomes: readonly InviteOutcome[]): FailedInvite[] =>
  outcomes.flatMap((outcome) => (outcome.status === 'failed' ? [outcome] : []));

/** "Invite sent", or which of several were (picture g). */
export function resultView(view: ResultView, act: ResultActions): TemplateResult {
  const { outcomes, t, common } = view;
  const created = createdOf(outcomes);
  const [only] = outcomes.length === 1 ? created : [];
  const complete = created.length === outcomes.length;
  return html`
    <div class="dialog-head result-head">
      <span class="result-icon ${complete ? 'success' : 'warning'}" part="result-icon">
        ${icon(mailCheck, { size: 20, tone: complete ? 'success' : 'warning' })}
      </span>
      <div class="result-words">
        <h2 id="title" class="title" part="title heading" tabindex="-1">${resultTitle(view)}</h2>
        <p class="muted" part="subheading">
          ${
            only
              ? rich(only.delivery === 'held' ? t.held : t.emailed, { email: only.email })
              : complete
                ? t.emailedAll
                : t.emailedSome
          }
        </p>
      </div>
      <button
        class="button icon-button"
        part="button close"
        type="button"
        aria-label=${common.close}
        @click=${() => {
          act.done();
        }}
      >
        ${icon(x)}
      </button>
    </div>
    <div class="dialog-body" part="body">
      ${only ? oneResult(only, view, act) : manyResults(view, act)}
      <slot name="after-sent"></slot>
    </div>
    <div class="dialog-foot" part="footer">${footer(view, act, created)}</div>
  `;
}

export function resultTitle({ outcomes, t }: Pick<ResultView, 'outcomes' | 't'>): string {
  const sent = createdOf(outcomes).length;
  if (outcomes.length === 1) return t.sentOne;
  return sent === outcomes.length ? t.sentAll({ count: sent }) : t.sentSome({ sent, total: outcomes.length });
}

function oneResult(invitation: InvitationCreated, view: ResultView, act: ResultActions): TemplateResult {
  const { t, language, copied, copyRefused, canShare } = view;
  const isCopied = copied.has(invitation.id);
  return html`
    <div class="field" part="field">
      <label class="label" part="label" for="url">${t.url}</label>
      <div class="url-row">
        <div class="field-box readonly">
          <input
            id="url"
            class="mono"
            part="url"
            type="text"
            readonly
            dir="ltr"
            aria-describedby="url-hint"
            .value=${invitation.url}
            @focus=${(event: FocusEvent) => {
              (event.target as HTMLInputElement).select();
            }}
          />
        </div>
        ${copyButton(isCopied, t.copy, t, () => {
          act.copy([invitation]);
        })}
        ${
          canShare
            ? html`<button
                class="button"
                part="button"
                type="button"
                @click=${() => {
                  act.share(invitation);
                }}
              >
                ${icon(send, { mirror: true })}${t.share}
              </button>`
            : nothing
        }
      </div>
      <p id="url-hint" class="field-hint" part="hint">
        ${t.urlHint({ date: longDate(new Date(invitation.expiresAt), language) })}
      </p>
      <p class="field-error" part="error" role="alert" ?hidden=${!copyRefused}>
        ${copyRefused ? html`${icon(circleAlert)}<span>${t.copyRefused}</span>` : nothing}
      </p>
    </div>
    <div class="callout" part="callout">
      ${icon(lock)}<span class="callout-text">${rich(t.urlGuard, { email: invitation.email })}</span>
    </div>
  `;
}

function manyResults(view: ResultView, act: ResultActions): TemplateResult {
  const { outcomes, copied, t, language, now, problems } = view;
  return html`
    <ul class="results" part="result-list">
      ${outcomes.map((outcome) => {
        const created = outcome.status === 'created';
        const email = created ? outcome.invitation.email : outcome.entry.draft.email;
        return html`<li class="result" part="result-row">
          ${icon(created ? circleCheck : circleAlert, { tone: created ? 'success' : 'danger' })}
          <div class="fault-text">
            <p class="strong truncate" title=${email}><bdi>${email}</bdi></p>
            <p class="secondary muted">
              ${
                created
                  ? outcome.invitation.delivery === 'held'
                    ? t.heldShort
                    : t.sentUntil({ date: shortDate(new Date(outcome.invitation.expiresAt), now, language) })
                  : problemText(problems, outcome.error)
              }
            </p>
          </div>
          ${
            created
              ? copyButton(
                  copied.has(outcome.invitation.id),
                  t.copy,
                  t,
                  () => {
                    act.copy([outcome.invitation]);
                  },
                  t.copyOf({ email }),
                )
              : html`<button
                  class="button"
                  part="button"
                  type="button"
                  aria-label=${`${t.fix} ${email}`}
                  @click=${() => {
                    act.repair(outcome);
                  }}
                >
                  ${t.fix}
                </button>`
          }
        </li>`;
      })}
    </ul>
    <p class="secondary muted">${t.urlsHint}</p>
  `;
}

function copyButton(
  copied: boolean,
  label: string,
  t: Strings['inviteDialog'],
  act: () => void,
  name?: string,
): TemplateResult {
  return html`<button
    class=${copied ? 'button copied' : 'button'}
    part="button copy"
    type="button"
    aria-label=${name && !copied ? name : nothing}
    @click=${act}
  >
    ${icon(copied ? check : copy)}<span>${copied ? t.copied : label}</span>
  </button>`;
}

function footer(
  { outcomes, t }: ResultView,
  act: ResultActions,
  created: readonly InvitationCreated[],
): TemplateResult {
  const failed = failedOf(outcomes).length;
  const retry = html`<button
    class="button"
    part="button"
    type="button"
    @click=${() => {
      act.retry();
    }}
  >
    ${t.retryFailed({ count: failed })}
  </button>`;
  const copyAll = html`<button
    class="button ghost edge"
    part="button"
    type="button"
    @click=${() => act.copy(created)}
  >
    ${icon(copy)}${t.copyAll({ count: created.length })}
  </button>`;
  const another = html`<button
    class="button ghost edge"
    part="button"
    type="button"
    @click=${() => {
      act.another();
    }}
  >
    ${t.another}
  </button>`;
  return html`
    ${created.length > 1 ? copyAll : another}
    <span class="grow"></span>
    ${failed > 0 ? retry : nothing}
    <button
      class="button primary submit"
      part="button-primary done"
      type="button"
      @click=${() => {
        act.done();
      }}
    >
      ${t.done}
    </button>
  `;
}
