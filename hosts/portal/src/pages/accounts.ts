import { html, type TemplateResult } from 'lit';

/** The clients of the partner account; each opens by a real link, so that it can stand in a tab of its own. */
export const accountsPage = (): TemplateResult => html`
  <cc-account-list href-template="/accounts/{id}/users" query-param="list">
    <h1 slot="heading">Accounts</h1>
  </cc-account-list>
`;
