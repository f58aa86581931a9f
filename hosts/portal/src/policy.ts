import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { isCcError, type Account, type CcClient, type MfaForecast } from '../../../src/client/index.js';
import { withProof, type CcProvider } from '../../../src/index.js';

const choices = [
  ['required', 'Required', 'Nobody opens this account before they have set one up.'],
  ['encouraged', 'Encouraged', 'People are asked to set one up, and may put it off.'],
  ['off', 'Off', 'Nobody is asked. Who has one keeps it.'],
] as const;
type Policy = (typeof choices)[number][0];

/** An account's second-factor policy, with whom it would affect before it is saved, and a reminder to those. */
@customElement('crew-mfa-policy')
export class CrewMfaPolicy extends LitElement {
  @property({ attribute: false }) accountId = '';
  @state() private account: Account | undefined;
  @state() private forecast: MfaForecast | undefined;
  @state() private chosen: Policy | undefined;
  @state() private busy = false;
  @state() private told: { readonly text: string; readonly failed: boolean } | undefined;

  protected override createRenderRoot(): this {
    return this;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('accountId') && this.accountId) void this.#load();
  }

  protected override render(): TemplateResult {
    const { account, forecast } = this;
    return html`<section class="panel policy" aria-labelledby="policy">
      <h2 id="policy">Two-factor policy${account ? html` of <bdi>${account.name}</bdi>` : nothing}</h2>
      ${account && forecast ? this.#form(account, forecast) : nothing}
      <p class=${this.told?.failed ? 'told failed' : 'told'} role=${this.told?.failed ? 'alert' : 'status'}>
        ${this.told?.text}
      </p>
    </section>`;
  }

  #form(account: Account, forecast: MfaForecast): TemplateResult {
    const chosen = this.chosen ?? account.mfaPolicy;
    return html`
      <form
        @submit=${(event: Event) => {
          event.preventDefault();
          void this.#save();
        }}
      >
        <fieldset>
          <legend>A second factor for everybody on this account</legend>
          ${choices.map(
            ([value, label, text]) => html`
              <label class="choice">
                <input
                  type="radio"
                  name="policy"
                  aria-labelledby=${`policy-${value}`}
                  aria-describedby=${`policy-${value}-text`}
                  .checked=${value === chosen}
                  @change=${() => {
                    this.chosen = value;
                    this.told = undefined;
                  }}
                />
                <span
                  ><b id=${`policy-${value}`}>${label}</b>
                  <span id=${`policy-${value}-text`}>${text}</span></span
                >
              </label>
            `,
          )}
        </fieldset>
        <p class="forecast" role="status">${forecastText(forecast, chosen)}</p>
        <p class="actions">
          <button class="primary" type="submit" aria-disabled=${this.busy ? 'true' : 'false'}>
            Save policy
          </button>
          ${
            forecast.without > 0
              ? html`<button
                  type="button"
                  aria-disabled=${this.busy ? 'true' : 'false'}
                  @click=${this.#remind}
                >
                  Remind those without one
                </button>`
              : nothing
          }
        </p>
      </form>
    `;
  }

  async #load(): Promise<void> {
    const { accountId } = this;
    try {
      const [account, forecast] = await Promise.all([
        this.#client.accounts.get(accountId),
        this.#client.accounts.mfaForecast(accountId),
      ]);
      if (accountId !== this.accountId) return;
      this.account = account;
      this.forecast = forecast;
      this.chosen = undefined;
    } catch {
      this.told = { text: 'The policy could not be loaded. Reload the page.', failed: true };
    }
  }

  async #save(): Promise<void> {
    const { account, chosen } = this;
    if (!account || !chosen || chosen === account.mfaPolicy) {
      this.told = { text: 'That is the policy already.', failed: false };
      return;
    }
    await this.#alone(async () => {
      const patch = { mfaPolicy: chosen };
      await withProof(this.#provider, () => this.#client.accounts.update(account, patch));
      await this.#load();
      const [, label] = choices.find(([value]) => value === chosen) ?? choices[0];
      return `The policy is now: ${label}.`;
    });
  }

  readonly #remind = (): Promise<void> =>
    this.#alone(async () => {
      const { sent } = await this.#client.accounts.remindMfa(this.accountId);
      return `A reminder was mailed to ${people(sent)}.`;
    });

  /** One act at a time; what it tells stands below the buttons, also why it did not work. */
  async #alone(act: () => Promise<string>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.told = undefined;
    try {
      this.told = { text: await act(), failed: false };
    } catch (error) {
      this.told = { text: refusalText(error), failed: true };
      if (isCcError(error, 'stale-version')) await this.#load();
    } finally {
      this.busy = false;
    }
  }

  get #provider(): CcProvider {
    return this.closest('cc-provider') as CcProvider;
  }

  get #client(): CcClient {
    return this.#provider.client as CcClient;
  }
}

/** Who is affected, before it is saved. */
function forecastText({ members, without, partnerWithout, you }: MfaForecast, policy: string): string {
  const have = `${members - without} of ${members} people here have a second factor.`;
  if (policy !== 'required' || without + partnerWithout === 0) return have;
  const others = partnerWithout > 0 ? `, and so must ${people(partnerWithout)} of the partner account` : '';
  const self = you ? ' You are one of them.' : '';
  return `${have} If you require it, ${people(without)} must set one up before they can open this account again${others}.${self}`;
}

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`);

function refusalText(error: unknown): string {
  if (isCcError(error, 'rate-limited'))
    return 'A reminder went out in the last 24 hours. Try again tomorrow.';
  if (isCcError(error, 'stale-version'))
    return 'Somebody else changed it meanwhile. This is the current policy.';
  if (isCcError(error, 'step-up-required'))
    return 'Nothing was changed, because it was not confirmed that it is you.';
  return 'That did not work, and nothing was changed. Try again.';
}
