import { html, type TemplateResult } from 'lit';
import type { CcAccountAddOpenedEvent } from '../../../../src/index.js';
import { linksPath } from '../routes.js';
import type { PageContext } from './index.js';

/**
 * The clients of the partner account; each opens by a real link, so that it can stand in a tab of its own. A client is
 * added by a link with the account it has already.
 */
export const accountsPage = ({ capabilities, go }: PageContext): TemplateResult => html`
  <cc-account-list
    href-template="/accounts/{id}/users"
    query-param="list"
    ?addable=${capabilities.includes('links.request')}
    @cc-account-add-opened=${({ detail }: CcAccountAddOpenedEvent) => go(linksPath(detail.accountId))}
  >
    <h1 slot="heading">Accounts</h1>
  </cc-account-list>
`;
