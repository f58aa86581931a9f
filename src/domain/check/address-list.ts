import { cleanEmail } from './email.js';

/** One entry of a typed or pasted list. */
export interface ListedAddress {
  /** As typed, without outer blanks; not yet checked. */
  readonly address: string;
  /** The name in front of `<address>`, where there was one. */
  readonly name?: string;
}

const longestEntry = 1_000;

/**
 * Cuts a typed or pasted text into addresses: commas, semicolons, line ends and tabs separate, and so do blanks
 * between addresses; "Name <address>" gives both parts, and a quoted name may contain separators. Linear in the
 * length of the text; nothing is checked or dropped except empty entries.
 */
export function splitAddresses(text: string): ListedAddress[] {
  return cutEntries(text).flatMap(readEntry);
}

function cutEntries(text: string): string[] {
  const entries: string[] = [];
  let start = 0;
  let quoted = false;
  let blank = true;
  for (let at = 0; at <= text.length; at += 1) {
    const char = text[at];
    // A quote opens a name only at the start of an entry; elsewhere it is part of an address.
    if (char === '"' && (quoted || blank)) quoted = !quoted;
    const ends = char === undefined || char === '\n' || (!quoted && /[,;\r\t]/.test(char));
    if (!ends) {
      blank &&= /\s/.test(char);
      continue;
    }
    entries.push(text.slice(start, at));
    start = at + 1;
    quoted = false;
    blank = true;
  }
  return entries;
}

function readEntry(entry: string): ListedAddress[] {
  const typed = entry.trim();
  if (typed === '') return [];
  if (typed.length > longestEntry) return [{ address: typed }];
  const open = typed.lastIndexOf('<');
  if (open >= 0 && typed.endsWith('>')) {
    const name = typed.slice(0, open).trim().replace(/^"|"$/g, '').trim();
    const address = cleanEmail(typed.slice(open + 1, -1));
    return [name ? { address, name } : { address }];
  }
  const words = typed.split(/\s+/);
  // "ann@a.test bo@b.test" is two addresses; "ann smith" is one mistake.
  const several = words.length > 1 && words.every((word) => word.includes('@'));
  return several ? words.map((word) => ({ address: word })) : [{ address: cleanEmail(typed) }];
}
