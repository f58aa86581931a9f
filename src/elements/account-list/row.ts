import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { AccountListItem } from '../../client/index.js';
import { roleName } from '../../i18n/role-words.js';
import { icon } from '../base/icons/icon.js';
import { circleAlert, ellipsis, network, star } from '../base/icons/shapes.js';
import { rich } from '../base/rich.js';
import { initials } from '../shared/initials.js';
import type { ListActions } from './actions.js';
import { seatsOf, statusOf } from './row-words.js';
import type { AccountColumn, Words } from './view.js';

export interface RowView {
  readonly words: Words;
  readonly items: readonly AccountListItem[];
  readonly columns: readonly AccountColumn[];
  /** Undefined where rows can't be selected. */
  readonly selected: ReadonlySet<string> | undefined;
  /** The account that is being opened. */
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
        ${item.planName ?? html`<span class="muted">${words.t.noPlan}</span>`}
      </td>
      ${seatsCell(item, words)} ${roleCell(item, words)} ${lastCell(item, words)}
      ${columns.map(
        (column) => html`<td role="cell" part="cell" class="col-own ${column.id}">${column.cell(item)}</td>`,
      )}
      <td role="cell" part="cell" class="col-end">
        ${view.extra(item)}${openControl(item, view)}${more(item, view)}
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

function who({ id, name, favourite, planName }: AccountListItem, { t, language }: Words): TemplateResult {
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
      <div class="second" part="secondary"><span class="ltr id" title=${id}>${id}</span></div>
      <div class="second brief">${planName ?? t.noPlan}</div>
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
  const { text, share, tone, pending } = seatsOf(item, words);
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

function lastCell({ lastActivityAt }: AccountListItem, { time, common }: Words): TemplateResult {
  return html`<td role="cell" part="cell last-active" class="col-lastActivity muted">
    ${
      lastActivityAt
        ? html`<time datetime=${lastActivityAt} title=${time.full(lastActivityAt)}
            >${time.relative(lastActivityAt)}</time
          >`
        : common.never
    }
  </td>`;
}

/** A real link where the host has an address for it, so that it can be opened in a new tab. */
function openControl(item: AccountListItem, { words, opening, hrefOf, actions }: RowView): TemplateResult {
  const { t } = words;
  const href = hrefOf(item);
  const label = html`<span aria-hidden="true">${t.open}</span
    ><span class="visually-hidden">${rich(t.openOf, { name: item.name })}</span>`;
  const act = (event: Event) => void actions.open(item, event);
  if (href) {
    return html`<a class="button ghost open" part="open-button" href=${href} @click=${act}>${label}</a>`;
  }
  const busy = opening === item.id;
  return html`<button
    class="button ghost open ${busy ? 'busy' : ''}"
    part="open-button ${busy ? 'busy' : ''}"
    type="button"
    aria-disabled=${busy ? 'true' : nothing}
    @click=${act}
  >
    ${busy ? html`<span class="spinner" part="spinner"></span>` : nothing}${label}
  </button>`;
}

function more(item: AccountListItem, { words, openAnchor, onMenu }: RowView): TemplateResult {
  const open = openAnchor?.dataset['of'] === item.id;
  return html`<button
    class="button icon-button more"
    part="row-actions"
    type="button"
    popovertarget="menu"
    popovertargetaction="hide"
    data-of=${item.id}
    aria-haspopup="menu"
    aria-expanded=${open ? 'true' : 'false'}
    aria-label=${words.t.actionsFor({ name: item.name })}
    @click=${(event: Event) => onMenu(item, event.currentTarget as HTMLElement)}
  >
    ${icon(ellipsis)}
  </button>`;
}
