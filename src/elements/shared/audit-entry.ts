import { html } from 'lit';
import type { AuditEvent } from '../../client/index.js';
import type { TimeController } from '../../controllers/time.controller.js';
import type { Language } from '../../i18n/language.js';
import { roleName } from '../../i18n/role-words.js';
import type { Strings } from '../../i18n/strings.js';
import { circlePlay, keyRound, link, mail, pencil, star, store, user } from '../base/icons/shapes.js';
import { rich } from '../base/rich.js';

/** What an entry of the history is told with. */
export interface AuditTelling {
  readonly t: Strings['auditWords'];
  readonly roles: Strings['roles'];
  readonly common: Strings['common'];
  readonly time: TimeController;
  readonly language: Language;
  /** Who looks: called "You". */
  readonly viewerId: string | undefined;
}

type Entry = Pick<AuditEvent, 'action' | 'actor' | 'targetName' | 'before' | 'after'>;

/** The name of whoever did it; not everybody may be known here (Q11). */
export function actorOf({ actor }: Pick<Entry, 'actor'>, { t, viewerId }: AuditTelling): string {
  if (!actor) return t.somebody;
  return actor.userId === viewerId ? t.you : actor.displayName || actor.username;
}

/** What happened, in one sentence; the person who did it stands out. */
export function sentence(entry: Entry, telling: AuditTelling): unknown {
  const values = { actor: actorOf(entry, telling), target: entry.targetName ?? telling.t.nameless };
  const say = sentenceOf(entry, telling);
  const marked = (one: typeof values) => say({ ...one, actor: `<who>${one.actor}</who>` });
  return rich(marked, values, { who: (name) => html`<strong part="actor">${name}</strong>` });
}

/** The same as plain text, for a label or a file. */
export function sentenceText(entry: Entry, telling: AuditTelling): string {
  const say = sentenceOf(entry, telling);
  return say({ actor: actorOf(entry, telling), target: entry.targetName ?? telling.t.nameless });
}

function sentenceOf(
  { action }: Entry,
  { t }: AuditTelling,
): (told: { actor: string; target: string }) => string {
  // A newer server tells more than this version has words for.
  if (!action.includes('.') || !Object.hasOwn(t, action)) return ({ actor }) => t.unknown({ actor, action });
  return t[action as Extract<keyof typeof t, `${string}.${string}`>];
}

/** What was before and after, each in words; nothing for what only the server needs to know. */
export function changes(entry: Entry, telling: AuditTelling): string[] {
  const { t } = telling;
  return fields.flatMap(([name, label]) => {
    const [before, after] = [entry.before?.[name], entry.after?.[name]];
    // What stands in the sentence already, and the state everything begins with, are not told twice.
    if (after === undefined || before === after || after === entry.targetName) return [];
    if (before === undefined && name === 'status') return [];
    const field = t[label];
    const now = valueOf(name, after, telling);
    return before === undefined
      ? t.nowOnly({ field, after: now })
      : t.changed({ field, before: valueOf(name, before, telling), after: now });
  });
}

/** Values of a change that mean something to a person, in reading order. */
const fields = [
  ['roleId', 'fieldRole'],
  ['maxRole', 'fieldCeiling'],
  ['status', 'fieldStatus'],
  ['name', 'fieldName'],
  ['displayName', 'fieldName'],
  ['username', 'fieldUsername'],
  ['email', 'fieldEmail'],
  ['mfaPolicy', 'fieldMfa'],
  ['singleBilling', 'fieldSingleBilling'],
] as const;

function valueOf(name: string, value: unknown, { t, roles, common }: AuditTelling): string {
  if (value === null || value === '') return t.nothing;
  if (typeof value === 'boolean') return value ? common.yes : common.no;
  const text = String(value);
  if (name === 'roleId' || name === 'maxRole') return roleName(roles, text);
  const key = { status: `status_${text}`, mfaPolicy: `mfa_${text}` }[name] ?? '';
  return Object.hasOwn(t, key) ? String(t[key as keyof typeof t]) : text;
}

const shapes: Readonly<Record<string, string>> = {
  member: user,
  invitation: mail,
  link,
  'link-code': link,
  mfa: keyRound,
  transfer: star,
  account: store,
  user: pencil,
};

/** The icon of what it is about. */
export function shapeOf({ action }: Pick<Entry, 'action'>): string {
  return shapes[action.split('.')[0] ?? ''] ?? circlePlay;
}

/** "Today", "Yesterday", "18 Nov": the heading above the entries of a day. */
export function dayOf(at: string, { t, time }: AuditTelling): string {
  return time.short(at) === time.short(time.now) ? t.today : time.relative(at);
}
