import { checkEmail, checkName, identityPolicies, type IdentityPolicy } from '../../src/domain/index.js';
import type { EmbedConfig, Plan } from '../config.js';
import { scenarioNames, type ScenarioName } from '../scenarios/index.js';
import type { FirstOwner } from './first-owner.js';
import { readPlans } from './plans.js';
import { StartError } from './start-error.js';

/** What the environment says, checked; defaults are those of a demonstration on this machine. */
export interface Settings {
  production: boolean;
  port: number;
  /** Interfaces to listen on; null is every one. */
  hosts: readonly string[] | null;
  dataDir: string;
  databaseUrl: string | null;
  /** To PostgreSQL, from this process; one more listens. */
  databaseConnections: number;
  smtpUrl: string | null;
  publicUrl: string;
  allowedOrigins: readonly string[];
  trustedHops: number;
  productName: string | null;
  sender: string;
  embed: EmbedConfig | null;
  /** By which the host's server changes plans; null offers no such call. */
  hostKey: string | null;
  /** Null leaves the plans of the demonstration. */
  plans: readonly Plan[] | null;
  /** Key that seals the secrets of second factors; null in a demonstration, whose key is as public as its data. */
  secretKey: string | null;
  /** R61. */
  emailCodeOnNewDevice: boolean;
  /** R67. */
  trustedDevices: boolean;
  /** In production; a demonstration takes that of its scenario. */
  identityPolicy: IdentityPolicy;
  /** Who begins on an empty database; in production. */
  firstOwner: FirstOwner | null;
  /** Sample data of a demonstration. */
  scenario: ScenarioName;
}

const onOff = ['on', 'off'] as const;
const offOn = ['off', 'on'] as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** A shared secret of 256 bits or more; words that examples use are no secrets. */
const shortestSecret = 32;
const wellKnown = /^(.)\1*$|change-?me|demonstration|example|default|secret-?secret|insecure|northwind/i;

/** Reads the environment, or throws a `StartError` that names the variable and what it has to be. */
export function readEnvironment(env: Environment): Settings {
  const production = env.NODE_ENV === 'production';
  const port = wholeNumber(env, 'PORT', 4400, 1, 65_535);
  const settings: Settings = {
    production,
    port,
    hosts: given(env, 'HOST')?.split(',') ?? (production ? null : ['127.0.0.1', '::1']),
    dataDir: given(env, 'DATA_DIR') ?? '.data',
    databaseUrl: address(env, 'DATABASE_URL', ['postgres:', 'postgresql:']),
    databaseConnections: wholeNumber(env, 'DATABASE_CONNECTIONS', 10, 2, 100),
    smtpUrl: address(env, 'SMTP_URL', ['smtp:', 'smtps:']),
    publicUrl: publicUrl(env, port),
    allowedOrigins: origins(env),
    trustedHops: wholeNumber(env, 'TRUSTED_HOPS', 0, 0, 10),
    productName: given(env, 'PRODUCT_NAME') ?? null,
    sender: sender(env, port),
    embed: embed(env),
    hostKey: ownSecret(env, 'HOST_KEY') ?? null,
    plans: readPlans(given(env, 'PLANS')),
    secretKey: ownSecret(env, 'SECRET_KEY') ?? null,
    emailCodeOnNewDevice: oneOf(env, 'EMAIL_CODE_ON_NEW_DEVICE', production ? onOff : offOn) === 'on',
    trustedDevices: oneOf(env, 'TRUSTED_DEVICES', onOff) === 'on',
    identityPolicy: oneOf(env, 'IDENTITY_POLICY', identityPolicies),
    firstOwner: firstOwner(env),
    scenario: oneOf(env, 'SCENARIO', scenarioNames),
  };
  if (production) requireProduction(env);
  return settings;
}

/** T30: a deployment never runs on what a demonstration uses. */
function requireProduction(env: Environment): void {
  const missing = ['DATABASE_URL', 'SMTP_URL', 'PUBLIC_URL', 'SECRET_KEY'].filter(
    (name) => given(env, name) === undefined,
  );
  if (missing.length > 0) {
    throw new StartError(`With NODE_ENV=production these are needed: ${missing.join(', ')}.`);
  }
  if (given(env, 'SCENARIO') !== undefined) {
    throw new StartError('SCENARIO fills a demonstration with sample people. Leave it out in production.');
  }
  for (const name of ['PUBLIC_URL', 'ALLOWED_ORIGINS', 'EMBED_JWKS_URL']) {
    const open = given(env, name)
      ?.split(',')
      .some((entry) => travelsOpenly(entry.trim()));
    if (open) throw new StartError(`${name} has to be https in production: logins would travel in the open.`);
  }
}

/** Plain http to another machine. */
function travelsOpenly(value: string): boolean {
  const url = parsed(value);
  return url?.protocol === 'http:' && !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
}

function given(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}

function wholeNumber(env: Environment, name: string, fallback: number, least: number, most: number): number {
  const value = given(env, name);
  if (value === undefined) return fallback;
  const number = /^\d{1,5}$/.test(value) ? Number(value) : NaN;
  if (number >= least && number <= most) return number;
  throw new StartError(`${name} has to be a number from ${least} to ${most}.`);
}

/** One of a few words; the first is the default. */
function oneOf<T extends string>(env: Environment, name: string, values: readonly [T, ...T[]]): T {
  const value = given(env, name);
  if (value === undefined) return values[0];
  const known = values.find((one) => one === value);
  if (known !== undefined) return known;
  throw new StartError(`${name} has to be one of ${values.join(', ')}.`);
}

/** An address with one of these schemes. The value may hold a password, so it is never repeated. */
function address(env: Environment, name: string, schemes: readonly string[]): string | null {
  const value = given(env, name);
  if (value === undefined) return null;
  const url = parsed(value);
  if (url && schemes.includes(url.protocol)) return value;
  throw new StartError(
    `${name} has to be an address that starts with ${schemes.map((scheme) => `${scheme}//`).join(' or ')}.`,
  );
}

function parsed(value: string): URL | undefined {
  return URL.canParse(value) ? new URL(value) : undefined;
}

function isWebOrigin(url: URL | undefined): url is URL {
  return (
    url !== undefined &&
    (url.protocol === 'http:' || url.protocol === 'https:') &&
    url.username === '' &&
    url.password === ''
  );
}

function publicUrl(env: Environment, port: number): string {
  const value = given(env, 'PUBLIC_URL');
  if (value === undefined) return `http://localhost:${port}`;
  const url = parsed(value);
  if (isWebOrigin(url) && url.pathname === '/' && url.search === '' && url.hash === '') return url.origin;
  throw new StartError(
    'PUBLIC_URL has to be an http or https address without a path, such as https://crew.example.',
  );
}

function origins(env: Environment): string[] {
  const value = given(env, 'ALLOWED_ORIGINS');
  if (value === undefined) return [];
  return value.split(',').map((entry) => {
    const url = parsed(entry.trim());
    if (isWebOrigin(url) && url.origin === entry.trim()) return url.origin;
    throw new StartError(
      'ALLOWED_ORIGINS has to be a list of origins with commas between them, such as https://app.example.',
    );
  });
}

function sender(env: Environment, port: number): string {
  const value = given(env, 'MAIL_FROM');
  if (value === undefined) {
    const { hostname } = new URL(publicUrl(env, port));
    return `no-reply@${hostname.includes('.') ? hostname : 'crew.test'}`;
  }
  const checked = checkEmail(value);
  if (checked.ok) return checked.value;
  throw new StartError('MAIL_FROM has to be one mail address, such as no-reply@crew.example.');
}

/** A secret that nobody could have read anywhere. */
function ownSecret(env: Environment, name: string): string | undefined {
  const secret = given(env, name);
  if (secret === undefined || (Buffer.byteLength(secret) >= shortestSecret && !wellKnown.test(secret))) {
    return secret;
  }
  throw new StartError(`${name} has to be a secret of your own with at least ${shortestSecret} bytes.`);
}

/** No default: an empty deployment that names nobody stays empty. */
function firstOwner(env: Environment): FirstOwner | null {
  const [owner, account] = [given(env, 'FIRST_OWNER'), given(env, 'FIRST_ACCOUNT')];
  if (owner === undefined && account === undefined) return null;
  const [address, name] = [checkEmail(owner), checkName(account)];
  if (address.ok && name.ok) return { address: address.value, accountName: name.value };
  throw new StartError(
    'FIRST_OWNER has to be one mail address, and FIRST_ACCOUNT the name of the partner account it will own.',
  );
}

function embed(env: Environment): EmbedConfig | null {
  const secret = ownSecret(env, 'EMBED_SECRET');
  const jwksUrl = address(env, 'EMBED_JWKS_URL', ['https:', 'http:']) ?? undefined;
  const issuer = given(env, 'EMBED_ISSUER');
  const audience = given(env, 'EMBED_AUDIENCE');
  if ([secret, jwksUrl, issuer, audience].every((value) => value === undefined)) return null;
  if ((secret === undefined) === (jwksUrl === undefined) || issuer === undefined || audience === undefined) {
    throw new StartError(
      'Embed tokens need EMBED_ISSUER, EMBED_AUDIENCE and either EMBED_SECRET or EMBED_JWKS_URL.',
    );
  }
  return { issuer, audience, ...(secret === undefined ? { jwksUrl } : { secret }) };
}
