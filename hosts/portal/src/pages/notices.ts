import { html, type TemplateResult } from 'lit';
import type { CcClient } from '../../../../src/client/index.js';
import '../closed-accounts.js';

/** R86: signed in, but no account is left to enter. */
export const homelessPage = (client: CcClient, restored: () => void): TemplateResult => html`
  <section class="notice">
    <h1>You have no account to open</h1>
    <p>
      Your login works, but no account gives it access any more. Ask the person who manages users to invite
      you again.
    </p>
    <crew-closed-accounts .client=${client} .restored=${restored}></crew-closed-accounts>
  </section>
`;

export const missingPage = (): TemplateResult => html`
  <section class="notice">
    <h1>There's no page here</h1>
    <p>The address may be mistyped, or the page has moved. <a href="/">Go to Manage users</a></p>
  </section>
`;

export const unreachablePage = (retry: () => void): TemplateResult => html`
  <section class="notice" role="alert">
    <h1>The portal can't reach its server</h1>
    <p>Check your connection, then try again. Nothing was changed.</p>
    <button type="button" class="primary" @click=${retry}>Retry</button>
  </section>
`;
