/** Small questions about text that several checks ask. All are linear in its length. */

/** Half a surrogate pair cannot be written as UTF-8. */
export function isWellFormed(text: string): boolean {
  return !/\p{Cs}/u.test(text);
}

/** C0 and C1 controls, DEL, and the two line separators. */
export function hasControl(text: string): boolean {
  return /[\p{Cc}\u2028\u2029]/u.test(text);
}

/** Characters that take no room on screen: two texts could look equal and differ. */
export function hasHidden(text: string): boolean {
  return /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(text);
}

/** Size on the wire and in the store. */
export function utf8Bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Has the text more characters than this, as a person counts them (a flag, a letter with its marks, is one)? */
export function hasMoreGraphemes(text: string, limit: number): boolean {
  // A character is one code point at least, so only longer texts need the segmenter.
  if (Array.from(text).length <= limit) return false;
  let count = 0;
  for (const _segment of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)) count += 1;
  return count > limit;
}

/** Lower case for A–Z only: no other letter may fold into ASCII (Kelvin sign, dotless i). */
export function asciiLower(text: string): string {
  return text.replace(/[A-Z]+/g, (run) => run.toLowerCase());
}
