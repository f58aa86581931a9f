import {
  capabilitiesAt,
  noteAt,
  roleDefinitions,
  roleIds,
  type Capability,
  type Placement,
  type RoleId,
} from '../../domain/index.js';
import type { Strings } from '../../i18n/strings.js';

/** Where a role is given. */
export type Side = 'parent' | 'child';

type Texts = Strings['roleMatrix'];

/** A role of the host's own, or one of ours with other rights; what is left out comes from the role tables. */
export interface MatrixRole {
  readonly id: string;
  readonly label?: string;
  /** Given on the partner account: what it may do there, and on its clients. */
  readonly parent?: readonly string[];
  readonly children?: readonly string[];
  /** Given on a client account: what it may do there. An empty list means that it is not offered. */
  readonly child?: readonly string[];
}

/** What a cell asks of the role tables. */
type Asked = readonly [capability: Capability, placement: Placement];

export interface MatrixRow {
  readonly task: keyof Texts;
  readonly parent?: Asked;
  readonly child?: Asked;
  /** On a client account the permission reaches that account alone. */
  readonly childOnly?: true;
}

export interface MatrixGroup {
  readonly title: keyof Texts;
  readonly rows: readonly MatrixRow[];
}

/** What is done in a client account: in each of them, or in the one where the role is given. */
const inClients = (capability: Capability) => ({
  parent: [capability, 'children'] as const,
  child: [capability, 'child'] as const,
  childOnly: true as const,
});

const own = (capability: Capability) => ({
  parent: [capability, 'parent'] as const,
  child: [capability, 'child'] as const,
});

/** The questions people ask before they choose, in groups (l-permission-matrix). */
export const matrixGroups: readonly MatrixGroup[] = [
  {
    title: 'campaigns',
    rows: [
      { task: 'editCampaigns', ...own('campaigns.edit') },
      { task: 'publish', ...own('campaigns.publish') },
      { task: 'copyCampaigns', ...own('campaigns.copyToChild') },
    ],
  },
  { title: 'contacts', rows: [{ task: 'lists', ...own('lists.manage') }] },
  {
    title: 'accounts',
    rows: [
      {
        task: 'openClients',
        parent: ['children.access', 'parent'],
        child: ['account.access', 'child'],
        childOnly: true,
      },
      { task: 'clientCampaigns', ...inClients('campaigns.edit') },
      { task: 'clientPublish', ...inClients('campaigns.publish') },
      { task: 'clientLists', ...inClients('lists.manage') },
      { task: 'openPartner', ...own('parent.access') },
      { task: 'partnerTools', ...own('partnerTools.use') },
      { task: 'clientUsers', parent: ['users.manage', 'children'], child: ['users.manage', 'child'] },
    ],
  },
  {
    title: 'billing',
    rows: [
      { task: 'clientBilling', parent: ['billing.manage', 'children'] },
      { task: 'singleBilling', ...own('singleBilling.manage') },
      { task: 'ownBilling', ...own('billing.manage') },
    ],
  },
];

/** The roles that can be given; the owner's is handed over instead, and has a line of its own. */
export const matrixRoles: readonly MatrixRole[] = roleIds
  .filter((id) => roleDefinitions[id].assignable)
  .map((id) => ({ id }));

const isOurs = (id: string): id is RoleId => Object.hasOwn(roleDefinitions, id);

/** Can the role be given there at all (R1)? */
export function isOffered(role: MatrixRole, side: Side): boolean {
  const own = role[side];
  if (own) return own.length > 0;
  return isOurs(role.id) && roleDefinitions[role.id].grantableOn.includes(side);
}

export interface Answer {
  readonly allowed: boolean;
  /** How far it goes, where it is not plain. */
  readonly note?: string;
}

/** May somebody with this role, given on this side, do it? */
export function answerOf(role: MatrixRole, side: Side, row: MatrixRow, t: Texts): Answer {
  const asked = row[side];
  if (!asked) return { allowed: false };
  const [capability, placement] = asked;
  const ours = isOurs(role.id) ? role.id : undefined;
  const allow = role[placement] ?? (ours ? capabilitiesAt(ours, placement) : []);
  if (!allow.includes(capability)) return { allowed: false };
  if (side === 'child' && row.childOnly) return { allowed: true, note: t.thisOnly };
  const note = ours && !role[placement] ? noteAt(ours, placement, capability) : undefined;
  const notes = { draft_only: t.draftOnly, tools_only: t.toolsOnly, limited: t.limited, summary: t.summary };
  return { allowed: true, note: note && notes[note] };
}
