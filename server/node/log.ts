import type { Log } from '../ports.js';

type Level = 'info' | 'warn' | 'error';

/** One JSON line an event, to stderr. Callers hand over ids and figures; texts that people typed stay out. */
export function createLog(write: (line: string) => void = (line) => process.stderr.write(line)): Log {
  const at =
    (level: Level) =>
    (event: string, fields: Readonly<Record<string, unknown>> = {}): void =>
      write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`);
  return { info: at('info'), warn: at('warn'), error: at('error') };
}
