import { html, nothing, type TemplateResult } from 'lit';
import type { PartnerPerson, PartnerPersonList } from '../../client/index.js';
import { roleName } from '../../i18n/role-words.js';
import type { Loadable } from '../../stores/loadable.js';
import { icon } from '../base/icons/icon.js';
import { rotateCw } from '../base/icons/shapes.js';
import { rich } from '../base/rich.js';
import { initials } from '../shared/initials.js';
import type { LinkWords } from './view.js';

/** R90: who of the partner reaches this client, as what, since when, and when they were last here. */
export function people(
  { state, data }: Loadable<PartnerPersonList>,
  partner: string,
  words: LinkWords,
  retry: () => void,
): TemplateResult {
  const { t, common } = words;
  const items = data?.items;
  return html`<section class="people" part="people" aria-labelledby="people-title">
    <h3 class="state-heading" part="heading" id="people-title">${rich(t.people, { partner })}</h3>
    ${
      items
        ? items.length > 0
          ? html`<ul class="lines">
              ${items.map((person) => personRow(person, words))}
            </ul>`
          : html`<p class="muted">${rich(t.peopleNone, { partner })}</p>`
        : state === 'failed'
          ? html`<p class="field-error" part="error" role="alert">${t.peopleFailed}</p>
              <div>
                <button class="button" part="button" type="button" @click=${retry}>
                  ${icon(rotateCw)}<span>${common.retry}</span>
                </button>
              </div>`
          : html`<span class="skeleton" aria-hidden="true"></span>`
    }
    <slot name="people"></slot>
  </section>`;
}

function personRow(person: PartnerPerson, { t, roles, time, language }: LinkWords): TemplateResult {
  const { displayName, username, roleId, effectiveRoleId, since, lastEnteredAt } = person;
  const name = displayName ?? username;
  const there = roleId === effectiveRoleId ? undefined : t.roleThere({ role: roleName(roles, roleId) });
  return html`<li part="row" data-person=${person.userId}>
    <span class="avatar" aria-hidden="true">${initials(name, language.locale)}</span>
    <div class="what">
      <p class="strong"><bdi>${name}</bdi></p>
      <p class="secondary">
        ${roleName(roles, effectiveRoleId)}${there ? html`<span class="muted"> · ${there}</span>` : nothing}
      </p>
      <p class="secondary muted">
        <time datetime=${since} title=${time.full(since)}>${t.since({ when: time.short(since) })}</time> ·
        ${
          lastEnteredAt
            ? html`<time datetime=${lastEnteredAt} title=${time.full(lastEnteredAt)}
                >${t.lastEntered({ when: time.relative(lastEnteredAt) })}</time
              >`
            : t.neverEntered
        }
      </p>
    </div>
  </li>`;
}
