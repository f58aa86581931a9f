import { html, type TemplateResult } from 'lit';
import type { CcAcceptInvite, CcInviteAcceptedEvent } from '../../../../src/index.js';
import { usersPath } from '../routes.js';

/**
 * Where the link of an invitation leads. The element takes the token out of the address before it paints; from here
 * the page is loaded anew, for the person who has just come in.
 */
export const acceptPage = (): TemplateResult => html`
  <div class="centred">
    <cc-accept-invite redirect="/" @cc-invite-accepted=${lead}></cc-accept-invite>
  </div>
`;

/** To the account that was joined, or to the second factor where that comes first (R70). */
function lead({ currentTarget, detail }: CcInviteAcceptedEvent): void {
  const page = currentTarget as CcAcceptInvite;
  page.redirect = detail.gate === 'mfa_enrolment' ? '/security' : usersPath(detail.accountId);
}
