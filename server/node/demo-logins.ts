import { roleName } from '../mail/catalogue/en.js';
import { demoPassword, userIdOf } from '../scenarios/index.js';
import type { Store } from '../stores/port.js';
import { pageHeaders } from './page-headers.js';

/** `/demo.json`: what the sign-in page offers to somebody who tries the demo. Never part of production (T30). */
export function createDemoLogins(
  store: Store,
  usernames: readonly string[],
): (request: Request) => Promise<Response | undefined> {
  return async (request) => {
    if (request.method !== 'GET' || new URL(request.url).pathname !== '/demo.json') return undefined;
    const body = JSON.stringify({ password: demoPassword, logins: await loginsOf(store, usernames) });
    return new Response(body, {
      headers: { ...pageHeaders, 'Content-Type': 'application/json; charset=utf-8' },
    });
  };
}

/** In the order they are offered; one that was renamed or has left is not offered any more. */
async function loginsOf({ read }: Store, usernames: readonly string[]) {
  const ids = usernames.map(userIdOf);
  const users = await read.users.find({ where: { id: { in: ids }, status: 'active' } });
  const memberships = await read.memberships.find({ where: { userId: { in: ids }, status: 'active' } });
  const accounts = await read.accounts.find({
    where: { id: { in: memberships.map(({ accountId }) => accountId) } },
  });
  return usernames.flatMap((username) => {
    const user = users.find((row) => row.username === username);
    const membership = memberships.find(({ userId }) => userId === user?.id);
    const account = accounts.find(({ id }) => id === membership?.accountId);
    if (!user || !membership || !account) return [];
    const { roleId } = membership;
    const role = { roleId, roleName: roleName(roleId) };
    return [{ username, displayName: user.displayName, ...role, accountName: account.name }];
  });
}
