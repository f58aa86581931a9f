import { html, type TemplateResult } from 'lit';

/** The clients of the partner account. */
export const accountsPage = (open: (accountId: string) => void): TemplateResult => html`
  <cc-account-list
    @cc-account-changed=${(event: CustomEvent<{ accountId: string }>) => {
      open(event.detail.accountId);
    }}
  >
    <h1 slot="heading">Accounts</h1>
  </cc-account-list>
`;
