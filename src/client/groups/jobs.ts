import type { CallOptions, CallTable, CreateOptions, Versioned, WriteOptions } from '../call.js';
import { decodeItems, decodeOne } from '../decode.js';
import type {
  BulkGrant,
  BulkGrantDraft,
  BulkGrantItem,
  BulkGrantQuery,
  JobItemQuery,
  JobQuery,
  Offboarding,
  OffboardingDraft,
  OffboardingItem,
  Page,
} from '../wire/index.js';

/** One person, many accounts (R79–R84). A job runs at the backend; `get` tells how far it is. */
export interface BulkGrantsGroup {
  /** What would become of each account; nothing changes (R82). Read its items once it has ended. */
  forecast(draft: BulkGrantDraft & { dryRun: true }, options?: CreateOptions): Promise<BulkGrant>;
  start(draft: BulkGrantDraft, options?: CreateOptions): Promise<BulkGrant>;
  /** The viewer's own, newest first: what is at work and what has ended lately, also after a closed page. */
  list(query?: BulkGrantQuery, options?: CallOptions): Promise<Page<BulkGrant>>;
  get(bulkGrantId: string, options?: CallOptions): Promise<BulkGrant>;
  items(bulkGrantId: string, query?: JobItemQuery, options?: CallOptions): Promise<Page<BulkGrantItem>>;
  /** Gives what failed another turn (R81). */
  retry(bulkGrantId: string, options?: CreateOptions): Promise<BulkGrant>;
  /** Stops; what is done stays done. */
  cancel(bulkGrant: Versioned, options?: WriteOptions): Promise<BulkGrant>;
}

/** Ends one person's access to many accounts (R88, R89). */
export interface OffboardingsGroup {
  forecast(
    accountId: string,
    draft: OffboardingDraft & { dryRun: true },
    options?: CreateOptions,
  ): Promise<Offboarding>;
  start(accountId: string, draft: OffboardingDraft, options?: CreateOptions): Promise<Offboarding>;
  /** The viewer's own for this account, newest first. */
  list(accountId: string, query?: JobQuery, options?: CallOptions): Promise<Page<Offboarding>>;
  get(offboardingId: string, options?: CallOptions): Promise<Offboarding>;
  items(offboardingId: string, query?: JobItemQuery, options?: CallOptions): Promise<Page<OffboardingItem>>;
  retry(offboardingId: string, options?: CreateOptions): Promise<Offboarding>;
  cancel(offboarding: Versioned, options?: WriteOptions): Promise<Offboarding>;
}

const grant = decodeOne<BulkGrant>('id', 'status');
const offboarding = decodeOne<Offboarding>('id', 'status');

const waits = ({ status }: { status: string }) => status === 'queued' || status === 'running';
/** Told with every look at a job that has ended: who listens reads again what it may have changed. */
const ended = (value: BulkGrant | Offboarding) =>
  waits(value) || value.dryRun ? undefined : (['job.ended', { id: value.id }] as const);

export const bulkGrantsCalls: CallTable<BulkGrantsGroup> = {
  forecast: { to: 'POST bulk-grants', with: 'body', gives: grant },
  start: { to: 'POST bulk-grants', with: 'body', gives: grant },
  list: { to: 'GET bulk-grants', with: 'query', gives: decodeItems<BulkGrant>('id') },
  get: { to: 'GET bulk-grants/*', gives: grant, fact: ended },
  items: { to: 'GET bulk-grants/*/items', with: 'query', gives: decodeItems<BulkGrantItem>('account.id') },
  retry: { to: 'POST bulk-grants/*/retry', gives: grant },
  cancel: { to: 'DELETE bulk-grants/*', gives: grant, fact: ended },
};

export const offboardingsCalls: CallTable<OffboardingsGroup> = {
  forecast: { to: 'POST accounts/*/offboardings', with: 'body', gives: offboarding },
  start: { to: 'POST accounts/*/offboardings', with: 'body', gives: offboarding },
  list: { to: 'GET accounts/*/offboardings', with: 'query', gives: decodeItems<Offboarding>('id') },
  get: { to: 'GET offboardings/*', gives: offboarding, fact: ended },
  items: { to: 'GET offboardings/*/items', with: 'query', gives: decodeItems<OffboardingItem>('id') },
  retry: { to: 'POST offboardings/*/retry', gives: offboarding },
  cancel: { to: 'DELETE offboardings/*', gives: offboarding, fact: ended },
};
