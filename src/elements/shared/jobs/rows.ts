import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../../base/icons/icon.js';
import { initials } from '../initials.js';

/** One account of a job: what would become of it, or what did. */
export interface JobRow {
  readonly id: string;
  /** Empty where the account may not be named. */
  readonly name: string;
  readonly shape: string;
  readonly tone: 'success' | 'warning' | 'danger' | 'muted';
  readonly text: unknown;
  /** Buttons at the end. */
  readonly end?: unknown;
}

export interface JobRowsView {
  readonly caption: string;
  readonly heading?: unknown;
  readonly columns: { readonly account: string; readonly what: string; readonly actions: string };
  readonly rows: readonly JobRow[];
  /** More are offered by a button. */
  readonly most: number;
  readonly more: string;
  readonly locale: string;
  /** Part name of the sentence: `check` or `result`. */
  readonly part: string;
  readonly onMore: () => void;
}

/** Accounts with a sentence each, as a table: name, what, and what can be done about it. */
export function jobRows(view: JobRowsView): TemplateResult {
  const { caption, heading, columns, rows, most, more, onMore } = view;
  const rest = rows.length - most;
  return html`${heading ? html`<h3 class="group-heading">${heading}</h3>` : nothing}
    <div class="job-rows">
      <table class="job-table">
        <caption class="visually-hidden">
          ${caption}
        </caption>
        <thead class="visually-hidden">
          <tr>
            <th scope="col">${columns.account}</th>
            <th scope="col">${columns.what}</th>
            <th scope="col">${columns.actions}</th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            rest > 0 ? rows.slice(0, most) : rows,
            ({ id }) => id,
            (row) => line(row, view),
          )}
        </tbody>
      </table>
      ${
        rest > 0
          ? html`<button class="link job-more" part="button" type="button" @click=${onMore}>${more}</button>`
          : nothing
      }
    </div>`;
}

function line({ id, name, shape, tone, text, end }: JobRow, { locale, part }: JobRowsView): TemplateResult {
  const shown = name || id;
  const problem = tone === 'danger' || tone === 'warning';
  return html`<tr part=${problem ? 'account-row problem' : 'account-row'} data-account=${id}>
    <th scope="row" class="job-name">
      <span class="avatar square" part="avatar" aria-hidden="true">${initials(shown, locale)}</span>
      <bdi class=${name ? 'truncate' : 'truncate mono'} title=${shown}>${shown}</bdi>
    </th>
    <td class="job-what secondary" part=${part}>${icon(shape, { tone })}<span>${text}</span></td>
    <td class="job-end">${end ?? nothing}</td>
  </tr>`;
}
