import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { createClient, type MyMembership } from '../../../src/client/index.js';
import type { CcAccountChangedEvent } from '../../../src/index.js';
import { acceptPage } from './pages/accept.js';
import { pages } from './pages/index.js';
import { homelessPage, missingPage, unreachablePage } from './pages/notices.js';
import { gatePage } from './pages/security.js';
import { productMenu } from './pages/product.js';
import { signInPage, type DemoLogins } from './pages/sign-in.js';
import { innerPath, linksPath, routeOf, usersPath, type PageName, type Route } from './routes.js';
import { homeAccount, membershipOf, partnerOf, visitOf, type Visit } from './session.js';

/** The demo partner portal: a host page like any other, built from the public doors. */
@customElement('crew-portal')
export class CrewPortal extends LitElement {
  @state() private route: Route = routeOf(location.pathname);
  @state() private visit: Visit | null | 'unknown' | 'unreachable' = 'unknown';
  @state() private demo: DemoLogins | null = null;
  @state() private putOff = false;
  /** Accounts in the address that the first page of the person's accounts does not hold. */
  @state() private further: readonly MyMembership[] = [];

  readonly #client = createClient({ baseUrl: '/v1', credentials: 'same-origin' });
  /** Where somebody wanted to go before they had to sign in. */
  #wanted: string | null = null;

  protected override createRenderRoot(): this {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('popstate', this.#moved);
    this.addEventListener('click', this.#follow);
    void this.#load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('popstate', this.#moved);
    this.removeEventListener('click', this.#follow);
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has('route') && !changed.has('visit')) return;
    document.title = [this.route.title, this.#account?.name, 'Crew portal'].filter(Boolean).join(' · ');
  }

  protected override render(): TemplateResult {
    return html`
      <a class="skip" href="#main">Skip to the page</a>
      <cc-provider
        .client=${this.#client}
        .accountId=${this.#accountId ?? ''}
        @cc-signed-out=${this.#signedOut}
      >
        ${this.#bar()}
        <main id="main" tabindex="-1">${this.#prompt()} ${this.#product()} ${this.#page()}</main>
      </cc-provider>
    `;
  }

  get #signedIn(): Visit | null {
    return typeof this.visit === 'object' ? this.visit : null;
  }

  /** The account in force: the one in the address, else the one this person was last in. */
  get #accountId(): string | null {
    const visit = this.#signedIn;
    if (!visit) return null;
    if (this.route.ids.accountId) return this.route.ids.accountId;
    return this.route.of === 'partner' ? partnerOf(visit) : homeAccount(visit);
  }

  get #membership() {
    const known = [...(this.#signedIn?.memberships ?? []), ...this.further];
    return known.find(({ account }) => account.id === this.#accountId);
  }

  get #account() {
    return this.#membership?.account;
  }

  #bar(): TemplateResult | typeof nothing {
    const visit = this.#signedIn;
    if (!visit || this.route.page === 'sign-in' || this.route.page === 'accept') return nothing;
    const gated = visit.demand === 'required';
    const link = (href: string, page: PageName, text: string) => html`
      <a href=${href} aria-current=${this.route.page === page ? 'page' : nothing}>${text}</a>
    `;
    return html`
      <header class="bar">
        <a class="brand" href="/"><img src="/favicon.svg" alt="" width="28" height="28" />Crew portal</a>
        ${
          gated || visit.memberships.length === 0
            ? nothing
            : html`<cc-account-switcher @cc-account-changed=${this.#switched}
                >${partnerOf(visit) ? html`<a slot="footer" href="/accounts">All accounts</a>` : nothing}</cc-account-switcher
              >`
        }
        ${
          gated
            ? nothing
            : html`<nav aria-label="Portal">
                ${link('/', 'users', 'Manage users')}
                ${partnerOf(visit) ? link('/accounts', 'accounts', 'Accounts') : nothing}
                ${link('/security', 'security', 'Security')}
              </nav>`
        }
        <p class="you">
          <bdi>${visit.me.displayName ?? visit.me.username}</bdi>
          <button type="button" @click=${this.#signOut}>Sign out</button>
        </p>
      </header>
    `;
  }

  /** R70, S04: asked, and may be put off; what is required stands on a page of its own. */
  #prompt(): TemplateResult | typeof nothing {
    const visit = this.#signedIn;
    const elsewhere = !['security', 'accept', 'sign-in'].includes(this.route.page);
    if (!visit || !elsewhere || this.putOff || visit.demand === 'required') return nothing;
    const [text, link] = visit.codesUnsaved
      ? ["You haven't confirmed that you saved your recovery codes.", 'Make a new set']
      : ['A second factor protects your login when somebody learns your password.', 'Set it up'];
    if (!visit.codesUnsaved && visit.demand !== 'suggested') return nothing;
    return html`<p class="prompt">
      <span>${text} <a href="/security">${link}</a></span>
      <button type="button" @click=${() => (this.putOff = true)}>Not now</button>
    </p>`;
  }

  /** The product round the user management: what it shows of itself is the menu's affair. */
  #product(): TemplateResult | typeof nothing {
    const { page } = this.route;
    if (this.#signedIn?.demand === 'required' || (page !== 'users' && page !== 'product')) return nothing;
    return this.#accountId ? productMenu(this.#accountId, this.route) : nothing;
  }

  #page(): TemplateResult {
    if (this.route.page === 'missing') return missingPage();
    if (this.route.page === 'accept') return acceptPage();
    if (this.visit === 'unreachable') return unreachablePage(() => void this.#load());
    if (this.visit === 'unknown') return html`<p class="quiet" role="status">Opening the portal…</p>`;
    if (!this.visit || this.route.page === 'sign-in') {
      return signInPage(this.demo, this.#client, () => this.#arrive(this.#wanted ?? '/'));
    }
    if (this.visit.demand === 'required') return gatePage(() => void this.#passGate());
    if (this.visit.memberships.length === 0 && this.route.page !== 'security') {
      return homelessPage(this.#client, () => void this.#refreshVisit());
    }
    return pages[this.route.page]({
      visit: this.visit,
      route: this.route,
      account: this.#account,
      capabilities: this.#membership?.capabilities ?? [],
      client: this.#client,
      go: (path) => this.#go(path),
      changed: () => void this.#refreshVisit(),
    });
  }

  /** R70: the second factor is set up and its codes are saved; on to where the person wanted to go. */
  async #passGate(): Promise<void> {
    const { pathname } = location;
    await this.#arrive(this.#wanted ?? (pathname === '/security' ? '/' : pathname));
  }

  /** The person's own facts have changed; the page stays. */
  async #refreshVisit(): Promise<void> {
    const visit = await visitOf(this.#client).catch(() => null);
    // What is shown may be recovery codes: they stay until they are saved.
    if (visit && this.visit !== null)
      this.visit = { ...visit, demand: this.#signedIn?.demand ?? visit.demand };
  }

  /** Recovery codes that nobody has saved are not left without a question (S04). */
  async #mayLeave(): Promise<boolean> {
    return (await this.querySelector('cc-mfa-setup')?.confirmLeave()) ?? true;
  }

  async #load(): Promise<void> {
    try {
      this.visit = await visitOf(this.#client);
    } catch {
      this.visit = 'unreachable';
      return;
    }
    if (!this.visit) this.#askToSignIn();
    else this.#settle();
  }

  #askToSignIn(): void {
    if (this.route.page === 'accept') return;
    if (this.route.page !== 'sign-in') {
      this.#wanted = location.pathname + location.search;
      this.#go('/sign-in', true);
    }
    void this.#loadDemo();
  }

  /** Demo logins exist outside production only; without them the page simply offers none. */
  async #loadDemo(): Promise<void> {
    const answer = await fetch('/demo.json').catch(() => null);
    if (answer?.ok) this.demo = (await answer.json()) as DemoLogins;
  }

  #settle(): void {
    void this.#lookUp();
    void this.#remember();
  }

  /** An agency has more accounts than one page of them: the one in the address is asked for by itself. */
  async #lookUp(): Promise<void> {
    const visit = this.#signedIn;
    const accountId = this.#accountId;
    if (!visit || !accountId || this.#membership) return;
    const found = await membershipOf(this.#client, accountId).catch(() => undefined);
    if (found && this.#signedIn?.me.id === visit.me.id) this.further = [...this.further, found];
  }

  /** The server remembers the account shown, so that another tab can't act in the wrong one (R92). */
  async #remember(): Promise<void> {
    const visit = this.#signedIn;
    const accountId = this.#accountId;
    if (!visit || !accountId || visit.me.currentAccountId === accountId) return;
    // Pages of the person, or of the partner's people, leave the account that was shown before.
    if (this.route.page === 'security' || this.route.of === 'partner') return;
    await this.#client.me.setCurrent(accountId).catch(() => undefined);
    this.visit = { ...visit, me: { ...visit.me, currentAccountId: accountId } };
  }

  /** After signing in or joining: everything is asked again, for the new person. */
  async #arrive(path: string): Promise<void> {
    this.#wanted = null;
    this.visit = 'unknown';
    this.further = [];
    this.#go(path, true);
    await this.#load();
  }

  #go(path: string, replace = false): void {
    if (replace) history.replaceState(null, '', path);
    else history.pushState(null, '', path);
    this.#moved();
  }

  readonly #moved = (): void => {
    this.route = routeOf(location.pathname);
    if (this.visit === null) this.#askToSignIn();
    else this.#settle();
    this.querySelector('main')?.focus({ preventScroll: true });
    scrollTo(0, 0);
  };

  readonly #follow = (event: MouseEvent): void => {
    const path = innerPath(event, location.origin);
    if (path === null || path.startsWith('/accept')) return;
    event.preventDefault();
    void this.#mayLeave().then((leaves) => {
      if (leaves) this.#go(path);
    });
  };

  /** The account is the current one already; it is shown on the same page, where that page is about an account. */
  readonly #switched = ({ detail }: CcAccountChangedEvent): void => {
    const { accountId } = detail;
    const visit = this.#signedIn;
    if (visit) this.visit = { ...visit, me: { ...visit.me, currentAccountId: accountId } };
    this.#go((this.route.page === 'links' ? linksPath : usersPath)(accountId));
  };

  readonly #signedOut = (): void => {
    this.visit = null;
    this.#askToSignIn();
  };

  readonly #signOut = async (): Promise<void> => {
    if (!(await this.#mayLeave())) return;
    await this.#client.auth.signOut();
    this.#wanted = null;
    this.visit = null;
    this.#go('/sign-in');
  };
}
