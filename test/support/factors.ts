import assert from 'node:assert/strict';
import { generate } from 'otplib';
import { demoRecoveryCodes, factorSecretOf } from '../../server/scenarios/index.js';
import type { EnrolmentStarted, EnrolmentVerified } from '../../src/client/wire/index.js';
import { demoPassword, type Answered, type Caller, type TestServer } from './server.js';

export { demoRecoveryCodes };

/** The code of an authenticator app now, or so many seconds later. */
export function codeNow(server: TestServer, secret: string, seconds = 0): Promise<string> {
  return generate({ secret, epoch: Math.floor(server.clock.now().getTime() / 1000) + seconds });
}

/** The code of a seeded person's app. */
export const seededCode = (server: TestServer, username: string, seconds = 0): Promise<string> =>
  codeNow(server, factorSecretOf(username), seconds);

/** Six digits that are no code of this secret around now. */
export async function wrongCode(server: TestServer, secret: string): Promise<string> {
  const near = await Promise.all([-60, -30, 0, 30].map((seconds) => codeNow(server, secret, seconds)));
  for (const code of ['000000', '111111', '222222', '333333', '444444'])
    if (!near.includes(code)) return code;
  return '555555';
}

/** Gives the right password; the challenge that follows. */
export async function challenge(
  server: TestServer,
  username: string,
  caller: Caller = server.anonymous(),
): Promise<{ caller: Caller; id: string; methods: string[]; path: string }> {
  const answer = await caller.post('/auth/sessions', { username, password: demoPassword });
  assert.equal(answer.status, 202, answer.text);
  const { challengeId: id, methods } = answer.json<{ challengeId: string; methods: string[] }>();
  return { caller, id, methods, path: `/auth/challenges/${id}` };
}

/** Signs a seeded person in with password and the code of their app. */
export async function signInWithCode(
  server: TestServer,
  username: string,
  more: { trustDevice?: boolean; caller?: Caller } = {},
): Promise<Caller> {
  const { caller, path } = await challenge(server, username, more.caller);
  const code = await seededCode(server, username);
  const answer = await caller.post(path, { code, trustDevice: more.trustDevice ?? false });
  assert.equal(answer.status, 200, answer.text);
  return caller;
}

export interface Enrolled {
  id: string;
  secret: string;
  codes: string[];
}

/** Sets a factor up for somebody who is signed in. The code that confirmed it is used up. */
export async function enrol(server: TestServer, caller: Caller): Promise<Enrolled> {
  const started = await caller.post('/me/mfa/enrolments');
  assert.equal(started.status, 201, started.text);
  const { id, secret } = started.json<EnrolmentStarted>();
  const verified = await verify(caller, id, await codeNow(server, secret));
  assert.equal(verified.status, 200, verified.text);
  return { id, secret, codes: verified.json<EnrolmentVerified>().recoveryCodes ?? [] };
}

export const verify = (caller: Caller, id: string, code: string, key?: string): Promise<Answered> =>
  caller.post(`/me/mfa/enrolments/${id}/verify`, { code }, { key });
