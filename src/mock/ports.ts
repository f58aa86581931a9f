import type { Clock, Log, Mail, MailTransport, PasswordHash, Random, Scheduler } from '../../server/ports.js';

/** A clock that runs on from any moment, and that a story can move. */
export class MockClock implements Clock, Scheduler {
  #ahead: number;
  constructor(start?: Date) {
    this.#ahead = start ? start.getTime() - performance.timeOrigin - performance.now() : 0;
  }
  now(): Date {
    return new Date(performance.timeOrigin + performance.now() + this.#ahead);
  }
  after(ms: number, work: () => void): () => void {
    const timer = setTimeout(work, ms);
    return () => {
      clearTimeout(timer);
    };
  }
  /** Moves the time on, by milliseconds. */
  advance(ms: number): void {
    this.#ahead += ms;
  }
}

export const pageRandom: Random = { bytes: (count) => crypto.getRandomValues(new Uint8Array(count)) };

/** Quick on purpose: these passwords guard a demonstration in the visitor's own memory. */
export const mockPasswordHash: PasswordHash = {
  hash: digest,
  verify: async (password, stored) => (await digest(password)) === stored,
};

async function digest(password: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(password));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export const quietLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Keeps what was mailed, newest last. */
export function keepMail(mails: Mail[]): MailTransport {
  return {
    send: async (mail) => {
      mails.push(mail);
    },
  };
}
