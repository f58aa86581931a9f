import { isId } from '../../src/domain/index.js';
import type { SeatUsage } from '../../src/client/wire/index.js';
import type { Config } from '../config.js';
import { readJson } from '../kernel/body.js';
import type { Ports } from '../ports.js';
import { ProblemError } from '../problem.js';
import { changePlan } from '../services/plans.js';
import { sha256Hex } from '../services/secrets.js';
import { systemContext } from '../services/system-context.js';

/** Below the server's own address, and no part of the contract that other backends implement. */
export const planChangePath = '/host/v1/accounts/:accountId/plan';

/**
 * The host sells the plans, so the host's server says which one an account is on: with the deployment's `HOST_KEY` as
 * bearer token, never from a browser. The same call again changes nothing. Answers the seats, `overLimit` among them.
 */
export async function answerPlanChange(
  ports: Ports,
  config: Config,
  request: Request,
  accountId: string,
): Promise<SeatUsage> {
  requireHost(config, request);
  if (!isId('account', accountId)) {
    throw new ProblemError('malformed-request', { code: 'account_id_malformed' });
  }
  const planId = planIn(await readJson(request, config, ports.scheduler));
  return ports.store.transaction((tx) => changePlan(systemContext(tx, ports, config), accountId, planId));
}

function requireHost({ hostKey }: Config, request: Request): void {
  const [, given] = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  // Compared by hash, so that the time it takes says nothing about the key.
  const right = hostKey !== null && given !== undefined && sha256Hex(given) === sha256Hex(hostKey);
  // A browser never holds the key; a page that sends one anyway is stopped before it becomes a habit.
  if (!right || request.headers.has('origin')) throw new ProblemError('unauthenticated');
}

function planIn(body: unknown): string | null {
  const planId = (body as { planId?: unknown } | null)?.planId;
  if (planId === null || typeof planId === 'string') return planId;
  throw new ProblemError('type-mismatch', { errors: [{ pointer: '/planId', code: 'type_mismatch' }] });
}
