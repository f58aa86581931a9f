import { addSeconds, can, limits } from '../../src/domain/index.js';
import type { AccountChange } from '../../src/client/wire/index.js';
import type { Ports } from '../ports.js';
import type { AccountAccess } from '../services/access.js';
import type { Row } from '../stores/schema.js';

/** Rows for one chunk; a reader that is slow gets the rest when it asks for more. */
const batch = 100;

/** A fresh stream begins a little back, so that what changed while its page was loading is told. */
const lookBackSeconds = 10;

/** Who listens, and what they may know now. */
export interface Listener {
  userId: string;
  access: AccountAccess;
}

export interface StreamParts {
  ports: Pick<Ports, 'store' | 'clock' | 'scheduler'>;
  accountId: string;
  /** Last-Event-ID, as it arrived. */
  after: string | null;
  /** Asks once more who listens and whether they still may; undefined or a problem ends the stream. */
  authorise(): Promise<Listener | undefined>;
}

/**
 * The changes of one account as the text of server-sent events. It is driven by its reader: nothing is read from
 * the store before the last chunk was taken, and each chunk is authorised anew.
 */
export class EventStream {
  readonly #parts: StreamParts;
  #position: number | undefined;
  #changed = true;
  #beat = false;
  #ended = false;
  #notify: () => void = () => undefined;

  constructor(parts: StreamParts) {
    this.#parts = parts;
  }

  /** The account has changed. */
  wake(): void {
    this.#changed = true;
    this.#notify();
  }

  end(): void {
    this.#ended = true;
    this.#notify();
  }

  /** The next chunk; undefined at the end. */
  async next(): Promise<string | undefined> {
    while (!this.#ended) {
      if (!this.#changed) await this.#pause();
      if (this.#ended) break;
      const listener = await this.#parts.authorise();
      if (!listener) break;
      if (this.#position === undefined) return this.#start();
      const beat = this.#beat;
      this.#beat = this.#changed = false;
      const text = await this.#changes(this.#position, listener.access);
      if (text !== '') return text;
      if (beat) return ': still here\n\n';
    }
    return undefined;
  }

  /** Until something has changed, it is time for a sign of life, or the stream ends. */
  async #pause(): Promise<void> {
    const { scheduler } = this.#parts.ports;
    await new Promise<void>((resolve) => {
      const cancel = scheduler.after(limits.liveBeatSeconds * 1000, () => {
        this.#beat = true;
        this.#notify();
      });
      this.#notify = () => {
        cancel();
        resolve();
      };
    });
    this.#notify = () => undefined;
  }

  /**
   * Says where the stream begins. A number that is not known any more, or never was, cannot be gone on from:
   * `reset` tells the reader to read everything again.
   */
  async #start(): Promise<string> {
    const { ports, accountId, after } = this.#parts;
    const { changes } = ports.store.read;
    const seq = after !== null && /^[1-9]\d{0,15}$/.test(after) ? Number(after) : 0;
    const known = seq > 0 && (await changes.first({ accountId, seq })) !== undefined;
    if (known) this.#position = seq;
    else {
      const back = addSeconds(ports.clock.now(), -lookBackSeconds).toISOString();
      const where = { accountId, at: { lte: back } };
      const [last] = await changes.find({ where, orderBy: [['seq', 'desc']], limit: 1 });
      this.#position = last?.seq ?? 0;
    }
    return message(this.#position, known || after === null ? 'ready' : 'reset', {});
  }

  async #changes(after: number, access: AccountAccess): Promise<string> {
    const { ports, accountId } = this.#parts;
    const rows = await ports.store.read.changes.find({
      where: { accountId, seq: { gt: after } },
      orderBy: [['seq', 'asc']],
      limit: batch,
    });
    // More may be waiting: asked for when this chunk has been taken.
    if (rows.length === batch) this.#changed = true;
    this.#position = rows.at(-1)?.seq ?? after;
    return rows.map((row) => message(row.seq, 'change', changeFor(row, access))).join('');
  }
}

/** What this viewer may know of a change: who may not list people learns that places may have changed. */
function changeFor({ kind, accountId, targetId, targetVersion }: Row<'changes'>, access: AccountAccess) {
  const thing = kind.slice(0, kind.indexOf('.'));
  const open = thing === 'account' || can(access, 'users.manage');
  const own = access.grants.some(({ membershipId }) => membershipId === targetId);
  const change: AccountChange =
    open || own
      ? { kind: thing, id: targetId, version: targetVersion ?? 0 }
      : { kind: 'seats', id: accountId, version: 0 };
  return change;
}

function message(seq: number, event: 'ready' | 'reset' | 'change', data: object): string {
  return `id: ${String(seq)}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
