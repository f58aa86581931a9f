import { html, nothing, type TemplateResult } from 'lit';
import type { RoleDefinition } from '../../client/index.js';
import { capabilitiesAt, isRoleId, type Capability } from '../../domain/index.js';
import type { Strings } from '../../i18n/strings.js';
import { roleName, roleSentence } from '../../i18n/role-words.js';
import { opensAt } from '../../controllers/menu.controller.js';
import { icon } from '../base/icons/icon.js';
import { check, chevronDown, lock } from '../base/icons/shapes.js';
import { nameOf } from '../shared/roster/people.js';
import { roleLock } from '../shared/roster/row-words.js';
import type { Detail } from './view.js';

export interface RoleView extends Detail {
  readonly tasks: Strings['roleDetails'];
  readonly openAnchor: HTMLElement | undefined;
  /** What is told about the last change, with Undo. */
  readonly told: unknown;
  readonly undo: unknown;
  onRole(anchor: HTMLElement, at?: 'first' | 'last'): void;
}

/** The role, the way to another, and what it means here and on clients (R6–R10). */
export function roleSection(view: RoleView): TemplateResult {
  const { t, words, viewer, member, roles } = view;
  const partner = viewer.account?.kind === 'parent';
  const known = isRoleId(member.roleId);
  const sentence = roleSentence(words.roles, { id: member.roleId }, partner ? 'parent' : 'child');
  const definition = roles.find(({ id }) => id === member.roleId);
  return html`<section class="section role-section" part="section">
    <h3 class="state-heading">${t.roleTitle}</h3>
    <div class="role-line">${control(view)} ${view.undo}</div>
    ${view.told ? html`<div class="told">${view.told}</div>` : nothing}
    ${sentence ? html`<p>${sentence}</p>` : nothing}
    ${!known && !definition ? html`<p class="muted">${t.roleNewer}</p>` : meaning(view, definition, partner)}
  </section>`;
}

/** A button, or plain text with the reason why not, said beside it. */
function control(view: RoleView): TemplateResult {
  const { words, viewer, entry, roles, member, row } = view;
  const label = roleName(words.roles, member.roleId);
  const locked = roleLock(entry, words, viewer, roles);
  if (locked !== undefined) {
    return html`<span class="role-name" part="role-control locked"
        ><bdi>${label}</bdi>${locked ? icon(lock, { size: 14 }) : nothing}</span
      >
      ${locked ? html`<span class="secondary muted">${locked}</span>` : nothing}`;
  }
  const busy = row.note?.kind === 'busy' || row.state?.state === 'busy';
  return html`<button
    class="button role ${busy ? 'busy' : ''}"
    part=${busy ? 'role-control busy' : 'role-control'}
    type="button"
    aria-label=${words.t.roleOf({ role: label, name: nameOf(entry) })}
    aria-haspopup="menu"
    aria-expanded=${String(view.openAnchor !== undefined)}
    aria-disabled=${busy ? 'true' : nothing}
    @click=${(event: Event) => view.onRole(event.currentTarget as HTMLElement)}
    @keydown=${(event: KeyboardEvent) => {
      const at = opensAt(event);
      if (!at) return;
      event.preventDefault();
      view.onRole(event.currentTarget as HTMLElement, at);
    }}
  >
    <bdi>${label}</bdi
    >${busy ? html`<span class="spinner" part="spinner"></span>` : icon(chevronDown, { size: 14 })}
  </button>`;
}

type Task = readonly [label: (view: RoleView) => string, capability: Capability];

const tasks: readonly Task[] = [
  [({ tasks: t }) => t.editCampaigns, 'campaigns.edit'],
  [({ tasks: t }) => t.publish, 'campaigns.publish'],
  [({ tasks: t }) => t.lists, 'lists.manage'],
  [({ tasks: t }) => t.billing, 'billing.manage'],
  [({ t }) => t.doUsers, 'users.manage'],
];

/** Task by task, here and, with a role on a partner account, on its clients. */
function meaning(view: RoleView, definition: RoleDefinition | undefined, partner: boolean): TemplateResult {
  const { t, words, member, viewer } = view;
  const [self, children] = capabilitiesOf(member.roleId, definition, partner);
  const columns = partner ? [self, children] : [self];
  const count = viewer.account?.childCount ?? 0;
  return html`<div class="role-details" part="role-details">
      <table>
        <caption class="visually-hidden">
          ${t.roleTable({ role: roleName(words.roles, member.roleId) })}
        </caption>
        <thead>
          <tr>
            <th scope="col"><span class="visually-hidden">${view.tasks.task}</span></th>
            <th scope="col">${t.roleHere}</th>
            ${partner ? html`<th scope="col">${t.roleOnClients}</th>` : nothing}
          </tr>
        </thead>
        <tbody>
          ${tasks.map(
            ([label, capability]) =>
              html`<tr>
                <th scope="row">${label(view)}</th>
                ${columns.map((can) => html`<td>${answer(can.includes(capability), view)}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${partner && count > 0 ? html`<p class="secondary muted">${t.roleClients({ count })}</p>` : nothing}`;
}

/** What the backend says of the role; what we know of it where the backend has not said it yet. */
function capabilitiesOf(
  roleId: string,
  definition: RoleDefinition | undefined,
  partner: boolean,
): [self: readonly string[], children: readonly string[]] {
  if (definition) return [definition.capabilitiesOnSelf, definition.capabilitiesOnChildren];
  if (!isRoleId(roleId)) return [[], []];
  return [capabilitiesAt(roleId, partner ? 'parent' : 'child'), capabilitiesAt(roleId, 'children')];
}

function answer(allowed: boolean, { words: { common } }: RoleView): TemplateResult {
  return html`${allowed ? icon(check, { tone: 'success' }) : html`<span class="muted" aria-hidden="true">–</span>`}<span
      class="visually-hidden"
      >${allowed ? common.yes : common.no}</span
    >`;
}
