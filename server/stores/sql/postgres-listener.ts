import pg from 'pg';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

type Heard = (payload: string) => void;

/**
 * A connection of its own that listens, and comes back by itself when it is lost. After that every listener
 * hears an empty payload: something may have been said in between.
 */
export class PostgresListener {
  readonly #config: pg.ClientConfig;
  readonly #heard = new Map<string, Set<Heard>>();
  #client: pg.Client | undefined;
  /** Connecting and commands, one after the other. */
  #queue: Promise<unknown> = Promise.resolve();
  #retry: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(config: pg.ClientConfig) {
    this.#config = config;
  }

  async listen(channel: string, heard: Heard): Promise<() => Promise<void>> {
    const listener: Heard = (payload) => heard(payload);
    await this.#next(async () => {
      this.#client ??= await this.#connect();
      await this.#client.query(`listen ${pg.escapeIdentifier(channel)}`);
      const listeners = this.#heard.get(channel) ?? new Set();
      this.#heard.set(channel, listeners.add(listener));
    });
    return async () => {
      const listeners = this.#heard.get(channel);
      listeners?.delete(listener);
      if (listeners?.size !== 0) return;
      this.#heard.delete(channel);
      // A connection that was lost listens to nothing when it comes back.
      await this.#next(async () => {
        if (!this.#heard.has(channel)) await this.#client?.query(`unlisten ${pg.escapeIdentifier(channel)}`);
      }).catch(() => undefined);
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#retry);
    await this.#next(async () => {
      const client = this.#client;
      this.#client = undefined;
      await client?.end();
    });
  }

  #next<T>(command: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(command);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client(this.#config);
    client.on('notification', ({ channel, payload = '' }) => this.#tell(channel, payload));
    client.on('error', () => this.#lost(client));
    client.on('end', () => this.#lost(client));
    await client.connect();
    return client;
  }

  #tell(channel: string, payload: string): void {
    for (const heard of [...(this.#heard.get(channel) ?? [])]) heard(payload);
  }

  #lost(client: pg.Client): void {
    if (this.#client !== client || this.#closed) return;
    this.#client = undefined;
    this.#reconnect(FIRST_PAUSE_MS);
  }

  #reconnect(pause: number): void {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => {
      this.#next(() => this.#comeBack()).catch(() => {
        if (!this.#closed) this.#reconnect(Math.min(pause * 2, LONGEST_PAUSE_MS));
      });
    }, pause);
  }

  async #comeBack(): Promise<void> {
    if (this.#closed) return;
    const client = (this.#client ??= await this.#connect());
    for (const channel of this.#heard.keys()) await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    for (const channel of this.#heard.keys()) this.#tell(channel, '');
  }
}
