import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../../base/icons/icon.js';
import { mail, triangleAlert } from '../../base/icons/shapes.js';
import type { Words } from '../../user-roster/view.js';
import { hasHiddenMarks, initials, nameOf, type Entry } from './people.js';
import { invitedBy } from './row-words.js';

/** Avatar, name, badge and the second line; also the head of a dialog about somebody. */
export function who(entry: Entry, words: Words): TemplateResult {
  const name = nameOf(entry);
  if (entry.kind === 'invitation') {
    return html`<div class="who">
      ${avatar(entry, words)}
      <div class="lines">
        <div class="name" part="name"><bdi class="ltr">${name}</bdi>${marks(name, words)}</div>
        <div class="second text" part="secondary">
          <span class="long">${invitedBy(entry.invitation, words)}</span>
          <span class="short">${invitedBy(entry.invitation, words, true)}</span>
        </div>
      </div>
    </div>`;
  }
  const { username, email } = entry.kind === 'member' ? entry.member : entry.person;
  // One template, not four: a long list draws many.
  return html`<div class="who">
    <span class="avatar" part="avatar" aria-hidden="true">${initials(name, words.language.locale)}</span>
    <div class="lines">
      <div class="name" part="name">
        <bdi>${name}</bdi>${marks(name, words)}${
          isViewer(entry) ? html`<span class="badge" part="badge">${words.common.you}</span>` : nothing
        }
      </div>
      <div class="second" part="secondary">
        <bdi class="username ltr" dir="ltr">${username}</bdi><span class="mail dot">&nbsp;·&nbsp;</span
        ><bdi class="mail ltr" dir="ltr">${email}</bdi>
      </div>
    </div>
  </div>`;
}

/**
 * Says a name or an address that is cut off to who points at it. Not a binding: a `title` that changes costs an element
 * its style anew, in each row that a long list binds to another person.
 */
export function tellCut({ target }: Event): void {
  const text = (target as Element).closest('bdi');
  if (text) text.title = text.scrollWidth > text.clientWidth ? text.textContent : '';
}

/** What nobody would see of it. */
function marks(name: string, { t }: Words): TemplateResult | typeof nothing {
  if (!hasHiddenMarks(name)) return nothing;
  return html`<span class="hidden-mark" title=${t.hiddenMark}
    >${icon(triangleAlert, { size: 14 })}<span class="visually-hidden">${t.hiddenMark}</span></span
  >`;
}

function isViewer(entry: Exclude<Entry, { kind: 'invitation' }>): boolean {
  return entry.kind === 'member' && entry.member.you;
}

export function avatar(entry: Entry, { language }: Words, size = ''): TemplateResult {
  return entry.kind === 'invitation'
    ? html`<span class="avatar pending ${size}" part="avatar" aria-hidden="true">${icon(mail)}</span>`
    : html`<span class="avatar ${size}" part="avatar" aria-hidden="true"
        >${initials(nameOf(entry), language.locale)}</span
      >`;
}
