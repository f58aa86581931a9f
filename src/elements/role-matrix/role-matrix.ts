import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { StringsController } from '../../controllers/strings.controller.js';
import { WidthController } from '../../controllers/width.controller.js';
import { common } from '../../i18n/en/common.js';
import { roleMatrix } from '../../i18n/en/role-matrix.js';
import { roles } from '../../i18n/en/roles.js';
import { roleName } from '../../i18n/role-words.js';
import { CcElement } from '../base/cc-element.js';
import { icon } from '../base/icons/icon.js';
import { ban, check, network, store } from '../base/icons/shapes.js';
import { roleMatrixStyles } from './role-matrix.styles.js';
import {
  answerOf,
  isOffered,
  matrixGroups,
  matrixRoles,
  type MatrixGroup,
  type MatrixRole,
  type MatrixRow,
  type Side,
} from './rows.js';

const views = ['both', 'parent', 'child'] as const;
export type MatrixView = (typeof views)[number];

/**
 * What each role can do, on the partner account and on a client account side by side: the account somebody is
 * added on matters as much as the role (R1, R6 to R10). Needs no client: it draws the role tables.
 *
 * @tagname cc-role-matrix
 * @status experimental
 *
 * @example
 * <cc-role-matrix highlight="campaign_creator"></cc-role-matrix>
 *
 * @slot footer - In place of the line about the Account Owner.
 *
 * @csspart frame - The box round everything.
 * @csspart heading - The title.
 * @csspart subheading - The line below it.
 * @csspart scope-switch - Chooses the side that is shown.
 * @csspart table - The table.
 * @csspart scope-header - Title of a side.
 * @csspart role-header - Title of a role; `role-header highlighted` for the one asked for.
 * @csspart group-header - Title of a group of tasks.
 * @csspart cell - A cell; also `cell-yes`, `cell-no` or `cell-note`.
 * @csspart cell-yes - It can be done.
 * @csspart cell-no - It can't be done.
 * @csspart cell-note - It can be done in part, or why the role is not offered.
 * @csspart footer - The line below the table.
 * @csspart icon - An icon.
 *
 * @cssprop --cc-role-matrix-cell-size - Least height of a row.
 *
 * @cssstate narrow - Less than 720 px wide: one side at a time.
 */
export class CcRoleMatrix extends CcElement {
  static override readonly tag: string = 'cc-role-matrix';
  static override styles = roleMatrixStyles;

  /** Which side is shown: `both`, `parent` or `child`; under 720 px of width always one. */
  @property() view: MatrixView = 'both';
  /** The role whose columns stand out; with `parent:` or `child:` in front, that one alone. */
  @property() highlight = '';
  /** In place of the roles that can be given: the host's own roles, or ours with other rights. */
  @property({ attribute: false }) roles: readonly MatrixRole[] = matrixRoles;

  /** The column under the pointer. */
  @state() private pointed = '';

  readonly #width = new WidthController(this, 720);
  readonly #text = new StringsController(this, 'roleMatrix', roleMatrix);
  readonly #common = new StringsController(this, 'common', common);
  readonly #roleWords = new StringsController(this, 'roles', roles);

  protected override render(): TemplateResult {
    const { t } = this.#text;
    return html`<section class="panel" part="frame" aria-labelledby="heading">
      <div class="panel-head">
        <div class="titles">
          <h2 class="title" id="heading" part="heading">${t.heading}</h2>
          <p class="secondary muted" part="subheading">${t.subheading}</p>
        </div>
        ${this.#switch()}
      </div>
      <table
        class="matrix"
        part="table"
        @pointerover=${this.#onPointer}
        @pointerleave=${() => (this.pointed = '')}
      >
        <caption class="visually-hidden">
          ${t.caption}
        </caption>
        ${this.#head()}
        <tbody>
          ${matrixGroups.map((group, index) => this.#group(group, index === 0))}
        </tbody>
      </table>
      <div class="foot" part="footer">
        <span class="legend" aria-hidden="true">${icon(check, { tone: 'success' })}${t.can}</span>
        <span class="legend" aria-hidden="true"><span class="muted">–</span>${t.cannot}</span>
        <span class="owner"><slot name="footer">${t.ownerNote}</slot></span>
      </div>
    </section>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.setState('narrow', this.#narrow);
  }

  get #narrow(): boolean {
    return this.#width.below(720);
  }

  get #shown(): MatrixView {
    return this.#narrow && this.view !== 'child' ? 'parent' : this.view;
  }

  get #sides(): readonly Side[] {
    const shown = this.#shown;
    return shown === 'both' ? ['parent', 'child'] : [shown];
  }

  #switch(): TemplateResult {
    const { t } = this.#text;
    return html`<fieldset class="switch" part="scope-switch">
      <legend class="visually-hidden">${t.scope}</legend>
      ${views
        .filter((view) => !this.#narrow || view !== 'both')
        .map(
          (view) =>
            html`<label class="choice"
              ><input
                type="radio"
                name="view"
                .value=${view}
                .checked=${this.#shown === view}
                @change=${() => (this.view = view)}
              /><span>${t[view]}</span></label
            >`,
        )}
    </fieldset>`;
  }

  #head(): TemplateResult {
    const { t } = this.#text;
    const titles = { parent: t.onParent, child: t.onChild };
    const shapes = { parent: network, child: store };
    return html`<thead>
      <tr>
        <td class="corner" rowspan="2"></td>
        ${this.#sides.map(
          (side) =>
            html`<th
              scope="colgroup"
              id=${side}
              class="scope start"
              part="scope-header"
              colspan=${this.roles.length}
            >
              <span class="with-icon">${icon(shapes[side], { tone: 'muted' })}${titles[side]}</span>
            </th>`,
        )}
      </tr>
      <tr>
        ${this.#columns((role, side, classes) => this.#roleHead(role, side, classes))}
      </tr>
    </thead>`;
  }

  #roleHead(role: MatrixRole, side: Side, classes: string): TemplateResult {
    return html`<th
      scope="col"
      id="${side}-${role.id}"
      headers=${side}
      class="role ${classes} ${isOffered(role, side) ? '' : 'off'}"
      part="role-header ${classes.includes('highlighted') ? 'highlighted' : ''}"
    >
      ${roleName(this.#roleWords.t, role)}
    </th>`;
  }

  #group({ title, rows }: MatrixGroup, first: boolean): unknown {
    const { t } = this.#text;
    const open = this.#sides.flatMap((side) => this.roles.filter((role) => isOffered(role, side))).length;
    return html`<tr class="group">
        <th scope="colgroup" id=${title} part="group-header" colspan=${open + 1}>${t[title]}</th>
        ${first ? this.#columns((role, side, classes) => this.#closedCell(role, side, classes)) : nothing}
      </tr>
      ${rows.map((row) => this.#row(row, title))}`;
  }

  /** R1: one cell for the whole column says why the role is not offered there. */
  #closedCell(role: MatrixRole, side: Side, classes: string): unknown {
    if (isOffered(role, side)) return nothing;
    const { t } = this.#text;
    const rows = matrixGroups.reduce((sum, group) => sum + 1 + group.rows.length, 0);
    return html`<td
      class="closed ${classes}"
      part="cell cell-note"
      rowspan=${rows}
      headers="${side} ${side}-${role.id}"
    >
      ${icon(ban, { tone: 'muted' })}
      <strong>${t.notOffered}</strong> <span class="muted">${t.notOfferedWhy}</span>
    </td>`;
  }

  #row(row: MatrixRow, group: string): TemplateResult {
    const { t } = this.#text;
    return html`<tr class="task">
      <th scope="row" id=${row.task} headers=${group}>${t[row.task]}</th>
      ${this.#columns((role, side, classes) => this.#cell(role, side, row, group, classes))}
    </tr>`;
  }

  #cell(role: MatrixRole, side: Side, row: MatrixRow, group: string, classes: string): unknown {
    if (!isOffered(role, side)) return nothing;
    const { allowed, note } = answerOf(role, side, row, this.#text.t);
    const { yes, no } = this.#common.t;
    const part = note ? 'cell-note' : allowed ? 'cell-yes' : 'cell-no';
    return html`<td
      class=${classes}
      part="cell ${part}"
      headers="${side} ${side}-${role.id} ${group} ${row.task}"
    >
      ${
        note ??
        (allowed
          ? html`${icon(check, { tone: 'success' })}<span class="visually-hidden">${yes}</span>`
          : html`<span class="muted" aria-hidden="true">–</span><span class="visually-hidden">${no}</span>`)
      }
    </td>`;
  }

  /** Row and column stand out together, so that nobody reads the answer of the next role. */
  readonly #onPointer = (event: PointerEvent): void => {
    const cell = event.composedPath().find((one) => one instanceof HTMLTableCellElement);
    const headers = cell?.getAttribute('headers')?.split(' ') ?? [];
    this.pointed = [cell?.id ?? '', ...headers].find((id) => /^(parent|child)-/.test(id)) ?? '';
  };

  #columns(draw: (role: MatrixRole, side: Side, classes: string) => unknown): unknown[] {
    return this.#sides.flatMap((side) =>
      this.roles.map((role, index) => {
        const highlighted = this.highlight === role.id || this.highlight === `${side}:${role.id}`;
        const pointed = this.pointed === `${side}-${role.id}`;
        const classes = [index === 0 && 'start', highlighted && 'highlighted', pointed && 'pointed'];
        return draw(role, side, classes.filter(Boolean).join(' '));
      }),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cc-role-matrix': CcRoleMatrix;
  }
}
