import type { Config } from '../config.js';
import type { Endpoint } from '../endpoint.js';
import type { Scheduler } from '../ports.js';
import { readJson } from './body.js';
import { parseKey } from './idempotency.js';
import { parseBody, parseParams, parseQuery } from './parse.js';
import { checkAccountIdForm, checkShownAccountForm } from './relation.js';

/** A request whose form is right. */
export interface Parsed {
  params: Readonly<Record<string, string>>;
  query: unknown;
  /** The body as it arrived, before unknown members were left out. */
  raw: unknown;
  body: unknown;
  headers: Headers;
  /** Idempotency-Key, where the endpoint needs one. */
  key: string | undefined;
}

/** The first step of R93: everything that can be said without knowing who is asking. */
export async function checkForm(
  endpoint: Endpoint,
  request: Request,
  params: Readonly<Record<string, string>>,
  { config, scheduler }: { config: Config; scheduler: Scheduler },
): Promise<Parsed> {
  const { headers } = request;
  const ids = parseParams(params);
  const query = parseQuery(new URL(request.url), endpoint.query);
  if (endpoint.method !== 'GET') checkShownAccountForm(headers);
  const raw = endpoint.body ? await readJson(request, config, scheduler) : undefined;
  checkAccountIdForm(raw);
  const body = endpoint.body && parseBody(raw, endpoint.body);
  const key = endpoint.idempotent ? parseKey(headers.get('idempotency-key')) : undefined;
  return { params: ids, query, raw, body, headers, key };
}
