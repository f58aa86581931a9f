import { html, nothing, type TemplateResult } from 'lit';
import { historyPath, memberPath, usersPath } from '../routes.js';
import type { PageContext } from './index.js';

/** One member of one account; without one in the address, the person who is signed in. */
export const memberPage = ({ account, route, go, changed }: PageContext): TemplateResult => {
  const back = () => go(account ? usersPath(account.id) : '/');
  return html`
    ${
      account
        ? html`<nav class="crumbs" aria-label="Users">
            <a href=${usersPath(account.id)}>Users of <bdi>${account.name}</bdi></a>
          </nav>`
        : nothing
    }
    <h1 class="crumbs">${route.ids.memberId ? 'User' : 'Your access'}</h1>
    <cc-user-detail
      layout="page"
      member-id=${route.ids.memberId ?? nothing}
      @cc-member-removed=${back}
      @cc-member-left=${changed}
      @cc-ownership-transferred=${changed}
    ></cc-user-detail>
  `;
};

/** Ways from *Manage users* to oneself and to what happened, for whoever may see them. */
export const memberDoors = ({ account, capabilities }: PageContext): TemplateResult | typeof nothing => {
  if (!account) return nothing;
  return html`<a href=${memberPath(account.id)}>Your access</a>
    ${capabilities.includes('audit.read') ? html` · <a href=${historyPath(account.id)}>History</a>` : nothing}`;
};
