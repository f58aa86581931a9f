import { html, nothing, type TemplateResult } from 'lit';
import { linksPath } from '../routes.js';
import type { PageContext } from './index.js';

/** The link of a client with its partner, or of a partner with its clients. Mails about links lead here. */
export const linksPage = ({ account, changed }: PageContext): TemplateResult => html`
  <div class="links" @cc-link-approved=${changed} @cc-link-ended=${changed} @cc-account-add-opened=${tell}>
    <h1>${account ? html`<bdi>${account.name}</bdi>` : 'Partner access'}</h1>
    <cc-account-links></cc-account-links>
    <p class="hint" role="status"></p>
  </div>
`;

/** A product has a page of its own for this; here accounts come with the sample data. */
function tell({ currentTarget }: Event): void {
  const place = (currentTarget as HTMLElement).querySelector('.hint');
  if (!place) return;
  place.textContent =
    'This portal makes no accounts. Let your client sign up, then ask for a link with its link code.';
}

/** A way from *Manage users* to the links, for whoever may see them. */
export const linksDoor = ({ account, capabilities }: PageContext): TemplateResult | typeof nothing => {
  const sees = capabilities.includes(account?.kind === 'parent' ? 'links.request' : 'links.decide');
  if (!account || !sees) return nothing;
  return html`<a href=${linksPath(account.id)}
    >${account.kind === 'parent' ? 'Linked clients' : 'Partner access'}</a
  >`;
};
