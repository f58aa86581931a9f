import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Language } from '../../i18n/language.js';
import type { Strings } from '../../i18n/strings.js';
import type { SwitcherAccount } from '../../stores/switcher.js';
import { icon } from '../base/icons/icon.js';
import { check } from '../base/icons/shapes.js';
import { initials } from '../shared/initials.js';
import type { Section, SwitcherGroup } from './options.js';

export interface ListView {
  readonly t: Strings['accountSwitching'];
  readonly language: Language;
  readonly sections: readonly Section[];
  /** Which of the clients are drawn; the others are only room. */
  readonly window: { readonly from: number; readonly to: number };
  /** Where the keys are, among all. */
  readonly active: number;
  /** The account shown now. */
  readonly current: string;
  /** The account that is being opened. */
  readonly opening: string | undefined;
  /** The person works for no partner, so that these are nobody's clients. */
  readonly plain: boolean;
  readonly own: (account: SwitcherAccount) => unknown;
}

/** The groups with their accounts. Of the clients only those in view are drawn; each says its place of how many. */
export function groups(view: ListView): TemplateResult {
  return html`${repeat(
    view.sections,
    ({ group }) => group,
    (section) => {
      const clients = section.group === 'clients';
      const from = clients ? view.window.from : 0;
      const to = clients ? Math.min(view.window.to, section.count) : section.count;
      const places = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
      return html`<div role="group" aria-labelledby="group-${section.group}">
        <div class="group-head" part="label" id="group-${section.group}">${titleOf(section.group, view)}</div>
        <div class=${clients ? 'window' : ''} role="presentation">
          ${places.map((place) => option(section, place, view))}
        </div>
      </div>`;
    },
  )}`;
}

function titleOf(group: SwitcherGroup, { t, plain }: ListView): string {
  return group === 'clients' && plain ? t.accounts : t[group];
}

function option(section: Section, place: number, view: ListView): TemplateResult {
  const { t, language, active, current, opening, own } = view;
  const account = section.at(place);
  const at = section.from + place;
  const on = at === active;
  const states = `${on ? 'active' : ''} ${account?.id === current ? 'selected' : ''}`;
  if (!account) {
    return html`<div
      class="option ${states}"
      part="item"
      id="option-${at}"
      role="option"
      aria-selected="false"
      aria-disabled="true"
      aria-setsize=${section.count}
      aria-posinset=${place + 1}
    >
      <span class="visually-hidden">${t.loading}</span><span class="lines skeleton" aria-hidden="true"></span>
    </div>`;
  }
  const { id, name, planName } = account;
  return html`<div
    class="option ${states}"
    part="item ${states}"
    id="option-${at}"
    role="option"
    aria-selected=${id === current ? 'true' : 'false'}
    aria-setsize=${section.count}
    aria-posinset=${place + 1}
    data-account=${id}
  >
    ${
      opening === id
        ? html`<span class="spinner" part="spinner"></span>`
        : html`<span class="avatar small square" part="logo" aria-hidden="true"
            >${initials(name, language.locale)}</span
          >`
    }
    ${
      own(account) ??
      html`<div class="lines">
        <div class="name"><bdi title=${name}>${name}</bdi></div>
        <div class="secondary muted">
          ${planName ? html`${planName} · ` : nothing}<span class="ltr"
            >${t.idEnd({ end: id.slice(-4) })}</span
          >
        </div>
      </div>`
    }
    ${id === current ? html`${icon(check)}<span class="visually-hidden">${t.shown}</span>` : nothing}
  </div>`;
}
