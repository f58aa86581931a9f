import { createRemoteJWKSet, jwtVerify, type JWTPayload } from 'jose';
import { addSeconds, isId, isPast, limits } from '../../src/domain/index.js';
import type { EmbedConfig } from '../config.js';
import type { Actor } from '../context.js';
import { ProblemError } from '../problem.js';
import type { Tables } from '../stores/port.js';
import type { Row } from '../stores/schema.js';

/** Finds the person a bearer token speaks for. */
export type EmbedVerifier = (token: string, db: Tables, now: Date) => Promise<Actor>;

/**
 * Checks the short-lived JWT that the host's server mints for its signed-in user (contracts.md 2). The
 * algorithms are fixed by what is configured, so a token can't choose a weaker one (threat 13).
 */
export function createEmbedVerifier(config: EmbedConfig | null): EmbedVerifier {
  if (!config) return () => Promise.reject(new ProblemError('unauthenticated'));
  const { issuer, audience } = config;
  const tolerance = limits.clockToleranceSeconds;
  const verify = verifierOf(config);
  return async (token, db, now) => {
    let claims: JWTPayload;
    try {
      claims = await verify(token, {
        issuer,
        audience,
        clockTolerance: tolerance,
        currentDate: now,
        requiredClaims: ['sub', 'iat', 'exp'],
      });
    } catch (error) {
      if (isKeySetFault(error)) throw new ProblemError('unavailable', { retryAfter: 5 });
      throw new ProblemError('unauthenticated');
    }
    return actorOf(claims, db, now);
  };
}

type Options = NonNullable<Parameters<typeof jwtVerify>[2]>;

function verifierOf(config: EmbedConfig): (token: string, options: Options) => Promise<JWTPayload> {
  if (config.jwksUrl !== undefined) {
    const keys = createRemoteJWKSet(new URL(config.jwksUrl));
    const algorithms = ['ES256', 'EdDSA', 'RS256'];
    return async (token, options) => (await jwtVerify(token, keys, { ...options, algorithms })).payload;
  }
  const secret = new TextEncoder().encode(config.secret);
  return async (token, options) =>
    (await jwtVerify(token, secret, { ...options, algorithms: ['HS256'] })).payload;
}

/** The key set can't be fetched: that is our trouble, not the token's. */
function isKeySetFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = (error as { code?: unknown }).code;
  return code === 'ERR_JWKS_TIMEOUT' || code === 'ERR_JOSE_GENERIC' || error instanceof TypeError;
}

async function actorOf(claims: JWTPayload, db: Tables, now: Date): Promise<Actor> {
  const { sub = '', iat = 0, exp = 0, auth_time: authTime, acc } = claims;
  const issuedAt = new Date(iat * 1000);
  const fromTheFuture = !isPast(addSeconds(issuedAt, -limits.clockToleranceSeconds), now);
  if (exp - iat > limits.embedTokenSeconds || fromTheFuture) throw new ProblemError('unauthenticated');
  if (acc !== undefined && !isId('account', acc)) throw new ProblemError('unauthenticated');
  if (authTime !== undefined && typeof authTime !== 'number') throw new ProblemError('unauthenticated');
  const user = await personOf(sub, db);
  if (user?.status !== 'active') throw new ProblemError('unauthenticated');
  return {
    user,
    session: null,
    // Without `auth_time` the host says nothing about a proof, so nothing counts as fresh (R69).
    authenticatedAt: new Date(Math.min((authTime ?? 0) * 1000, now.getTime())),
    accountLimit: acc ?? null,
  };
}

async function personOf(subject: string, db: Tables): Promise<Row<'users'> | undefined> {
  if (isId('user', subject)) return db.users.get(subject);
  return subject === '' ? undefined : db.users.first({ externalId: subject });
}
