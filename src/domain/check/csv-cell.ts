/** Cells of an export (P32, CWE-1236): a spreadsheet must show text, never run it, and reading back gives it all. */

/** What a spreadsheet may take for a formula, also behind quotes and blanks, also in full width. */
const formula = /^'*\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** A leading quote where a sheet would see a formula. */
export function neutraliseCsvCell(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

/** The text as it was before `neutraliseCsvCell`. */
export function restoreCsvCell(cell: string): string {
  return cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell;
}
