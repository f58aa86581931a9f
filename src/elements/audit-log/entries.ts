import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { AuditEvent } from '../../client/index.js';
import { clockTime } from '../../i18n/format.js';
import type { Strings } from '../../i18n/strings.js';
import { icon } from '../base/icons/icon.js';
import { chevronDown } from '../base/icons/shapes.js';
import { rich } from '../base/rich.js';
import { cloneTemplate } from '../base/template-slot.js';
import {
  actorOf,
  changes,
  dayOf,
  sentence,
  sentenceText,
  shapeOf,
  type AuditTelling,
} from '../shared/audit-entry.js';

export interface EntriesView {
  readonly host: Element;
  readonly telling: AuditTelling;
  readonly words: Strings['auditLog'];
  /** Ids of those whose details are open. */
  readonly opened: ReadonlySet<string>;
  /** Those that have just come. */
  readonly fresh: ReadonlySet<string>;
  /** The person whose acts alone are shown. */
  readonly actor: string;
  onDetails(entry: AuditEvent): void;
  onOnly(userId: string): void;
}

/** Entries day by day, the newest first. */
export function entries(items: readonly AuditEvent[], view: EntriesView): TemplateResult {
  const days = new Map<string, AuditEvent[]>();
  for (const entry of items) {
    const day = dayOf(entry.at, view.telling);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return html`${repeat(
    days,
    ([day]) => day,
    ([day, some]) =>
      html`<section class="day">
        <h3 class="day-name">${day}</h3>
        <ol class="entries" aria-label=${day}>
          ${repeat(
            some,
            ({ id }) => id,
            (entry) => one(entry, view),
          )}
        </ol>
      </section>`,
  )}`;
}

function one(entry: AuditEvent, view: EntriesView): TemplateResult {
  const { host, telling, words, opened, fresh, onDetails } = view;
  const open = opened.has(entry.id);
  const what = sentenceText(entry, telling);
  const diff = changes(entry, telling);
  const id = `details-${entry.id}`;
  return html`<li
    class="entry ${fresh.has(entry.id) ? 'fresh' : ''}"
    part=${open ? 'entry open' : 'entry'}
    data-entry=${entry.id}
  >
    <span class="mark">${icon(shapeOf(entry))}</span>
    <div class="what">
      <p>${sentence(entry, telling)}</p>
      ${diff.map((line) => html`<p class="secondary muted" part="diff"><bdi>${line}</bdi></p>`)}
      ${cloneTemplate(host, 'entry', {
        id: entry.id,
        at: entry.at,
        actor: actorOf(entry, telling),
        action: entry.action,
        text: what,
        diff: diff.join('; '),
      })}
      ${open ? details(entry, id, view) : nothing}
    </div>
    <time
      class="secondary muted numbers"
      part="time"
      datetime=${entry.at}
      title=${telling.time.full(entry.at)}
      >${clockTime(new Date(entry.at), telling.language)}</time
    >
    <button
      class="button icon-button ${open ? 'open' : ''}"
      part="button"
      type="button"
      aria-expanded=${String(open)}
      aria-controls=${open ? id : nothing}
      aria-label=${words.detailsOf({ what })}
      @click=${() => onDetails(entry)}
    >
      ${icon(chevronDown)}
    </button>
  </li>`;
}

/** What a person needs to follow it up: the exact moment, the way it came, what to name when asking. */
function details(entry: AuditEvent, id: string, view: EntriesView): TemplateResult {
  const { telling, words, actor, onOnly } = view;
  const { at, action, ip, correlationId, actor: who } = entry;
  const yours = who?.userId === telling.viewerId;
  return html`<div class="details" id=${id}>
    <dl>
      ${item(words.exactTime, html`<time datetime=${at}>${telling.time.full(at)}</time>`)}
      ${item(words.action, html`<bdi class="mono">${action}</bdi>`)}
      ${ip ? item(words.address, html`<bdi class="mono">${ip}</bdi>`) : nothing}
      ${correlationId ? item(words.reference, html`<bdi class="mono">${correlationId}</bdi>`) : nothing}
    </dl>
    ${
      who && actor !== who.userId
        ? html`<button class="link" part="button" type="button" @click=${() => onOnly(who.userId)}>
            ${yours ? words.onlyYours : rich(words.onlyBy, { name: who.displayName || who.username })}
          </button>`
        : nothing
    }
  </div>`;
}

function item(term: string, value: unknown): TemplateResult {
  return html`<div>
    <dt>${term}</dt>
    <dd>${value}</dd>
  </div>`;
}
