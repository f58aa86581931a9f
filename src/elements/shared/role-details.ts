import { html, type TemplateResult } from 'lit';
import { capabilitiesAt, type Capability, type Placement, type RoleId } from '../../domain/index.js';
import { roleName } from '../../i18n/role-words.js';
import type { Strings } from '../../i18n/strings.js';
import { icon } from '../base/icons/icon.js';
import { check } from '../base/icons/shapes.js';
import type { RoleScope } from '../role-picker/role-options.js';

type Task = Exclude<keyof Strings['roleDetails'], 'summary' | 'caption' | 'task'>;

/** What a row asks of the role tables: a capability, and where it is used. */
type Row = readonly [task: Task, capability: Capability, placement: Placement];

const rows: Readonly<Record<RoleScope, readonly Row[]>> = {
  parent: [
    ['editCampaigns', 'campaigns.edit', 'parent'],
    ['publish', 'campaigns.publish', 'parent'],
    ['lists', 'lists.manage', 'parent'],
    ['openClients', 'children.access', 'parent'],
    ['clientBilling', 'billing.manage', 'children'],
    ['singleBilling', 'singleBilling.manage', 'parent'],
    ['partnerTools', 'partnerTools.use', 'parent'],
    ['ownBilling', 'billing.manage', 'parent'],
  ],
  child: [
    ['editCampaigns', 'campaigns.edit', 'child'],
    ['publish', 'campaigns.publish', 'child'],
    ['lists', 'lists.manage', 'child'],
    ['otherAccounts', 'children.access', 'child'],
    ['billing', 'billing.manage', 'child'],
  ],
};

export interface RoleDetails {
  readonly scope: RoleScope;
  /** The roles that are offered, in reading order. */
  readonly roles: readonly RoleId[];
  /** The chosen one: its column is marked. */
  readonly chosen?: string;
  readonly words: Pick<Strings, 'roleDetails' | 'roles' | 'common'>;
}

/** The table "What can this role do?", from the role tables of the domain (2a, 2b). Styles: `roleDetailsStyles`. */
export function roleDetails({ scope, roles, chosen, words }: RoleDetails): TemplateResult {
  const { roleDetails: t, roles: names, common } = words;
  const column = (role: RoleId) => (role === chosen ? 'chosen' : '');
  return html`<div class="role-details" part="role-details">
    <table>
      <caption class="visually-hidden">
        ${t.caption}
      </caption>
      <thead>
        <tr>
          <th scope="col"><span class="visually-hidden">${t.task}</span></th>
          ${roles.map((role) => html`<th scope="col" class=${column(role)}>${roleName(names, role)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows[scope].map(
          ([task, capability, placement]) =>
            html`<tr>
              <th scope="row">${t[task]}</th>
              ${roles.map(
                (role) =>
                  html`<td class=${column(role)}>
                    ${answer(capabilitiesAt(role, placement).includes(capability), common)}
                  </td>`,
              )}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

// Read aloud as a word; the mark alone would be a guess (visual.md 7, l).
function answer(allowed: boolean, { yes, no }: Strings['common']): TemplateResult {
  return html`${allowed ? icon(check, { tone: 'success' }) : html`<span class="muted" aria-hidden="true">–</span>`}<span
      class="visually-hidden"
      >${allowed ? yes : no}</span
    >`;
}
