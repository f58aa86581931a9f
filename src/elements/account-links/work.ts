import { html, nothing, type TemplateResult } from 'lit';
import type { AccountLink, CcError } from '../../client/index.js';
import { AnnounceController } from '../../controllers/announce.controller.js';
import { StoreController } from '../../controllers/store.controller.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { TimeController } from '../../controllers/time.controller.js';
import { accountLinks } from '../../i18n/en/account-links.js';
import { common } from '../../i18n/en/common.js';
import { problems } from '../../i18n/en/problems.js';
import { roles } from '../../i18n/en/roles.js';
import { createAccountStore, type AccountStore } from '../../stores/account.js';
import { createLinkCodeStore, createLinksStore, createPartnerPeopleStore } from '../../stores/links.js';
import type { LinkList, LinksStore, PartnerPeopleStore } from '../../stores/links.js';
import { createLiveStore } from '../../stores/live.js';
import type { CustomState } from '../base/cc-element.js';
import { ConfirmController } from '../base/confirm.js';
import { icon } from '../base/icons/icon.js';
import { circleAlert, lock, plus, rotateCw } from '../base/icons/shapes.js';
import { adoptLate } from '../base/late-styles.js';
import { LinkActs } from './acts.js';
import { AskForm } from './ask.js';
import { OwnCode } from './code.js';
import { decision, type Ceiling } from './decide.js';
import { people } from './people.js';
import { linkRow, type RowsView } from './rows.js';
import { isForUs, isPast, otherOf, type LinksHost, type LinkWords } from './view.js';
import { linksWorkStyles } from './work.styles.js';

/** What is drawn in `cc-account-links`, and what a person does there. */
export class LinksWork {
  readonly #host: LinksHost;
  readonly #account: StoreController<AccountStore>;
  readonly #links: StoreController<LinksStore>;
  readonly #announce: AnnounceController;
  readonly #text: StringsController<'accountLinks'>;
  readonly #common: StringsController<'common'>;
  readonly #roles: StringsController<'roles'>;
  readonly #problems: StringsController<'problems'>;
  readonly #time: TimeController;
  readonly #confirm: ConfirmController;
  readonly #acts: LinkActs;
  readonly #ask: AskForm;
  readonly #ceilings = new Map<string, Ceiling>();
  // What a part of the viewers never sees is not asked for them.
  #code: OwnCode | undefined;
  #people: StoreController<PartnerPeopleStore> | undefined;

  constructor(host: LinksHost) {
    this.#host = host;
    this.#account = new StoreController(host, createAccountStore);
    this.#links = new StoreController(host, createLinksStore);
    // R78: what the other side does is seen here without being asked for.
    new StoreController(host, createLiveStore);
    this.#announce = new AnnounceController(host);
    this.#text = new StringsController(host, 'accountLinks', accountLinks);
    this.#common = new StringsController(host, 'common', common);
    this.#roles = new StringsController(host, 'roles', roles);
    this.#problems = new StringsController(host, 'problems', problems);
    this.#time = new TimeController(host);
    this.#confirm = new ConfirmController(host);
    this.#acts = new LinkActs(host, () => ({ ...this.#deps, store: this.#links.store, t: this.#text.t }));
    this.#ask = new AskForm(host, () => ({ ...this.#deps, store: this.#links.store }));
    adoptLate(host.renderRoot, linksWorkStyles);
  }

  /** What hosts may style by. */
  get states(): Partial<Record<CustomState, boolean>> {
    const { state, data, error } = this.#loaded;
    const lost = state === 'failed' && !data;
    return {
      busy: state === 'loading' || state === 'idle' || this.#acts.busy !== undefined,
      empty: data?.items.length === 0,
      refused: lost && isRefusal(error),
      failed: lost && !isRefusal(error),
    };
  }

  template(): TemplateResult {
    const { t } = this.#text;
    const { data, error } = this.#loaded;
    const account = this.#account.store?.$account.get().data;
    if (!data || !account)
      return html`${this.#head(false)}${error && !data ? this.#lost(error) : this.#skeleton()}`;
    const { mode, linkId, settings } = this.#host;
    if (linkId) return html`${this.#head(false)}${this.#one(data, linkId)}`;
    if (mode === 'ask')
      return html`${this.#head(false)}${settings.readonly ? nothing : this.#ask.template()}`;
    const deciding = data.items.filter(isForUs);
    if (mode === 'decide') {
      return html`${this.#head(false)}${deciding.length > 0 ? this.#decisions(deciding) : html`<p class="muted">${t.nothingToDecide}</p>`}`;
    }
    return html`${this.#head(!settings.readonly)}
    ${this.#ask.open && !settings.readonly ? this.#ask.template() : nothing}
    ${deciding.length > 0 ? this.#decisions(deciding) : nothing} ${this.#all(data)}`;
  }

  questions(): unknown {
    return this.#confirm.template(this.#common.t);
  }

  get #deps() {
    return {
      words: this.#words,
      problems: this.#problems.t,
      confirm: this.#confirm,
      partner: this.#isPartner,
      say: (text: string) => this.#announce.say(text),
    };
  }

  get #words(): LinkWords {
    const { language } = this.#host;
    return { t: this.#text.t, common: this.#common.t, roles: this.#roles.t, time: this.#time, language };
  }

  get #isPartner(): boolean {
    return this.#account.store?.$account.get().data?.kind === 'parent';
  }

  /** Both are needed: what kind of account it is, and its links. */
  get #loaded(): { state: string; data: LinkList | undefined; error: CcError | undefined } {
    const links = this.#links.store?.$links.get() ?? { state: 'idle' };
    const account = this.#account.store?.$account.get() ?? { state: 'idle' };
    const failed = [links, account].find(({ state }) => state === 'failed');
    const error = failed && 'error' in failed ? failed.error : undefined;
    return { state: failed?.state ?? links.state, data: account.data && links.data, error };
  }

  #head(asks: boolean): TemplateResult {
    const { t } = this.#text;
    const partner = this.#isPartner;
    const taken = !partner && this.#links.store?.$links.get().data?.items.some((link) => !isPast(link));
    return html`<div class="head">
      <div class="titles">
        <h2 class="title" part="heading" tabindex="-1">${partner ? t.headingPartner : t.heading}</h2>
        <p part="subheading">${partner ? t.textPartner : t.text}</p>
      </div>
      ${
        asks && !taken && !this.#ask.open
          ? html`<button class="button ask-open" part="button" type="button" @click=${this.#ask.show}>
              ${icon(plus)}<span>${partner ? t.askOpen : t.askOpenClient}</span>
            </button>`
          : nothing
      }
    </div>`;
  }

  #skeleton(): TemplateResult {
    return html`<div>
      <span class="skeleton" aria-hidden="true"></span>
      <span class="visually-hidden" role="status">${this.#common.t.loading}</span>
    </div>`;
  }

  #lost(error: CcError): TemplateResult {
    const { t } = this.#text;
    if (isRefusal(error)) {
      return html`<div part="state" class="what">
        <p class="strong with-icon">${icon(lock)}<span>${t.refusedTitle}</span></p>
        <p class="muted">${this.#isPartner ? t.refusedPartner : t.refused}</p>
      </div>`;
    }
    return html`<div class="callout danger" part="callout" role="alert">
        ${icon(circleAlert)}<span class="callout-text" part="error">${t.failed}</span>
      </div>
      <div part="actions">
        <button class="button" part="button" type="button" @click=${() => void this.#host.refresh()}>
          ${icon(rotateCw)}<span>${this.#common.t.retry}</span>
        </button>
      </div>`;
  }

  #one({ items }: LinkList, linkId: string): TemplateResult {
    const link = items.find(({ id }) => id === linkId);
    if (!link) return html`<p class="muted" part="state">${this.#text.t.notHere}</p>`;
    return isForUs(link) ? this.#decisions([link]) : this.#rows([link]);
  }

  #decisions(links: readonly AccountLink[]): TemplateResult {
    return html`<section class="deciding">
      ${links.map((link) =>
        decision(link, {
          words: this.#words,
          acts: this.#acts,
          readonly: this.#host.settings.readonly,
          ceiling: this.#ceilings.get(link.id) ?? '',
          onCeiling: (ceiling) => {
            this.#ceilings.set(link.id, ceiling);
            this.#host.requestUpdate();
          },
        }),
      )}
    </section>`;
  }

  #all({ items, more }: LinkList): TemplateResult {
    const { t } = this.#text;
    const waiting = items.filter((link) => !isPast(link) && link.state !== 'active' && !isForUs(link));
    const active = items.filter(({ state }) => state === 'active');
    const past = items.filter(isPast);
    const [inForce] = this.#isPartner ? [] : active;
    const nothingYet = active.length === 0 && waiting.length === 0 && !items.some(isForUs);
    return html`
      ${waiting.length > 0 ? this.#section('waiting', t.waiting, waiting) : nothing}
      ${
        active.length > 0
          ? this.#section('active', t.active, active)
          : nothingYet
            ? html`<p class="muted">${this.#isPartner ? t.nonePartner : t.none}</p>`
            : nothing
      }
      ${inForce ? this.#peopleOf(otherOf(inForce).name) : nothing} ${this.#ownCode.template()}
      ${
        past.length > 0
          ? html`<details>
              <summary>${t.past}</summary>
              ${this.#rows(past)}
            </details>`
          : nothing
      }
      ${
        more
          ? html`<div part="actions">
              <button
                class="button"
                part="button"
                type="button"
                @click=${() => void this.#links.store?.more()}
              >
                ${t.more}
              </button>
            </div>`
          : nothing
      }
    `;
  }

  #section(name: string, title: string, links: readonly AccountLink[]): TemplateResult {
    return html`<section aria-labelledby="${name}-title">
      <h3 class="state-heading" part="heading" id="${name}-title">${title}</h3>
      ${this.#rows(links)}
    </section>`;
  }

  #rows(links: readonly AccountLink[]): TemplateResult {
    const account = this.#account.store?.$account.get().data;
    const blocked = account?.kind === 'child' && account.singleBilling;
    const view: RowsView = {
      words: this.#words,
      acts: this.#acts,
      readonly: this.#host.settings.readonly,
      endBlocked: blocked ? this.#text.t.endBlocked : undefined,
    };
    return html`<ul class="lines">
      ${links.map((link) => linkRow(link, view))}
    </ul>`;
  }

  #peopleOf(partner: string): TemplateResult {
    const store = (this.#people ??= this.#late(createPartnerPeopleStore)).store;
    return people(
      store?.$people.get() ?? { state: 'idle' },
      partner,
      this.#words,
      () => void store?.refresh(),
    );
  }

  get #ownCode(): OwnCode {
    return (this.#code ??= new OwnCode(this.#host, this.#late(createLinkCodeStore), () => this.#deps));
  }

  /** A store that is first needed in the middle of drawing: it is there with the next drawing. */
  #late<Store extends object>(
    factory: ConstructorParameters<typeof StoreController<Store>>[1],
  ): StoreController<Store> {
    queueMicrotask(() => this.#host.requestUpdate());
    return new StoreController<Store>(this.#host, factory);
  }
}

/** What can't be seen looks the same as what is not there (R93). */
function isRefusal(error: CcError | undefined): boolean {
  return error?.kind === 'forbidden' || error?.kind === 'not-found';
}
