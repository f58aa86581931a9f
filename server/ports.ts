import type { Store } from './stores/port.js';

/** The time. Everything that asks "now" asks this. */
export interface Clock {
  now(): Date;
}

/** Unpredictable bytes. */
export interface Random {
  bytes(count: number): Uint8Array;
}

/** One-way hashing of passwords and recovery codes. */
export interface PasswordHash {
  hash(password: string): Promise<string>;
  verify(password: string, hash: string): Promise<boolean>;
}

/** A mail as it leaves: one recipient, plain text and HTML. */
export interface Mail {
  messageId: string;
  to: string;
  from: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
}

/** Thrown by a transport when trying again can't help: the address refuses mail (R36). */
export class MailRefused extends Error {
  override readonly name = 'MailRefused';
}

/** Hands a mail over to its transport; resolves once the transport has taken it. */
export interface MailTransport {
  send(mail: Mail): Promise<void>;
}

/** Later and repeated work: outbox, jobs, clean-up. A simulator can drive it by hand. */
export interface Scheduler {
  /** Runs `work` after `ms`; the returned function cancels it. */
  after(ms: number, work: () => void): () => void;
}

/** Structured log lines: never a secret, a token or a password. */
export interface Log {
  info(event: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(event: string, fields?: Readonly<Record<string, unknown>>): void;
  error(event: string, fields?: Readonly<Record<string, unknown>>): void;
}

/** All that the backend needs from its surroundings. */
export interface Ports {
  store: Store;
  clock: Clock;
  random: Random;
  passwordHash: PasswordHash;
  mail: MailTransport;
  scheduler: Scheduler;
  log: Log;
}
