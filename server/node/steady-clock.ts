import type { Clock, Log } from '../ports.js';

/** A wall clock that moves by more than this against the time that passed has been set, and is told of. */
const jumpMs = 30_000;

/**
 * V08, T31: the time of the machine, but never earlier than it was. Where somebody sets the clock back, time goes
 * on from where it was by what really passes, so that no invitation comes back to life and no code counts again.
 */
export function createSteadyClock(
  log: Log,
  wall: () => number = Date.now,
  passed: () => number = () => performance.now(),
): Clock {
  let last = wall();
  let at = passed();
  let behind = false;
  return {
    now() {
      const [seen, moment] = [wall(), passed()];
      const expected = last + (moment - at);
      const off = seen - expected;
      const wasBehind = behind;
      behind = off < -jumpMs;
      if (off > jumpMs || (behind && !wasBehind))
        log.warn('clock-jumped', { seconds: Math.round(off / 1000) });
      last = behind ? expected : Math.max(seen, last);
      at = moment;
      return new Date(last);
    },
  };
}
