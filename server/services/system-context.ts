import type { Config } from '../config.js';
import type { Context } from '../context.js';
import type { Ports } from '../ports.js';
import type { Transaction } from '../stores/port.js';
import { newId } from './new-id.js';

/** The context of work that nobody asked for just now: the outbox, a clean-up, a job. */
export function systemContext(
  tx: Transaction,
  ports: Pick<Ports, 'clock' | 'random' | 'log'>,
  config: Config,
): Context<null> {
  return {
    tx,
    db: tx,
    now: ports.clock.now(),
    random: ports.random,
    config,
    requestId: newId(ports.random, 'request'),
    log: ports.log,
    ip: null,
    actor: null,
  };
}
