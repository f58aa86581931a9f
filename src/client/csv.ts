import {
  canonicalEmail,
  checkEmail,
  checkName,
  cleanEmail,
  emailKey,
  isRoleId,
  limits,
  restoreCsvCell,
  roleIds,
  type ProblemCode,
  type RoleId,
} from '../domain/index.js';

/** What is wrong with one line: the kind of mistake, and the exact reason of the cell that has it. */
export interface CsvRowFault {
  readonly code: 'row_invalid' | 'row_conflict' | 'row_duplicate';
  readonly reason?: ProblemCode;
  /** What was probably meant. */
  readonly suggestion?: string;
  /** With `row_conflict`: the roles that other lines give the same address; nothing is guessed. */
  readonly roles?: readonly RoleId[];
}

/** One person of a file. */
export interface CsvRow {
  /** Line of the file, so that a person finds it there. */
  readonly line: number;
  readonly email: string;
  readonly name?: string;
  /** Absent where the file names none. */
  readonly roleId?: RoleId;
  readonly fault?: CsvRowFault;
}

export type CsvPeople =
  | { readonly ok: true; readonly rows: readonly CsvRow[] }
  | {
      readonly ok: false;
      readonly code: ProblemCode;
      readonly line?: number;
      readonly headers?: readonly string[];
    };

type Column = 'email' | 'name' | 'role';

const columnOf: Readonly<Record<string, Column>> = {
  email: 'email',
  'e-mail': 'email',
  'email address': 'email',
  name: 'name',
  role: 'role',
};

/** No address and no name is longer: a longer cell in quotes is one that was never closed. */
const longestCell = 1_000;

/** Reads a list of people, columns `email`, `name`, `role` in any order; every line with its own mistakes. */
export async function readPeopleCsv(bytes: Uint8Array): Promise<CsvPeople> {
  if (bytes.length > limits.csvBytes) return { ok: false, code: 'csv_too_large' };
  const text = decode(bytes);
  if (typeof text !== 'string') return text;
  if (text.trim() === '') return { ok: false, code: 'csv_empty' };
  const { body, delimiter, firstLine } = separated(text);
  const lines = cut(body, delimiter, firstLine);
  return Array.isArray(lines) ? people(lines) : { ok: false, code: 'csv_unbalanced_quote', ...lines };
}

function decode(bytes: Uint8Array): string | CsvPeople {
  const archive = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (wide) return { ok: false, code: 'csv_encoding' };
  if (archive || bytes.includes(0)) return { ok: false, code: 'csv_not_text' };
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    return { ok: false, code: 'csv_encoding' };
  }
}

/** The separator: a spreadsheet's hint, or what the header line has. */
function separated(text: string): { body: string; delimiter: string; firstLine: number } {
  const hint = /^sep=(.)\n/i.exec(text);
  const body = hint ? text.slice(hint[0].length) : text;
  const header = body.trimStart().split('\n', 1)[0] ?? '';
  const most = [',', ';', '\t'].sort((a, b) => header.split(b).length - header.split(a).length)[0];
  return { body, delimiter: hint?.[1] ?? most ?? ',', firstLine: hint ? 2 : 1 };
}

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Cells by RFC 4180, linear in the text; or the line whose quote is never closed. */
function cut(text: string, delimiter: string, firstLine: number): Line[] | { line: number } {
  const lines: Line[] = [];
  let at = 0;
  let line = firstLine;
  while (at < text.length) {
    const cells: string[] = [];
    const start = line;
    for (let ended = false; !ended;) {
      const quoted = text[at] === '"' ? closingQuote(text, at) : at;
      if (quoted === undefined) return { line };
      const end = endOfCell(text, quoted, delimiter);
      const raw = text.slice(at, end);
      cells.push(
        quoted > at ? raw.slice(1, quoted - at - 1).replaceAll('""', '"') + text.slice(quoted, end) : raw,
      );
      line += raw.split('\n').length - 1;
      ended = text[end] !== delimiter;
      at = end + 1;
    }
    lines.push({ line: start, cells });
    line += 1;
  }
  return lines;
}

/** Behind the quote that ends the cell; undefined if there is none where one can be. */
function closingQuote(text: string, opened: number): number | undefined {
  for (let at = opened + 1; at < text.length && at - opened <= longestCell; at += 1) {
    if (text[at] !== '"') continue;
    if (text[at + 1] !== '"') return at + 1;
    at += 1;
  }
  return undefined;
}

function endOfCell(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n') at += 1;
  return at;
}

function people(lines: readonly Line[]): CsvPeople {
  const [head, ...rest] = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const headers = (head?.cells ?? []).map((cell) => cell.trim());
  const columns = headers.map((name) => columnOf[name.toLowerCase()]);
  const known = columns.filter(Boolean);
  if (!columns.includes('email')) return { ok: false, code: 'csv_header_missing', headers };
  if (new Set(known).size < known.length) return { ok: false, code: 'csv_header_duplicate', headers };
  if (rest.length === 0) return { ok: false, code: 'csv_empty' };
  if (rest.length > limits.csvRows) return { ok: false, code: 'csv_too_many_rows' };
  return { ok: true, rows: compared(rest.map(({ cells, line: at }) => person(cells, at, columns))) };
}

function person(cells: readonly string[], line: number, columns: readonly (Column | undefined)[]): CsvRow {
  const cell = (column: Column): string =>
    restoreCsvCell((cells[columns.indexOf(column)] ?? '').trim()).trim();
  const email = cleanEmail(cell('email'));
  const [name, role] = [cell('name'), cell('role')];
  const roleId = isRoleId(role) ? role : undefined;
  const row = { line, email, ...(name && { name }), ...(roleId && { roleId }) };
  const fault = cells.length > columns.length ? { code: 'row_invalid' as const } : faultOf(email, name, role);
  return fault ? { ...row, fault } : row;
}

function faultOf(email: string, name: string, role: string): CsvRowFault | undefined {
  const address = checkEmail(email);
  if (!address.ok) return { code: 'row_invalid', reason: address.code, suggestion: address.suggestion };
  const shown = name ? checkName(name) : undefined;
  if (shown?.ok === false) return { code: 'row_invalid', reason: shown.code };
  if (role === 'account_owner') return { code: 'row_invalid', reason: 'role_not_grantable' };
  if (!role || isRoleId(role)) return undefined;
  const meant = role.toLowerCase().replace(/[\s-]+/g, '_');
  return {
    code: 'row_invalid',
    reason: 'role_unknown',
    ...(roleIds.some((id) => id === meant) && { suggestion: meant }),
  };
}

/** The same address twice: harmless when the lines agree, a choice for the person when their roles differ. */
function compared(rows: readonly CsvRow[]): CsvRow[] {
  const keyOf = ({ email }: CsvRow) => emailKey(canonicalEmail(email) ?? email);
  const roles = new Map<string, Set<RoleId>>();
  for (const row of rows) {
    if (row.fault || !row.roleId) continue;
    roles.set(keyOf(row), (roles.get(keyOf(row)) ?? new Set()).add(row.roleId));
  }
  const seen = new Set<string>();
  return rows.map((row) => {
    if (row.fault) return row;
    const key = keyOf(row);
    const given = [...(roles.get(key) ?? [])];
    const again = seen.has(key);
    seen.add(key);
    if (given.length > 1) return { ...row, fault: { code: 'row_conflict', roles: given } };
    return again ? { ...row, fault: { code: 'row_duplicate' } } : row;
  });
}
