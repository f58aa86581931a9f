import { addSeconds, limits } from '../../src/domain/index.js';
import type { TrustedDevice } from '../../src/client/wire/index.js';
import { readCookie, secretCookie } from '../auth/cookies.js';
import type { Actor, Context, ReadContext } from '../context.js';
import { ProblemError } from '../problem.js';
import type { Row } from '../stores/schema.js';
import { deviceLabel } from './device-label.js';
import { newId } from './new-id.js';
import { hashSecret, newSecret } from './secrets.js';

/** Name of the cookie, before the prefix. It holds one secret for each person who was remembered here. */
const deviceCookie = 'crew_device';
const peoplePerBrowser = 5;

function secretsIn(headers: Headers, { config }: ReadContext<Actor | null>): string[] {
  const secrets = (readCookie(headers, deviceCookie, config) ?? '').split('.');
  return secrets.filter((secret) => /^[\w-]{43}$/.test(secret)).slice(0, peoplePerBrowser);
}

const hashesIn = (headers: Headers, context: ReadContext<Actor | null>): string[] =>
  secretsIn(headers, context).map((secret) => hashSecret('device', secret));

/** R67: the remembered browser that this request comes from, if it is this person's and their factors are the same. */
export async function recognisedDevice(
  context: ReadContext<Actor | null>,
  headers: Headers,
  user: Row<'users'>,
): Promise<Row<'trustedDevices'> | undefined> {
  const { db, now, config } = context;
  const hashes = hashesIn(headers, context);
  if (!config.trustedDevices || hashes.length === 0) return undefined;
  return db.trustedDevices.first({
    userId: user.id,
    enrolVersion: user.enrolVersion,
    tokenHash: { in: hashes },
    expiresAt: { gt: now.toISOString() },
  });
}

/** Using it prolongs nothing. */
export async function noteDeviceUse(
  { tx, now }: Context<Actor | null>,
  { id }: Row<'trustedDevices'>,
): Promise<void> {
  await tx.trustedDevices.touch({ id }, { lastSeenAt: now.toISOString() });
}

/** Remembers this browser from now on for 30 days; the oldest of too many goes. Returns its id and its cookie. */
export async function trustDevice(
  context: Context<Actor | null>,
  headers: Headers,
  user: Row<'users'>,
): Promise<{ deviceId: string; cookie: string }> {
  const { tx, now, random, config } = context;
  const before = secretsIn(headers, context);
  const mine = before.map((secret) => hashSecret('device', secret));
  await tx.trustedDevices.remove({ userId: user.id, tokenHash: { in: mine } });
  await makeRoom(context, user.id);
  const secret = newSecret(random);
  const deviceId = newId(random, 'device');
  await tx.trustedDevices.insert({
    id: deviceId,
    userId: user.id,
    tokenHash: hashSecret('device', secret),
    label: deviceLabel(headers.get('user-agent')),
    enrolVersion: user.enrolVersion,
    firstSeenAt: now.toISOString(),
    lastSeenAt: now.toISOString(),
    expiresAt: addSeconds(now, limits.deviceTrustSeconds).toISOString(),
    lastCountry: null,
  });
  const secrets = [secret, ...before].slice(0, peoplePerBrowser).join('.');
  return { deviceId, cookie: secretCookie(deviceCookie, secrets, limits.deviceTrustSeconds, config) };
}

async function makeRoom({ tx, now }: Context<Actor | null>, userId: string): Promise<void> {
  await tx.trustedDevices.remove({ userId, expiresAt: { lte: now.toISOString() } });
  const kept = await tx.trustedDevices.find({ where: { userId }, orderBy: [['lastSeenAt', 'asc']] });
  const tooMany = kept.slice(0, Math.max(0, kept.length - limits.trustedDevicesPerUser + 1));
  await tx.trustedDevices.remove({ id: { in: tooMany.map(({ id }) => id) } });
}

/** The caller's remembered browsers, the one last used first. */
export async function listDevices(context: ReadContext, headers: Headers): Promise<TrustedDevice[]> {
  const { user } = context.actor;
  const here = hashesIn(headers, context);
  const rows = await context.db.trustedDevices.find({
    where: {
      userId: user.id,
      enrolVersion: user.enrolVersion,
      expiresAt: { gt: context.now.toISOString() },
    },
    orderBy: [['lastSeenAt', 'desc']],
  });
  return rows.map(({ id, label, tokenHash, firstSeenAt, lastSeenAt, expiresAt, lastCountry }) => {
    return { id, label, current: here.includes(tokenHash), firstSeenAt, lastSeenAt, expiresAt, lastCountry };
  });
}

/** R68: forgets one of the caller's browsers. */
export async function forgetDevice({ tx, actor }: Context, id: string): Promise<void> {
  if ((await tx.trustedDevices.remove({ id, userId: actor.user.id })) === 0)
    throw new ProblemError('not-found');
}

/** R68: no browser of this person is remembered any more. */
export async function voidDevices({ tx }: Context<Actor | null>, userId: string): Promise<void> {
  await tx.trustedDevices.remove({ userId });
}
