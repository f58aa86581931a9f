/** Pages of the portal, as its addresses name them. */
export type Route =
  | { page: 'users'; accountId: string | null }
  | { page: 'accounts' }
  | { page: 'security' }
  | { page: 'accept' }
  | { page: 'sign-in' }
  | { page: 'missing' };

const patterns: readonly [RegExp, (match: RegExpExecArray) => Route][] = [
  [/^\/$/, () => ({ page: 'users', accountId: null })],
  [/^\/accounts$/, () => ({ page: 'accounts' })],
  [/^\/accounts\/(acc_[A-Za-z0-9]{22})\/users$/, ([, accountId = null]) => ({ page: 'users', accountId })],
  [/^\/security$/, () => ({ page: 'security' })],
  [/^\/accept$/, () => ({ page: 'accept' })],
  [/^\/sign-in$/, () => ({ page: 'sign-in' })],
];

/** The page that an address shows. */
export function routeOf(pathname: string): Route {
  const path = pathname.length > 1 ? pathname.replace(/\/$/, '') : pathname;
  for (const [pattern, route] of patterns) {
    const match = pattern.exec(path);
    if (match) return route(match);
  }
  return { page: 'missing' };
}

/** Address of an account's user page. */
export const usersPath = (accountId: string): string => `/accounts/${accountId}/users`;

/** A link that a plain click follows inside the page; everything else stays the browser's business. */
export function innerPath(event: MouseEvent, origin: string): string | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  if (!link || link.target || link.hasAttribute('download')) return null;
  const url = new URL(link.href);
  if (url.origin !== origin || routeOf(url.pathname).page === 'missing') return null;
  return url.pathname + url.search + url.hash;
}
