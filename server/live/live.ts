import { limits } from '../../src/domain/index.js';
import type { Ports } from '../ports.js';
import { ProblemError } from '../problem.js';
import { ChangeHub } from './change-hub.js';
import { EventStream, type StreamParts } from './event-stream.js';

type Opening = Omit<StreamParts, 'ports'>;
type LivePorts = Pick<Ports, 'store' | 'clock' | 'scheduler' | 'log'>;

/** The open event streams of this process. */
export class Live {
  readonly #ports: LivePorts;
  readonly #hub: ChangeHub;
  /** Stream → user id of its reader. */
  readonly #open = new Map<EventStream, string>();
  #stopped = false;

  constructor(ports: LivePorts) {
    this.#ports = ports;
    this.#hub = new ChangeHub(ports.store);
  }

  /** A stream of the account's changes for somebody who may listen; nothing is missed from here on. */
  async open(opening: Opening): Promise<ReadableStream<Uint8Array>> {
    if (this.#stopped) throw new ProblemError('unavailable', { retryAfter: 2 });
    const listener = await opening.authorise();
    if (!listener) throw new ProblemError('unauthenticated');
    const own = [...this.#open.values()].filter((userId) => userId === listener.userId).length;
    if (own >= limits.liveStreamsPerUser) throw new ProblemError('rate-limited', { retryAfter: 30 });
    const stream = new EventStream({ ports: this.#ports, ...opening });
    this.#open.set(stream, listener.userId);
    let leave = (): void => undefined;
    const close = (): void => {
      leave();
      stream.end();
      this.#open.delete(stream);
    };
    try {
      leave = await this.#hub.watch(opening.accountId, () => stream.wake());
    } catch (error) {
      close();
      throw error;
    }
    return this.#read(stream, close);
  }

  /** Ends every stream, so that a process can stop; its readers come back to another one. */
  stop(): void {
    this.#stopped = true;
    for (const stream of this.#open.keys()) stream.end();
  }

  #read(stream: EventStream, close: () => void): ReadableStream<Uint8Array> {
    const encoder = new TextEncoder();
    const next = () => this.#next(stream);
    return new ReadableStream<Uint8Array>({
      async pull(controller) {
        const text = await next();
        if (text !== undefined) return controller.enqueue(encoder.encode(text));
        close();
        controller.close();
      },
      cancel: close,
    });
  }

  /** Access that was lost, or a store that is away, ends the stream; its reader learns why by coming back. */
  async #next(stream: EventStream): Promise<string | undefined> {
    try {
      return await stream.next();
    } catch (error) {
      if (!(error instanceof ProblemError)) {
        this.#ports.log.warn('stream-ended', {
          error: error instanceof Error ? error.message : String(error),
        });
      }
      return undefined;
    }
  }
}
