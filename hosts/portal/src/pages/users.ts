import { html, nothing, type TemplateResult } from 'lit';
import type {
  CcAccountChangeRequestEvent,
  CcMemberOpenRequestEvent,
  CcUserRoster,
} from '../../../../src/index.js';
import { memberPath, personPath, usersPath } from '../routes.js';
import type { PageContext } from './index.js';
import { linksDoor } from './links.js';
import { memberDoors } from './member.js';

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
      query-param="list"
      .rowActions=${personActions(context)}
      @cc-account-change-request=${(event: CcAccountChangeRequestEvent) => {
        const { accountId } = event.detail.input;
        event.respondWith(go(accountId ? usersPath(accountId) : '/accounts'));
      }}
      @cc-member-open-request=${(event: CcMemberOpenRequestEvent) => {
        const { memberId } = event.detail.input;
        // Who comes through the partner account is no member here: the roster shows what it knows.
        if (account && memberId) event.respondWith(go(memberPath(account.id, memberId)));
      }}
      ><h1 slot="heading">Manage users</h1></cc-user-roster
    >
    <p class="more">${memberDoors(context)} ${linksDoor(context)}</p>
  `;
};

/** On the partner account, where people reach clients too: the way to everything that one of them can enter. */
const personActions = ({ account, capabilities, go }: PageContext): CcUserRoster['rowActions'] => {
  if (account?.kind !== 'parent' || !capabilities.includes('users.manage')) return undefined;
  return (entry) => {
    const id = entry.kind === 'invitation' ? entry.id : entry.kind === 'member' && entry.member.userId;
    return id ? [{ id: 'person', label: 'Access to all accounts', run: () => go(personPath(id)) }] : [];
  };
};
