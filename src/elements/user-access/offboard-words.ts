import type { OffboardingItem } from '../../client/index.js';
import { roleName } from '../../i18n/role-words.js';
import {
  circleAlert,
  circleCheck,
  info,
  mail,
  minus,
  network,
  triangleAlert,
  user,
} from '../base/icons/shapes.js';
import { codeText } from '../base/problem-text.js';
import type { JobRow } from '../shared/jobs/rows.js';
import type { Words } from './view.js';

const named = ({ id, account }: OffboardingItem, { t }: Words) => ({
  id,
  name: account.name || t.unknownAccount,
});

function reasonOf({ problem }: OffboardingItem, { problems }: Words): string {
  if (!problem) return '';
  const { code, ...facts } = problem;
  return codeText(problems, code, facts);
}

/** What would end. */
export function previewRow(item: OffboardingItem, words: Words): JobRow {
  const { t, roles } = words;
  const row = named(item, words);
  const role = roleName(roles, item.roleId);
  if (item.problem) return { ...row, shape: triangleAlert, tone: 'warning', text: reasonOf(item, words) };
  if (item.outcome === 'skipped') return { ...row, shape: info, tone: 'muted', text: t.skipped };
  if (item.kind === 'invitation') return { ...row, shape: mail, tone: 'muted', text: t.willCancel({ role }) };
  return item.kind === 'inherited'
    ? { ...row, shape: network, tone: 'muted', text: t.willClose({ role }) }
    : { ...row, shape: user, tone: 'muted', text: t.willEnd({ role }) };
}

/** What became of it. */
export function resultRow(item: OffboardingItem, words: Words): JobRow {
  const { t } = words;
  const row = named(item, words);
  if (item.problem) return { ...row, shape: circleAlert, tone: 'danger', text: reasonOf(item, words) };
  const text = wordOf(item, t);
  return isEnded(item)
    ? { ...row, shape: circleCheck, tone: 'success', text }
    : { ...row, shape: minus, tone: 'muted', text };
}

function wordOf({ outcome }: OffboardingItem, t: Words['t']): string {
  if (outcome === null) return t.notDone;
  return { removed: t.removed, revoked: t.revoked, failed: t.attention }[outcome as 'removed'] ?? t.skipped;
}

export const isEnded = ({ outcome }: OffboardingItem): boolean =>
  outcome === 'removed' || outcome === 'revoked';

/** As a spreadsheet takes it, first the names of the columns. */
export function offboardTable(items: readonly OffboardingItem[], words: Words): string[][] {
  const { t, roles } = words;
  const kinds: Readonly<Record<string, string>> = {
    membership: t.offRoles,
    invitation: t.offInvites,
    inherited: t.offReach,
  };
  return [
    [t.account, t.columnId, t.columnKind, t.role, t.columnOutcome, t.columnReason],
    ...items.map((item) => [
      ...[item.account.name, item.account.id, kinds[item.kind] ?? item.kind, roleName(roles, item.roleId)],
      ...[wordOf(item, t), reasonOf(item, words)],
    ]),
  ];
}
