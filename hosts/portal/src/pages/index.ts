import type { TemplateResult } from 'lit';
import type { CcClient, MyMembership } from '../../../../src/client/index.js';
import type { PageName, Route } from '../routes.js';
import type { Visit } from '../session.js';
import { accountsPage } from './accounts.js';
import { historyPage } from './history.js';
import { linksPage } from './links.js';
import { memberPage } from './member.js';
import { personPage } from './person.js';
import { productPage } from './product.js';
import { securityPage } from './security.js';
import { usersPage } from './users.js';

/** What a page is drawn from. */
export interface PageContext {
  readonly visit: Visit;
  readonly route: Route;
  /** The account in force, as far as this person may enter it. */
  readonly account: MyMembership['account'] | undefined;
  /** What this person may do there. */
  readonly capabilities: readonly string[];
  readonly client: CcClient;
  go(path: string): void;
  /** The person's own facts have changed, or the accounts they can enter. */
  changed(): void;
}

/** The pages for whoever is signed in; the others stand by themselves. */
export const pages: Record<
  Exclude<PageName, 'missing' | 'accept' | 'sign-in'>,
  (context: PageContext) => TemplateResult
> = {
  users: usersPage,
  member: memberPage,
  history: historyPage,
  links: linksPage,
  accounts: accountsPage,
  person: personPage,
  security: securityPage,
  product: productPage,
};
