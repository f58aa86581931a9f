import { html, nothing, type TemplateResult } from 'lit';
import type { JobSubject, PersonSummary } from '../../client/index.js';
import type { StoreController } from '../../controllers/store.controller.js';
import { checkEmail } from '../../domain/index.js';
import { roleName } from '../../i18n/role-words.js';
import { createPeopleStore, type PeopleStore } from '../../stores/people.js';
import type { StoreContext } from '../../stores/scope.js';
import { icon } from '../base/icons/icon.js';
import { circleAlert, mail } from '../base/icons/shapes.js';
import { rich } from '../base/rich.js';
import { initials } from '../shared/initials.js';
import type { CcAccessGrant } from './access-grant.js';
import type { GrantDraft } from './draft.js';
import type { Words } from './view.js';

/** People to choose from: a list of its own, so that one in the page is not searched along with it. */
export const createPersonSearch = (context: StoreContext): PeopleStore => createPeopleStore(context);

interface Option {
  readonly subject: JobSubject;
  readonly label: string;
  readonly person?: PersonSummary;
}

const typingMs = 250;
const mostOptions = 8;

/** The person a job is about: found by name, or a new address. A combobox with a list below it. */
export class PersonField {
  readonly #host: CcAccessGrant;
  readonly #store: StoreController<PeopleStore>;
  readonly #draft: GrantDraft;
  readonly #say: (text: string) => void;
  #typed = '';
  #open = false;
  #active = -1;
  #cancel: (() => void) | undefined;
  #said: number | undefined;
  /** What was looked for last. */
  #asked: string | undefined;

  constructor(
    host: CcAccessGrant,
    store: StoreController<PeopleStore>,
    draft: GrantDraft,
    say: (text: string) => void,
  ) {
    this.#host = host;
    this.#store = store;
    this.#draft = draft;
    this.#say = say;
  }

  /** Shows whom the draft is about, or nobody. */
  begin(): void {
    this.#typed = labelOf(this.#draft.subject);
    this.#open = false;
  }

  /** What is typed counts if it is an address. */
  settle(): void {
    if (this.#draft.subject || !this.#typed.trim()) return;
    const exact = this.#options.find(({ label }) => label.toLowerCase() === this.#typed.trim().toLowerCase());
    const option = exact ?? this.#options.find(({ person }) => !person);
    if (option) this.#choose(option);
  }

  template(words: Words, missing: boolean): TemplateResult {
    const { t } = words;
    const options = this.#open ? this.#options : [];
    const shown = options.length > 0;
    const { subject } = this.#draft;
    return html`<div class="field person-field" part=${missing ? 'field person invalid' : 'field person'}>
      <label id="person-label" class="label" part="label" for="person">${t.person}</label>
      <div class="field-box ${missing ? 'invalid' : ''}">
        ${
          subject
            ? html`<span class="avatar small" part="avatar" aria-hidden="true"
                >${initials(this.#typed, words.language.locale)}</span
              >`
            : nothing
        }
        <input
          id="person"
          type="text"
          role="combobox"
          aria-labelledby="person-label"
          autocomplete="off"
          autocapitalize="none"
          spellcheck="false"
          aria-autocomplete="list"
          aria-expanded=${shown ? 'true' : 'false'}
          aria-controls="people"
          aria-activedescendant=${shown && this.#active >= 0 ? `person-${this.#active}` : nothing}
          aria-required="true"
          aria-invalid=${missing ? 'true' : nothing}
          aria-describedby="person-hint"
          .value=${this.#typed}
          @input=${this.#onInput}
          @keydown=${this.#onKeydown}
          @focus=${this.#ask}
          @blur=${this.#onBlur}
        />
      </div>
      <ul id="people" class="people" role="listbox" aria-label=${t.people} ?hidden=${!shown}>
        ${options.map((option, index) => this.#option(option, index, words))}
      </ul>
      <p id="person-hint" class=${missing ? 'field-error' : 'field-hint'} part=${missing ? 'error' : 'hint'}>
        ${
          missing
            ? html`${icon(circleAlert)}<span>${t.personMissing}</span>`
            : subject && !subject.userId
              ? t.newPerson
              : t.personHint
        }
      </p>
    </div>`;
  }

  #option({ label, person }: Option, index: number, words: Words): TemplateResult {
    const { t } = words;
    const roles = [...new Set(person?.roleIds ?? [])].map((id) => roleName(words.roles, id)).join(', ');
    return html`<li
      id=${`person-${index}`}
      class=${index === this.#active ? 'active' : ''}
      role="option"
      aria-selected=${index === this.#active ? 'true' : 'false'}
      @mousedown=${(event: Event) => {
        // The field keeps focus.
        event.preventDefault();
      }}
      @pointerup=${() => this.#choose(this.#options[index])}
    >
      ${
        person
          ? html`<span class="avatar small" aria-hidden="true"
                >${initials(label, words.language.locale)}</span
              >
              <span class="person-lines"
                ><bdi class="strong truncate">${label}</bdi
                ><span class="secondary muted truncate"
                  ><span class="ltr">${person.email}</span>${roles ? html` · ${roles}` : nothing}</span
                ></span
              >`
          : html`${icon(mail, { tone: 'muted' })}<span>${rich(t.inviteNew, { email: label })}</span>`
      }
    </li>`;
  }

  get #options(): Option[] {
    const { state, data } = this.#store.store?.$rows.get() ?? {};
    const typed = this.#typed.trim();
    // Until the answer for these letters is there, only those who match them: Enter must not take somebody else.
    const fresh = state === 'ready' && this.#asked === typed;
    const items = (data?.items ?? []).filter((person) => fresh || matches(person, typed));
    const found = items.slice(0, mostOptions).map((person): Option => {
      const label = person.displayName ?? person.username ?? person.email;
      return person.userId
        ? { label, person, subject: { userId: person.userId, name: label } }
        : { label, person, subject: { email: person.email, ...(person.displayName && { name: label }) } };
    });
    const address = checkEmail(typed);
    const known = found.some(({ person }) => person?.email.toLowerCase() === typed.toLowerCase());
    if (!address.ok || known) return found;
    return [...found, { label: address.value, subject: { email: address.value } }];
  }

  #choose(option: Option | undefined): void {
    if (!option) return;
    this.#draft.subject = option.subject;
    this.#typed = option.label;
    this.#close();
  }

  #close(): void {
    this.#open = false;
    this.#active = -1;
    this.#host.requestUpdate();
  }

  readonly #ask = (): void => {
    if (this.#draft.subject) return;
    this.#asked = this.#typed.trim();
    void this.#store.store?.ask({ q: this.#asked.slice(0, 200) || undefined });
  };

  readonly #onInput = (event: Event): void => {
    this.#typed = (event.target as HTMLInputElement).value;
    this.#draft.subject = undefined;
    this.#open = true;
    this.#active = -1;
    this.#cancel?.();
    this.#cancel = this.#host.stores?.clock.after(typingMs, () => {
      this.#ask();
      this.#said = undefined;
    });
    this.#host.requestUpdate();
  };

  /** Once per search, how many were found. */
  drawn(words: Words): void {
    const { state, data } = this.#store.store?.$rows.get() ?? { state: 'idle' };
    if (!this.#open || state !== 'ready' || this.#said === data?.total) return;
    this.#said = data?.total;
    this.#say(words.t.peopleFound({ count: data?.total ?? 0 }));
  }

  readonly #onBlur = (): void => {
    this.settle();
    this.#close();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const { length } = this.#options;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.#open = true;
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const from = this.#active < 0 && step < 0 ? length : this.#active;
      this.#active = length === 0 ? -1 : (from + step + length) % length;
    } else if (event.key === 'Enter' && this.#open && length > 0) {
      event.preventDefault();
      this.#choose(this.#options[Math.max(0, this.#active)]);
    } else if (event.key === 'Escape' && this.#open && length > 0) {
      // The dialog stays.
      event.preventDefault();
      event.stopPropagation();
      this.#close();
    } else return;
    this.#host.requestUpdate();
  };
}

function matches({ displayName, username, email }: PersonSummary, typed: string): boolean {
  const words = [displayName, username, email].join(' ').toLowerCase();
  return words.includes(typed.toLowerCase());
}

function labelOf(subject: JobSubject | undefined): string {
  return subject?.name ?? subject?.email ?? subject?.userId ?? '';
}
