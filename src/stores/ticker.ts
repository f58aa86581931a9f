import { atom, onMount } from 'nanostores';
import type { StoreContext } from './scope.js';

const step = 30_000;

/** The time of a scope, renewed every half minute while somebody looks: one timer for all relative times. */
export function createTicker({ clock, onDispose }: StoreContext) {
  const $now = atom(clock.now());
  let stop = () => undefined as void;
  const tick = () => {
    $now.set(clock.now());
    stop = clock.after(step, tick);
  };
  onMount($now, () => {
    tick();
    return () => stop();
  });
  onDispose(() => stop());
  return { $now };
}
