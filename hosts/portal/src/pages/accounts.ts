import { html, type TemplateResult } from 'lit';
import type { CcAccountAddOpenedEvent } from '../../../../src/index.js';
import { linksPath } from '../routes.js';
import '../own-jobs.js';
import { grantDialog, openGrant, watchGrant } from './grant.js';
import type { PageContext } from './index.js';

/**
 * The clients of the partner account; each opens by a real link, so that it can stand in a tab of its own. A client is
 * added by a link with the account it has already. Who may ask for links also manages the people of clients.
 */
export const accountsPage = (context: PageContext): TemplateResult => html`
  <cc-account-list
    href-template="/accounts/{id}/users"
    query-param="list"
    ?addable=${context.capabilities.includes('links.request')}
    ?selectable=${context.capabilities.includes('links.request')}
    @cc-account-add-opened=${({ detail }: CcAccountAddOpenedEvent) => context.go(linksPath(detail.accountId))}
    @cc-grant-opened=${openGrant}
  >
    <h1 slot="heading">Accounts</h1>
    <crew-own-jobs
      slot="notice"
      .client=${context.client}
      .accountId=${context.account?.id ?? ''}
      .watch=${watchGrant}
    ></crew-own-jobs>
  </cc-account-list>
  ${grantDialog(context)}
`;
