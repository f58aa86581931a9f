import type { Clock } from './clock.js';
import type { CcError } from './errors.js';
import type { RetryLimits } from './limits.js';
import type { Random } from './random.js';
import type { GetToken } from './tokens.js';

export interface ClientOptions {
  /** Where the API lives, version included, such as `/v1` or `https://crew.example/v1`; resolved against the page. */
  baseUrl: string;
  /** The account it is made for; `client.accountId` says it again. */
  accountId?: string;
  /** Brings the host's token; without it, or where it answers null, cookies identify the person. */
  getToken?: GetToken;
  /** In place of the page's `fetch`. */
  fetch?: typeof fetch;
  /** Extra headers, or a function that makes them for each request. */
  headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>);
  /** `include` for cookies of another origin. */
  credentials?: RequestCredentials;
  /** Stricter limits than the usual ones. */
  retry?: Partial<RetryLimits>;
  clock?: Clock;
  random?: Random;
  /** Timing and codes, for the host's own monitoring. Nothing is collected otherwise. */
  onDiagnostic?: (diagnostic: Diagnostic) => void;
}

/** How one call went, or that a list held items that could not be shown (R08; once per kind of list). */
export type Diagnostic =
  | {
      type: 'call';
      action: string;
      method: string;
      ms: number;
      /** Requests sent, retries included. */
      requests: number;
      /** Where it failed: reason, status and request id. */
      error: CcError | undefined;
    }
  | { type: 'items-skipped'; action: string; count: number };
