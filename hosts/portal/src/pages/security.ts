import { html, nothing, type TemplateResult } from 'lit';
import type { PageContext } from './index.js';

/** The person's own sign-in facts, second factor and devices; for who decides it, the account's policy. */
export const securityPage = ({ visit, account, capabilities, changed }: PageContext): TemplateResult => {
  const { me, codesUnsaved } = visit;
  return html`
    <div
      class="settings"
      @cc-mfa-enrolled=${changed}
      @cc-mfa-removed=${changed}
      @cc-recovery-codes-saved=${changed}
    >
      <h1>Security</h1>
      ${
        codesUnsaved
          ? html`<p class="hint" role="status">
              You haven't confirmed that you saved your recovery codes. Make a new set below.
            </p>`
          : nothing
      }
      <section class="panel login" aria-label="Your login">
        <cc-username-conflict @cc-username-changed=${changed}></cc-username-conflict>
        <dl>
          <div>
            <dt>Email</dt>
            <dd><bdi>${me.email}</bdi></dd>
          </div>
        </dl>
      </section>
      <cc-mfa-setup></cc-mfa-setup>
      <cc-device-list></cc-device-list>
      ${
        account && capabilities.includes('settings.manage')
          ? html`<crew-mfa-policy .accountId=${account.id}></crew-mfa-policy>`
          : nothing
      }
    </div>
  `;
};

/** R70: an account requires a second factor, or it was reset: nothing else opens before it is set up. */
export const gatePage = (passed: () => void): TemplateResult => html`
  <div class="settings">
    <h1>One more step</h1>
    <p>Before you can go on, set up a second factor for your sign-in. It takes about two minutes.</p>
    <cc-mfa-setup
      @cc-recovery-codes-saved=${passed}
      @cc-mfa-enrolled=${(event: CustomEvent<{ codesFollow: boolean }>) => {
        if (!event.detail.codesFollow) passed();
      }}
    ></cc-mfa-setup>
  </div>
`;
