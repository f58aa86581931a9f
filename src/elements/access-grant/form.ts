import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { roleDefinitions, roleIds, type RoleId } from '../../domain/index.js';
import { roleName, roleSentence } from '../../i18n/role-words.js';
import { icon } from '../base/icons/icon.js';
import { circleAlert, network, x } from '../base/icons/shapes.js';
import { problemText } from '../base/problem-text.js';
import { rich } from '../base/rich.js';
import { jobProgress } from '../shared/jobs/progress.js';
import { jobRows, type JobRow } from '../shared/jobs/rows.js';
import type { GrantDraft } from './draft.js';
import { forecastRow, planLink } from './item-words.js';
import type { AccountPicker } from './picker.js';
import type { PersonField } from './person-field.js';
import type { DialogView, Forecast, Words } from './view.js';

export interface FormView extends DialogView {
  readonly draft: GrantDraft;
  readonly person: PersonField;
  readonly picker: AccountPicker;
  /** Shows the list to choose from. */
  readonly picking: boolean;
  readonly most: number;
  /** Mistakes are shown once the person has tried to go on. */
  readonly tried: boolean;
  readonly forecasts: ReadonlyMap<string, Forecast>;
  /** How far the forecast is, while it is being made. */
  readonly checking: { readonly done: number; readonly total: number } | undefined;
  readonly starting: boolean;
  /** Own jobs that are at work or have ended lately. */
  readonly jobs: unknown;
  /** Shows every account of the forecast. */
  readonly all: boolean;
}

export interface FormActions {
  changed(): void;
  togglePicker(): void;
  clear(): void;
  showAll(): void;
  leaveOut(accountId: string): void;
  onPartner(): void;
  plan(event: Event): void;
  submit(): void;
  dismiss(): void;
}

/** So many are shown at first. */
const mostRows = 5;

/** Is every chosen account checked with what is chosen now? */
export function isChecked({ draft, forecasts }: Pick<FormView, 'draft' | 'forecasts'>): boolean {
  const ids = [...draft.ids];
  return ids.length > 0 && ids.every((id) => forecasts.get(id)?.key === draft.keyOf(id));
}

/** Roles that can be given on a client, the least powerful first. */
const grantable = roleIds
  .filter((id) => roleDefinitions[id].assignable && roleDefinitions[id].grantableOn.includes('child'))
  .reverse();

export function formView(view: FormView, act: FormActions): TemplateResult {
  const { words, draft, failure, account } = view;
  const { t, common } = words;
  const count = draft.ids.size;
  return html`
    <div class="dialog-head">
      <h2 id="title" class="title" part="heading" tabindex="-1">
        ${count > 0 ? t.titleOf({ count }) : t.title}
      </h2>
      <p class="muted" part="subheading">${t.subtitle}</p>
      <button
        class="button icon-button"
        part="button close"
        type="button"
        aria-label=${common.close}
        @click=${() => act.dismiss()}
      >
        ${icon(x)}
      </button>
    </div>
    <form
      id="form"
      class="dialog-body"
      part="body"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault();
        act.submit();
      }}
    >
      ${steps(words, view.forecasts.size > 0 ? 'check' : 'choose')} ${view.jobs}
      <slot name="intro"></slot>
      <div class="fields">
        ${view.person.template(words, view.tried && !draft.subject)} ${roleField(view, act)}
        <p class="field-hint role-note" part="hint">${t.notPartnerManager}</p>
      </div>
      ${options(view, act)} ${accounts(view, act)}
      ${account?.kind === 'parent' && account.childCount > 1 && count > 0 ? reach(view, act) : nothing}
      ${
        failure
          ? html`<div class="callout danger" part="callout error" role="alert">
              ${icon(circleAlert)}<span class="callout-text">${problemText(words.problems, failure)}</span>
            </div>`
          : nothing
      }
    </form>
    ${foot(view, act)}
  `;
}

export function steps({ t }: Words, current: 'choose' | 'check' | 'result'): TemplateResult {
  const all = { choose: t.stepChoose, check: t.stepCheck, result: t.stepResult };
  return html`<ol class="steps secondary" part="steps" aria-label=${t.steps}>
    ${Object.entries(all).map(
      ([id, label], index) =>
        html`<li aria-current=${id === current ? 'step' : nothing}>
          <span class="step-number" aria-hidden="true">${index + 1}</span>${label}
        </li>`,
    )}
  </ol>`;
}

function roleField({ words, draft }: FormView, act: FormActions): TemplateResult {
  const { t } = words;
  return html`<div class="field" part="field role">
    <label class="label" part="label" for="role">${t.role}</label>
    <div class="field-box">
      ${roleSelect('role', draft.roleId, words, (roleId) => {
        draft.roleId = roleId;
        act.changed();
      })}
    </div>
    <p id="role-hint" class="field-hint" part="hint">
      ${roleSentence(words.roles, { id: draft.roleId }, 'child')}
    </p>
  </div>`;
}

function roleSelect(
  id: string,
  value: RoleId,
  { roles }: Words,
  choose: (roleId: RoleId) => void,
  label?: unknown,
): TemplateResult {
  const offered = grantable.includes(value) ? grantable : [value, ...grantable];
  return html`<select
    id=${id}
    aria-label=${label ?? nothing}
    aria-describedby=${label ? nothing : 'role-hint'}
    .value=${live(value)}
    @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as RoleId)}
  >
    ${offered.map(
      (role) => html`<option value=${role} ?selected=${role === value}>${roleName(roles, role)}</option>`,
    )}
  </select>`;
}

function options({ words: { t }, draft }: FormView, act: FormActions): TemplateResult {
  const box = (label: string, checked: boolean, set: (on: boolean) => void) =>
    html`<label class="line"
      ><input
        type="checkbox"
        .checked=${live(checked)}
        @change=${(event: Event) => {
          set((event.target as HTMLInputElement).checked);
          act.changed();
        }}
      /><span>${label}</span></label
    >`;
  return html`<div class="lines">
    ${box(t.change, draft.existing === 'change', (on) => (draft.existing = on ? 'change' : 'skip'))}
    ${box(t.perAccount, draft.perAccount, (on) => (draft.perAccount = on))}
  </div>`;
}

function accounts(view: FormView, act: FormActions): TemplateResult {
  const { words, draft, picking, most, tried, checking } = view;
  const { t } = words;
  const count = draft.ids.size;
  const fault = !tried
    ? undefined
    : count === 0
      ? t.noneMissing
      : count > most
        ? t.tooMany({ count, most })
        : undefined;
  return html`<section class="accounts" aria-labelledby="accounts-title">
    <div class="accounts-head">
      <h3 id="accounts-title" class="label">${t.accounts}</h3>
      <span class="secondary muted numbers" role="status"
        >${count > 0 ? t.chosen({ count }) : t.noneChosen}</span
      >
      <span class="grow"></span>
      ${
        count > 0 && picking
          ? html`<button class="link" part="button" type="button" @click=${() => act.clear()}>
              ${t.clear}
            </button>`
          : nothing
      }
      <button
        id="change"
        class="link"
        part="button"
        type="button"
        aria-expanded=${picking ? 'true' : 'false'}
        @click=${() => act.togglePicker()}
      >
        ${picking ? t.hideSelection : t.changeSelection}
      </button>
    </div>
    ${
      fault
        ? html`<p class="field-error" part="error" role="alert">${icon(circleAlert)}<span>${fault}</span></p>`
        : nothing
    }
    ${picking ? view.picker.template(words, most) : nothing}
    ${
      checking
        ? jobProgress({ ...checking, label: t.checking, text: t.progress(checking) })
        : view.forecasts.size > 0 && !picking
          ? forecast(view, act)
          : nothing
    }
  </section>`;
}

/** What would become of each account: trouble first (picture j2). */
function forecast(view: FormView, act: FormActions): TemplateResult {
  const { words, draft, forecasts } = view;
  const { t, language } = words;
  const known = [...draft.ids].flatMap((id) => forecasts.get(id) ?? []);
  const rows = known
    .map((one) => ({ one, rank: rankOf(one) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => withEnd(rowOf(one, view), one, view, act));
  const trouble = known.filter((one) => rankOf(one) < 3).length;
  const most = view.all ? rows.length : Math.max(mostRows, Math.min(trouble, 50));
  return jobRows({
    caption: t.caption,
    columns: { account: t.account, what: t.what, actions: t.actions },
    ...{ rows, most, part: 'check', locale: language.locale },
    more: t.showReady({ count: rows.length - most }),
    onMore: () => act.showAll(),
  });
}

function rankOf({ item }: Forecast): number {
  if (item.problem) return 0;
  if (item.outcome === 'changed') return 1;
  return item.outcome === 'skipped' ? 2 : 3;
}

function rowOf({ item, key }: Forecast, { words, draft }: FormView): JobRow {
  if (key === draft.keyOf(item.account.id)) return forecastRow(item, words);
  const { id, name } = item.account;
  return { id, name, shape: circleAlert, tone: 'muted', text: words.t.unchecked };
}

function withEnd(row: JobRow, { item }: Forecast, { words, draft }: FormView, act: FormActions): JobRow {
  const { t } = words;
  const account = row.name || row.id;
  const own = draft.perAccount
    ? html`<span class="field-box row-role"
        >${roleSelect(
          `role-${row.id}`,
          draft.roleOf(row.id),
          words,
          (roleId) => {
            draft.setRole(row.id, roleId);
            act.changed();
          },
          t.roleOn({ account }),
        )}</span
      >`
    : nothing;
  const end = html`${own}${planLink(item, words, (event) => act.plan(event))}<button
      class="button icon-button"
      part="button"
      type="button"
      aria-label=${t.leaveOut({ account })}
      @click=${() => act.leaveOut(row.id)}
    >
      ${icon(x)}
    </button>`;
  return { ...row, end };
}

/** R84: this list, or everything at once. */
function reach({ words: { t }, draft, account }: FormView, act: FormActions): TemplateResult {
  const values = { count: draft.ids.size, partner: account?.name ?? '', all: account?.childCount ?? 0 };
  return html`<div class="callout info" part="callout">
    ${icon(network)}<span class="callout-text"
      >${rich(t.only, values, {
        a: (text) =>
          html`<button class="link" part="button" type="button" @click=${() => act.onPartner()}>
            ${text}
          </button>`,
      })}</span
    >
  </div>`;
}

/** How many of the chosen accounts will come to what. */
export function tallyOf({ draft, forecasts }: Pick<FormView, 'draft' | 'forecasts'>) {
  const tally = { ready: 0, changing: 0, there: 0, problems: 0 };
  for (const id of draft.ids) {
    const { problem, outcome } = forecasts.get(id)?.item ?? {};
    if (problem) tally.problems += 1;
    else if (outcome === 'skipped') tally.there += 1;
    else if (outcome === 'changed') tally.changing += 1;
    else tally.ready += 1;
  }
  return tally;
}

function foot(view: FormView, act: FormActions): TemplateResult {
  const { words, draft, checking, starting } = view;
  const { t, common } = words;
  const checked = isChecked(view);
  const busy = checking !== undefined || starting;
  const label = checked
    ? t.grant
    : view.forecasts.size > 0
      ? t.checkAgain
      : t.check({ count: draft.ids.size });
  return html`<div class="dialog-foot" part="footer">
    <span class="secondary muted" role="status">${checked ? t.checked(tallyOf(view)) : nothing}</span>
    <button class="button ghost" part="button" type="button" @click=${() => act.dismiss()}>
      ${common.cancel}
    </button>
    <button
      class="button primary submit ${busy ? 'busy' : ''}"
      part="button-primary"
      type="submit"
      form="form"
      aria-disabled=${busy ? 'true' : nothing}
    >
      ${busy ? html`<span class="spinner" part="spinner"></span>` : nothing}<span>${label}</span>
    </button>
  </div>`;
}
