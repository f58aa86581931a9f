import { html, nothing, type TemplateResult } from 'lit';
import type { SeatUsage } from '../../client/index.js';
import { icon } from '../base/icons/icon.js';
import { lock, plus, searchX, triangleAlert, userPlus } from '../base/icons/shapes.js';
import { rich } from '../base/rich.js';
import { listState } from '../shared/list-states.js';
import { appliedCount, filterNames, type FilterName, type RosterFilter } from './filter.js';
import { anyLabel, valueName } from './toolbar.js';
import type { Words } from './view.js';

/** Nobody but the viewer: what is true, why to act, one action. */
export function empty(
  { t }: Words,
  alone: boolean,
  seats: SeatUsage | undefined,
  onAdd: ((event: Event) => void) | undefined,
): TemplateResult {
  const left = seats?.available ?? null;
  const text = left === null ? t.emptyText : left > 0 ? t.emptyTextLimited({ left }) : t.emptyTextFull;
  const add =
    onAdd && left !== 0
      ? html`<div class="actions">
          <button class="button primary" part="button-primary" type="button" @click=${onAdd}>
            ${icon(plus)}${t.addUser}
          </button>
        </div>`
      : nothing;
  return listState(userPlus, alone ? t.emptyTitle : t.emptyNobody, text, add);
}

export interface NoneView {
  readonly words: Words;
  readonly filter: RosterFilter;
  readonly onDrop: (name: FilterName) => void;
  readonly onClear: () => void;
}

/** Nothing found: names the filter in the way and offers the smallest change first. */
export function none({ words, filter, onDrop, onClear }: NoneView): TemplateResult {
  const { t } = words;
  const say = (name: FilterName) => (filter[name] ? valueName(name, filter[name], words) : undefined);
  const title = rich(t.noneTitle, {
    q: filter.q || undefined,
    role: say('role'),
    status: say('status')?.toLocaleLowerCase(words.language.locale),
    mfa: say('mfa'),
    active: say('lastActive')?.toLocaleLowerCase(words.language.locale),
  });
  const blocking = blockingFilter(filter);
  const drop = (name: FilterName) =>
    html`<button class="button" part="button" type="button" @click=${() => onDrop(name)}>
      ${t.show({ what: anyLabel(name, words) })}
    </button>`;
  return listState(
    searchX,
    title,
    blocking ? t.noneFilters : t.noneHint,
    html`<div class="actions">
      ${blocking ? drop(blocking) : nothing}
      <button class="button ghost" part="button" type="button" @click=${onClear}>${t.clearAll}</button>
    </div>`,
  );
}

/** The filter to drop first: the one furthest to the right. */
export function blockingFilter(filter: RosterFilter): FilterName | undefined {
  return appliedCount(filter) ? filterNames.findLast((name) => filter[name] !== '') : undefined;
}

/** This viewer may not see the list. */
export function refused({ t }: Words): TemplateResult {
  return listState(lock, t.refusedTitle, t.refusedText, nothing);
}

/** Old rows stay, with the reason and a way on (R01). */
export function staleBar(
  { t, common }: Words,
  when: string,
  cause: string,
  onRetry: () => void,
): TemplateResult {
  return html`<div class="stale" part="callout stale">
    ${icon(triangleAlert)}<span>${t.stale({ when })} ${cause}</span>
    <button class="link" part="button" type="button" @click=${onRetry}>${common.retry}</button>
  </div>`;
}
