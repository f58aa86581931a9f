import { atom, onMount, type ReadableAtom } from 'nanostores';
import type { CcError, FactType } from '../client/index.js';
import type { StoreContext } from './scope.js';

/** The four states of a request. Data from before stays visible while it loads again or fails (R01). */
export type Loadable<Data> =
  | { readonly state: 'idle'; readonly data?: undefined }
  | { readonly state: 'loading'; readonly data?: Data }
  | { readonly state: 'ready'; readonly data: Data }
  | { readonly state: 'failed'; readonly data?: Data; readonly error: CcError };

export interface LoadableStore<Data> {
  readonly $value: ReadableAtom<Loadable<Data>>;
  /** Loads again; the newest answer wins (R03). */
  refresh(): Promise<void>;
}

/**
 * A value of the backend that is loaded when somebody first looks, and again after each of the named facts of
 * this account.
 */
export function createLoadable<Data>(
  { client, accountId, signal, onDispose }: StoreContext,
  load: (signal: AbortSignal) => Promise<Data>,
  staleAfter: readonly FactType[] = [],
): LoadableStore<Data> {
  const $value = atom<Loadable<Data>>({ state: 'idle' });
  let running: AbortController | undefined;

  async function refresh(): Promise<void> {
    running?.abort();
    const own = (running = new AbortController());
    $value.set({ state: 'loading', data: $value.get().data });
    try {
      const data = await load(AbortSignal.any([own.signal, signal]));
      if (running === own) $value.set({ state: 'ready', data });
    } catch (error) {
      if (running === own && !signal.aborted) {
        $value.set({ state: 'failed', data: $value.get().data, error: error as CcError });
      }
    }
  }

  onMount($value, () => {
    if ($value.get().state === 'idle') void refresh();
  });
  for (const type of staleAfter) {
    onDispose(
      client.subscribe(type, (detail) => {
        const about = 'accountId' in detail ? detail.accountId : undefined;
        if (about === accountId && $value.get().state !== 'idle') void refresh();
      }),
    );
  }
  onDispose(() => {
    running = undefined;
  });
  return { $value, refresh };
}
