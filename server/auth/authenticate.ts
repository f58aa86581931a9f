import type { Config } from '../config.js';
import type { Actor } from '../context.js';
import { ProblemError } from '../problem.js';
import type { Tables } from '../stores/port.js';
import type { EmbedVerifier } from './embed-token.js';
import { actorOfSession } from './sessions.js';

/** Who sent this request: by embed token, else by cookie, else nobody. A bad token is never "nobody". */
export async function authenticate(
  headers: Headers,
  verify: EmbedVerifier,
  db: Tables,
  config: Config,
  now: Date,
): Promise<Actor | null> {
  const authorization = headers.get('authorization');
  if (authorization === null) return (await actorOfSession(headers, db, config, now)) ?? null;
  const token = /^Bearer +([A-Za-z0-9._~+/=-]+)$/i.exec(authorization)?.[1];
  if (token === undefined) throw new ProblemError('unauthenticated');
  return verify(token, db, now);
}
