import { plural } from '../plural.js';
import type { ProblemText, RequestCode } from '../problem-texts.js';

const wait = (seconds: number) =>
  seconds < 90
    ? plural('en', Math.ceil(seconds), { one: '1 second', other: `${Math.ceil(seconds)} seconds` })
    : plural('en', Math.ceil(seconds / 60), { one: '1 minute', other: `${Math.ceil(seconds / 60)} minutes` });

/** How reading can fail: what an element needs before anybody has done anything. */
export const readProblems = {
  /** For a code that a newer backend sends and this version doesn't know. */
  unexpected: 'Something went wrong, and nothing was changed.',
  unauthenticated: 'You’re signed out. Sign in to go on.',
  account_unavailable: 'This account isn’t available any more.',
  rate_limited: ({ retryAfter }) =>
    retryAfter
      ? `That was too often. Try again in ${wait(retryAfter)}.`
      : 'That was too often. Try again later.',
  unavailable: 'The server can’t answer right now. Nothing has changed.',
  query_malformed: 'This search can’t be used. Clear it and try again.',
  query_too_long: 'Search for at most 200 characters.',
  query_control_char: 'The search contains characters that can’t be searched for.',
  offline: 'You’re offline.',
  timeout: 'The server took too long to answer.',
  response_invalid: 'The server gave an unexpected answer.',
} satisfies Partial<Record<RequestCode | 'unexpected', ProblemText>>;
