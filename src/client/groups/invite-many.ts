import type { CreateOptions } from '../call.js';
import type { CcError } from '../errors.js';
import type { InvitationCreated, InvitationDraft } from '../wire/index.js';

/** A draft, and the key of the intent behind it: keep the key while the person repeats the same invite (R35). */
export interface KeyedDraft {
  readonly draft: InvitationDraft;
  readonly idempotencyKey?: string;
}

/** What became of one address. */
export type InviteResult<Entry extends KeyedDraft = KeyedDraft> =
  | { readonly status: 'created'; readonly entry: Entry; readonly invitation: InvitationCreated }
  | { readonly status: 'failed'; readonly entry: Entry; readonly error: CcError };

/** One keyed call per address, in their order, so that the first ones get the free seats; a result per address. */
export type CreateMany = <Entry extends KeyedDraft>(
  accountId: string,
  entries: readonly Entry[],
  options?: Omit<CreateOptions, 'idempotencyKey'> & { onResult?: (result: InviteResult<Entry>) => void },
) => Promise<InviteResult<Entry>[]>;

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
      const { draft, idempotencyKey } = entry;
      const sent = stopped
        ? Promise.reject(stopped)
        : create(accountId, draft, { ...options, idempotencyKey });
      const result: (typeof results)[number] = await sent.then(
        (invitation) => ({ status: 'created', entry, invitation }),
        (error: CcError) => {
          // These are about the address. After anything else the rest is not even sent, and fails the same.
          if (error.status !== 409 && error.status !== 422) stopped = error;
          return { status: 'failed', entry, error };
        },
      );
      results.push(result);
      onResult?.(result);
    }
    return results;
  };
