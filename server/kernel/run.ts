import { authenticate } from '../auth/authenticate.js';
import type { EmbedVerifier } from '../auth/embed-token.js';
import { touchSession } from '../auth/sessions.js';
import type { Config } from '../config.js';
import type { Actor, ReadContext } from '../context.js';
import type { Endpoint } from '../endpoint.js';
import type { Ports } from '../ports.js';
import { ProblemError } from '../problem.js';
import { noteActivity } from '../services/activity.js';
import { checkForm } from './form.js';
import { runHandler } from './handler.js';
import type { Answer } from './respond.js';
import { runWrite } from './write.js';

/** What every call shares. */
export interface Kernel {
  ports: Ports;
  config: Config;
  verify: EmbedVerifier;
}

/** A request that has reached its endpoint. */
export interface Arrival {
  request: Request;
  params: Readonly<Record<string, string>>;
  requestId: string;
  ip: string | null;
}

/** Runs one call in the order of R93: form, authentication, then everything that looks at rows. */
export async function run(kernel: Kernel, endpoint: Endpoint, arrival: Arrival): Promise<Answer> {
  const { ports, config } = kernel;
  const { store, clock, scheduler } = ports;
  const parsed = await checkForm(endpoint, arrival.request, arrival.params, { config, scheduler });
  const now = clock.now();
  const actor = await authenticate(parsed.headers, kernel.verify, store.read, config, now);
  if (!actor && endpoint.access !== 'public') throw new ProblemError('unauthenticated');
  if (actor?.session) await touchSession(store, actor.session, now);
  const context = contextOf(kernel, arrival, actor, now);
  const answer =
    endpoint.method === 'GET'
      ? await runHandler(ports, endpoint, context, parsed, undefined)
      : await runWrite(ports, endpoint, context, parsed);
  if (answer instanceof ProblemError) throw answer;
  const accountId = parsed.params['accountId'];
  if (actor && accountId !== undefined) await noteActivity(ports, actor, accountId, now);
  return answer;
}

function contextOf(
  { ports, config }: Kernel,
  { requestId, ip }: Arrival,
  actor: Actor | null,
  now: Date,
): ReadContext<Actor | null> {
  const { store, random, log } = ports;
  return { db: store.read, now, random, config, requestId, log, ip, actor };
}
