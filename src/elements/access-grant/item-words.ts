import { html, nothing } from 'lit';
import type { BulkGrant, BulkGrantItem, Problem } from '../../client/index.js';
import { roleName } from '../../i18n/role-words.js';
import { check, circleAlert, circleCheck, info, minus, triangleAlert } from '../base/icons/shapes.js';
import { codeText } from '../base/problem-text.js';
import { rich } from '../base/rich.js';
import { safeHref } from '../base/safe-href.js';
import type { JobRow } from '../shared/jobs/rows.js';
import type { Words } from './view.js';

/** Why access can't be given there. What can't be reached is not told apart from what is not there (R93). */
export function reasonOf({ code, ...facts }: Problem, { t, problems }: Words): string {
  return code === 'not_found' ? t.unknownAccount : codeText(problems, code, facts);
}

/** Whom a job is about, and what they get. */
export function whoOf({ subject, roleId }: BulkGrant, { t, roles }: Words): unknown {
  return rich(t.asRole, {
    person: subject.displayName ?? subject.email ?? '',
    role: roleName(roles, roleId),
  });
}

/** What would become of an account. */
export function forecastRow(item: BulkGrantItem, words: Words): JobRow {
  const { t, roles } = words;
  const { account, outcome, problem } = item;
  const row = { id: account.id, name: account.name };
  if (problem) {
    return { ...row, shape: triangleAlert, tone: 'warning', text: reasonOf(problem, words) };
  }
  if (outcome === 'skipped') return { ...row, shape: info, tone: 'muted', text: t.alreadyThere };
  if (outcome === 'changed') {
    return { ...row, shape: info, tone: 'muted', text: t.willChange({ role: roleName(roles, item.roleId) }) };
  }
  const text = outcome === 'invited' ? t.readyInvite : t.ready;
  return { ...row, shape: check, tone: 'success', text };
}

/** What became of an account. */
export function resultRow(item: BulkGrantItem, words: Words, onPlan: (event: Event) => void): JobRow {
  const { t, roles } = words;
  const { account, outcome, problem } = item;
  const row = { id: account.id, name: account.name };
  const role = roleName(roles, item.roleId);
  if (problem) {
    return {
      ...row,
      ...{ shape: circleAlert, tone: 'danger', text: reasonOf(problem, words) },
      end: planLink(item, words, onPlan),
    };
  }
  if (outcome === null) return { ...row, shape: minus, tone: 'muted', text: t.notDone };
  if (outcome === 'skipped') return { ...row, shape: minus, tone: 'muted', text: t.there };
  const text = { invited: t.invited, changed: t.changed }[outcome as 'invited'] ?? t.granted;
  return { ...row, shape: circleCheck, tone: 'success', text: text({ role }) };
}

/** Out of a full plan. */
export function planLink(
  { account, problem }: BulkGrantItem,
  { t }: Words,
  onPlan: (event: Event) => void,
): unknown {
  const href = safeHref(problem?.planUrl);
  if (!href) return nothing;
  return html`<a class="button small" part="button" href=${href} data-plan=${account.id} @click=${onPlan}
    ><span aria-hidden="true">${t.plans}</span
    ><span class="visually-hidden">${rich(t.plansOf, { account: account.name })}</span></a
  >`;
}

export const attention = ({ outcome }: BulkGrantItem): boolean => outcome === 'failed' || outcome === null;
export const isThere = ({ outcome }: BulkGrantItem): boolean => outcome === 'skipped';
export const isDone = (item: BulkGrantItem): boolean => !attention(item) && !isThere(item);

/** As a spreadsheet takes it, first the names of the columns. */
export function resultTable(items: readonly BulkGrantItem[], words: Words): string[][] {
  const { t, roles } = words;
  const outcomeOf = ({ outcome, roleId }: BulkGrantItem): string => {
    const role = roleName(roles, roleId);
    if (outcome === 'failed') return t.tabAttention;
    if (outcome === null) return t.notDone;
    if (outcome === 'skipped') return t.there;
    return ({ invited: t.invited, changed: t.changed }[outcome as 'invited'] ?? t.granted)({ role });
  };
  return [
    [t.columnAccount, t.columnId, t.columnRole, t.columnOutcome, t.columnReason],
    ...items.map((item) => [
      ...[item.account.name, item.account.id, roleName(roles, item.roleId), outcomeOf(item)],
      item.problem ? reasonOf(item.problem, words) : '',
    ]),
  ];
}
