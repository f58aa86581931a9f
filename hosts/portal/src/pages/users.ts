import { html, nothing, type TemplateResult } from 'lit';
import type { CcAccountChangeRequestEvent } from '../../../../src/index.js';
import { usersPath } from '../routes.js';
import type { PageContext } from './index.js';
import { linksDoor } from './links.js';

/** *Manage users* of one account. */
export const usersPage = (context: PageContext): TemplateResult => {
  const { account, go } = context;
  return html`
    ${
      account?.parent
        ? html`
            <nav class="crumbs" aria-label="Accounts">
              <a href=${usersPath(account.parent.id)}><bdi>${account.parent.name}</bdi></a>
              <span aria-hidden="true">›</span>
              <bdi>${account.name}</bdi>
            </nav>
          `
        : nothing
    }
    <cc-user-roster
      @cc-account-change-request=${(event: CcAccountChangeRequestEvent) => {
        const { accountId } = event.detail.input;
        event.respondWith(go(accountId ? usersPath(accountId) : '/accounts'));
      }}
      ><h1 slot="heading">Manage users</h1></cc-user-roster
    >
    <p class="more">${linksDoor(context)}</p>
  `;
};
