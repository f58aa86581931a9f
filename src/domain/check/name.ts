/** Names of people and accounts (domain.md 5): any script and any markup as text, nothing that hides or misleads. */
import { limits } from '../limits.js';
import { accept, reject, type Check } from './check.js';
import { hasControl, hasMoreGraphemes, isWellFormed, utf8Bytes } from './text.js';

/** Raw text longer than this is refused before anything looks at it. */
const rawLimit = 10 * limits.nameBytes;

const bidiControl = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** Takes no room, and no script needs it. Joiners and variation selectors are needed and looked at apart. */
const hidden =
  /[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\u{1bca0}-\u{1bca3}\u{e0000}-\u{e0fff}]|\p{Noncharacter_Code_Point}/u;

/** A joiner is spelling after a letter of its script or an emoji, and a hiding place anywhere else. */
const strayJoiner = /(?:^|[\p{ASCII}\s\u200c\u200d])[\u200c\u200d]/u;

/** A link at the start of a word: mail programs would make it clickable in the invitation. */
const url = /(?:^|[^"'\p{L}\p{N}])(?:[a-z][a-z0-9+.-]{1,20}:\/\/|www\.)[^\s]/iu;

/** Checks a name; the value is in NFC, trimmed, with single blanks. */
export function checkName(value: unknown): Check<string> {
  if (value === undefined || value === null) return reject('name_required');
  if (typeof value !== 'string') return reject('type_mismatch');
  if (value.length > rawLimit) return reject('name_too_long');
  if (!isWellFormed(value)) return reject('invalid_unicode');
  if (hasControl(value)) return value.trim() === '' ? reject('name_required') : reject('name_control_char');
  const name = value
    .normalize('NFC')
    .replace(/\p{Zs}+/gu, ' ')
    .replace(/^ | $/g, '');
  if (!hasVisible(name)) return reject('name_required');
  if (bidiControl.test(name)) return reject('name_bidi_control');
  if (hidden.test(name) || strayJoiner.test(name)) return reject('name_hidden_char');
  if (marksPerBase(name) > limits.nameMarksPerBase) return reject('name_marks');
  if (url.test(name)) return reject('name_contains_url');
  if (utf8Bytes(name) > limits.nameBytes || hasMoreGraphemes(name, limits.nameGraphemes)) {
    return reject('name_too_long');
  }
  return accept(name);
}

/** Is there anything to see? Fillers, joiners, blanks and lone marks are nothing. */
function hasVisible(name: string): boolean {
  return /[^\p{Z}\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u.test(name);
}

/** The longest pile of marks on one letter, as the letter is drawn. */
function marksPerBase(name: string): number {
  return Math.max(
    0,
    ...(name.normalize('NFD').match(/\p{M}+/gu) ?? []).map((pile) => Array.from(pile).length),
  );
}
