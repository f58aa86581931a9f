import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PersonAccessItem } from '../../client/index.js';
import { roleName } from '../../i18n/role-words.js';
import { accessId } from '../../stores/person-actions.js';
import { icon } from '../base/icons/icon.js';
import {
  chevronDown,
  circleAlert,
  circleCheck,
  circlePause,
  clock,
  clockAlert,
  ellipsis,
  network,
} from '../base/icons/shapes.js';
import { problemText } from '../base/problem-text.js';
import { rich } from '../base/rich.js';
import { initials } from '../shared/initials.js';
import { nameOf, type AccessActions, type AccessView, type Words } from './view.js';

/** So many of the inherited ones are shown at first. */
const mostThrough = 10;

/** Every access by where it comes from: the partner account, roles on clients, and what follows from the first. */
export function accessTable(view: AccessView, act: AccessActions): TemplateResult {
  const { words, access, groups, perAccount, whole } = view;
  const { t } = words;
  const { partner, clients, through } = groups;
  const reach = through.length;
  const rest = whole ? 0 : Math.max(0, reach - mostThrough);
  return html`<div class="table-box ${perAccount ? 'logins' : ''}">
    <table class="table" part="table" role="table">
      <caption class="visually-hidden">
        ${rich(t.caption, { name: nameOf(access) })}
      </caption>
      <thead>
        <tr role="row">
          ${[t.account, ...(perAccount ? [t.username] : []), t.role, t.status, t.lastActive].map(
            (label, index) =>
              html`<th
                scope="col"
                role="columnheader"
                part="column-header"
                class=${columnClass(index, perAccount)}
              >
                ${label}
              </th>`,
          )}
          <th scope="col" role="columnheader" part="column-header">
            <span class="visually-hidden">${t.actions}</span>
          </th>
        </tr>
      </thead>
      ${group(t.partner, reach > 0 ? t.partnerText({ count: reach }) : '', partner, view, act)}
      ${group(t.clientsGroup, t.clientsText({ count: clients.length }), clients, view, act)}
      ${group(t.throughGroup, t.throughEnds, rest > 0 ? through.slice(0, mostThrough) : through, view, act)}
    </table>
    ${
      rest > 0
        ? html`<button class="link more-rows" part="button" type="button" @click=${() => act.showAll()}>
            ${t.showMore({ count: rest })}
          </button>`
        : nothing
    }
  </div>`;
}

const columnClass = (index: number, perAccount: boolean): string =>
  (perAccount
    ? ['col-account', 'col-username', 'col-role', 'col-status', 'col-last']
    : ['col-account', 'col-role', 'col-status', 'col-last'])[index] ?? '';

function group(
  label: string,
  text: string,
  items: readonly PersonAccessItem[],
  view: AccessView,
  act: AccessActions,
): unknown {
  if (items.length === 0) return nothing;
  return html`<tbody>
    <tr class="group" role="row">
      <th scope="rowgroup" role="rowheader" colspan="6" part="group-header">
        <span class="strong">${label}</span> <span class="muted">${text}</span>
      </th>
    </tr>
    ${repeat(
      items,
      (item) => `${item.kind} ${item.account.id} ${accessId(item)}`,
      (item) => row(item, view, act),
    )}
  </tbody>`;
}

function row(item: PersonAccessItem, view: AccessView, act: AccessActions): TemplateResult {
  const { words, perAccount, states } = view;
  const { account, kind, lastActiveAt, username } = item;
  const { t, common, time, problems } = words;
  const state = kind === 'inherited' ? undefined : states.get(accessId(item));
  const failure = state?.state === 'failed' ? state.error : undefined;
  return html`<tr
      class="row ${failure ? 'told' : ''}"
      part=${`row ${kind}`}
      role="row"
      data-access=${kind === 'inherited' ? nothing : accessId(item)}
    >
      <th scope="row" role="rowheader" part="cell" class="col-account">
        <span class="avatar square" part="avatar" aria-hidden="true"
          >${initials(account.name, words.language.locale)}</span
        ><bdi class="truncate strong" title=${account.name}>${account.name}</bdi>
      </th>
      ${
        perAccount
          ? html`<td role="cell" part="cell username" class="col-username muted">
              ${
                kind === 'invitation'
                  ? t.usernameLater
                  : html`<span class="ltr truncate" title=${username ?? ''}>${username}</span>`
              }
            </td>`
          : nothing
      }
      <td role="cell" part="cell role-control" class="col-role">${role(item, view, act)}</td>
      <td role="cell" part="cell status" class="col-status">${status(item, view)}</td>
      <td role="cell" part="cell" class="col-last muted">
        ${
          lastActiveAt
            ? html`<time datetime=${lastActiveAt} title=${time.full(lastActiveAt)}
                >${time.relative(lastActiveAt)}</time
              >`
            : common.never
        }
      </td>
      <td role="cell" part="cell" class="col-end">${more(item, view, act)}</td>
    </tr>
    ${
      failure
        ? html`<tr class="note" role="row">
            <td role="cell" colspan="6">
              <span class="field-error" part="error" role="alert"
                >${icon(circleAlert)}<span>${problemText(problems, failure)}</span></span
              >
            </td>
          </tr>`
        : nothing
    }`;
}

function role(item: PersonAccessItem, view: AccessView, act: AccessActions): unknown {
  const { words, changes, states, openAnchor } = view;
  const { t, roles, common } = words;
  const { account, kind, roleId } = item;
  const state = kind === 'inherited' ? undefined : states.get(accessId(item));
  const pending = state?.state === 'busy' ? state.roleId : undefined;
  const name = roleName(roles, pending ?? roleId);
  if (kind === 'inherited') {
    const { through } = item;
    const source = through
      ? rich(t.throughText, { partner: through.accountName, role: roleName(roles, through.roleId) })
      : '';
    return html`<span class="with-icon"
      >${icon(network, { tone: 'muted' })}<span class="lines"
        ><span>${name}</span><span class="secondary muted">${source}</span></span
      ></span
    >`;
  }
  const undo =
    state?.state === 'saved'
      ? html`<button
          class="link undo"
          part="button"
          type="button"
          aria-label=${t.undoOn({ account: account.name })}
          @focus=${() => act.hold(item, true)}
          @blur=${() => act.hold(item, false)}
          @click=${() => act.undo(item)}
        >
          ${common.undo}
        </button>`
      : nothing;
  if (!changes || roleId === 'account_owner') return html`${name}${undo}`;
  const busy = pending !== undefined;
  return html`<button
      class="button small ghost role-button ${busy ? 'busy' : ''}"
      part="button"
      type="button"
      data-of=${`role ${accessId(item)}`}
      aria-haspopup="menu"
      aria-expanded=${openAnchor?.dataset['of'] === `role ${accessId(item)}` ? 'true' : 'false'}
      aria-label=${t.changeRole({ account: account.name, role: name })}
      aria-disabled=${busy ? 'true' : nothing}
      @click=${(event: Event) => act.chooseRole(item, event.currentTarget as HTMLElement)}
    >
      ${busy ? html`<span class="spinner" part="spinner"></span>` : nothing}<span>${name}</span>${icon(chevronDown)}
    </button>
    ${undo}`;
}

function status(item: PersonAccessItem, { words, groups }: AccessView): TemplateResult {
  const { shape, tone, word } = statusOf(item, words.t);
  const also =
    item.kind === 'membership' &&
    item.account.kind !== 'parent' &&
    groups.through.some(({ account }) => account.id === item.account.id);
  return html`<span class="with-icon"
    >${icon(shape, { tone })}<span class="lines"
      ><span>${word}</span
      >${also ? html`<span class="secondary muted">${words.t.alsoThrough}</span>` : nothing}</span
    ></span
  >`;
}

function statusOf(
  { kind, status: is }: PersonAccessItem,
  t: Words['t'],
): { shape: string; tone: string; word: string } {
  if (is === 'expired') return { shape: clockAlert, tone: 'warning', word: t.expired };
  if (kind === 'invitation') return { shape: clock, tone: 'muted', word: t.invited };
  if (is === 'suspended') return { shape: circlePause, tone: 'muted', word: t.suspended };
  return is === 'active'
    ? { shape: circleCheck, tone: 'success', word: t.active }
    : { shape: circleAlert, tone: 'muted', word: is };
}

function more(
  item: PersonAccessItem,
  { words, changes, openAnchor }: AccessView,
  act: AccessActions,
): unknown {
  const { kind, roleId, account } = item;
  if (!changes || kind === 'inherited' || roleId === 'account_owner') return nothing;
  const name = `row ${accessId(item)}`;
  return html`<button
    class="button icon-button"
    part="row-actions"
    type="button"
    data-of=${name}
    aria-haspopup="menu"
    aria-expanded=${openAnchor?.dataset['of'] === name ? 'true' : 'false'}
    aria-label=${words.t.actionsFor({ account: account.name })}
    @click=${(event: Event) => act.menu(item, event.currentTarget as HTMLElement)}
  >
    ${icon(ellipsis)}
  </button>`;
}
