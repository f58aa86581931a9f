import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../base/icons/icon.js';
import { triangleAlert } from '../base/icons/shapes.js';
import { hasHiddenMarks, nameOf } from '../shared/roster/people.js';
import { avatar } from '../shared/roster/who.js';
import { lastActiveOf, mfaOf, stateOf, type State } from '../shared/roster/row-words.js';
import type { Detail } from './view.js';

/** Name, username, address, and what a person wants to know first. */
export function identity({ words, t, viewer, entry, member }: Detail): TemplateResult {
  const name = nameOf(entry);
  const at = lastActiveOf(entry);
  const { time, common } = words;
  return html`<header class="identity" part="header">
    <div class="who">
      ${avatar(entry, words, 'large')}
      <div class="lines">
        <h2 class="person-name" part="heading" tabindex="-1">
          <bdi>${name}</bdi>
          ${
            hasHiddenMarks(name)
              ? html`<span class="hidden-mark" title=${words.t.hiddenMark}
                  >${icon(triangleAlert)}<span class="visually-hidden">${words.t.hiddenMark}</span></span
                >`
              : nothing
          }
          ${member.you ? html`<span class="badge" part="badge">${common.you}</span>` : nothing}
        </h2>
        <p class="muted" part="secondary">
          <bdi class="ltr">${member.username}</bdi> · <bdi class="ltr">${member.email}</bdi>
        </p>
      </div>
    </div>
    <slot name="summary"></slot>
    <dl class="facts">
      ${fact(words.t.status, state(stateOf(entry, words, viewer)))}
      ${fact(t.twoFactor, state(mfaOf(entry, words, viewer)))}
      ${fact(
        words.t.lastActive,
        at ? html`<time datetime=${at} title=${time.full(at)}>${time.relative(at)}</time>` : common.never,
      )}
      ${fact(
        words.t.memberSince,
        html`<time datetime=${member.createdAt} title=${time.full(member.createdAt)}
          >${time.short(member.createdAt)}</time
        >`,
      )}
    </dl>
  </header>`;
}

function fact(term: string, value: unknown): TemplateResult {
  return html`<div>
    <dt>${term}</dt>
    <dd>${value}</dd>
  </div>`;
}

/** Never colour alone: icon and word. */
export function state({ icon: shape, tone, word, second }: State): TemplateResult {
  return html`<span class="state-line">${icon(shape, { tone })}<bdi>${word}</bdi></span>
    ${second ? html`<span class="secondary muted">${second}</span>` : nothing}`;
}
