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
  // Kept beside the atom: reading an atom that nobody listens to would count as looking at it.
  let shown: Loadable<Data> = { state: 'idle' };
  const $value = atom<Loadable<Data>>(shown);
  const show = (next: Loadable<Data>) => $value.set((shown = next));
  let running: AbortController | undefined;

  async function refresh(): Promise<void> {
    running?.abort();
    const own = (running = new AbortController());
    show({ state: 'loading', data: shown.data });
    try {
      const data = await load(AbortSignal.any([own.signal, signal]));
      if (running === own) show({ state: 'ready', data });
    } catch (error) {
      if (running === own && !signal.aborted) {
        show({ state: 'failed', data: shown.data, error: error as CcError });
      }
    }
  }

  onMount($value, () => {
    if (shown.state === 'idle') void refresh();
  });
  for (const type of staleAfter) {
    onDispose(
      client.subscribe(type, (detail) => {
        // Facts about a person, such as `signed-in`, name no account and concern all of them.
        const about = ('accountId' in detail && detail.accountId) || accountId;
        if (about === accountId && shown.state !== 'idle') void refresh();
      }),
    );
  }
  onDispose(() => {
    running = undefined;
  });
  return { $value, refresh };
}
