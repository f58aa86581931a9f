import type { Config } from '../config.js';
import type { Scheduler } from '../ports.js';
import { ProblemError } from '../problem.js';
import { hasBrokenText, parseStrictJson } from './json.js';

const utf8Json = /^application\/json(?:\s*;\s*charset="?utf-8"?)?\s*$/i;

/** The JSON body of a request, read within the limits of size and time (V04, V05, threat 27). */
export async function readJson(request: Request, config: Config, scheduler: Scheduler): Promise<unknown> {
  if (!utf8Json.test(request.headers.get('content-type') ?? '') || request.headers.has('content-encoding')) {
    throw new ProblemError('unsupported-media-type', { detail: 'Send application/json in UTF-8.' });
  }
  const text = decode(await readBytes(request, config, scheduler));
  let value: unknown;
  try {
    value = parseStrictJson(text);
  } catch {
    throw new ProblemError('malformed-request');
  }
  if (hasBrokenText(value)) throw new ProblemError('type-mismatch', { code: 'invalid_unicode' });
  return value;
}

/** Counts the bytes that really arrive; a declared length is only believed when it is too large. */
async function readBytes(request: Request, config: Config, scheduler: Scheduler): Promise<Uint8Array> {
  const { bodyBytes, bodySeconds } = config.limits;
  if (Number(request.headers.get('content-length') ?? 0) > bodyBytes)
    throw new ProblemError('body-too-large');
  if (!request.body) return new Uint8Array();
  const reader = request.body.getReader();
  let late = false;
  const stop = scheduler.after(bodySeconds * 1000, () => {
    late = true;
    void reader.cancel().catch(() => undefined);
  });
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.byteLength;
      if (size > bodyBytes) {
        void reader.cancel().catch(() => undefined);
        throw new ProblemError('body-too-large');
      }
      chunks.push(value);
    }
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError('malformed-request', { detail: 'The body ended early.' });
  } finally {
    stop();
  }
  if (late) throw new ProblemError('malformed-request', { detail: 'The body took too long.' });
  return join(chunks, size);
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new ProblemError('malformed-request', { detail: 'The body is not UTF-8.' });
  }
}
