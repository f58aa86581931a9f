import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import type { Clock, PasswordHash, Random, Scheduler } from '../ports.js';

export const systemClock: Clock = { now: () => new Date() };

export const systemRandom: Random = { bytes: (count) => new Uint8Array(randomBytes(count)) };

/** Timers that do not keep a process alive which has nothing else to do. */
export const systemScheduler: Scheduler = {
  after(ms, work) {
    const timer = setTimeout(work, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};

/** Argon2id, 19 MiB and two passes (OWASP's first choice); the parameters travel inside the hash. */
export const argon2: PasswordHash = {
  hash: (password) => hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 }),
  async verify(password, stored) {
    try {
      return await verify(stored, password);
    } catch {
      // No hash of ours: nothing opens it.
      return false;
    }
  },
};
