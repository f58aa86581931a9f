import { html, nothing, type TemplateResult } from 'lit';
import type { CcError } from '../../client/index.js';
import { icon } from '../base/icons/icon.js';
import { building, circleCheck, lock, searchX, star, triangleAlert } from '../base/icons/shapes.js';
import { rich } from '../base/rich.js';
import { listFailed, listState } from '../shared/list-states.js';
import { anyLabel, applied, valueLabel, type AccountFilter, type FilterName, type Plan } from './filter.js';
import type { Words } from './view.js';

function state(shape: string, title: unknown, text: unknown, actions: unknown, slot: string): TemplateResult {
  return html`<slot name=${slot}>${listState(shape, title, text, actions)}</slot>`;
}

/** No account at all: what is true, and what to do. */
export function empty({ t }: Words, partner: boolean): TemplateResult {
  return state(building, t.emptyTitle, partner ? t.emptyText : t.emptyYours, nothing, 'empty');
}

export interface NoneView {
  readonly words: Words;
  readonly filter: AccountFilter;
  readonly plans: readonly Plan[];
  /** How many would match without the last filter; undefined while not known. */
  readonly without: number | undefined;
  readonly onDrop: (name: FilterName) => void;
  readonly onClear: () => void;
}

/** Nothing found: names the filter in the way and offers the smallest change first. */
export function none({ words, filter, plans, without, onDrop, onClear }: NoneView): TemplateResult {
  const { t } = words;
  const names = applied(filter);
  const blocking = names.at(-1);
  const onlyMarks = names.length === 1 && filter.show === 'favourites' && !filter.q;
  const value = names.map((name) => valueLabel(name, filter[name], words, plans)).join(', ');
  const found = !blocking
    ? rich(t.noneSearch, { q: filter.q })
    : filter.q
      ? rich(t.noneBoth, { value, q: filter.q })
      : rich(t.noneFiltered, { value });
  const more = blocking && without ? t.noneMore({ count: without }) : t.noneHint;
  const actions = html`<div class="actions">
    ${
      blocking
        ? html`<button class="button" part="button" type="button" @click=${() => onDrop(blocking)}>
            ${t.showAny({ what: anyLabel(blocking, words) })}
          </button>`
        : nothing
    }
    <button class="button ghost" part="button" type="button" @click=${onClear}>${t.clearAll}</button>
  </div>`;
  return state(
    onlyMarks ? star : searchX,
    onlyMarks ? t.noneFavourites : found,
    onlyMarks ? t.noneFavouritesHint : more,
    actions,
    'no-results',
  );
}

export function failed(words: Words, cause: string, error: CcError, onRetry: () => void): TemplateResult {
  return html`<slot name="error">${listFailed(words, cause, error, onRetry)}</slot>`;
}

/** This viewer may not see the list. */
export function refused({ t }: Words): TemplateResult {
  return state(lock, t.refusedTitle, t.refusedText, nothing, 'error');
}

export interface BarsView {
  readonly words: Words;
  /** What happened to an account that is no longer listed. */
  readonly gone: string | undefined;
  /** What has been done to an account that is no longer listed. */
  readonly done: string | undefined;
  /** Why the rows are not up to date. */
  readonly cause: string | undefined;
  readonly updatedAt: Date | undefined;
  readonly onRetry: () => void;
}

/** Above the rows: old ones stay, with the reason and a way on (R01). */
export function bars({ words, gone, done, cause, updatedAt, onRetry }: BarsView): TemplateResult {
  const { t, common, time } = words;
  return html`${
    gone ? html`<div class="stale" part="callout" role="status">${icon(triangleAlert)}${gone}</div>` : nothing
  }${
    done
      ? html`<div class="stale done" part="callout" role="status">
          ${icon(circleCheck)}<span>${done}</span>
        </div>`
      : nothing
  }${
    cause
      ? html`<div class="stale" part="callout stale" role="status">
          ${icon(triangleAlert)}<span
            >${t.stale({ when: time.relative(updatedAt ?? time.now) })} ${cause}</span
          >
          <button class="link" part="button" type="button" @click=${onRetry}>${common.retry}</button>
        </div>`
      : nothing
  }`;
}
