import { endSession, startSession } from '../auth/sessions.js';
import type { Actor, Context, ReadContext } from '../context.js';
import type { AnyReply, Call, Endpoint } from '../endpoint.js';
import type { Ports } from '../ports.js';
import { ProblemError } from '../problem.js';
import { requireMatch } from './conditional.js';
import type { Parsed } from './form.js';
import { checkRelation } from './relation.js';
import { answerOf, type Answer } from './respond.js';

/** The steps of R93 that look at rows, then the handler; a problem that it returns is passed on as one. */
export async function runHandler(
  ports: Ports,
  endpoint: Endpoint,
  context: ReadContext<Actor | null>,
  parsed: Parsed,
  prepared: unknown,
): Promise<Answer | ProblemError> {
  const { params, query, body, headers } = parsed;
  const { actor } = context;
  const access = actor ? await checkRelation(endpoint, { ...context, actor }, parsed) : undefined;
  const call: Call = {
    // A write's context has a transaction; the endpoint's types say which one its handler gets.
    context: context as Call['context'],
    params,
    query,
    body,
    access: access as Call['access'],
    prepared,
    ports,
    headers,
    match: (version, current) => requireMatch(headers, version, current),
  };
  const reply = await endpoint.handle(call);
  return reply instanceof ProblemError ? reply : finish(context, reply, headers);
}

async function finish(
  context: ReadContext<Actor | null>,
  reply: AnyReply,
  headers: Headers,
): Promise<Answer> {
  const cookies = [...(reply.cookies ?? [])];
  const answer: Answer = { ...answerOf(reply.status, reply.body, reply.version), cookies };
  if (reply.location !== undefined) answer.headers['Location'] = `/v1${reply.location}`;
  if (reply.watch) return { ...answer, watch: reply.watch };
  if (reply.session === undefined) return answer;
  const inside = context as Context<Actor | null>;
  if (reply.session === 'end') {
    cookies.push(await endSession(inside));
    return answer;
  }
  const { start: user, ...how } = reply.session;
  cookies.push(await startSession(inside, user, { userAgent: headers.get('user-agent'), ...how }));
  return { ...answer, sessionUserId: user.id };
}
