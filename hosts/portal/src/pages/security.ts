import { html, type TemplateResult } from 'lit';
import type { Visit } from '../session.js';

/** The person's own sign-in facts. */
export const securityPage = ({ me }: Visit): TemplateResult => html`
  <section class="panel" aria-labelledby="security">
    <h1 id="security">Security</h1>
    <dl>
      <div>
        <dt>Username</dt>
        <dd><bdi>${me.username}</bdi></dd>
      </div>
      <div>
        <dt>Email</dt>
        <dd><bdi>${me.email}</bdi></dd>
      </div>
      <div>
        <dt>Two-factor sign-in</dt>
        <dd>${me.mfaActive ? 'On' : 'Off'}</dd>
      </div>
    </dl>
  </section>
`;
