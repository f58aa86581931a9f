import assert from 'node:assert/strict';
import type { AccountLink, Page } from '../../src/client/wire/index.js';
import { accountIdOf, type Answered, type Caller, type TestServer } from './server.js';
import { deliver } from './invites.js';

export const linksOf = (account: string): string => `/accounts/${accountIdOf(account)}/links`;

/** The code that the other side types. */
export async function codeOf(owner: Caller, account: string): Promise<string> {
  return (await owner.get(`/accounts/${accountIdOf(account)}/link-code`)).json<{ code: string }>().code;
}

/** Asks for a link and expects it to wait for an answer. */
export async function ask(caller: Caller, body: Record<string, unknown>): Promise<AccountLink> {
  const answer = await caller.post('/account-links', body);
  assert.equal(answer.status, 201, answer.text);
  return answer.json<AccountLink>();
}

/** Approves what the link shows, as a page that was read does. */
export function approve(caller: Caller, link: AccountLink, more: object = {}): Promise<Answered> {
  const { parent, child } = link;
  const shown = { parentId: parent.id, parentName: parent.name, childId: child.id, childName: child.name };
  return caller.post(`/account-links/${link.id}/approve`, { shown, ...more });
}

export async function linksSeen(caller: Caller, account: string, query = ''): Promise<AccountLink[]> {
  return (await caller.get(`${linksOf(account)}${query}`)).json<Page<AccountLink>>().items;
}

/** What has been mailed since the last time. */
export async function mailed(server: TestServer): Promise<string[]> {
  await deliver(server);
  return server.mails.splice(0).map(({ to, subject }) => `${to}: ${subject}`);
}
