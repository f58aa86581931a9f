import { html, nothing, type TemplateResult } from 'lit';
import type { CcClient } from '../../../../src/client/index.js';

/** The people of the demonstration, as `/demo.json` lists them outside production. */
export interface DemoLogins {
  password: string;
  logins: { username: string; displayName: string; roleId: string; roleName: string; accountName: string }[];
}

/** Sign-in of the backend itself, with the demo people beside it where there are any. */
export const signInPage = (
  demo: DemoLogins | null,
  client: CcClient,
  arrive: () => unknown,
): TemplateResult => html`
  <div class="centred">
    <cc-sign-in @cc-signed-in=${arrive}>
      <p slot="footer"><a href="/reset-password">Forgot your password?</a></p>
    </cc-sign-in>
    ${demo ? demoLogins(demo, client, arrive) : nothing}
  </div>
`;

const demoLogins = (
  { password, logins }: DemoLogins,
  client: CcClient,
  arrive: () => unknown,
): TemplateResult => {
  const enter = async (username: string) => {
    await client.auth.signIn({ username, password });
    await arrive();
  };
  return html`
    <section class="demo" aria-labelledby="demo">
      <h2 id="demo">Try it as</h2>
      <p>Everybody's password here is <code>${password}</code></p>
      <ul>
        ${logins.map(
          ({ username, displayName, roleName, accountName }) => html`
            <li>
              <button type="button" @click=${() => enter(username)}>
                <bdi class="who">${displayName}</bdi>
                <span class="what">${roleName}, <bdi>${accountName}</bdi></span>
                <code>${username}</code>
              </button>
            </li>
          `,
        )}
      </ul>
    </section>
  `;
};
