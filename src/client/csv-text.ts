import { neutraliseCsvCell } from '../domain/check/csv-cell.js';

/**
 * The text of a CSV file: cells by RFC 4180, line ends as spreadsheets write them, and nothing that a spreadsheet
 * would run (P32, X01). With a mark at the start, without which some of them read UTF-8 as something else.
 */
export function csvText(rows: Iterable<readonly string[]>): string {
  return `\uFEFF${Array.from(rows, (cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(text: string): string {
  const safe = neutraliseCsvCell(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
