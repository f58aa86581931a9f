import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { AccountListItem } from '../../client/index.js';
import { roleName } from '../../i18n/role-words.js';
import { icon } from '../base/icons/icon.js';
import { circleAlert, ellipsis, network, star } from '../base/icons/shapes.js';
import { rich } from '../base/rich.js';
import { initials } from '../shared/initials.js';
import type { ListActions } from './actions.js';
import { seatsOf, statusOf, whyNot } from './row-words.js';
import type { AccountColumn, Words } from './view.js';

export interface RowView {
  readonly words: Words;
  readonly items: readonly AccountListItem[];
  readonly columns: readonly AccountColumn[];
  /** Undefined where rows can't be selected. */
  readonly selected: ReadonlySet<string> | undefined;
  readonly readonly: boolean;
  /** The account that is being opened or brought back. */
  readonly opening: string | undefined;
  /** What went wrong with an account, under its row. */
  readonly failure: { readonly id: string; readonly text: string } | undefined;
  /** The button whose menu is open. */
  readonly openAnchor: HTMLElement | undefined;
  /** Address of an account's page, where the host named one. */
  readonly hrefOf: (item: AccountListItem) => string | undefined;
  readonly extra: (item: AccountListItem) => unknown;
  readonly actions: ListActions;
  readonly onMenu: (item: AccountListItem, anchor: HTMLElement) => void;
}

/** One account. `index`: its place where not all are drawn. */
export function row(item: AccountListItem, view: RowView, index?: number): TemplateResult {
  const { words, columns, selected, failure } = view;
  const state = selected?.has(item.id) ? 'selected' : '';
  const told = failure?.id === item.id ? failure.text : undefined;
  return html`<tr
      class="row ${state} ${told ? 'told' : ''}"
      part="row ${state}"
      role="row"
      aria-rowindex=${index ?? nothing}
      data-row=${item.id}
    >
      ${selected ? checkCell(item, selected, view) : nothing}
      <th scope="row" role="rowheader" part="cell" class="col-name">${who(item, words)}</th>
      ${statusCell(item, words)}
      <td role="cell" part="cell plan" class="col-plan">
        ${item.planName ?? html`<span class="muted">${item.source ? words.t.noPlan : nothing}</span>`}
      </td>
      ${seatsCell(item, words)} ${roleCell(item, words)} ${lastCell(item, words)}
      ${columns.map(
        (column) => html`<td role="cell" part="cell" class="col-own ${column.id}">${column.cell(item)}</td>`,
      )}
      <td role="cell" part="cell" class="col-end">
        ${view.extra(item)}${wayIn(item, view)}${more(item, view)}
      </td>
    </tr>
    ${
      told
        ? html`<tr class="note" part="row note" role="row">
            <td role="cell" colspan="8">
              <span class="field-error" role="alert">${icon(circleAlert)}<span>${told}</span></span>
            </td>
          </tr>`
        : nothing
    }`;
}

function checkCell(item: AccountListItem, selected: ReadonlySet<string>, view: RowView): TemplateResult {
  if (item.source === null) return html`<td class="col-check" role="cell" part="cell"></td>`;
  return html`<td class="col-check" role="cell" part="cell">
    <label class="check"
      ><input
        type="checkbox"
        aria-label=${view.words.t.select({ name: item.name })}
        .checked=${live(selected.has(item.id))}
        @click=${(event: Event) => view.actions.selection.toggle(item, view.items, (event as MouseEvent).shiftKey)}
    /></label>
  </td>`;
}

function who(item: AccountListItem, words: Words): TemplateResult {
  const { id, name, favourite, planName, source } = item;
  const { t, language } = words;
  const note = source === null ? whyNot(item, words) : undefined;
  return html`<div class="who">
    <span class="avatar square" part="avatar" aria-hidden="true">${initials(name, language.locale)}</span>
    <div class="lines">
      <div class="name" part="name">
        <bdi title=${name}>${name}</bdi>${
          favourite
            ? html`<span class="star" title=${t.favourite}
                >${icon(star, { size: 14 })}<span class="visually-hidden">${t.favourite}</span></span
              >`
            : nothing
        }
      </div>
      <div class="second" part="secondary">
        ${note === undefined ? html`<span class="ltr id" title=${id}>${id}</span>` : html`<span class="id" title=${note}>${note}</span>`}
      </div>
      <div class="second brief">${note ?? planName ?? t.noPlan}</div>
    </div>
  </div>`;
}

function statusCell({ status }: AccountListItem, { t }: Words): TemplateResult {
  const { icon: shape, tone, word } = statusOf(status, t);
  return html`<td role="cell" part="cell status" class="col-status">
    <span class="with-icon">${icon(shape, { tone })}<span>${word}</span></span>
  </td>`;
}

function seatsCell(item: AccountListItem, words: Words): TemplateResult {
  if (!item.seats) return html`<td role="cell" part="cell seats" class="col-seats"></td>`;
  const { text, share, tone, pending } = seatsOf(item.seats, words);
  return html`<td role="cell" part="cell seats" class="col-seats">
    <span class="places ${tone}" title=${pending || nothing}>
      ${
        share === undefined
          ? nothing
          : html`<span class="bar" aria-hidden="true"><span data-share=${share}></span></span>`
      }
      <span class="numbers">${text}</span>
    </span>
  </td>`;
}

function roleCell({ source, roleId }: AccountListItem, { t, roles }: Words): TemplateResult {
  if (source === null) {
    return html`<td role="cell" part="cell your-role" class="col-role muted">${t.noAccess}</td>`;
  }
  const role = roleId === null ? '' : roleName(roles, roleId);
  const through = t.partnerAccessAs({ role });
  return html`<td role="cell" part="cell your-role" class="col-role">
    ${
      source === 'direct'
        ? role
        : html`<span class="with-icon muted" title=${through}
            >${icon(network)}<span aria-hidden="true">${t.partnerAccess}</span
            ><span class="visually-hidden">${through}</span></span
          >`
    }
  </td>`;
}

function lastCell({ lastActivityAt, source }: AccountListItem, { time, common }: Words): TemplateResult {
  return html`<td role="cell" part="cell last-active" class="col-lastActivity muted">
    ${
      lastActivityAt
        ? html`<time datetime=${lastActivityAt} title=${time.full(lastActivityAt)}
            >${time.relative(lastActivityAt)}</time
          >`
        : source
          ? common.never
          : nothing
    }
  </td>`;
}

/** Open, or Restore; nothing where there is no way in. */
function wayIn(item: AccountListItem, view: RowView): unknown {
  if (item.source !== null) return openControl(item, view);
  if (item.status !== 'closed' || view.readonly) return nothing;
  const { words, opening, actions } = view;
  const { t } = words;
  return actButton(item.id === opening, t.restore, rich(t.restoreOf, { name: item.name }), () =>
    actions.restore(item),
  );
}

/** A real link where the host has an address for it, so that it can be opened in a new tab. */
function openControl(item: AccountListItem, { words, opening, hrefOf, actions }: RowView): TemplateResult {
  const { t } = words;
  const href = hrefOf(item);
  if (href) {
    return html`<a
      class="button ghost open"
      part="open-button"
      href=${href}
      @click=${(event: Event) => void actions.open(item, event)}
      >${labelOf(t.open, rich(t.openOf, { name: item.name }))}</a
    >`;
  }
  return actButton(opening === item.id, t.open, rich(t.openOf, { name: item.name }), (event) =>
    actions.open(item, event),
  );
}

function actButton(
  busy: boolean,
  word: string,
  whole: unknown,
  act: (event: Event) => Promise<void>,
): TemplateResult {
  return html`<button
    class="button ghost open ${busy ? 'busy' : ''}"
    part="open-button ${busy ? 'busy' : ''}"
    type="button"
    aria-disabled=${busy ? 'true' : nothing}
    @click=${(event: Event) => void act(event)}
  >
    ${busy ? html`<span class="spinner" part="spinner"></span>` : nothing}${labelOf(word, whole)}
  </button>`;
}

/** Short to see, whole to hear. */
const labelOf = (word: string, whole: unknown): TemplateResult =>
  html`<span aria-hidden="true">${word}</span><span class="visually-hidden">${whole}</span>`;

function more(item: AccountListItem, { words, openAnchor, onMenu }: RowView): TemplateResult {
  const open = openAnchor?.dataset['of'] === item.id;
  return html`<button
    class="button icon-button more"
    part="row-actions"
    type="button"
    data-of=${item.id}
    aria-haspopup="menu"
    aria-expanded=${open ? 'true' : 'false'}
    aria-label=${words.t.actionsFor({ name: item.name })}
    @click=${(event: Event) => onMenu(item, event.currentTarget as HTMLElement)}
  >
    ${icon(ellipsis)}
  </button>`;
}
