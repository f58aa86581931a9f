import { atom, onMount } from 'nanostores';
import type { LiveState, StreamOptions } from '../client/index.js';
import type { StoreContext } from './scope.js';

/**
 * Follows the account while somebody looks: changes made elsewhere are told as `live.changed`. A page that nobody
 * sees gives its connection back, of which a browser has few, and goes on where it was when it is seen again.
 */
export function createLiveStore({ client, accountId, signal, onDispose }: StoreContext) {
  const $state = atom<LiveState>('off');
  const resume: NonNullable<StreamOptions['resume']> = {};
  const page = globalThis.document as Document | undefined;
  let looking = false;
  let end: (() => void) | undefined;
  let release: (() => void) | undefined;

  const stop = () => {
    end?.();
    end = undefined;
  };

  async function start(): Promise<void> {
    if (end || !looking || page?.visibilityState === 'hidden') return;
    let ended = false;
    end = () => (ended = true);
    const { features } = await client.capabilities({ signal });
    if (ended || !features.includes('live_events')) return;
    end = client.audit.stream(accountId, { resume, onState: (state) => $state.set(state) });
  }
  // A backend that cannot be asked is one that tells nothing.
  const begin = () => void start().catch(() => stop());

  const turn = () => (page?.visibilityState === 'hidden' ? stop() : begin());
  onMount($state, () => {
    looking = true;
    page?.addEventListener('visibilitychange', turn);
    release = client.subscribe('signed-in', () => {
      stop();
      begin();
    });
    begin();
    return () => {
      looking = false;
      page?.removeEventListener('visibilitychange', turn);
      release?.();
      stop();
    };
  });
  onDispose(() => {
    page?.removeEventListener('visibilitychange', turn);
    // The end of a scope waits for nobody who may still look.
    release?.();
    looking = false;
    stop();
  });
  return {
    $state,
    /** Tries to connect at once, in place of waiting for the next pause to end. */
    retry(): void {
      stop();
      begin();
    },
  };
}

export type LiveStore = ReturnType<typeof createLiveStore>;
