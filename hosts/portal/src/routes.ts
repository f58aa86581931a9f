/** One page of the portal: the addresses that lead to it, and its name in the title of the browser's tab. */
interface Place {
  /** `{…}` stands for an id; see `ids`. */
  readonly at: readonly string[];
  readonly title: string;
  /** Whose page it is where the address names no account: the partner's, else the one last opened. */
  readonly of?: 'partner';
}

/** The pages. A new one needs a line here and one in `pages/index.ts`. */
const places = {
  users: { at: ['/', '/accounts/{accountId}/users'], title: 'Manage users' },
  member: {
    at: ['/accounts/{accountId}/users/me', '/accounts/{accountId}/users/{memberId}'],
    title: 'User',
  },
  history: { at: ['/accounts/{accountId}/history'], title: 'History' },
  links: { at: ['/accounts/{accountId}/links'], title: 'Partner access' },
  accounts: { at: ['/accounts'], title: 'Accounts', of: 'partner' },
  person: { at: ['/people/{personId}'], title: 'Access of one person', of: 'partner' },
  security: { at: ['/security'], title: 'Security' },
  product: { at: ['/accounts/{accountId}/{area}'], title: 'Product' },
  accept: { at: ['/accept'], title: 'Accept your invitation' },
  'sign-in': { at: ['/sign-in'], title: 'Sign in' },
} satisfies Record<string, Place>;

/** What may stand in an address. */
const ids = {
  accountId: 'acc_[A-Za-z0-9]{22}',
  userId: 'usr_[A-Za-z0-9]{22}',
  /** A login, or the invitation of somebody who has none yet. */
  personId: '(?:usr|inv)_[A-Za-z0-9]{22}',
  memberId: 'mem_[A-Za-z0-9]{22}',
  area: 'campaigns|contact-lists|reports|billing|single-billing|partner-tools',
};

export type PageName = keyof typeof places | 'missing';

/** The page that an address shows, and the ids in it. */
export interface Route {
  readonly page: PageName;
  readonly title: string;
  readonly of?: 'partner';
  readonly ids: { readonly [Name in keyof typeof ids]?: string };
}

const routes = (Object.entries(places) as [PageName, Place][]).flatMap(([page, { at, title, of }]) =>
  at.map((address) => ({ pattern: patternOf(address), page, title, of })),
);

export function routeOf(pathname: string): Route {
  const path = pathname.length > 1 ? pathname.replace(/\/$/, '') : pathname;
  for (const { pattern, ...route } of routes) {
    const match = pattern.exec(path);
    if (match) return { ...route, ids: match.groups ?? {} };
  }
  return { page: 'missing', title: 'Page not found', ids: {} };
}

function patternOf(address: string): RegExp {
  const filled = address.replace(/\{(\w+)\}/g, (_, name: keyof typeof ids) => `(?<${name}>${ids[name]})`);
  return new RegExp(`^${filled}$`);
}

/** Address of an account's user page. */
export const usersPath = (accountId: string): string => `/accounts/${accountId}/users`;

/** Address of one member of an account; of the person who is signed in where none is named. */
export const memberPath = (accountId: string, memberId = 'me'): string =>
  `${usersPath(accountId)}/${memberId}`;

/** Address of what happened on an account. */
export const historyPath = (accountId: string): string => `/accounts/${accountId}/history`;

/** Address of the page about an account's links. */
export const linksPath = (accountId: string): string => `/accounts/${accountId}/links`;

/** Address of the page about one person over all accounts. */
export const personPath = (personId: string): string => `/people/${personId}`;

/** Address of an area of the product, on one account. */
export const areaPath = (accountId: string, area: string): string => `/accounts/${accountId}/${area}`;

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
