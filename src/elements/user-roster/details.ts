import { html, nothing, type TemplateResult } from 'lit';
import { roleName, roleSentence } from '../../i18n/role-words.js';
import { icon } from '../base/icons/icon.js';
import { x } from '../base/icons/shapes.js';
import { nameOf, roleIdOf, type Entry } from '../shared/roster/people.js';
import { avatar } from './row.js';
import { lastActiveOf, mfaOf, stateOf } from '../shared/roster/row-words.js';
import type { Viewer, ActWords } from './view.js';

/** What somebody can do here and since when: also what a narrow list leaves out. */
export function details(
  entry: Entry | undefined,
  words: ActWords,
  viewer: Viewer,
  onClose: () => void,
): TemplateResult | typeof nothing {
  if (!entry || entry.kind === 'invitation') return nothing;
  const { t, common, roles, time } = words;
  const { username, email } = entry.kind === 'member' ? entry.member : entry.person;
  const id = roleIdOf(entry);
  const sentence = roleSentence(roles, { id }, viewer.account?.kind === 'parent' ? 'parent' : 'child');
  const at = lastActiveOf(entry);
  return html`<dialog class="dialog narrow view" part="dialog" aria-labelledby="view-title">
    <div class="dialog-head">
      <div class="who">
        ${avatar(entry, words)}
        <h2 id="view-title" class="title" part="heading"><bdi>${nameOf(entry)}</bdi></h2>
      </div>
      <button
        class="button icon-button"
        part="button"
        type="button"
        aria-label=${common.close}
        @click=${onClose}
      >
        ${icon(x)}
      </button>
    </div>
    <div class="dialog-body">
      <dl class="details">
        ${item(t.username, html`<bdi class="ltr">${username}</bdi>`)}
        ${item(t.email, html`<bdi class="ltr">${email}</bdi>`)}
        ${item(t.role, html`${roleName(roles, id)}${sentence ? html`<p class="secondary muted">${sentence}</p>` : nothing}`)}
        ${item(
          t.status,
          [stateOf(entry, words, viewer)].map(
            ({ word, second }) =>
              html`${word}${second ? html`<p class="secondary muted">${second}</p>` : nothing}`,
          ),
        )}
        ${item(t.mfa, mfaOf(entry, words, viewer).word)}
        ${item(t.lastActive, at ? html`<time datetime=${at} title=${time.full(at)}>${time.relative(at)}</time>` : common.never)}
        ${entry.kind === 'member' ? item(t.memberSince, time.short(entry.member.createdAt)) : nothing}
      </dl>
    </div>
  </dialog>`;
}

function item(term: string, value: unknown): TemplateResult {
  return html`<dt>${term}</dt>
    <dd>${value}</dd>`;
}
