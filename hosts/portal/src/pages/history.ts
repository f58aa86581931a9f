import { html, nothing, type TemplateResult } from 'lit';
import { usersPath } from '../routes.js';
import type { PageContext } from './index.js';

/** What happened on one account. */
export const historyPage = ({ account }: PageContext): TemplateResult => html`
  ${
    account
      ? html`<nav class="crumbs" aria-label="Users">
          <a href=${usersPath(account.id)}>Users of <bdi>${account.name}</bdi></a>
        </nav>`
      : nothing
  }
  <h1 class="crumbs">History</h1>
  <cc-audit-log live></cc-audit-log>
`;
