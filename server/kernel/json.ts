/** Nobody needs more, and nothing here may be made to recurse (V05). */
const maxDepth = 16;

/**
 * JSON as RFC 8259 has it, and stricter: no key twice in one object, no `__proto__`, no deep nesting.
 * Parsers differ on such texts, which is how a value gets past one reader and into another (V05).
 * Throws a `SyntaxError`.
 */
export function parseStrictJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  checkStructure(text);
  return value;
}

/** Walks a text that is known to be valid JSON, looking at nesting and keys only. */
function checkStructure(text: string): void {
  /** One entry an open bracket: the keys seen, or null in an array. */
  const open: (Set<string> | null)[] = [];
  let keyNext = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at);
    if (letter === '"') {
      const end = endOfString(text, at);
      if (keyNext) addKey(open.at(-1), JSON.parse(text.slice(at, end + 1)) as string);
      keyNext = false;
      at = end;
    } else if (letter === '{' || letter === '[') {
      open.push(letter === '{' ? new Set() : null);
      if (open.length > maxDepth) throw new SyntaxError('JSON is nested too deep');
      keyNext = letter === '{';
    } else if (letter === '}' || letter === ']') {
      open.pop();
      keyNext = false;
    } else if (letter === ',') {
      keyNext = open.at(-1) instanceof Set;
    }
  }
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text.charAt(at) !== '"') at += text.charAt(at) === '\\' ? 2 : 1;
  return at;
}

function addKey(keys: Set<string> | null | undefined, key: string): void {
  if (key === '__proto__') throw new SyntaxError('JSON names a prototype');
  if (keys?.has(key)) throw new SyntaxError('JSON names a key twice');
  keys?.add(key);
}

/** Does any text in it hold half a surrogate pair? Such text has no UTF-8 form. */
export function hasBrokenText(value: unknown): boolean {
  if (typeof value === 'string') return /\p{Surrogate}/u.test(value);
  if (Array.isArray(value)) return value.some(hasBrokenText);
  if (value === null || typeof value !== 'object') return false;
  return Object.entries(value).some(([key, inner]) => hasBrokenText(key) || hasBrokenText(inner));
}
