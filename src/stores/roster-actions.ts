import { atom } from 'nanostores';
import {
  intentKey,
  isCcError,
  type CcError,
  type Invitation,
  type InvitationLink,
  type Member,
} from '../client/index.js';
import { localError } from '../client/errors.js';
import type { RoleId } from '../domain/index.js';
import { limits } from '../domain/limits.js';
import { createRosterStore } from './roster.js';
import type { StoreContext } from './scope.js';

/** What can be changed in a row and taken back. */
export interface RowPatch {
  readonly roleId?: string;
  readonly status?: string;
}

/** What a person does to a row. */
export type RowAct =
  | { readonly kind: 'change'; readonly patch: RowPatch }
  | { readonly kind: 'remove' | 'revoke' | 'resend' | 'link' };

export type RosterRow = Member | Invitation;

/** What is going on in one row. */
export type RowState =
  /** On its way; a row shows the new value at once. */
  | { readonly state: 'busy'; readonly act: RowAct }
  /** Done; can be undone for a while (R94). */
  | { readonly state: 'saved'; readonly patch: RowPatch; readonly previous: RowPatch }
  /** Not done; the row shows the old value again. */
  | { readonly state: 'failed'; readonly act: RowAct; readonly error: CcError }
  /** Somebody else changed the row meanwhile (R14): theirs is shown, ours is kept. */
  | {
      readonly state: 'conflict';
      readonly patch: RowPatch;
      readonly theirs: RosterRow;
      readonly error: CcError;
    };

/**
 * Changes of roster rows: shown before they are sure, taken back when they fail, undone for a while. All acts reject
 * as the client does, so that whoever asked can tell; what a row shows is in `$rows`.
 */
export function createRosterActions(context: StoreContext) {
  const { client, accountId, clock, signal, onDispose, use } = context;
  const roster = use(createRosterStore);
  let rows: ReadonlyMap<string, RowState> = new Map();
  const $rows = atom(rows);
  const timers = new Map<string, () => void>();
  /** One key per intent, kept until it succeeds (R35). */
  const keys = new Map<string, string>();
  /** Rows of other pages, which somebody has selected there. */
  const elsewhere = new Map<string, RosterRow>();

  function show(id: string, state: RowState | undefined): void {
    timers.get(id)?.();
    timers.delete(id);
    const next = new Map(rows);
    if (state) next.set(id, state);
    else next.delete(id);
    $rows.set((rows = next));
  }

  function endUndoLater(id: string): void {
    timers.set(
      id,
      clock.after(limits.roleUndoSeconds * 1000, () => show(id, undefined)),
    );
  }

  function find(id: string): RosterRow {
    const row = roster.member(id) ?? roster.invitation(id) ?? elsewhere.get(id);
    if (!row) throw localError('not-found');
    return row;
  }

  async function act<Result>(
    id: string,
    what: RowAct,
    send: (key: string) => Promise<Result>,
  ): Promise<Result> {
    if (rows.get(id)?.state === 'busy') throw localError('aborted');
    const intent = `${id} ${what.kind}`;
    const key = keys.get(intent) ?? intentKey();
    keys.set(intent, key);
    show(id, { state: 'busy', act: what });
    try {
      const result = await send(key);
      keys.delete(intent);
      show(id, undefined);
      return result;
    } catch (thrown) {
      const error = thrown as CcError;
      // A refusal is an answer: what is tried next is another intent.
      if (error.status && error.status < 500) keys.delete(intent);
      if (isCcError(error, 'not-found')) roster.drop(id);
      const silent = isCcError(error, 'aborted') || isCcError(error, 'not-found');
      show(id, silent ? undefined : { state: 'failed', act: what, error });
      throw error;
    }
  }

  async function change(id: string, patch: RowPatch): Promise<RosterRow> {
    const row = find(id);
    const previous = pick(row, patch);
    try {
      const saved = await act<RosterRow>(id, { kind: 'change', patch }, () => save(row, patch));
      if (elsewhere.has(id)) elsewhere.set(id, saved);
      show(id, { state: 'saved', patch, previous });
      endUndoLater(id);
      return saved;
    } catch (error) {
      if (!isCcError(error, 'stale-version')) throw error;
      return settleConflict(row, patch, error as CcError);
    }
  }

  function save(row: RosterRow, { roleId, status }: RowPatch): Promise<RosterRow> {
    if (isInvitation(row))
      return client.invitations.update(accountId, row, { roleId: roleId as RoleId }, { signal });
    return roleId === undefined
      ? client.members.setStatus(accountId, row, status as 'active' | 'suspended', { signal })
      : client.members.setRole(accountId, row, roleId as RoleId, { signal });
  }

  /** Shows theirs; if it already says what we wanted, only the answer to our first try was lost. */
  async function settleConflict(row: RosterRow, patch: RowPatch, error: CcError): Promise<RosterRow> {
    const { current } = error.facts as { current?: unknown };
    const theirs = isRow(current) ? current : await load(row);
    if (isInvitation(theirs)) roster.adoptInvitation(theirs);
    else roster.adoptMember(theirs);
    if (elsewhere.has(row.id)) elsewhere.set(row.id, theirs);
    const same = JSON.stringify(pick(theirs, patch)) === JSON.stringify(patch);
    show(row.id, same ? undefined : { state: 'conflict', patch, theirs, error });
    if (same) return theirs;
    throw error;
  }

  const load = (row: RosterRow) =>
    isInvitation(row)
      ? client.invitations.get(accountId, row.id, { signal })
      : client.members.get(accountId, row.id, { signal });

  const store = {
    /** By id of the member or invitation; a row without an entry is at rest. */
    $rows,
    /** Makes rows of other pages known, so that they can be acted on like those shown. */
    know(more: readonly RosterRow[]): void {
      const isNews = (row: RosterRow) => (elsewhere.get(row.id)?.version ?? -1) < row.version;
      for (const row of more.filter(isNews)) elsewhere.set(row.id, row);
    },
    setRole: (id: string, roleId: string) => change(id, { roleId }),
    setStatus: (id: string, status: 'active' | 'suspended') => change(id, { status }),
    /** Removes a member, or leaves; there is no undo (R94). */
    remove: (id: string) =>
      act(id, { kind: 'remove' }, () => client.members.remove(accountId, find(id), { signal })),
    /** Takes a member's second factor away (R71). The row stays as it is; the answer is adopted like any change. */
    async resetMfa(id: string): Promise<Member> {
      const intent = `${id} reset`;
      const idempotencyKey = keys.get(intent) ?? intentKey();
      keys.set(intent, idempotencyKey);
      try {
        return await client.members.resetMfa(accountId, id, { signal, idempotencyKey });
      } catch (thrown) {
        const { status = 0 } = thrown as CcError;
        if (status > 0 && status < 500) keys.delete(intent);
        throw thrown;
      }
    },
    revoke: (id: string) =>
      act(id, { kind: 'revoke' }, () => client.invitations.revoke(accountId, find(id), { signal })),
    /** Sends an invitation again; all earlier links stop (R38). */
    resend: (id: string): Promise<Invitation> =>
      act(id, { kind: 'resend' }, (idempotencyKey) =>
        client.invitations.resend(accountId, id, { signal, idempotencyKey }),
      ),
    /** A fresh copied link (R25). */
    link: (id: string): Promise<InvitationLink> =>
      act(id, { kind: 'link' }, (idempotencyKey) =>
        client.invitations.link(accountId, id, { signal, idempotencyKey }),
      ),
    /** Writes the old value with the new version (R94). */
    async undo(id: string): Promise<RosterRow | undefined> {
      const row = rows.get(id);
      if (row?.state !== 'saved') return undefined;
      const restored = await change(id, row.previous);
      show(id, undefined);
      return restored;
    },
    /** After a failure or a conflict: the same once more, over what is there now. */
    async again(id: string): Promise<unknown> {
      const row = rows.get(id);
      if (row?.state === 'conflict') return change(id, row.patch);
      if (row?.state !== 'failed') return undefined;
      return row.act.kind === 'change' ? change(id, row.act.patch) : store[row.act.kind](id);
    },
    /** Keeps Undo while it has focus; afterwards its time starts anew. */
    hold(id: string, held: boolean): void {
      if (rows.get(id)?.state !== 'saved') return;
      timers.get(id)?.();
      if (!held) endUndoLater(id);
    },
    /** Forgets what was going on, such as where theirs is taken after a conflict. */
    dismiss: (id: string) => show(id, undefined),
  };
  onDispose(() => {
    for (const cancel of timers.values()) cancel();
  });
  return store;
}

export type RosterActions = ReturnType<typeof createRosterActions>;

/** The row as it is to be shown: with the value that is on its way. */
export function withChange<Row extends RosterRow>(row: Row, state: RowState | undefined): Row {
  return state?.state === 'busy' && state.act.kind === 'change' ? { ...row, ...state.act.patch } : row;
}

function isInvitation(row: RosterRow): row is Invitation {
  return 'expiresAt' in row;
}

function isRow(value: unknown): value is RosterRow {
  return typeof value === 'object' && value !== null && 'id' in value && 'version' in value;
}

function pick(row: RowPatch, patch: RowPatch): RowPatch {
  return Object.fromEntries(Object.keys(patch).map((name) => [name, row[name as keyof RowPatch]]));
}
