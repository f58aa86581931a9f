import { authenticate } from '../auth/authenticate.js';
import type { EmbedVerifier } from '../auth/embed-token.js';
import { touchSession } from '../auth/sessions.js';
import type { Config } from '../config.js';
import type { Actor, ReadContext } from '../context.js';
import type { Endpoint } from '../endpoint.js';
import type { Live } from '../live/live.js';
import type { Ports } from '../ports.js';
import { ProblemError } from '../problem.js';
import { noteActivity } from '../services/activity.js';
import { checkForm, type Parsed } from './form.js';
import { runHandler } from './handler.js';
import { checkRelation } from './relation.js';
import { eventHeaders, type Answer } from './respond.js';
import { runWrite } from './write.js';

/** What every call shares. */
export interface Kernel {
  ports: Ports;
  config: Config;
  verify: EmbedVerifier;
  live: Live;
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
  if (actor?.session && !endpoint.watches) await touchSession(store, actor.session, now);
  const context = contextOf(kernel, arrival, actor, now);
  const answer =
    endpoint.method === 'GET'
      ? await runHandler(ports, endpoint, context, parsed, undefined)
      : await runWrite(ports, endpoint, context, parsed);
  if (answer instanceof ProblemError) throw answer;
  const accountId = parsed.params['accountId'];
  if (answer.watch) return openStream(kernel, endpoint, arrival, parsed, answer);
  if (actor && accountId !== undefined) await noteActivity(ports, actor, accountId, now);
  return answer;
}

/** The stream of an account's changes, for somebody who was just allowed to listen. */
async function openStream(
  kernel: Kernel,
  endpoint: Endpoint,
  arrival: Arrival,
  parsed: Parsed,
  answer: Answer,
): Promise<Answer> {
  const { ports, config, verify, live } = kernel;
  const accountId = parsed.params['accountId'] ?? '';
  const stream = await live.open({
    accountId,
    after: answer.watch?.after ?? null,
    async authorise() {
      const now = ports.clock.now();
      const actor = await authenticate(parsed.headers, verify, ports.store.read, config, now);
      if (!actor) return undefined;
      const access = await checkRelation(
        endpoint,
        { ...contextOf(kernel, arrival, actor, now), actor },
        parsed,
      );
      return access && { userId: actor.user.id, access };
    },
  });
  return { ...answer, headers: { ...answer.headers, ...eventHeaders }, stream };
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
