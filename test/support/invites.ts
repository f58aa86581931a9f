import assert from 'node:assert/strict';
import type { InvitationCreated, InvitationDraft } from '../../src/client/wire/index.js';
import { createOutbox } from '../../server/mail/outbox.js';
import type { Mail } from '../../server/ports.js';
import { accountIdOf, type Answered, type Caller, type TestServer } from './server.js';

export const invitationsOf = (account: string): string => `/accounts/${accountIdOf(account)}/invitations`;

/** Sends an invitation and expects it to be created. */
export async function invite(
  caller: Caller,
  account: string,
  draft: Partial<InvitationDraft> & { email: string },
): Promise<InvitationCreated> {
  const answer = await caller.post(invitationsOf(account), { roleId: 'campaign_creator', ...draft });
  assert.equal(answer.status, 201, answer.text);
  return answer.json<InvitationCreated>();
}

/** Lets the outbox send what waits. */
export const deliver = (server: TestServer): Promise<number> =>
  createOutbox(server.ports, server.config).drain();

/** The last mail to this address, after the outbox has run. */
export async function mailTo(server: TestServer, address: string): Promise<Mail> {
  await deliver(server);
  const mail = server.mails.findLast(({ to }) => to === address);
  assert.ok(mail, `a mail to ${address}`);
  return mail;
}

/** The token in an address or in a mail's text. */
export function tokenIn(text: string): string {
  const token = /#(cc[a-z]_[A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/.exec(text)?.[1];
  assert.ok(token, `a token in ${text}`);
  return token;
}

/** The token of the last mailed link to this address. */
export async function mailedToken(server: TestServer, address: string): Promise<string> {
  await deliver(server);
  const mail = server.mails.findLast(({ to, text }) => to === address && text.includes('#cci_'));
  assert.ok(mail, `a link mailed to ${address}`);
  return tokenIn(mail.text);
}

/** The code last mailed to this address. */
export async function mailedCode(server: TestServer, address: string): Promise<string> {
  await deliver(server);
  const codes = server.mails
    .filter(({ to }) => to === address)
    .map(({ text }) => /^ {4}(\d{6})$/m.exec(text)?.[1]);
  const code = codes.findLast((one) => one !== undefined);
  assert.ok(code, `a code mailed to ${address}`);
  return code;
}

export const goodPassword = 'correct horse battery staple';

/** A new person accepts with this token. */
export const accept = (
  caller: Caller,
  token: string,
  fields: Record<string, unknown> = {},
): Promise<Answered> =>
  caller.post('/invitation-acceptances', {
    token,
    username: 'new.person',
    password: goodPassword,
    ...fields,
  });

/** Joins with the session of the caller. */
export const join = (
  caller: Caller,
  token: string,
  fields: Record<string, unknown> = {},
): Promise<Answered> => caller.post('/invitation-acceptances', { token, ...fields });

export const lookup = (caller: Caller, token: unknown): Promise<Answered> =>
  caller.post('/invitation-lookups', { token }, { key: null });

/** Expects a refusal of this kind and reason. */
export function refused(answer: Answered, status: number, slug: string, code?: string): void {
  const problem = answer.problem();
  const got = {
    status: answer.status,
    type: problem.type,
    ...(code === undefined ? {} : { code: problem.code }),
  };
  assert.deepEqual(
    got,
    { status, type: `/problems/${slug}`, ...(code === undefined ? {} : { code }) },
    answer.text,
  );
}
