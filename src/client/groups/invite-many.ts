import type { CreateOptions } from '../call.js';
import { isCcError, type CcError } from '../errors.js';
import type { InvitationCreated, InvitationDraft } from '../wire/index.js';

/** A draft, and the key of the intent behind it: keep the key while the person repeats the same invite (R35). */
export interface KeyedDraft {
  readonly draft: InvitationDraft;
  readonly idempotencyKey?: string;
}

/** What became of one address. `unsent`: an earlier failure made trying pointless. */
export type InviteResult<Entry extends KeyedDraft = KeyedDraft> =
  | { readonly status: 'created'; readonly entry: Entry; readonly invitation: InvitationCreated }
  | { readonly status: 'failed' | 'unsent'; readonly entry: Entry; readonly error: CcError };

/** One keyed call per address, in their order, so that the first ones get the free seats; a result per address. */
export type CreateMany = <Entry extends KeyedDraft>(
  accountId: string,
  entries: readonly Entry[],
  options?: Omit<CreateOptions, 'idempotencyKey'> & { onResult?: (result: InviteResult<Entry>) => void },
) => Promise<InviteResult<Entry>[]>;

/** Several invitations at once. */
export interface CreateManyGroup {
  createMany: CreateMany;
}

/** After these the next address would fail as well. */
const hopeless = [
  'offline',
  'timeout',
  'aborted',
  'unauthenticated',
  'rate-limited',
  'unavailable',
  'account-changed',
  'not-found',
];

type CreateOne = (
  accountId: string,
  draft: InvitationDraft,
  options?: CreateOptions,
) => Promise<InvitationCreated>;

export const createMany =
  (create: CreateOne): CreateMany =>
  async (accountId, entries, { onResult, ...options } = {}) => {
    const results: InviteResult<(typeof entries)[number]>[] = [];
    let stopped: CcError | undefined;
    for (const entry of entries) {
      const result = stopped
        ? ({ status: 'unsent', entry, error: stopped } as const)
        : await createOne(
            () => create(accountId, entry.draft, { ...options, idempotencyKey: entry.idempotencyKey }),
            entry,
          );
      if (result.status === 'failed' && hopeless.includes(result.error.kind)) stopped = result.error;
      results.push(result);
      onResult?.(result);
    }
    return results;
  };

async function createOne<Entry extends KeyedDraft>(
  create: () => Promise<InvitationCreated>,
  entry: Entry,
): Promise<InviteResult<Entry>> {
  try {
    return { status: 'created', entry, invitation: await create() };
  } catch (error) {
    if (!isCcError(error)) throw error;
    return { status: 'failed', entry, error: error as CcError };
  }
}
