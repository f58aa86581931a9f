import { html, type TemplateResult } from 'lit';

/** Where the link of an invitation leads. The element takes the token out of the address before it paints. */
export const acceptPage = (enter: (accountId: string) => unknown): TemplateResult => html`
  <div class="centred">
    <cc-accept-invite
      @cc-invite-accepted=${(event: CustomEvent<{ accountId: string }>) => enter(event.detail.accountId)}
    ></cc-accept-invite>
  </div>
`;
