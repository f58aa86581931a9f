import { html, nothing, type TemplateResult } from 'lit';
import { html as staticHtml, type StaticValue } from 'lit/static-html.js';
import type { Account, RoleDefinition, SeatUsage } from '../../client/index.js';
import { limits } from '../../domain/index.js';
import { list } from '../../i18n/format.js';
import type { Language } from '../../i18n/language.js';
import { roleName } from '../../i18n/role-words.js';
import type { Strings } from '../../i18n/strings.js';
import type { InviteRun } from '../../stores/invite.js';
import { icon } from '../base/icons/icon.js';
import { network, rotateCw, store as shop, triangleAlert, wifiOff, x } from '../base/icons/shapes.js';
import { problemText, type ProblemTexts } from '../base/problem-text.js';
import { rich } from '../base/rich.js';
import { safeHref } from '../base/safe-href.js';
import { addressField, type AddressFieldActions } from './address-field.js';
import type { CsvImport } from './csv-import.js';
import type { ExistingInvites } from './existing.js';
import type { InviteDraft } from './invite-draft.js';
import { details, fileRow, message, told } from './form-parts.js';
import { faultCount, faultList, type FaultActions, type FaultsView } from './faults.js';

export interface FormView {
  readonly draft: InviteDraft;
  readonly account: Account | undefined;
  readonly seats: SeatUsage | undefined;
  readonly roles: readonly RoleDefinition[] | undefined;
  readonly run: InviteRun;
  readonly multiple: boolean;
  readonly max: number;
  readonly domains: readonly string[];
  /** Days an invite lives. */
  readonly days: number;
  readonly pickerTag: StaticValue;
  /** What was done for addresses that need no invite any more. */
  readonly told: readonly unknown[];
  readonly existing?: ExistingInvites;
  readonly file?: CsvImport;
  /** The parts for files could not be fetched. */
  readonly fileUnreachable: boolean;
  readonly language: Language;
  readonly words: {
    readonly t: Strings['inviteDialog'];
    readonly common: Strings['common'];
    readonly problems: ProblemTexts;
    readonly roleDetails: Strings['roleDetails'];
    readonly roles: Strings['roles'];
  };
}

export interface FormActions extends AddressFieldActions, FaultActions {
  chooseRole(role: string): void;
  write(message: string): void;
  /** To another account; null lets the person choose a client. */
  goTo(accountId: string | null): unknown;
  submit(): unknown;
  cancel(): void;
  readFile(file: File): unknown;
}

/** Addresses, role, reach and the buttons (pictures f1, f2). */
export function formView(view: FormView, act: FormActions): TemplateResult {
  const { draft, run, words } = view;
  const { t, common } = words;
  const busy = run.state === 'sending';
  return html`
    <div class="dialog-head">
      <div>
        <h2 id="title" class="title" part="title heading">${t.title}</h2>
        <p class="muted" part="subheading">${subtitle(view)}</p>
      </div>
      <button
        class="button icon-button"
        part="button close"
        type="button"
        aria-label=${common.close}
        @click=${() => {
          act.cancel();
        }}
      >
        ${icon(x)}
      </button>
    </div>
    <form
      id="form"
      class="dialog-body"
      part="body"
      novalidate
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        act.submit();
      }}
    >
      <slot name="intro"></slot>
      ${told(view)} ${addresses(view, act)} ${rolePicker(view, act)} ${details(view)} ${message(view, act)}
      <slot name="scope-note">${scopeNote(view, act)}</slot>
      ${problem(view, act)}
      <slot name="consent"></slot>
    </form>
    <div class="dialog-foot" part="footer">
      <span class="secondary muted">
        ${busy ? t.sending({ count: run.total, done: run.done }) : html`<slot name="footer-start">${t.expires({ days: view.days })}</slot>`}
      </span>
      <button
        class="button ghost"
        part="button cancel"
        type="button"
        @click=${() => {
          act.cancel();
        }}
      >
        ${common.cancel}
      </button>
      <button
        class=${busy ? 'button primary submit busy' : 'button primary submit'}
        part="button-primary submit"
        type="submit"
        form="form"
        aria-disabled=${busy ? 'true' : nothing}
        aria-describedby="scope-note"
      >
        ${busy ? html`<span class="spinner" part="spinner"></span>` : draft.stopped ? icon(rotateCw) : nothing}
        <span>${draft.stopped ? common.retry : t.send({ count: wanted(view) })}</span>
      </button>
    </div>
  `;
}

/** The tag follows the prefix the dialog was defined with. */
function rolePicker(view: FormView, act: FormActions): TemplateResult {
  const { draft, pickerTag } = view;
  return staticHtml`<${pickerTag}
    name="role"
    required
    exportparts="option, description, group"
    .value=${draft.role}
    @change=${(event: Event) => {
      act.chooseRole((event.target as HTMLElement & { value: string }).value);
    }}
  >
    ${partnerLink(view, act)}
  </${pickerTag}>`;
}

/** Everything that keeps the draft from being sent. */
export function faultsOf(view: FormView): FaultsView {
  const { draft, seats, max, domains, language, words } = view;
  const left = seats?.available ?? Infinity;
  const people = draft.addresses.filter(({ fault }) => !fault).length;
  const most = draft.fromFile ? Math.max(max, limits.csvRows) : max;
  return {
    addresses: draft.checked ? draft.addresses : [],
    tooMany: draft.checked && people > left ? people - left : 0,
    tooManyAtOnce: draft.checked ? Math.max(0, draft.addresses.length - most) : 0,
    max: most,
    role: draft.role,
    roleOf: (roleId) => roleName(words.roles, roleId),
    existing: view.existing,
    domains: list(domains, language, 'disjunction'),
    planUrl: safeHref(seats?.planUrl) ?? null,
    t: words.t,
    problems: { ...words.problems, ...view.file?.problems },
  };
}

/** How many invites a press on Send would mean. */
function wanted({ draft, multiple }: FormView): number {
  const waiting = multiple && draft.typed.trim() !== '' ? 1 : 0;
  return Math.max(1, draft.addresses.length + waiting);
}

function subtitle({ account, words: { t } }: FormView): unknown {
  if (!account) return nothing;
  const text = account.kind === 'parent' ? t.toPartner : account.kind === 'child' ? t.toClient : t.toAccount;
  return rich(text, { account: account.name });
}

function addresses(view: FormView, act: FormActions): TemplateResult {
  const { draft, multiple, words } = view;
  const { t, problems } = words;
  const faults = faultsOf(view);
  const empty = draft.checked && draft.addresses.length === 0;
  const many = draft.addresses.length;
  return html`<div class="addresses">
    ${addressField(
      {
        addresses: multiple ? draft.addresses : [],
        typed: draft.typed,
        invalid: empty || faultCount(faults) > 0,
        aside: seatsAside(view),
        hint: [multiple && (many > 1 ? t.sameRole({ count: many }) : t.emailHint), t.ownLogin]
          .filter(Boolean)
          .join(' '),
        current: Math.min(draft.chip, Math.max(0, many - 1)),
        roleOf: (roleId) => roleName(words.roles, roleId),
        t,
      },
      act,
    )}
    ${
      empty
        ? html`<p id="faults" class="field-error" part="error" role="alert">${problems['email_required']}</p>`
        : faultList(faults, act)
    }
    ${multiple ? fileRow(view, act) : nothing}
  </div>`;
}

function seatsAside(view: FormView): unknown {
  const { draft, seats, words } = view;
  if (!seats || seats.limit === null) return nothing;
  const left = Math.max(0, seats.available ?? 0);
  const plan = seats.planName ?? '';
  const people = draft.addresses.length;
  return people > left
    ? html`<span class="danger">${words.t.seatsShort({ wanted: people, left, plan })}</span>`
    : words.t.seatsLeft({ left, limit: seats.limit, plan });
}

function partnerLink({ account, words: { t } }: FormView, act: FormActions): unknown {
  const parent = account?.parent;
  if (!parent) return nothing;
  return html`<button
    slot="reason-link"
    class="link"
    type="button"
    @click=${() => {
      act.goTo(parent.id);
    }}
  >
    ${rich(t.addOnPartner, { parent: parent.name })}
  </button>`;
}

/** How far the invite reaches, before it is sent (R3); on a client, how far it does not. */
function scopeNote({ account, words: { t } }: FormView, act: FormActions): unknown {
  if (!account || account.kind === 'standalone') return nothing;
  const choose = (text: unknown) =>
    html`<button
      class="link"
      type="button"
      @click=${() => {
        act.goTo(null);
      }}
    >
      ${text}
    </button>`;
  const parent = account.kind === 'parent';
  const text = !parent
    ? rich(t.onlyHere, { account: account.name, parent: account.parent?.name ?? '' })
    : account.childCount > 0
      ? rich(t.reach, { count: account.childCount }, { a: choose })
      : rich(t.reachNone, {});
  return html`<div id="scope-note" class="callout info" part="callout scope-note">
    ${icon(parent ? network : shop)}<span class="callout-text">${text}</span>
  </div>`;
}

function problem(view: FormView, act: FormActions): unknown {
  const { draft, seats, words } = view;
  const { t, problems, common } = words;
  if (draft.stopped) {
    return html`<div class="callout danger" part="callout error" role="alert">
      ${icon(wifiOff)}<span class="callout-text"
        >${rich(t.notSent, {})} ${problemText(problems, draft.stopped)} ${t.kept}</span
      >
    </div>`;
  }
  if (!seats || seats.available === null || seats.available > 0) return nothing;
  const href = safeHref(seats.planUrl);
  return html`<div class="callout warning" part="callout">
    ${icon(triangleAlert)}<span class="callout-text"
      >${rich(t.full, {})}
      ${
        href
          ? html`<a
              class="link"
              href=${href}
              @click=${(event: Event) => {
                act.openPlan(event);
              }}
              >${common.plansAndPricing}</a
            >`
          : nothing
      }</span
    >
  </div>`;
}
