import type { CcError, Invitation, Member, PartnerPerson } from '../../client/index.js';
import type { Loadable } from '../../stores/loadable.js';
import type { RosterStore } from '../../stores/roster.js';
import { rich } from '../base/rich.js';
import { isFiltered } from './filter.js';
import type { Group } from './table.js';
import type { Row, Words } from './view.js';

/** The part of a list that is shown. */
export interface Page {
  readonly from: number;
  readonly shown: number;
  readonly total: number;
}

/** What there is to draw, out of the three lists of the store. */
export interface Roster {
  readonly state: 'loading' | 'ready' | 'empty' | 'none' | 'failed' | 'refused';
  /** Rows are there, and newer ones are on their way. */
  readonly busy: boolean;
  readonly error: CcError | undefined;
  readonly groups: readonly Group[];
  /** Rows in the order they are shown. */
  readonly rows: readonly Row[];
  /** Everybody who matches, also on other pages. */
  readonly total: number;
  /** Of the members alone. */
  readonly page: Page;
  /** A search or a filter is on. */
  readonly filtered: boolean;
  /** Enough people to search in (five can be seen at a glance), or a search is on. */
  readonly many: boolean;
}

/** So many people can be seen at a glance. */
const few = 5;

type Read = <Value>(atom: { get(): Value }) => Value;
const read: Read = (atom) => atom.get();

/** What is going on in a row; nothing while nobody acts. */
export type Around = (id: string) => Pick<Row, 'state' | 'note'> | undefined;

/** `windowed`: the members are one long list, whatever part of it is loaded. */
export function rosterOf(roster: RosterStore, around: Around, { t }: Words, windowed = false): Roster {
  const members = read(roster.$members);
  const invitations = read(roster.$invitations);
  const partner = read(roster.$partner);
  const query = read(roster.$query);

  const row = <One extends Member | Invitation>(one: One, make: (one: One, going: Going) => Row) => {
    const going = around(one.id);
    return rowOf(one, going, () => make(one, going));
  };
  const rowsOf = {
    invited: (invitations.data?.items ?? []).map((one) => row(one, invitationRow)),
    members: (members.data?.items ?? []).map((one) => row(one, memberRow)),
    through: (partner.data?.items ?? []).map((one) => rowOf(one, undefined, () => partnerRow(one))),
  };
  const { from = 0, total = 0 } = members.data ?? {};
  const invited = invitations.data?.total ?? 0;
  // Who waits, and who comes through the partner account, stands on the first page and the last.
  const hasNext = from + rowsOf.members.length < total;
  const waiting = { from: invitations.data?.from ?? 0, shown: rowsOf.invited.length, total: invited };
  const groups: Group[] = [
    {
      id: 'invited' as const,
      title: t.invited,
      count: invited,
      page: waiting,
      rows: from === 0 || windowed ? rowsOf.invited : [],
    },
    { id: 'members' as const, title: t.members, count: total, rows: rowsOf.members },
    {
      id: 'through' as const,
      title: rich(t.through, { partner: partner.data?.parent?.name ?? '' }),
      count: rowsOf.through.length,
      about: t.throughNote,
      rows: hasNext && !windowed ? [] : rowsOf.through,
    },
  ].filter(({ rows }) => rows.length > 0);
  const everybody = total + invited + rowsOf.through.length;
  const rows = groups.flatMap((group) => group.rows);
  const lists: readonly Loadable<unknown>[] = [members, invitations, partner];
  const error = lists.find(isFailed)?.error;
  return {
    state: stateOf(),
    busy: !windowed && [members, invitations].some(({ state }) => state === 'loading'),
    error,
    groups,
    rows,
    total: everybody,
    page: { from, shown: rowsOf.members.length, total },
    filtered: isFiltered(query),
    many: everybody > few || isFiltered(query) || !members.data,
  };

  function stateOf(): Roster['state'] {
    if (!members.data || (!invitations.data && invitations.state !== 'failed')) {
      if (!isFailed(members)) return 'loading';
      return isRefusal(members.error) ? 'refused' : 'failed';
    }
    if (rows.length === 0 && isFiltered(query)) return 'none';
    const alone = everybody === 0 || (everybody === 1 && members.data.items[0]?.you === true);
    return alone && !isFiltered(query) && !error ? 'empty' : 'ready';
  }
}

function isFailed(value: Loadable<unknown>): value is Extract<Loadable<unknown>, { state: 'failed' }> {
  return value.state === 'failed';
}

/** Not for this person: to be told, not to be tried again. */
function isRefusal({ kind }: CcError): boolean {
  return kind === 'forbidden' || kind === 'not-found' || kind === 'link-pending';
}

type Going = ReturnType<Around>;

/** Rows at rest stay the same as long as the person does. */
const atRest = new WeakMap<object, Row>();

function rowOf(value: object, going: Going, make: () => Row): Row {
  if (going?.state || going?.note) return make();
  const row = atRest.get(value) ?? make();
  atRest.set(value, row);
  return row;
}

function memberRow(member: Member, going: Going): Row {
  const shown = withChange(member, going);
  return {
    entry: { kind: 'member', id: member.id, member: shown },
    state: going?.state,
    note: going?.note,
  };
}

function invitationRow(invitation: Invitation, going: Going): Row {
  const shown = withChange(invitation, going);
  return {
    entry: { kind: 'invitation', id: invitation.id, invitation: shown },
    state: going?.state,
    note: going?.note,
  };
}

function partnerRow(person: PartnerPerson): Row {
  return { entry: { kind: 'partner', id: person.userId, person }, state: undefined, note: undefined };
}

/** With the value that is on its way, which is shown at once (R94). */
function withChange<Shown>(shown: Shown, going: Going): Shown {
  const { state, note } = going ?? {};
  if (note?.kind === 'busy') return { ...shown, ...note.patch };
  return state?.state === 'busy' && state.act.kind === 'change' ? { ...shown, ...state.act.patch } : shown;
}
