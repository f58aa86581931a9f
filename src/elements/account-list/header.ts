import { html, nothing, type TemplateResult } from 'lit';
import type { Account } from '../../client/index.js';
import { number } from '../../i18n/format.js';
import { icon } from '../base/icons/icon.js';
import { plus } from '../base/icons/shapes.js';
import { rich } from '../base/rich.js';
import type { Words } from './view.js';

const minute = 60_000;

export interface HeaderView {
  readonly words: Words;
  readonly heading: string;
  readonly account: Account | undefined;
  /** All accounts of the list, without any filter; undefined until known. */
  readonly count: number | undefined;
  /** When the list was last answered. */
  readonly updatedAt: Date | undefined;
  /** It may be behind: the last answer was none. */
  readonly old: boolean;
  readonly onAdd: (() => void) | undefined;
}

/** Title, how many accounts of whom, how fresh the list is. */
export function header({
  words,
  heading,
  account,
  count,
  updatedAt,
  old,
  onAdd,
}: HeaderView): TemplateResult {
  const { t } = words;
  return html`<div class="panel-head" part="header">
    <div class="titles">
      <slot name="heading"><h2 class="title" part="heading">${heading}</h2></slot>
      <p class="secondary muted" part="subheading">
        ${count === undefined ? html`&nbsp;` : line(account, count, words)}
      </p>
    </div>
    <div class="head-end">
      ${
        updatedAt
          ? html`<span class="live ${old ? 'old' : ''}" part="live">${freshness(updatedAt, words)}</span>`
          : nothing
      }
      <slot name="header-actions"></slot>
      ${
        onAdd
          ? html`<span class="rule"></span
              ><button class="button" part="add-button button" type="button" @click=${onAdd}>
                ${icon(plus)}${t.addAccount}
              </button>`
          : nothing
      }
    </div>
  </div>`;
}

function freshness(at: Date, { t, time }: Words): string {
  const fresh = time.now.getTime() - at.getTime() < minute;
  return fresh ? t.updatedNow : t.updated({ when: time.relative(at) });
}

function line(account: Account | undefined, count: number, { t, language }: Words): unknown {
  const said = { count, say: number(count, language) };
  return account?.kind === 'parent'
    ? rich((values: { partner: string }) => t.under({ ...said, ...values }), { partner: account.name })
    : t.yours(said);
}
