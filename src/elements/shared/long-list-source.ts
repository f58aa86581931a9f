import { html, type TemplateResult } from 'lit';

/** What a list is made of, asked for at the moment of drawing. */
export interface LongListSource<Item, View> {
  /** The part that is loaded. */
  readonly page: { readonly from: number; readonly shown: number; readonly total: number };
  /** Another one starts at its top, once it is answered. */
  readonly query: unknown;
  /** Another object with each answer. */
  readonly answer: unknown;
  /** A row by its place in the whole list, where it is loaded. */
  at(index: number): Item | undefined;
  /** Nothing new about the same row. */
  isSame(before: Item, now: Item): boolean;
  /** Every row would look as it does; where it is left out, all of them are drawn with the table. */
  isSameView?(before: View, now: View): boolean;
  /** `index`: its place in the table, as it is told. */
  row(item: Item, view: View, index: number): TemplateResult;
  /** The place of rows whose content is on the way. */
  waiting(view: View): TemplateResult;
  /** After rows were drawn: values that reach the styles. */
  drawn?(rows: HTMLElement): void;
  /** What hangs on a row would stay where it was. */
  moved(): void;
  goTo(from: number, size: number): Promise<unknown> | undefined;
}

/** A table row in the place of those whose content is on the way. */
export function waitingRow(loading: string): TemplateResult {
  return html`<tr class="row waiting" part="row" role="row">
    <td role="cell" part="cell skeleton">
      <span class="visually-hidden">${loading}</span>
    </td>
  </tr>`;
}
