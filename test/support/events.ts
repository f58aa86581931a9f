import type { Caller, TestServer } from './server.js';

/** One server-sent event as it arrived. */
export interface SentEvent {
  id: number;
  event: string;
  data: { kind?: string; id?: string; version?: number };
}

/** An open stream of events, read one by one. */
export interface OpenStream {
  status: number;
  headers: Headers;
  /** The next event; undefined when the stream has ended. Signs of life are counted, not returned. */
  next(): Promise<SentEvent | undefined>;
  /** Events up to and with the first that passes. */
  until(passes: (event: SentEvent) => boolean): Promise<SentEvent[]>;
  beats(): number;
  close(): Promise<void>;
}

/** Listens to an account as this caller. */
export async function listenTo(
  server: Pick<TestServer, 'app' | 'config'>,
  caller: Caller,
  accountId: string,
  headers: Record<string, string> = {},
): Promise<OpenStream> {
  const url = `${server.config.publicUrl}/v1/accounts/${accountId}/events`;
  const request = new Request(url, { headers: { cookie: caller.cookie(), ...headers } });
  return streamOf(await server.app.fetch(request, '192.0.2.1'));
}

/** Reads an answer as events. */
export function streamOf(response: Response): OpenStream {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  let beats = 0;
  async function next(): Promise<SentEvent | undefined> {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const block = text.slice(0, end);
        text = text.slice(end + 2);
        if (!block.startsWith(':')) return eventOf(block);
        beats += 1;
        continue;
      }
      const chunk = await reader?.read();
      if (!chunk || chunk.done) return undefined;
      text += chunk.value;
    }
  }
  return {
    status: response.status,
    headers: response.headers,
    next,
    async until(passes) {
      const events: SentEvent[] = [];
      for (;;) {
        const event = await next();
        if (!event) return events;
        events.push(event);
        if (passes(event)) return events;
      }
    },
    beats: () => beats,
    close: async () => reader?.cancel(),
  };
}

function eventOf(block: string): SentEvent {
  const fields = new Map(block.split('\n').map((line) => line.split(/: (.*)/s) as [string, string]));
  return {
    id: Number(fields.get('id')),
    event: fields.get('event') ?? '',
    data: JSON.parse(fields.get('data') ?? '{}') as SentEvent['data'],
  };
}
